"""How firmly two things belong together by their counts: Dice's coefficient, the log-likelihood ratio."""

from __future__ import annotations

from math import log

SIGNIFICANT = 10.83  # of the log-likelihood ratio; by chance one pair in a thousand reaches it


def dice(joint: int, left: int, right: int) -> float:
    """Return Dice's coefficient, 0 to 1: how much of both counts is joint.

    >>> dice(2, 2, 2), dice(1, 1, 3)
    (1.0, 0.5)
    """
    return 2 * joint / (left + right) if left + right else 0.0


def log_likelihood(joint: int, left: int, right: int, total: int) -> float:
    """Return the log-likelihood ratio of two things that were counted in the same units.

    It is 0 for things that are independent, and for those that avoid each other (Dunning 1993,
    https://aclanthology.org/J93-1003).

    Args:
        joint: In how many units both occur.
        left: In how many the one does.
        right: In how many the other does.
        total: How many units there are.

    >>> round(log_likelihood(10, 10, 10, 1000)), log_likelihood(1, 10, 100, 1000)
    (112, 0.0)
    """
    if joint * total <= left * right:
        return 0.0
    cells = (joint, left - joint, right - joint, total - left - right + joint)
    rows = (left, left, total - left, total - left)
    columns = (right, total - right, right, total - right)
    terms = (
        cell * log(cell * total / (row * column))
        for cell, row, column in zip(cells, rows, columns, strict=True)
        if cell
    )
    return 2 * sum(terms)
