"""variorum.toml: what it says is understood, or it is said what is wrong and what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from variorum.errors import SettingsError
from variorum.settings import Settings, is_public, read_settings

KNOWN = {"reuse": {"longest": 3, "share": 0.5, "name": "x", "on": True}}


def settings(tmp_path: Path, written: str) -> Settings:
    (tmp_path / "variorum.toml").write_text(written, encoding="utf-8")
    return read_settings(tmp_path, KNOWN)


def test_nothing_need_be_said(tmp_path: Path) -> None:
    assert read_settings(tmp_path, KNOWN) == Settings()


def test_what_is_said_is_understood(tmp_path: Path) -> None:
    said = settings(
        tmp_path,
        """
        title = "Letters from the salt road"
        [editions.collected]
        name = "Collected Letters"
        documents = ["edition/*"]
        [documents."edition/*"]
        author = "Anna Weil"
        date = 1871
        [documents."edition/3.txt"]
        author = "Jakob Weil"
        published = 1912-05-01
        access = "embargoed until 2031-01-01"
        [reuse]
        longest = 4
        [engine]
        memory = "1.5 GB"
        """,
    )
    assert said.title == "Letters from the salt road"
    assert said.facts("edition/1.txt") == {"edition": "Collected Letters", "author": "Anna Weil", "composed": "1871"}
    assert said.facts("edition/3.txt")["author"] == "Jakob Weil"
    assert said.facts("edition/3.txt")["published"] == "1912-05-01"
    assert said.facts("memoir.txt") == {}
    assert said.steps == {"reuse": {"longest": 4}}
    assert said.engine == {"memory": 1_500_000_000}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('titel = "x"', "did you mean 'title'"),
        ("[reuse]\nlongets = 4", "did you mean 'longest'"),
        ('[documents."a"]\nacess = "private"', "did you mean 'access'"),
        ('[documents."a"]\naccess = "secret"', 'write "public", "private" or'),
        ('[documents."a"]\naccess = "embargoed until 2031-02-30"', 'write "public"'),
        ("[reuse]\nlongest = '4'", "such as 3 (int)"),
        ("[reuse]\nlongest = true", "such as 3 (int)"),
        ("[engine]\nmemory = 'plenty'", "engine.memory is 'plenty'; write how much"),
        ("[engine]\nmemory = 2", 'as "2 GB" or "512 MiB"'),
        ("[engine]\nmemory = true", "write how much"),
        ("[engine]\nmemory = '1 MB'", 'at least "64 MB"'),
        ("[engine]\nmemory = '999999999 TB'", "write how much"),
        ("[engine]\nmemroy = '2 GB'", "did you mean 'memory'"),
        ("engine = '2 GB'", "write it as a section [engine]"),
        ("documents = 3", "write it as"),
        ('[editions]\na = "b"', "write it as a section [editions.a]"),
        ("title = [", "it is not TOML"),
        ('zzzz = "x"', "known are: title, editions"),
    ],
)
def test_what_is_not_understood_is_said(tmp_path: Path, written: str, said: str) -> None:
    with pytest.raises(SettingsError) as told:
        settings(tmp_path, written)
    assert said in str(told.value)


@pytest.mark.parametrize(
    ("access", "public"),
    [
        (None, True),
        ("public", True),
        ("private", False),
        ("hidden", False),
        ("embargoed until 2026-01-01", True),
        ("embargoed until 2026-01-02", False),
    ],
)
def test_access(access: str | None, public: bool) -> None:
    assert is_public(access, date(2026, 1, 1)) is public
