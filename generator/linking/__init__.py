"""Linking: what a note stands for, and which documents a text names."""
