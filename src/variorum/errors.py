"""Everything that can go wrong, each with what to do about it.

    VariorumError               exit code
    |-- UsageError                  2     what was asked for cannot be done
    |   |-- LibraryError            2     there is no library there, or nothing in it
    |   |-- SettingsError           2     variorum.toml says something that is not understood
    |   `-- MissingExtra            2     an optional part of variorum is not installed
    |-- ArchiveError                3     there is no whole archive there
    |   |-- MixedArchive            3     a build was interrupted, or is running
    |   `-- ArchiveInUse            4     another build is writing it
    |-- StorageError                5     the disk is full, or not writable
    |-- EncoderError                1     the encoder of sentences is damaged
    `-- SourceError                 -     one source cannot be read: reported, and passed over
        |-- NotText                       it holds no text that variorum reads
        |-- NotReadable                   the system refuses it
        |-- TooLarge                      it expands beyond the limit
        |-- TooSlow                       reading it takes longer than the limit
        `-- ChangedWhileRead              it is being written to

Each message says what was done, what is wrong, and what to do.
"""

from __future__ import annotations

__all__ = [
    "ArchiveError",
    "ArchiveInUse",
    "ChangedWhileRead",
    "EncoderError",
    "LibraryError",
    "MissingExtra",
    "MixedArchive",
    "NotReadable",
    "NotText",
    "SettingsError",
    "SourceError",
    "StorageError",
    "TooLarge",
    "TooSlow",
    "UsageError",
    "VariorumError",
]


class VariorumError(Exception):
    """Anything that variorum says went wrong; `exit_code` is what the command ends with."""

    exit_code = 1


class UsageError(VariorumError):
    """What was asked for cannot be done as it was asked."""

    exit_code = 2


class LibraryError(UsageError):
    """There is no library at that place, or nothing in it can be read."""


class SettingsError(UsageError):
    """A key or value of variorum.toml is not understood."""


class MissingExtra(UsageError):
    """An optional part of variorum is needed and not installed.

    >>> print(MissingExtra("serve", "reading an archive in the browser"))
    reading an archive in the browser needs an optional part of variorum: pip install 'variorum[serve]'
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an optional part of variorum: pip install 'variorum[{extra}]'")


class ArchiveError(VariorumError):
    """There is no whole archive at that place."""

    exit_code = 3


class MixedArchive(ArchiveError):
    """The tables of an archive were not made from one another: a build was interrupted, or is running."""


class ArchiveInUse(ArchiveError):
    """Another build is writing this archive."""

    exit_code = 4


class StorageError(VariorumError):
    """The archive cannot be written: no space is left, or the place is read-only."""

    exit_code = 5


class EncoderError(VariorumError):
    """The encoder of sentences cannot be used: what it learnt is damaged or of another version."""


class SourceError(VariorumError):
    """One source cannot be read; the build reports it and goes on."""


class NotText(SourceError):
    """The source holds no text in a format that variorum reads."""


class NotReadable(SourceError):
    """The system does not let the source be opened."""


class TooLarge(SourceError):
    """The source, or what it expands to, exceeds the limit on memory or size."""


class TooSlow(SourceError):
    """Reading the source takes longer than the limit."""


class ChangedWhileRead(SourceError):
    """The source was written to while it was read."""
