"""Asks about proposals one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary.proposal import Proposal

HELP = "y yes, n no, e edit the English, z edit the Chinese, q leave the rest"


def review(
    proposals: Sequence[Proposal], ask: Callable[[str], str], tell: Callable[[str], None]
) -> Iterator[Proposal]:
    """Yield the proposals that are wanted, as they were edited; ``approved`` rather than drafts.

    Args:
        proposals: The surest first.
        ask: Shows a question and returns the answer.
        tell: Shows a line.
    """
    for number, proposal in enumerate(proposals, 1):
        tell(f"\n{number}/{len(proposals)}  {_described(proposal)}")
        edited, answer = _answer(proposal, ask, tell)
        if answer == "q":
            return
        if answer == "y":
            yield replace(edited, status="approved")


def _answer(
    proposal: Proposal, ask: Callable[[str], str], tell: Callable[[str], None]
) -> tuple[Proposal, str]:
    """Return the proposal as edited, and y, n or q."""
    while True:
        answer = ask("[y/n/e/z/q]").strip().lower()[:1]
        if answer in {"y", "n", "q"}:
            return proposal, answer
        if answer == "e":
            proposal = replace(proposal, en=ask("English").strip() or proposal.en)
        elif answer == "z":
            proposal = replace(proposal, zh=ask("Chinese").strip() or proposal.zh)
        else:
            tell(HELP)
            continue
        tell(f"{proposal.zh} = {proposal.en}")


def _described(proposal: Proposal) -> str:
    kind = f" ({proposal.kind})" if proposal.kind else ""
    lines = [f"{proposal.zh} = {proposal.en}{kind}   {proposal.confidence:.2f}, {proposal.summary}"]
    lines += [f"    {text}" for text in proposal.evidence if text]
    return "\n".join(lines)
