"""Citing: a text and a place in it go in, citations in the forms of several fields come out.

`works` says what every form says of a text, `forms` has the forms as templates with a slot for the place and one for
the address, `records` those that reference managers read. The page's script fills the same templates.
"""
