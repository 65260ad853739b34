"""What the words of a library are marked with, in all that is compiled here.

Constants are compiled into the kernels, and numba's cache looks at a kernel's own file only: whoever changes one of
these empties `__pycache__`.
"""

LETTERS = 16
"""How many letters of a word are compared when two words are held to be alike."""

OMITTED, MARKED, QUOTED = 1, 2, 4
"""What may stand before a word: a sign of something left out, a quotation mark; and whether it is quoted itself."""

PAUSED, STOPPED, CAPITAL = 8, 16, 32
"""What else may: a comma, a full stop or the like; and whether the word begins with a capital."""
