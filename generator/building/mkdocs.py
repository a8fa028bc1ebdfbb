"""MkDocs, page by page: the same steps as `mkdocs build`, for the pages that are asked for and no others.

`mkdocs build` holds every page in memory and renders all of them. A page of ours depends on its own Markdown, the
configuration and the theme, so that one alone comes out with the bytes that a whole build gives it; a test holds it to
that.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
import msgspec
from mkdocs.commands import build as steps
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page


class Builder(msgspec.Struct, frozen=True):
    """A configuration with all files that it can see, the navigation and the theme's templates."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment


def builder(config_file: Path, docs: Path, site: Path) -> Builder:
    """Make ready to build into the folder `site`."""
    config = load_config(str(config_file), docs_dir=str(docs.resolve()), site_dir=str(site.resolve()))
    config = config.plugins.on_config(config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    env = config.plugins.on_env(env, config=config, files=files) or env
    return Builder(config, files, nav, env)


def render(ready: Builder, sources: Iterable[str]) -> tuple[str, ...]:
    """Render pages, given by their paths under docs/, into the site; give what MkDocs has to complain about."""
    with _complaints() as found:
        for source in sources:
            file = ready.files.get_file_from_path(source)
            if file is None:
                raise FileNotFoundError(source)
            page = file.page or Page(None, file, ready.config)
            steps._populate_page(page, ready.config, ready.files)  # noqa: SLF001 (MkDocs has no public name for it)
            steps._build_page(page, ready.config, (), ready.nav, ready.env)  # noqa: SLF001
            page.content = page.markdown = None  # a page that is written is needed no more
    return tuple(found)


def frame(ready: Builder) -> tuple[str, ...]:
    """Write what belongs to no page: the theme's files, its templates and the site map; give the complaints."""
    in_no_menu = [file for file in ready.files.documentation_pages() if file.page is None]
    for file in in_no_menu:
        Page(None, file, ready.config)
    with _complaints() as found:
        for file in ready.files:
            if not (file.is_documentation_page() or stands_in_docs(ready, file)):
                file.copy_file()
        for template in sorted(ready.config.theme.static_templates):
            steps._build_theme_template(template, ready.env, ready.files, ready.config, ready.nav)  # noqa: SLF001
    for file in in_no_menu:
        file.page = None  # each holds the other: nobody collects such circles (see `__main__`)
    return tuple(found)


def stands_in_docs(ready: Builder, file: File) -> bool:
    """Whether a file is ours; the others are the theme's."""
    return file.src_dir == ready.config.docs_dir


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect MkDocs' warnings and errors, which fail a strict build."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, handler = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(handler)
    before, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = before
