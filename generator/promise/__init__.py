"""The promise: what has been published at an address goes on being found there, or a page says what became of it."""
