"""Search: what a paragraph is and is about, and the index of the built site that leads to it."""
