"""How many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.finding import Finding


def statistics(findings: Iterable[Finding]) -> Iterator[str]:
    """Return a line a rule, the most frequent first; ``[*]`` where every finding has a safe fix."""
    rules: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        rule = (finding.code, finding.name)
        rules[rule] += 1
        fixable[rule] += finding.is_mendable
    width = max((len(f"{count:,}") for count in rules.values()), default=0)
    for (code, name), count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        mark = "[*]" if fixable[code, name] == count else "[ ]"
        yield f"{count:>{width},}  {code}  {mark}  {name}"
