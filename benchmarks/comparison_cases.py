"""Cases for `align compare`, and how its matches are judged.

A case is a JSON file: `article` and `reference`, each with `lang` and `text`, and `gold`, a list of
`article_span`, `reference_span`, `sure` and `agree`. A match is right where both spans overlap those of
a sure gold pair by half of the shorter; pairs that are not sure count neither way. A conflict is wrong
where the gold pair agrees, and where the match is wrong.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.documents import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from corpus import Document, Span

    Spans = tuple[Span, Span]

STRETCH = 4
KEYS = ("article_span", "reference_span")


@dataclass(frozen=True)
class Case:
    """An article and a reference, with the gold pairs of their statements."""

    name: str
    data: dict

    @cached_property
    def article(self) -> Document:
        return parse_document(self.data["article"]["text"], lang=self.data["article"]["lang"])

    @cached_property
    def reference(self) -> Document:
        return parse_document(self.data["reference"]["text"], lang=self.data["reference"]["lang"])

    @property
    def kind(self) -> str:
        """What the name begins with, and 0 where the texts share nothing that is sure."""
        return self.name.partition("-")[0] + ("" if self.sure else " 0")

    @property
    def family(self) -> str:
        """What the names of cases with texts in common begin with."""
        return "-".join(self.name.split("-")[:2])

    @property
    def story(self) -> str:
        """What the names of cases on one story begin with: reports of one body are all one."""
        return self.family if self.name.startswith("news") else self.name.partition("-")[0]

    @property
    def texts(self) -> set[str]:
        return {self.data[side]["text"] for side in ("article", "reference")}

    @property
    def sure(self) -> list[dict]:
        return [item for item in self.data["gold"] if item["sure"]]

    def hits(self, spans: Spans) -> list[dict]:
        """Return the sure gold pairs that two spans find."""
        return [item for item in self.sure if is_right(spans, item)]

    def is_unsure(self, spans: Spans) -> bool:
        return any(touches(spans, item) for item in self.data["gold"] if not item["sure"])


def read_cases(folder: Path) -> list[Case]:
    return [Case(path.stem, json.loads(path.read_bytes())) for path in sorted(folder.glob("*.json"))]


def is_right(spans: Spans, item: dict) -> bool:
    return all(covers(span, item[key]) for span, key in zip(spans, KEYS, strict=True))


def covers(span: Span, gold: Sequence[int]) -> bool:
    common = min(span.end, gold[1]) - max(span.start, gold[0])
    size = gold[1] - gold[0]
    return len(span) <= STRETCH * size and 2 * common >= min(len(span), size)


def touches(spans: Spans, item: dict) -> bool:
    return all(
        min(span.end, item[key][1]) > max(span.start, item[key][0])
        for span, key in zip(spans, KEYS, strict=True)
    )


def differs(item: dict) -> bool:
    """Tell whether a gold pair surely is a conflict."""
    return item["agree"] is False and item.get("agree_sure", True)


def count(case: Case, found: Iterable[tuple[Spans, bool]]) -> Counter[str]:
    """Count what is right and wrong about matches: their spans, and whether they have a conflict."""
    sure = case.sure
    counts = Counter(wanted=len(sure), conflicts=sum(map(differs, sure)))
    reached: set[int] = set()
    contradicted: set[int] = set()
    for spans, conflict in found:
        right = [number for number, item in enumerate(sure) if is_right(spans, item)]
        wrong = not right and not case.is_unsure(spans)
        differing = [number for number in right if differs(sure[number])]
        agreeing = any(sure[number]["agree"] and sure[number].get("agree_sure", True) for number in right)
        counts["right"] += bool(right)
        counts["wrong"] += wrong
        counts["conflicts right"] += conflict and bool(differing)
        counts["conflicts wrong"] += conflict and not differing and (agreeing or wrong)
        reached.update(right)
        contradicted.update(differing if conflict else ())
    counts["found"], counts["conflicts found"] = len(reached), len(contradicted)
    return counts


def f1(counts: Counter[str]) -> float:
    precision, recall = _precision(counts), _recall(counts)
    return 2 * precision * recall / max(1e-9, precision + recall)


def _precision(counts: Counter[str]) -> float:
    return counts["right"] / max(1, counts["right"] + counts["wrong"])


def _recall(counts: Counter[str]) -> float:
    return counts["found"] / max(1, counts["wanted"])


def shown(counts: Counter[str]) -> str:
    """Return the figures in a line."""
    told = counts["conflicts right"] + counts["conflicts wrong"]
    return (
        f"P {_precision(counts):.3f}  R {_recall(counts):.3f}  F1 {f1(counts):.3f}   conflicts"
        f" R {counts['conflicts found'] / max(1, counts['conflicts']):.3f}"
        f"  P {counts['conflicts right'] / max(1, told):.3f}"
    )


def print_totals(name: str, totals: dict[str, Counter[str]]) -> None:
    """Print the figures of every kind of cases, and of all."""
    everything: Counter[str] = sum(totals.values(), Counter())
    for kind, counts in [*sorted(totals.items()), ("all", everything)]:
        print(f"{name:18} {kind:6} {shown(counts)}")
