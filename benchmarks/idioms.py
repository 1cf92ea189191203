"""Measure how many right renderings of idioms `align lint` flags, and how many that are word for word.

    python benchmarks/idioms.py idioms.jsonl [--show 20]

A row of the file is a JSON object with ``id``, ``source`` (an idiom), ``target`` (a rendering) and ``label``:
``clean`` for a right rendering, anything else for one by a machine. A machine's rendering counts as plainly
word for word where two characters of the idiom and more are rendered by words that CC-CEDICT gives for the
characters alone, hardly any other word stands there, and no word of a right rendering does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

from corpus.script import simplified
from glossary.idiom import meaningful_stems
from glossary.idiom_table import load_idioms

SHARE_LITERAL = 2 / 3  # of the words
Row = dict[str, Any]


def findings(path: Path) -> dict[str, list[str]]:
    """Return the codes and messages of the errors and warnings in each row."""
    command = ["align", "lint", str(path), "--output-format", "jsonl"]
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in map(json.loads, lines):
        if item["severity"] != "info":
            found[item["segment_id"]].append(f"{item['code']} {item['message']}")
    return found


def is_word_for_word(idiom: str, target: str, right: frozenset[str]) -> bool:
    """Tell whether a rendering follows the characters, and has no word of the right ones."""
    stems = meaningful_stems(target)
    glosses = load_idioms().glosses
    by_char = [set(glosses.get(char, "").split()) for char in simplified(idiom)]
    rendered = sum(not gloss.isdisjoint(stems) for gloss in by_char)
    literal = sum(any(stem in gloss for gloss in by_char) for stem in stems)
    return rendered >= 2 and literal >= SHARE_LITERAL * len(stems) and right.isdisjoint(stems)


def right_stems(rows: list[Row]) -> dict[str, frozenset[str]]:
    """Return the words of the right renderings of each idiom."""
    right: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["label"] == "clean":
            right[row["source"]].update(meaningful_stems(row["target"]))
    return {idiom: frozenset(stems) for idiom, stems in right.items()}


def main() -> None:
    """Print the two shares, and some of the rows behind them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N rows of each kind")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.rows.read_text(encoding="utf-8").splitlines()]
    right, found = right_stems(rows), findings(given.rows)
    clean = [row for row in rows if row["label"] == "clean"]
    machine = [row for row in rows if row["label"] != "clean"]
    literal = [
        row
        for row in machine
        if is_word_for_word(row["source"], row["target"], right.get(row["source"], frozenset()))
    ]
    flagged = [row for row in clean if row["id"] in found]
    missed = [row for row in literal if row["id"] not in found]
    idiomatic = sum(any(text.startswith("CAL") for text in found.get(row["id"], ())) for row in clean)
    print(f"right renderings flagged  {len(flagged):5} of {len(clean):5}, {idiomatic} by the idiom rules")
    print(f"word for word flagged     {len(literal) - len(missed):5} of {len(literal):5}")
    print(f"by machine, flagged       {sum(row['id'] in found for row in machine):5} of {len(machine):5}")
    for kind, sample in (("right, flagged", flagged), ("word for word, missed", missed)):
        for row in sample[: given.show]:
            print(f"{kind}: {row['source']} {row['target']!r} {'; '.join(found.get(row['id'], ()))}")


if __name__ == "__main__":
    main()
