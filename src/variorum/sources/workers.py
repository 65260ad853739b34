"""The parent of the reading processes: hands them files, takes what they find, and ends those that go too far."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread, Timer
from time import monotonic
from typing import BinaryIO, NamedTuple

from variorum.engine import Progress
from variorum.errors import VariorumError
from variorum.sources.frames import Frame, read_frame, write_frame
from variorum.sources.source import Limits, Outcome, Read, Skipped, Source

WORTH_A_WORKER = 2_000_000
"""Bytes that a further process should have to read, to be worth its start."""


def outcomes(sources: Sequence[Source], limits: Limits, most: int, progress: Progress | None) -> Iterator[Outcome]:
    """What became of each source, as it comes."""
    refused = [Skipped(source, None, *source.refusal) for source in sources if source.refusal]
    yield from refused
    done = len(refused)
    for outcome in _read([source for source in sources if not source.refusal], limits, most):
        done += isinstance(outcome, Skipped) or outcome.last
        if progress:
            progress("reading", done, len(sources))
        yield outcome


def _read(sources: Sequence[Source], limits: Limits, most: int) -> Iterator[Outcome]:
    """What the workers say; each is attended by a thread, and the largest files are read first."""
    waiting = deque(sorted(sources, key=lambda source: (-source.size, source.path)))
    count = min(most, len(waiting), 1 + sum(source.size for source in sources) // WORTH_A_WORKER)
    told: Queue[_Told] = Queue(maxsize=1)
    desks = [_Desk(waiting, limits, told, Event(), []) for _ in range(count)]
    threads = [Thread(target=_attend, args=(desk,), daemon=True) for desk in desks]
    try:
        for thread in threads:
            thread.start()
        while count:
            word = told.get()
            if isinstance(word, BaseException):
                raise word
            if word is None:
                count -= 1
            else:
                yield word
    finally:
        waiting.clear()
        _close(desks, threads, told)


_Told = Outcome | BaseException | None


class _Desk(NamedTuple):
    """What the thread that attends a worker shares with the others."""

    waiting: deque[Source]
    limits: Limits
    told: Queue[_Told]
    closed: Event
    workers: list[_Worker]
    """Those that it has had, the last at work."""


def _close(desks: Sequence[_Desk], threads: Sequence[Thread], told: Queue[_Told]) -> None:
    """End all workers, and wait until they are gone."""
    for desk in desks:
        desk.closed.set()
        for worker in desk.workers:
            worker.process.kill()
    for thread in threads:
        while thread.is_alive():
            with suppress(Empty):
                told.get(timeout=0.02)


def _attend(desk: _Desk) -> None:
    """Let a worker read what is waiting, and put another in its place if it ends before its time."""
    worker: _Worker | None = None
    try:
        while not desk.closed.is_set():
            try:
                source = desk.waiting.popleft()
            except IndexError:
                break
            if worker is None:
                worker = _Worker(desk.closed)
                desk.workers.append(worker)
            for outcome in worker.read(source, desk.limits):
                desk.told.put(outcome)
            if worker.gone:
                worker.end()
                worker = None
        desk.told.put(None)
    except BaseException as error:  # it belongs to whoever asked for the reading
        desk.told.put(error)
    finally:
        if worker:
            worker.end()


class _Worker:
    """A reading process."""

    def __init__(self, closed: Event) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "variorum.sources.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        assert self.process.stdin and self.process.stdout
        self.tell: BinaryIO = self.process.stdin  # type: ignore[assignment]
        self.hear: BinaryIO = self.process.stdout  # type: ignore[assignment]
        self.closed, self.overdue, self.gone = closed, False, False
        if self._next(60) is None:
            self.end()
            raise VariorumError(
                f"the processes that read files do not start: `{sys.executable} -P -m variorum.sources.worker` says why"
            )

    def read(self, source: Source, limits: Limits) -> Iterator[Outcome]:
        """What becomes of a source; the time that is spent on what is already read does not count."""
        with suppress(BrokenPipeError):
            write_frame(self.tell, {"path": source.path, "file": source.file, "limits": limits})
        left = limits.seconds + limits.seconds_per_megabyte * source.size / 1e6
        sha256 = None
        while True:
            began = monotonic()
            frame = self._next(left)
            left -= monotonic() - began
            if frame is None:
                self.gone = True
                yield Skipped(source, sha256, "failed", self._why_gone(source, limits))
                return
            sha256 = frame.head.get("sha256", sha256)
            outcome = _outcome(source, sha256, frame)
            if outcome:
                yield outcome
                if isinstance(outcome, Skipped) or outcome.last:
                    return

    def _next(self, seconds: float) -> Frame | None:
        """What the process says next; None if it is gone, as it is when it has said nothing for so long."""
        if self.closed.is_set():
            return None
        timer = Timer(max(seconds, 0), self._overdue)
        timer.start()
        try:
            return read_frame(self.hear)
        finally:
            timer.cancel()

    def _overdue(self) -> None:
        self.overdue = True
        self.process.kill()

    def _why_gone(self, source: Source, limits: Limits) -> str:
        if self.overdue:
            seconds = limits.seconds + limits.seconds_per_megabyte * source.size / 1e6
            return f"reading it takes more than {seconds:.0f} seconds: divide the file, or report it"
        code = self.process.wait()
        return (
            f"the reader broke down on it (exit code {code}), perhaps for want of memory: divide the file, or report it"
        )

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.tell, self.hear):
            with suppress(OSError):
                pipe.close()


def _outcome(source: Source, sha256: str | None, frame: Frame) -> Outcome | None:
    head = frame.head
    if head["kind"] == "skipped":
        return Skipped(source, sha256, head["why"], head["reason"])
    if head["kind"] == "read":
        return Read(source, sha256 or "", frame.tables, head["warnings"], head["last"])
    return None


def _environment() -> dict[str, str]:
    """The parent's, with the place of this package, and one thread where a library would start many."""
    path = os.pathsep.join([str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])])
    one = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
    return {**os.environ, **one, "PYTHONPATH": path}
