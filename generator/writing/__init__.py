"""From resolutions to files: Markdown pages, JSON twins and indexes."""
