"""Agreed language: what wording the texts share, who first used it and who last.

`shingles` makes the index in which the page /language/ looks up pasted text; `phrases` finds the phrases that recur.
Both read words as `wording` does, and so does `docs/assets/wording.js`.
"""
