"""Operative: United Nations resolutions as pages whose every paragraph can be found, read, compared and cited."""
