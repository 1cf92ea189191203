"""Where a result may be written: over nothing that is read, and over no glossary by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.project.glossaries import glossaries_of
from corpus import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def check_output(output: Path | None, inputs: Iterable[Path], *, force: bool | None = None) -> None:
    """Raise where a result would be written over a file that is read, or a glossary that its folder uses.

    Args:
        output: Where it is to go; None is standard output.
        inputs: What is read for it.
        force: Whether a glossary is to be replaced; None where the command cannot be told so.

    Raises:
        ConfigError: It would, or the configuration file is wrong.
    """
    if output is None:
        return
    if output.resolve() in {path.resolve() for path in inputs}:
        raise ConfigError(f"{output}: this file is read here and would be overwritten; name another")
    if force or not output.is_file():
        return
    if output.resolve() in {glossary.resolve() for glossary in glossaries_of(output)}:
        advice = "name another file" if force is None else "name another file, or give --force"
        raise ConfigError(f"{output}: this glossary is in use and would be replaced; {advice}")
