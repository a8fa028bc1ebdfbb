"""A simulator: trees of resolutions that never were, printed as extraction would have left them."""
