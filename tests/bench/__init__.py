"""Benchmarks of the whole: a corpus of any size, and what it costs to make a site of it. `make bench N=1000`."""
