"""Measures how precise each rule is on labelled rows, and writes the page `docs/precision.md`.

A row is a line of JSON: `source`, `target`, `label` (`clean`: good throughout, `error`: somebody marked a
fault in it; others are passed over), for a fault `span` and `source_span` (`[start, end]`, code points, or
null), and where given `doc` and `system`. A text with several faults has a row for each. Rows of one `doc`
and `system` that follow each other are one article, unless a source stands in it twice: those are
versions, and each is alone. In files given with `--planted` one fault was put into a good text; whether
anything else is wrong there nobody knows. What was found by reading stands in `docs/precision.csv`.

    python benchmarks/rule_precision.py my/*.jsonl                          # print the page
    python benchmarks/rule_precision.py my/*.jsonl -o docs/precision.md     # and keep it
"""

from __future__ import annotations

import argparse
import csv
import json
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.finding import Severity
from align.row_linter import lint_rows
from align.rule import all_rules
from corpus import Span
from corpus.rows import Row
from glossary.builtin import builtin_layer
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from align.finding import Finding
    from align.rule import Rule

READ = Path(__file__).parents[1] / "docs" / "precision.csv"
TEXTS = ("news", "fiction", "made")
PER_ROWS = 1_000
HEAD = """# How precise each rule is

Written by `python benchmarks/rule_precision.py`, which anybody can run on labelled rows of their own.

A severity is a promise: of a hundred **errors** shown to a careful editor at most three are wrong, of a
hundred **warnings** at most fifteen. Four measures, none of them enough alone:

- **On marked text:** findings in translations in which a person marked faults, and how many of them touch a
  mark. People overlook faults, above all in punctuation, so this is a lower bound.
- **Planted:** faults put into good translations on purpose that the rule found.
- **On clean text:** findings in a thousand rows of good translations. Human translations have faults too, so
  this is an upper bound of false alarms.
- **Read:** findings that we read one by one, as an editor would, and how many of them were right; from
  `docs/precision.csv`, which says when. Where few were read, the share says little. In *news* are reports,
  speeches and reviews as well, human and machine translation; *fiction* is novels by good translators, who
  write so freely that what a machine would only write by mistake may be meant; *made* are pages and reports
  written for the purpose, as many right ones as wrong ones, where no others were at hand.
"""
TABLE = """
| rule | promise | on marked text | on a mark | planted | per 1,000 clean | right in news | fiction | made |
|---|---|--:|--:|--:|--:|--:|--:|--:|"""


@dataclass(slots=True)
class Text:
    """A source and a translation of it, with the faults that people marked."""

    source: str
    target: str
    article: tuple[str, str]
    planted: bool
    clean: bool = True
    marks: list[tuple[Span | None, Span | None]] = field(default_factory=list)

    def has_mark(self, finding: Finding) -> bool:
        """Tell whether a finding touches a mark on either side."""
        spans = finding.source_span, finding.target_span
        return any(
            mark is not None and span is not None and mark.touches(span)
            for pair in self.marks
            for mark, span in zip(pair, spans, strict=True)
        )


@dataclass(slots=True)
class Count:
    """What one rule found."""

    on_marked: int = 0
    on_mark: int = 0
    planted: int = 0
    on_clean: int = 0


def read_texts(paths: Iterable[Path], *, planted: bool) -> list[Text]:
    """Return the texts of some files in their order, the faults of each gathered."""
    texts: dict[tuple[str, str, str], Text] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["label"] not in ("clean", "error"):
                continue
            more: Mapping[str, Any] = row.get("meta") or {}
            article = (str(row.get("doc")), str(row.get("system", more.get("system"))))
            key = (str(path), row["source"], row["target"])
            text = texts.setdefault(key, Text(row["source"], row["target"], article, planted))
            if row["label"] == "error":
                text.clean = False
                source = row.get("source_span", more.get("source_span"))
                text.marks.append((_span(source), _span(row.get("span"))))
    return list(texts.values())


def _span(ends: Sequence[int] | None) -> Span | None:
    return Span(*ends) if ends else None


def articles(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Return the texts of each article, versions of one source each alone."""
    for _, group in groupby(texts, key=lambda text: text.article):
        article = list(group)
        if len({text.source for text in article}) == len(article):
            yield article
        else:
            yield from ([text] for text in article)


def measure(texts: Sequence[Text], rules: Sequence[Rule]) -> dict[str, Count]:
    """Return what each rule finds with the severity that it has by itself, or a higher one."""
    counts = {rule.code: Count() for rule in rules}
    promised = {rule.code: rule.severity for rule in rules}
    terms, rows, path = TermBase((builtin_layer(),)), [], Path("rows")
    for number, article in enumerate(articles(texts)):
        rows += [(text, str(number)) for text in article]
    read = [
        Row(text.source, text.target, line, "", id=str(line), doc=doc)
        for line, (text, doc) in enumerate(rows)
    ]
    for finding in lint_rows(read, path, terms=terms, rules=rules):
        if finding.severity is Severity.INFO and promised[finding.code] is not Severity.INFO:
            continue
        text, count = rows[int(finding.segment_id or 0)][0], counts[finding.code]
        count.on_clean += text.clean
        count.planted += text.planted and text.has_mark(finding)
        count.on_marked += not text.clean and not text.planted
        count.on_mark += not text.planted and text.has_mark(finding)
    return counts


def page(
    counts: Mapping[str, Count],
    rules: Sequence[Rule],
    read: Mapping[tuple[str, str], tuple[int, int]],
    n: int,
) -> str:
    """Return the page: a line for each rule that found anything, or of which findings were read."""
    lines = [HEAD + TABLE]
    silent = []
    for rule in rules:
        count, seen = counts[rule.code], [read.get((rule.code, text), (0, 0)) for text in TEXTS]
        if not (count.on_marked or count.planted or count.on_clean or any(map(any, seen))):
            silent.append(f"[{rule.code}](rules/{rule.code}.md)")
            continue
        cells = (
            f"[{rule.code}](rules/{rule.code}.md) {rule.name}",
            str(rule.severity),
            str(count.on_marked),
            _share(count.on_mark, count.on_marked),
            str(count.planted or ""),
            f"{PER_ROWS * count.on_clean / n:.2f}" if n else "",
            *(f"{right} of {of}" if of else "" for of, right in seen),
        )
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", f"Found nothing in these texts, and nothing was read: {', '.join(silent)}.", ""]
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else ""


def read_counts(path: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """Return how many findings of each rule were read in each sort of text, and how many were right."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["rule"], row["text"]
            seen, right = counts.get(key, (0, 0))
            counts[key] = seen + int(row["read"]), right + int(row["right"])
    return counts


def main() -> None:
    """Print the page, or write it to a file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", nargs="+", type=Path)
    parser.add_argument("--planted", nargs="*", type=Path, default=[], help="rows with a planted fault")
    parser.add_argument(
        "--read", type=Path, default=READ, help="CSV with the columns rule, read, right, text, date"
    )
    parser.add_argument("-o", "--output", type=Path)
    arguments = parser.parse_args()
    texts = read_texts(arguments.rows, planted=False) + read_texts(arguments.planted, planted=True)
    rules, clean = all_rules(), sum(text.clean for text in texts)
    planted = sum(text.planted and not text.clean for text in texts)
    found = page(measure(texts, rules), rules, read_counts(arguments.read), clean)
    marked = len(texts) - clean - planted
    found += f"\nOn {marked:,} marked texts, {planted:,} with a planted fault, and {clean:,} clean ones.\n"
    if arguments.output:
        arguments.output.write_text(found, encoding="utf-8")
    else:
        print(found, end="")


if __name__ == "__main__":
    main()
