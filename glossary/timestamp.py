"""Dates of entries, as every format writes them in its own way."""

from __future__ import annotations

from datetime import UTC, datetime

MEMOQ = "%m/%d/%Y %I:%M:%S %p"  # as memoQ writes them, in UTC


def timestamp(text: str) -> str | None:
    """Return a date as ISO 8601: with its time in UTC, or without where that is midnight; None for no date.

    >>> timestamp("20240501T000000Z"), timestamp("5/1/2024 8:15:00 PM"), timestamp("in May")
    ('2024-05-01', '2024-05-01T20:15:00Z', None)
    """
    moment = _moment(text.strip())
    if moment is None:
        return None
    if moment.hour or moment.minute or moment.second:
        return moment.strftime(f"{moment.year:04}-%m-%dT%H:%M:%SZ")
    return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"


def compact(text: str) -> str | None:
    """Return a date as TMX writes it; None for no date.

    >>> compact("2024-05-01")
    '20240501T000000Z'
    """
    moment = _moment(text)
    return None if moment is None else moment.strftime(f"{moment.year:04}%m%dT%H%M%SZ")


def american(text: str) -> str | None:
    """Return a date as memoQ writes it; None for no date.

    >>> american("2024-05-01T20:15:00Z")
    '5/1/2024 8:15:00 PM'
    """
    moment = _moment(text)
    if moment is None:
        return None
    hour = moment.strftime("%I").lstrip("0")
    return f"{moment.month}/{moment.day}/{moment.year:04} {hour}{moment.strftime(':%M:%S %p')}"


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    for read in (datetime.fromisoformat, lambda text: datetime.strptime(text, MEMOQ)):
        try:
            moment = read(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None
