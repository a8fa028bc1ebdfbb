"""What continues what: the lineage of agreed language, between two texts and along a series."""
