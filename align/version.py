"""The version of the installed distribution."""

from __future__ import annotations


def version() -> str:
    """Return the version, such as ``0.1.0``; ``unknown`` in a checkout that is not installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("align-zhen")
    except PackageNotFoundError:
        return "unknown"
