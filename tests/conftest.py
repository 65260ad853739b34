"""What the tests share: the example's library, and an archive of it that is built once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

import variorum

settings.register_profile("same every time", derandomize=True, deadline=None)
settings.load_profile("same every time")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """Hashes run over the edge of 64 bits: compiled they do so silently, and plain they may."""
    if os.environ.get("NUMBA_DISABLE_JIT") == "1":
        config.addinivalue_line("filterwarnings", "ignore:overflow encountered in:RuntimeWarning")


@pytest.fixture(scope="session")
def example() -> Path:
    return ROOT / "examples" / "library"


@pytest.fixture(scope="session")
def archive(example: Path, tmp_path_factory: pytest.TempPathFactory) -> variorum.Archive:
    folder = tmp_path_factory.mktemp("built") / "archive"
    variorum.build(example, folder)
    return variorum.open(folder)


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"needs the real texts, which are not here: {SHARED.name}")
    return SHARED
