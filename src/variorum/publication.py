"""What is made from the tables for people to read: the site, and the index for `find`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from variorum.archive import search, site
from variorum.decisions import Decision, undecided
from variorum.disk import storage_error, writing
from variorum.engine import Progress
from variorum.errors import MissingExtra, StorageError
from variorum.stamps import digest, total
from variorum.store import Store
from variorum.versions import code_version

INDEX = "search.sqlite"
RECORD = "published.json"
SITE_READS = (
    *("documents", "blocks", "milestones", "styles", "quotations", "embedded", "references", "ellipses"),
    *("passages", "unrendered", "traditions", "collations", "omissions", "dependence", "audits", "sensitivity"),
    *("checks", "findings", "dates", "names", "entities", "testimony"),
)
INDEX_READS = ("documents", "blocks")


class Edition(NamedTuple):
    """How a library is to be published."""

    title: str
    private: bool
    decided: Sequence[Decision] = ()
    """What people decided about findings: those are not shown."""


def publish(store: Store, edition: Edition, progress: Progress) -> list[str]:
    """Make the index and the site anew where the tables changed; tell what could not be made."""
    done = _record(store)
    notes: list[str] = done.get("notes", "").splitlines()
    wanted = {
        "index": _key(store, search.index, INDEX_READS),
        "site": _key(store, site.site, SITE_READS, *edition, search.pagefind_version()),
    }
    if wanted["index"] != done.get("index") or not (store.folder / INDEX).is_file():
        progress("search index", 0, 1)
        with writing(store.folder / INDEX) as aside:
            search.index(store.read_all("documents"), store.read_all("blocks"), aside)
        progress("search index", 1, 1)
    if wanted["site"] != done.get("site") or not (store.folder.parent / "site").is_dir():
        notes = _publish_site(store, edition, progress)
    if {**wanted, "notes": "\n".join(notes)} != done:
        with writing(store.folder / RECORD) as aside:
            aside.write_text(json.dumps({**wanted, "notes": "\n".join(notes)}))
    return notes


def _record(store: Store) -> dict[str, str]:
    try:
        return dict(json.loads((store.folder / RECORD).read_text()))
    except (OSError, ValueError):
        return {}


def _key(store: Store, make: Callable[..., object], reads: Iterable[str], *settings: object) -> str:
    return digest(code_version(make), settings, [total(store.hashes(name)) for name in reads])


def _publish_site(store: Store, edition: Edition, progress: Progress) -> list[str]:
    """Write the site aside, let it take the place of the old one, and tell what it lacks."""
    archive, aside = store.folder.parent, store.folder.parent / ".site"
    shutil.rmtree(aside, ignore_errors=True)
    documents = store.count("documents")
    notes = []
    try:
        tables = {name: store.read_all(name) for name in SITE_READS}
        texts = dict(store.texts({one.doc for one in edition.decided}))
        tables["findings"] = undecided(tables["findings"], texts, edition.decided)
        for done, (path, content) in enumerate(site.site(tables, title=edition.title, private=edition.private)):
            (aside / path).parent.mkdir(parents=True, exist_ok=True)
            (aside / path).write_bytes(content)
            progress("site", min(done + 1, documents), documents)
        try:
            progress("search in the browser", 0, 1)
            search.pagefind(aside)
            progress("search in the browser", 1, 1)
        except (MissingExtra, StorageError) as lacking:  # the site can be read without it
            notes.append(str(lacking))
        _take_place(aside, archive / "site")
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise storage_error(archive / "site", error) from error
    return notes


def _take_place(new: Path, place: Path) -> None:
    """Let a folder take the place of another; a reader sees the old one or the new."""
    old = place.with_name(".site.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
