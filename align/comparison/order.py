"""Where a pair stands among the matches: two texts often tell things in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Doubles = NDArray[np.float64]

# What a match still tells one segment further away; anything from .7 to .9 does as well.
FADING = 0.8
_NEVER = 1e-9


def between(probable: Doubles) -> Doubles:
    """Return how surely every pair stands between two matches, one before it in both texts and one after.

    What two matches enclose on either side is likely to be one more, even if it reads differently.

    Args:
        probable: The probability of every pair, shape ``(n, m)``.

    >>> between(np.array([[1.0, 0, 0], [0, 0, 0], [0, 0, 1.0]])).round(2)[1].tolist()
    [0.0, 1.0, 0.0]
    """
    return np.sqrt(_before(probable) * _before(probable[::-1, ::-1])[::-1, ::-1])


def _before(probable: Doubles) -> Doubles:
    """Return the highest probability above and left of every place, less the further away it is."""
    logs = np.log(np.maximum(probable, _NEVER))
    fading = np.log(FADING)
    slope = fading * np.arange(logs.shape[1])
    out = np.zeros_like(logs)
    reached = np.full(logs.shape[1], np.log(_NEVER))
    for row in range(len(logs) - 1):
        here = np.maximum(logs[row], reached + fading)
        reached = np.maximum.accumulate(here - slope) + slope
        out[row + 1, 1:] = np.exp(reached[:-1])
    return out
