"""Vectors kept in the user's cache folder, so that of an edited text only what changed is encoded again.

Only encoders that take many times as long as reading a file are worth it. A file holds some texts' digests
and vectors; it is written aside and never changed, so that runs at once do not disturb each other. A file
that is damaged is left out, and a folder that cannot be written is done without.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from corpus.aside import written_aside
from corpus.cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from align.aligner.encode import Encoder

    Floats = NDArray[np.float32]

# The newest files of an encoder are kept, up to so many bytes.
LIMIT_BYTES = 128 << 20
# More files than this are put together into one.
LIMIT_FILES = 40
_DIGEST_BYTES = 16
_DAMAGE = (OSError, ValueError, KeyError, EOFError, BadZipFile)


class CachedEncoder:
    """An encoder that looks for its vectors in the cache folder first.

    Args of the constructor: the encoder, and the folder of its model, which may change under the same name.
    """

    def __init__(self, encoder: Encoder, model: Path | None = None) -> None:
        self._encoder = encoder
        self.signature = encoder.signature
        name = blake2b(f"{encoder.signature} {_state(model)}".encode(), digest_size=8).hexdigest()
        self._folder = cache_folder() / f"vectors-{name}"
        self._known = _read(self._folder)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text."""
        digests = [blake2b(text.encode(), digest_size=_DIGEST_BYTES).digest() for text in texts]
        new = {key: text for key, text in zip(digests, texts, strict=True) if key not in self._known}
        if new or not texts:
            rows = self._encoder.encode(list(new.values()))
            self._known.update(zip(new, rows, strict=True))
            if not texts:
                return rows
            _write(self._folder, {key: self._known[key] for key in new})
        return np.stack([self._known[key] for key in digests])


def _state(model: Path | None) -> str:
    """Return what tells a model's files from those of another, or of another version."""
    files = sorted(path for path in model.rglob("*") if path.is_file()) if model else []
    return repr([(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files])


def _read(folder: Path) -> dict[bytes, Floats]:
    """Return the vectors of the newest files by digest, and tidy the folder."""
    known: dict[bytes, Floats] = {}
    files = _newest_first(folder)
    kept, total = 0, 0
    for path in files:
        with suppress(*_DAMAGE):
            total += path.stat().st_size
            if total > LIMIT_BYTES:
                break
            known = _load(path) | known
        kept += 1
    if kept < len(files) or len(files) > LIMIT_FILES:
        if len(files) > LIMIT_FILES:
            _write(folder, known)
            kept = 0
        for path in files[kept:]:
            with suppress(OSError):
                path.unlink()
    return known


def _newest_first(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(
            folder.glob("*.npz"), key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True
        )
    return []


def _load(path: Path) -> dict[bytes, Floats]:
    with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as file:
        digests, rows = file["digests"], file["rows"]
    if digests.shape != (len(rows), _DIGEST_BYTES) or digests.dtype != np.uint8 or rows.ndim != 2:
        raise ValueError("another layout")
    if rows.dtype != np.float32 or not np.isfinite(rows).all():
        raise ValueError("no vectors")
    return {digest.tobytes(): row for digest, row in zip(digests, rows, strict=True)}


def _write(folder: Path, vectors: dict[bytes, Floats]) -> None:
    """Write vectors into a new file; a cache that cannot be written is done without."""
    if not vectors:
        return
    digests = np.frombuffer(b"".join(vectors), dtype=np.uint8).reshape(-1, _DIGEST_BYTES)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with written_aside(folder / f"{os.urandom(8).hex()}.npz") as file:
            np.savez(file, digests=digests, rows=np.stack(list(vectors.values())))
