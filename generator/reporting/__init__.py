"""What a change of the corpus changes on the site: the corpus of a commit beside the corpus of today.

`base` fetches the corpus of the commit, `comparing` says what is gained and lost, `markdown` writes it for a reviewer.
"""
