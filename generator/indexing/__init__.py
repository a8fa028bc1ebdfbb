"""Indexing: what each paragraph is about, whom it asks, and the words that say so."""
