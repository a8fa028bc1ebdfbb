"""From docs/ to the site: only pages that changed are rendered, in parallel; everything else is taken over.

`mkdocs` renders one page as MkDocs does, `plan` says what the site holds and under which key, `reuse` takes over what
earlier work left, `rendering` spreads the rest over processes, `publishing` puts the new site in the place of the old.
"""
