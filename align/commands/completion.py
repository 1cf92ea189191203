"""What a shell offers behind an option: formats, encoders, rules."""

from __future__ import annotations


def output_formats(incomplete: str) -> list[str]:
    """Return the formats of reports that begin so."""
    from align.report import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def encoders(incomplete: str) -> list[str]:
    """Return the names of encoders that begin so."""
    from align.aligner.encode import OFFERED

    return [name for name in OFFERED if name.startswith(incomplete)]


def rules(incomplete: str) -> list[str]:
    """Return the codes and the names of rules that begin so."""
    from align.rule import all_rules

    names = (name for rule in all_rules() for name in (rule.code, rule.name))
    return [name for name in names if name.startswith(incomplete)]
