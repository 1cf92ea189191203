"""Which glossaries belong to a text or a folder: given, in the settings, or found beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.project.config import load_settings
from glossary.builtin import builtin_layer
from glossary.discovery import find_glossaries, load_layer
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from align.project.settings import Settings


def glossaries_of(
    path: Path, given: Sequence[Path] | None = None, settings: Settings | None = None
) -> tuple[Path, ...]:
    """Return the glossaries of a file or folder, the nearest first: given, configured, or found upwards.

    Args:
        path: The file or folder.
        given: Glossaries that are named, and hide all others.
        settings: The settings for it, which are looked for otherwise.

    Raises:
        ConfigError: The configuration file is wrong.
    """
    return tuple(given or ()) or (settings or load_settings(path)).glossary or find_glossaries(path)


def term_base_of(path: Path, given: Sequence[Path] | None = None) -> TermBase:
    """Return the term base of a file or folder: its glossaries, above the built-in names unless they are off.

    Raises:
        BitextError: The configuration file or a glossary is wrong.
    """
    settings = load_settings(path)
    return layered(glossaries_of(path, given, settings), builtin=settings.builtin)


def layered(glossaries: Sequence[Path], *, builtin: bool) -> TermBase:
    """Return the term base of some glossaries, those that win first, above the built-in names if wanted.

    Raises:
        BitextError: A glossary is wrong.
    """
    layers = [load_layer(glossary) for glossary in glossaries]
    return TermBase([*layers, builtin_layer()] if builtin else layers)
