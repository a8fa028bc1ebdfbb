"""The specification: cases as data, laws over generated texts, golden pages, and journeys in a browser."""

from hypothesis import settings

# No deadline: a slow machine is no fault. The tests draw the same examples everywhere; `make fuzz` draws new ones.
settings.register_profile("test", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=20_000)
settings.load_profile("test")
