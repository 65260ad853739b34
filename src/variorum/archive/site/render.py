"""Templates: the HTML that stands round what a page says. Whatever is put into them is escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from variorum.archive.site import prose
from variorum.archive.site.edition import Edition


def render(template: str, **values: Any) -> Markup:
    """A template with its values put in."""
    return Markup(_template(template).render(**values))  # the template has escaped them


def page(template: str, edition: Edition, path: str, **values: Any) -> tuple[str, bytes]:
    """A page of the site: its path, and its bytes."""
    root = "../" * path.count("/")
    return path, render(template, edition=edition, path=path, root=root, **values).encode("utf-8", "replace")


def excerpt(opening: str) -> Markup:
    """The beginning of a stretch in quotation marks, what says that it goes on outside of them.

    >>> excerpt("Heavy times. A …")
    Markup('<q><bdi>Heavy times. A</bdi></q> …')
    >>> excerpt("“Heavy times.”"), excerpt("“Heavy” times.")
    (Markup('<q><bdi>Heavy times.</bdi></q>'), Markup('<q><bdi>“Heavy” times.</bdi></q>'))
    """
    words = opening.removesuffix(" …")
    return Markup("<q><bdi>{}</bdi></q>{}").format(_bare(words), opening[len(words) :])


def _bare(words: str) -> str:
    """Words without the marks round all of them: those are set anew."""
    for opened, closed in ("“”", "«»", "„“", '""'):
        inner = words[1:].removesuffix(closed)
        if words[:1] == opened and closed not in inner:
            return inner
    return words


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("variorum.archive.site", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"count": prose.count, "few": prose.few, "language": prose.language, "date": prose.date}
    environment.filters["excerpt"] = excerpt
    environment.globals["prose"] = prose
    return environment.get_template(name)
