"""Word lists: what is looked up in their files is what the package says."""

from __future__ import annotations

import wordfreq

from variorum.layers.names.listed import listed


def test_shares_are_those_of_the_package() -> None:
    for code in ("en", "fr"):
        known, share = wordfreq.get_frequency_dict(code, wordlist="best"), listed(code).share
        assert {word: share(word) for word in known} == known
        assert not any(map(share, ("", "xqzt", "e" * 40, "ж" * 300)))
