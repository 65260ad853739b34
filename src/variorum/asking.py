"""What the search page asks of `serve`: places that likely say the same in other words, or in another language."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from variorum.archive.plain import plain
from variorum.archive.site.layout import layout_of
from variorum.archive.site.names import page_name, readable
from variorum.archive.site.prose import language
from variorum.errors import VariorumError
from variorum.meaning import FLOOR, LEAST, meaning
from variorum.store import Store

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from variorum.archive.search import Hit
    from variorum.library import Archive

ASKED = 'data-asks=""'
"""What a search page says that nobody answers; only a server of ours says in its place where to ask."""
MOST = 20


class Place(NamedTuple):
    """A place as the search page shows it: where it leads, and its words with what stands before and behind."""

    href: str
    title: str
    language: str | None
    score: float
    before: str
    match: str
    after: str


def routes(archive: Archive) -> list[Route]:
    """The search page that says where to ask, and the answers; the first of them loads the encoder, and it is kept."""
    from starlette.responses import HTMLResponse, JSONResponse
    from starlette.routing import Route

    one_at_a_time = Lock()

    def page(_: Request) -> Response:
        shown = (archive.folder / "site" / "search.html").read_text(encoding="utf-8")
        return HTMLResponse(shown.replace(ASKED, 'data-asks="meaning"') if archive.encoded else shown)

    def answer(request: Request) -> Response:
        with one_at_a_time:
            return JSONResponse(answered(archive, request.query_params.get("q", "")))

    found = (archive.folder / "site" / "search.html").is_file()
    return [Route("/search.html", page), Route("/meaning", answer)] if found else []


def answered(archive: Archive, query: str) -> dict[str, Any]:
    """The places of an archive that likely say what the query says, best first; or why they cannot be told.

    What carries the very words is left out: the search by words has it.
    """
    if len(query.split()) < LEAST:
        return {"places": [], "problem": f"Sought by meaning are {LEAST} words or more."}
    store = Store(archive.folder / "tables")
    try:
        same = [hit for hit in archive.find(query, limit=MOST, meaning=False) if hit.score >= 1]
        places = _places(store, meaning(store, query, same, limit=MOST))
        return {"places": [place._asdict() for place in places], "least": FLOOR}
    except VariorumError as error:
        return {"places": [], "problem": str(error)}


def _places(store: Store, hits: list[Hit]) -> list[Place]:
    """The places with their paragraphs' addresses."""
    docs = {hit.doc for hit in hits}
    documents = {row["doc"]: row for row in store.rows_of("documents", docs).to_pylist()}
    blocks = store.rows_of("blocks", docs).select(["doc", "start", "end", "kind", "level", "label"]).to_pylist()
    layouts = {
        doc: layout_of(row["text"], (tuple(block.values())[1:] for block in blocks if block["doc"] == doc))
        for doc, row in documents.items()
    }
    places = []
    for hit in hits:
        layout, row = layouts[hit.doc], documents[hit.doc]
        leaf = layout.at(hit.start)
        href = f"{page_name('documents', hit.doc, layout.pages[leaf])}#{layout.names[leaf]}"
        parts = hit.text[: hit.match_start], hit.text[hit.match_start : hit.match_end], hit.text[hit.match_end :]
        spoken = language(row["language"])
        title = hit.title or readable(hit.doc)
        places.append(Place(href, title, spoken and plain(spoken), round(hit.score, 2), *parts))
    return places
