"""The commands; each is one call.

Exit codes: 0 done; 2 what was asked cannot be done (no library, settings not understood, an optional part missing);
3 no whole archive there; 4 another build is writing it; 5 the disk is full or not writable; 130 stopped with Ctrl-C.
A file that cannot be read is reported and passed over: the build is done, and ends with 0; with --strict, with 1.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from variorum.errors import UsageError, VariorumError

if TYPE_CHECKING:
    from variorum.archive.search import Hit
    from variorum.library import Archive

STOPPED = 130
SELDOM = 50_000
"""So many objects more there are before rings are looked for among them: there are hardly any."""
UNSOUGHT = (
    "variorum: not sought in other words: no sentences of this archive are encoded "
    "(see `encoder` and `most` under [sentences] in variorum.toml)"
)

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="variorum")
def cli() -> None:
    """Show how a text came down to us."""


@cli.command()
@click.argument("library", type=click.Path(path_type=Path))
@click.option("-o", "--output", "archive", type=click.Path(path_type=Path), help="Where; else LIBRARY-archive.")
@click.option("--only", metavar="TABLE", help="Only this table, and those that it needs.")
@click.option("--private", is_flag=True, help="Take in documents that are not public.")
@click.option("--strict", is_flag=True, help="End with 1 if a file could not be read.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def build(
    library: Path,
    archive: Path | None,
    only: str | None,
    private: bool,
    strict: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Read LIBRARY, find what its documents share, and write an archive."""
    from variorum import library as libraries
    from variorum.progress import showing
    from variorum.report import summary

    _check_table(only)
    with showing(quiet or as_json) as progress:
        report = libraries.build(library, archive, only=only, private=private, progress=progress)
    if as_json:
        click.echo(report.to_json(), nl=False)
    elif not quiet:
        for line in summary(report):
            click.echo(line)
        if not only:
            click.echo(f"Read it with: variorum serve {click.format_filename(report.archive)}")
    if strict and any(skip["kind"] == "failed" for skip in report.skipped):
        sys.exit(1)


def _check_table(only: str | None) -> None:
    from variorum import plan

    names = [*plan.READ, *(step.name for step in plan.STEPS)]
    if only is not None and only not in names:
        raise click.BadParameter(f"there is no table {only!r}; tables are {', '.join(names)}", param_hint="--only")


@cli.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Whom to serve; this machine only, unless you say."
)
@click.option("--port", default=8000, show_default=True, help="The port to listen at.")
@click.option("--review", "library", type=_FOLDER, metavar="LIBRARY", help="Review its suspected slips at /review.")
@click.option("--who", default=getuser, show_default="your name on this machine", help="Who decides there.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def serve(archive: Path, host: str, port: int, library: Path | None, who: str, quiet: bool) -> None:
    """Read ARCHIVE in a browser on this machine."""
    from variorum.library import open
    from variorum.server import serve

    serve(open(archive), host, port, library=library, who=who, quiet=quiet)


@cli.command()
@click.argument("words")
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--limit", default=20, show_default=True, help="How many places at most, by words and by meaning.")
@click.option("--words", "words_alone", is_flag=True, help="Leave out what says the same in other words: faster.")
@click.option("--json", "as_json", is_flag=True, help="Print the places as JSON.")
@click.option("--quiet", is_flag=True, help="Print only the documents and their spans.")
def find(words: str, archive: Path, limit: int, words_alone: bool, as_json: bool, quiet: bool) -> None:
    """Find every place in ARCHIVE that carries WORDS, or nearly these, best first.

    Then those that likely say the same in other words, or in another language, if WORDS are three or more.
    """
    from variorum.library import open

    there = open(archive)
    hits = there.find(words, limit=limit, meaning=not words_alone)
    if as_json:
        click.echo(json.dumps([hit._asdict() for hit in hits], ensure_ascii=False, indent=1))
        return
    said = [hit for hit in hits if hit.by == "words"]
    _show(said, quiet)
    if len(said) < len(hits) and not quiet:
        click.echo("Likely the same in other words:")
    _show(hits[len(said) :], quiet)
    if not hits and not quiet:
        click.echo("Not found here.")
    if not (words_alone or quiet or there.encoded):
        click.echo(UNSOUGHT, err=True)


def _show(hits: list[Hit], quiet: bool) -> None:
    from variorum.sources import visible

    for hit in hits:
        click.echo(f"{visible(hit.doc)}:{hit.start}-{hit.end}" + ("" if quiet else f"  {hit.score:.2f}"))
        if not quiet:
            click.echo(f"    {visible(hit.text)}")


@cli.command()
@click.argument("texts", nargs=-1, type=click.Path(path_type=Path))
@click.option("--tradition", default="", metavar="ID", help="Of an archive: this text in all its witnesses.")
@click.option(
    "--to", "form", metavar="FORMAT", help="apparatus, table, html, tei, tei-external, json, csv, nexus, graphml."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; else it is printed.")
@click.option(
    "--lemma",
    type=click.Choice(["base", "majority", "none"]),
    default="base",
    show_default=True,
    help="What witnesses are held against: the first, what most have, or each other.",
)
@click.option("--substantive", is_flag=True, help="Count spelling, punctuation and the like as no difference.")
@click.option("--json", "as_json", is_flag=True, help="Print the variants as JSON.")
@click.option("--quiet", is_flag=True, help="Print nothing but what was asked for, and errors.")
def compare(
    texts: tuple[Path, ...],
    tradition: str,
    form: str | None,
    output: Path | None,
    lemma: str,
    substantive: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Collate TEXTS word by word: files, folders whose files are one text, or a tradition of an archive."""
    from variorum.comparing import compare

    done = compare(*texts, tradition=tradition, lemma=lemma, substantive=substantive)
    if not quiet:
        for note in done.notes:
            click.echo(f"variorum: {note}", err=True)
    written = done.to(form) if form else done.to_json() if as_json else done.told()
    if output:
        output.write_text(written, encoding="utf-8")
    else:
        click.echo(written, nl=False)


def _archive_of(library: Path, archive: Path | None) -> Archive:
    from variorum.library import open, place_of

    return open(archive or place_of(library))


@cli.command()
@click.argument("library", type=_FOLDER)
@click.option("-a", "--archive", type=click.Path(path_type=Path), help="The archive built of it; else LIBRARY-archive.")
@click.option("--limit", default=20, show_default=True, help="How many at most; 0 for all.")
@click.option("--least", default=0.1, show_default=True, help="How sure they are at least, from 0 to 1.")
@click.option("--to", "form", default="text", show_default=True, help="text, lines, csv, json, sarif or tei.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; else it is printed.")
def check(library: Path, archive: Path | None, limit: int, least: float, form: str, output: Path | None) -> None:
    """List the suspected slips of LIBRARY that nobody decided yet, surest first."""
    from variorum.proofs import written

    done = written(library, _archive_of(library, archive), form, limit=limit, least=least)
    for problem in done.problems:
        click.echo(f"variorum: {problem}", err=True)
    if output:
        output.write_text(done.text, encoding="utf-8")
    else:
        click.echo(done.text, nl=False)


@cli.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--to", "form", default="jsonld", show_default=True, help="jsonld (schema.org), tei or cidoc.")
@click.option("--title", default="", help="What the archive is called; else the name of its folder.")
@click.option("--site", default="", metavar="URL", help="Where its pages can be read, so that addresses are whole.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; else it is printed.")
def export(archive: Path, form: str, title: str, site: str, output: Path | None) -> None:
    """Write ARCHIVE as linked data: who and what is named, what is dated, how texts came down."""
    from variorum.exporting import export
    from variorum.library import open

    pieces = export(open(archive), form, title=title, site=site)
    with click.open_file(str(output or "-"), "w", encoding="utf-8") as file:
        file.writelines(pieces)


def _key() -> str:
    """The next key that is pressed."""
    try:
        return click.getchar().lower()
    except (OSError, EOFError) as error:
        raise UsageError(
            "asked for a key: there is no terminal to press it in; decide in the browser with: variorum serve --review"
        ) from error


@cli.command()
@click.argument("library", type=_FOLDER)
@click.option("-a", "--archive", type=click.Path(path_type=Path), help="The archive built of it; else LIBRARY-archive.")
@click.option("--who", default=getuser, show_default="your name on this machine", help="Who decides.")
@click.option("--least", default=0.1, show_default=True, help="How sure findings are at least, from 0 to 1.")
def review(library: Path, archive: Path | None, who: str, least: float) -> None:
    """Go through the suspected slips of LIBRARY, one key each, and keep what you decide in decisions.jsonl."""
    from variorum.proofs import desk
    from variorum.review import review

    there = desk(library, _archive_of(library, archive), least=least)
    for problem in there.problems:
        click.echo(f"variorum: {problem}", err=True)
    made = review(library, there, who, _key, click.echo)
    click.echo(f"{made} decided; {len(there.proofs) - made} left. Write back what was accepted with: variorum mend")


@cli.command()
@click.argument("library", type=_FOLDER)
@click.option("-a", "--archive", type=click.Path(path_type=Path), help="The archive built of it; else LIBRARY-archive.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--undo", is_flag=True, help="Put the files back as they were before the last mending.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def mend(library: Path, archive: Path | None, dry_run: bool, undo: bool, quiet: bool) -> None:
    """Write the accepted mends back into the files of LIBRARY: only the bytes of each slip change."""
    from variorum import mending

    there = _archive_of(library, archive)
    if undo:
        done = mending.undo(library, there.folder)
    else:
        done = mending.mend(library, there.folder, there.table("documents"), there.table("origins"), write=not dry_run)
    for line in mending.told(done, undone=undo, written=not dry_run) if not quiet else ():
        click.echo(line)
    for left in done.left:
        click.echo(f"variorum: {left}", err=True)


def main() -> None:
    """Run a command, and tell what went wrong in a sentence."""
    gc.set_threshold(SELDOM)
    _run(lambda: cli.main(standalone_mode=False))


def _run(command: Callable[[], Any]) -> None:
    try:
        command()
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except VariorumError as error:
        click.echo(f"variorum: {error}", err=True)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("variorum: stopped; the archive is whole, and the next build goes on from here", err=True)
        sys.exit(STOPPED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
