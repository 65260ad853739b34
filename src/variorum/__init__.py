"""variorum shows how a text came down to us.

>>> import variorum
>>> report = variorum.build("examples/library", "example-archive")  # doctest: +SKIP
>>> variorum.open("example-archive").find("four hundred sheets, salt")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.comparing import compare
    from variorum.library import Archive, build, find, open

__all__ = ["Archive", "build", "compare", "find", "open"]


def __getattr__(name: str) -> Any:
    """What the face shows, imported when it is asked for: reading processes need none of it."""
    if name not in __all__:
        raise AttributeError(f"module 'variorum' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("variorum.comparing" if name == "compare" else "variorum.library"), name)
