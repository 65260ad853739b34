"""Characters that no one types, and text that was decoded wrongly.

**What it finds.** The replacement character, control characters, ligatures of print (*ﬁ*), soft hyphens and invisible
characters inside words, *Ã©* for *é*, entities (*&amp;*) and tags left in the text.

**Why it matters.** They are not seen, or look like nonsense, and no search finds the word that they stand in.

**Example.** the ofﬁce → the office; cafÃ© → café

**When it is wrong.** Where a text is about markup, or a script needs the invisible characters.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from unicodedata import normalize

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import Pattern, departures
from variorum.layers.findings.suspect import Rule, Suspect

_SECOND = r"[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ¡-¿]"
_MOJIBAKE = sought("[ÂÃÐÑâ]", f"€|{_SECOND}", rf"(?:(?<=â)€[™œ\u009d˜”“¦]|(?<!â){_SECOND}(?:[ÂÃÐÑ]{_SECOND})*)")


def _decoded(match: re.Match[str]) -> str | None:
    """The same bytes read as UTF-8, if they are UTF-8."""
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


_ENTITY = sought("&", "[a-z#]", r"(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_TAG = sought(
    "<", "[a-z/]", r"/?(?:i|b|em|strong|p|br|span|div|a|font|center|sup|sub|hr|u)(?:\s[^<>\n]{0,80})?/?>", re.IGNORECASE
)
_INVISIBLE = sought(r"[\u200b\ufeff\u2060]", r"[^\W\d_]", r"(?<=[^\W\d_].)(?=[^\W\d_])")
HABIT = 0.02
"""What stands so often, for the words of a text, may be what it is about."""
PATTERNS = (
    Pattern(
        sought("\ufffd", None, "\ufffd*"),
        None,
        0.95,
        lambda _: None,
        "a character was lost when the file was decoded",
        HABIT,
    ),
    Pattern(sought(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", None), None, 0.95, lambda _: "", "a control character", HABIT),
    Pattern(sought("[ﬀ-ﬆ]", None), None, 0.9, lambda match: normalize("NFKC", match[0]), "a ligature of print", HABIT),
    Pattern(_INVISIBLE, None, 0.9, lambda _: "", "an invisible character in a word", HABIT),
    Pattern(_MOJIBAKE, None, 0.95, _decoded, "read in the wrong encoding", HABIT),
    Pattern(_ENTITY, None, 0.95, lambda match: html.unescape(match[0]), "an entity was left in the text", HABIT),
)
TAGS = (Pattern(_TAG, None, 0.95, lambda _: "", "a tag was left in the text", HABIT),)
MARKED = 8
"""A text with more tags is rather written with them."""


def find(page: Page) -> Iterator[Suspect]:
    """The characters of a page that no one types."""
    yield from departures(page, PATTERNS)
    tags = list(departures(page, TAGS))
    share = min(1.0, MARKED / len(tags)) if tags else 1.0
    yield from (one._replace(likely=one.likely * share) for one in tags)


CHARACTERS = Rule("characters", find)
