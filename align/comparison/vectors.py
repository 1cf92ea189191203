"""The vectors of units, each text encoded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corpus.pattern import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from align.aligner.encode import Encoder
    from align.comparison.side import Side, Unit

    Floats = NDArray[np.float32]


_FIGURES = lazy(r"\d+(?:[.,]\d+)*")
# What stands for any figure.
_FIGURE = "9"


class Vectors:
    """Encodes units of texts and words; what was encoded is kept, as every reference asks for the article."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self._rows: dict[str, Floats] = {}

    def of(self, side: Side, units: Sequence[Unit]) -> Floats:
        """Return one unit-length row a unit."""
        return self.of_texts([side.plain(unit) for unit in units])

    def without_figures(self, side: Side, units: Sequence[Unit]) -> Floats:
        """Return one unit-length row a unit, the same whatever its figures are."""
        return self.of_texts([_FIGURES.sub(_FIGURE, side.plain(unit)) for unit in units])

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """Return one unit-length row a text."""
        missing = list(dict.fromkeys(text for text in texts if text not in self._rows))
        if missing:
            self._rows.update(zip(missing, self.encoder.encode(missing), strict=True))
        return np.stack([self._rows[text] for text in texts]) if texts else self.encoder.encode([])
