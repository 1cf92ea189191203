"""How many findings each rule has."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from align.finding import Finding


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many findings a rule has, and how many of them `--fix` mends."""

    code: str
    name: str
    findings: int
    fixable: int


def statistics(findings: Iterable[Finding]) -> list[RuleCount]:
    """Return a count a rule, the most frequent first."""
    rules: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        rule = (finding.code, finding.name)
        rules[rule] += 1
        fixable[rule] += finding.is_mendable
    counts = (RuleCount(*rule, count, fixable[rule]) for rule, count in rules.items())
    return sorted(counts, key=lambda item: (-item.findings, item.code))


def write_statistics(counts: Sequence[RuleCount], output_format: str, out: TextIO) -> None:
    """Write counts as JSON where that is the format of reports, else as a table for people."""
    if output_format == "json":
        out.write(json.dumps([asdict(item) for item in counts], indent=1) + "\n")
    elif output_format == "jsonl":
        out.writelines(json.dumps(asdict(item)) + "\n" for item in counts)
    else:
        out.writelines(f"{line}\n" for line in _table(counts))


def _table(counts: Sequence[RuleCount]) -> Iterator[str]:
    """Return a line a rule; ``[*]`` where every finding has a safe fix."""
    width = max((len(f"{item.findings:,}") for item in counts), default=0)
    for item in counts:
        mark = "[*]" if item.fixable == item.findings else "[ ]"
        yield f"{item.findings:>{width},}  {item.code}  {mark}  {item.name}"
