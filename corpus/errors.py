"""The errors we raise on purpose; the command line prints each as one line and exits with status 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class BitextError(Exception):
    """Base of every error that a user can cause and mend."""


class InputError(BitextError):
    """A file is wrong: the message names it and, where known, the line and column.

    >>> from pathlib import Path
    >>> str(InputError("the row has no target", path=Path("a.tsv"), line=3))
    'a.tsv:3: the row has no target'
    """

    def __init__(
        self, problem: str, *, path: Path | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        self.column = column
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {problem}" if place else problem)


class OffsetError(BitextError):
    """A span does not lie where it says."""


class ConfigError(BitextError):
    """An option, code or name is unknown; the message lists the known ones."""


class BackendError(BitextError):
    """An optional package is missing or failed; the message has the command that installs it."""


def json_problem(error: ValueError | RecursionError) -> str:
    """Return why JSON cannot be read, without the place.

    >>> json_problem(RecursionError("maximum recursion depth exceeded"))
    'nested too deeply'
    """
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return getattr(error, "msg", "a number has too many digits")  # Python reads 4,300


def one_line(error: BitextError | OSError) -> str:
    """Return the message of an error as one line that names the file."""
    if isinstance(error, OSError) and error.filename is not None:
        return " ".join(f"{error.filename}: {error.strerror}".split())
    return " ".join(str(error).split())
