"""A library becomes an archive, and an archive is asked: open, build, find, query."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum import decisions, naming, plan
from variorum.disk import only_writer, storage_error, writing
from variorum.engines.local import LocalEngine, giving_back
from variorum.errors import LibraryError, UsageError
from variorum.progress import silent
from variorum.reading import Reading, find_sources, read_library
from variorum.report import Report, known_files
from variorum.settings import Settings, read_settings
from variorum.sources import visible
from variorum.store import Store
from variorum.tables import BY_NAME, SENSITIVITY
from variorum.trial import tried
from variorum.views import VIEWS

if TYPE_CHECKING:
    from variorum.archive.search import Hit


REPORT = "report.json"


class Archive(NamedTuple):
    """An archive that was built: its tables, and what can be asked of them."""

    folder: Path

    def table(self, name: str, columns: list[str] | None = None) -> pa.Table:
        """The rows of a table, in its order."""
        return Store(self.folder / "tables").read_all(name, columns)

    def query(self, sql: str) -> pa.Table:
        """The answer to a query over the tables and the views (`views`), in DuckDB's dialect."""
        engine, views = LocalEngine(), [view for view in VIEWS if view.name in sql]
        named = {name for name in BY_NAME if name in sql} | {name for view in views for name in view.reads}
        tables = {name: self.table(name) for name in sorted(named)}
        return engine.sql(sql, **tables, **{view.name: engine.sql(view.sql, **tables) for view in views})

    def find(self, words: str, *, limit: int = 20, meaning: bool = True) -> list[Hit]:
        """Every place that carries these words, or nearly these, best first; then those that likely say the same.

        What says the same, in other words or in another language, is sought for three words and more, unless `meaning`
        says no; of either there are `limit` at most.
        """
        from variorum.archive.search import find
        from variorum.meaning import meaning as meant
        from variorum.publication import INDEX

        found = find(self.folder / "tables" / INDEX, words, limit=limit)
        return found + meant(Store(self.folder / "tables"), words, found, limit=limit) if meaning else found

    @property
    def encoded(self) -> bool:
        """Whether what says the same in other words can be sought: whether sentences were encoded."""
        from variorum.meaning import encoded

        return encoded(Store(self.folder / "tables"))


def open(archive: str | os.PathLike[str]) -> Archive:
    """An archive that is whole.

    Raises ArchiveError where there is none, MixedArchive where a build of it was interrupted.
    """
    Store(Path(archive) / "tables").check_whole(plan.READS)
    return Archive(Path(archive))


def place_of(library: Path) -> Path:
    """Where the archive of a library is, unless another place is named."""
    source = library.resolve()
    return source.with_name(source.name + "-archive")


def find(words: str, archive: str | os.PathLike[str], *, limit: int = 20, meaning: bool = True) -> list[Hit]:
    """Every place of an archive that carries these words, or nearly these, or that likely says the same."""
    return open(archive).find(words, limit=limit, meaning=meaning)


def build(
    library: str | os.PathLike[str],
    archive: str | os.PathLike[str] | None = None,
    *,
    only: str | None = None,
    private: bool = False,
    progress: Callable[[str, int, int], Any] = silent,
) -> Report:
    """Read a library and write its archive, or only one table and those that it needs.

    `private` takes in the documents that are not public, for their owner's eyes. Raises LibraryError where there is
    nothing to read, SettingsError where variorum.toml is not understood, ArchiveInUse where another build is at work,
    StorageError where the archive cannot be written.
    """
    source = Path(library).resolve()
    target = Path(archive).resolve() if archive else place_of(source)
    _check_places(source, target)
    settings = read_settings(source, {step.name: step.settings for step in plan.STEPS})
    sources = find_sources(source, target)
    store = Store(target / "tables", staged=True)
    decided, problems, identities = decisions.read(source)
    told = naming.chosen(source, settings, identities)
    with only_writer(store.folder), giving_back():
        store.finish()
        engine = LocalEngine(**settings.engine, spill=store.next / "spill")
        known = known_files(target / REPORT)
        reading = read_library(
            sources, known, store, settings, private=private, workers=engine.threads, progress=progress
        )
        report = Report(target, {}, [], reading.files, _idle(settings, reading), [])
        if not any(file.docs for file in reading.files.values()):
            raise LibraryError(_nothing_read(source, report))
        before, after = plan.before_and_after(plan.needed(only))
        report.steps.extend([reading.made, *plan.run(before, store, engine, told.steps, progress)])
        if after or not only:
            report.steps.append(tried(store, engine, told.steps, progress))
            report.sensitivity.extend(store.read_all(SENSITIVITY.name).to_pylist())
            report.steps.extend(plan.run(after, store, engine, told.steps, progress))
        store.commit(plan.standing([*before, *after], store))
        report.counts.update(_counts(store, reading))
        report.notes.extend([*problems, *told.problems])
        report.notes.extend(_unsought(report.counts, settings))
        if not only:
            from variorum.publication import Edition, publish

            edition = Edition(settings.title or source.name, private, decided)
            report.notes.extend(publish(store, edition, progress))
        with writing(target / REPORT) as aside:
            aside.write_text(report.to_json(), encoding="utf-8")
    return report


def _check_places(library: Path, archive: Path) -> None:
    if not library.is_dir():
        missing = "there is no such folder; check the name"
        wrong = "it is a file; name the folder that it lies in" if library.is_file() else missing
        raise LibraryError(f"opened the library {library}: {wrong}")
    if library.is_relative_to(archive):
        raise UsageError(f"built {library}: the archive {archive} would hold the library; choose another place with -o")
    try:
        foreign = archive.exists() and not (archive / "tables" / ".lock").exists() and any(archive.iterdir())
    except NotADirectoryError:
        foreign = True
    except OSError as error:
        raise storage_error(archive, error) from error
    if foreign:
        raise UsageError(f"built {library}: {archive} is there already and is no archive; choose another place with -o")


def _nothing_read(library: Path, report: Report) -> str:
    why = [f"{visible(skip['path'])}: {skip['reason']}" for skip in report.skipped[:5]]
    if report.withheld:
        why = [f"all {report.withheld} documents that were read are not public; build with --private"]
    return f"read the library {library}: there is nothing in it that can be read and published\n  " + "\n  ".join(why)


def _idle(settings: Settings, reading: Reading) -> list[str]:
    """A word on each pattern of the settings that names nothing: it may be misspelt."""
    return [
        f"variorum.toml speaks of {rule.pattern!r}, and nothing in the library is called so"
        for rule in settings.rules
        if not any(rule.concerns(path) for path in reading.files)
    ]


def _unsought(counts: dict[str, int], settings: Settings) -> list[str]:
    """A word on translations, where there are more words than they are looked for in."""
    defaults = next(step.settings for step in plan.STEPS if step.name == "sentences")
    most = {**defaults, **settings.steps.get("sentences", {})}["most"]
    if "sentences" not in counts or counts["words"] <= most:
        return []
    return [
        f"Translations were not looked for: the library has more than {most:,} words; "
        "to have them, raise `most` under [sentences] in variorum.toml (some hundreds of sentences a second)"
    ]


def _counts(store: Store, reading: Reading) -> dict[str, int]:
    words = store.read_all("documents", ["words"])["words"]
    counts = {"files": len(reading.files), "words": sum(filter(None, words.to_pylist()))}
    counts |= {name: store.count(name) for name in BY_NAME if store.filled(name)}
    if "traditions" in counts:
        rows = store.read_all("traditions", ["tradition", "kind"])
        of_texts = rows.filter(pc.equal(rows["kind"], "text"))["tradition"]
        counts |= {"texts": len(of_texts.unique()), "witnesses": len(of_texts)}
    return counts
