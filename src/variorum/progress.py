"""What is being done, how fast, and how long it will take: on a terminal only."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from variorum.engine import Progress


def silent(_doing: str, _done: int, _of: int) -> None:
    """Show no progress."""


@contextlib.contextmanager
def showing(quiet: bool) -> Iterator[Progress]:
    """A progress display on the terminal, with a rate and an estimate; none where the output is piped or unwanted."""
    if quiet or not (sys.stderr.isatty() and sys.stdout.isatty()):
        yield silent
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description:<22}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:>8}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as display:
        tasks = {}

        def show(doing: str, done: int, of: int) -> None:
            if doing not in tasks:
                tasks[doing] = display.add_task(doing, total=of, rate="")
            speed = display.tasks[tasks[doing]].speed
            display.update(tasks[doing], completed=done, total=of, rate=f"{speed:,.0f}/s" if speed else "")

        yield show
