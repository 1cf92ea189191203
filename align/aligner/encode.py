"""Encoders: what turns texts into vectors that mean the same in both languages."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

import numpy as np

from corpus import BackendError, ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors that mean the same in both languages."""

    @property
    def signature(self) -> str:
        """Name and version, for the run signature, such as ``hash-1``."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text, shape ``(len(texts), dim)``, float32."""


class TextVectors(Protocol):
    """The vectors of one text."""

    @property
    def segments(self) -> Floats:
        """One unit row a segment."""

    def groups(self, size: int, wanted: NDArray[np.bool_] | None = None) -> Floats:
        """Return one unit row for every ``size`` segments: all estimated, or exact ones where wanted."""

    def clauses(self, segments: NDArray[np.int64]) -> Floats:
        """Return one unit row a clause of the given segments, in order."""


@runtime_checkable
class PoolingEncoder(Protocol):
    """An encoder that gets the vectors of groups and clauses cheaper than by encoding their texts."""

    def pool(self, segments: Sequence[Sequence[str]], joiner: str) -> TextVectors:
        """Return the vectors of a text: its segments, each as clauses, and what joins two segments."""


ENCODERS = {
    "use": "align.aligner.pooled:UseEncoder",
    "hash": "align.aligner.encode:HashEncoder",
    "none": "align.aligner.lexical:LexicalEncoder",
}
LOCAL_MODEL = "sentence-transformers:"
OFFERED = ("none", "use", LOCAL_MODEL)


@lru_cache(maxsize=1)
def load_encoder(name: str) -> Encoder:
    """Return the encoder of a name, loaded once for many texts; ``none`` is the lexicon alone.

    Raises:
        BackendError: A package that the encoder needs is missing.
        ConfigError: No encoder has the name.
    """
    if name.startswith(LOCAL_MODEL):
        from align.aligner.vectorcache import CachedEncoder

        path = name.removeprefix(LOCAL_MODEL)
        return CachedEncoder(SentenceTransformerEncoder(path), Path(path))
    check_encoder(name)
    module, _, attribute = ENCODERS[name].partition(":")
    return cast("Encoder", getattr(import_module(module), attribute)())


def check_encoder(name: str) -> None:
    """Raise ``ConfigError`` where no encoder has a name."""
    if name not in ENCODERS and not name.startswith(LOCAL_MODEL):
        raise ConfigError(f"unknown encoder {name!r}; known: {', '.join(OFFERED)}PATH")


def vectors_of(encoder: Encoder, segments: Sequence[Sequence[str]], joiner: str) -> TextVectors:
    """Return the vectors of a text: its segments, each as clauses, and what joins two segments."""
    if isinstance(encoder, PoolingEncoder):
        return encoder.pool(segments, joiner)
    return EncodedText(encoder, segments, joiner)


class EncodedText:
    """The vectors of a text by encoding texts; a group is encoded only where it is wanted."""

    def __init__(self, encoder: Encoder, segments: Sequence[Sequence[str]], joiner: str) -> None:
        self._encoder = encoder
        self._clauses = segments
        self._texts = ["".join(clauses) for clauses in segments]
        self._joiner = joiner
        self.segments = encoder.encode(self._texts)

    def groups(self, size: int, wanted: NDArray[np.bool_] | None = None) -> Floats:
        """Return one unit row for every ``size`` segments: the mean of theirs, or exact ones where wanted."""
        count = max(0, len(self._texts) - size + 1)
        rows = np.zeros((count, self.segments.shape[1]), dtype=np.float32)
        if wanted is None or size == 1:
            for shift in range(size):
                rows += self.segments[shift : shift + count]
            return unit_rows(rows)
        places = np.flatnonzero(wanted)
        if len(places):
            texts = [self._joiner.join(self._texts[place : place + size]) for place in places.tolist()]
            rows[places] = self._encoder.encode(texts)
        return rows

    def clauses(self, segments: NDArray[np.int64]) -> Floats:
        """Return one unit row a clause of the given segments, in order."""
        return self._encoder.encode(
            [clause for place in segments.tolist() for clause in self._clauses[place]]
        )


class HashEncoder:
    """Vectors from hashed words and characters: deterministic, without a model, and without meaning.

    Texts are near when they share words, so a test can build a pair from numbers and names.
    """

    signature = "hash-1"

    def __init__(self, dim: int = 64) -> None:
        self._dim = dim

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text."""
        rows = np.zeros((len(texts), self._dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split() or [""]:
                digest = hashlib.blake2b(word.encode(), digest_size=8).digest()
                row[int.from_bytes(digest, "big") % self._dim] += 1
        return unit_rows(rows)


class SentenceTransformerEncoder:
    """Any model that the package ``sentence-transformers`` reads from a local folder, such as LaBSE."""

    def __init__(self, path: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found]
        except ImportError as error:
            raise BackendError("this encoder needs: pip install 'align-zhen[neural]'") from error
        try:
            self._model = SentenceTransformer(path, local_files_only=True)
        except (OSError, ValueError) as error:
            raise BackendError(f"{path}: not a sentence-transformers model ({error})") from error
        self.signature = f"sentence-transformers-{path.rstrip('/').rpartition('/')[2]}"

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text."""
        if not texts:
            return np.zeros((0, self._model.get_sentence_embedding_dimension() or 1), dtype=np.float32)
        rows = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def unit_rows(rows: Floats) -> Floats:
    """Return the rows at unit length; a row of zeros becomes the first axis."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    empty = lengths[:, 0] == 0
    scaled = rows / np.where(lengths == 0, 1, lengths)
    scaled[empty, :1] = 1
    return np.asarray(scaled, dtype=np.float32)
