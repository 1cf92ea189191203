"""The version of the program; the distribution takes its own from here."""

from __future__ import annotations

VERSION = "0.1.0"


def version() -> str:
    """Return the version, such as ``0.1.0``; to ask the installed distribution takes 20 ms at every start."""
    return VERSION
