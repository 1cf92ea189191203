"""Proposes glossary entries from texts and their translations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from align.mining.choose import LEAST_CONFIDENCE, choose, joined
from align.mining.tally import count_units
from glossary.kinds import kind_of
from glossary.proposal import excerpt
from glossary.term import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.mining.tally import Track
    from align.mining.unit import Spool, Unit
    from glossary.proposal import Proposal
    from glossary.term import Entry
    from glossary.termbase import TermBase


def mine(
    units: Spool,
    *,
    terms: TermBase,
    place_of: Callable[[Entry], str],
    least: float = LEAST_CONFIDENCE,
    track: Track = lambda items, _: items,
) -> list[Proposal]:
    """Return the entries that texts speak for: new ones, the surest first, then those already known.

    Args:
        units: The texts, each with its translation.
        terms: What is known already.
        place_of: Tells where an entry stands, in words.
        least: The least confidence of a proposal, 0 to 1.
        track: Shows progress.
    """
    found = choose(count_units(units, track), least=least)
    wanted = {number for _, number in found}
    shown = {number: unit for number, unit in enumerate(units) if number in wanted}
    proposals = [_compared(_shown(item, shown[number]), terms, place_of) for item, number in found]
    return sorted(proposals, key=lambda proposal: proposal.agrees)


def _shown(proposal: Proposal, unit: Unit) -> Proposal:
    line = next((line for line in unit.zh.splitlines() if proposal.zh in line), unit.zh)
    return replace(
        proposal,
        kind=proposal.kind or kind_of(proposal.zh),
        evidence=(excerpt(line, proposal.zh), excerpt(unit.en, proposal.en)),
    )


def _compared(proposal: Proposal, terms: TermBase, place_of: Callable[[Entry], str]) -> Proposal:
    """Return a proposal with what the glossary has for its Chinese, or for its English."""
    for entry in terms.lookup(proposal.zh):
        forms = ", ".join(entry.accepted("en"))
        if joined(proposal.en) in map(joined, entry.accepted("en")):
            return replace(
                proposal, agrees=entry.user, kind=entry.kind, known=f"known from {place_of(entry)}"
            )
        return replace(proposal, kind=entry.kind, known=f"conflict: {place_of(entry)} has {forms}")
    for entry in terms.lookup(proposal.en):
        form = entry.preferred("zh")
        deprecated = proposal.en in entry.forms("en", Status.DEPRECATED)
        says = "advises against it for" if deprecated else "has it for"
        return replace(proposal, known=f"conflict: {place_of(entry)} {says} {form}")
    return proposal
