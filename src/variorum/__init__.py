"""variorum shows how a text came down to us.

>>> import variorum
>>> report = variorum.build("examples/library", "/tmp/archive")  # doctest: +SKIP
>>> variorum.open("/tmp/archive").find("a glass of water")  # doctest: +SKIP
"""

from variorum.library import Archive, build, find, open

__all__ = ["Archive", "build", "find", "open"]
