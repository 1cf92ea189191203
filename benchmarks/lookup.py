"""Measure what the built-in tables know of name lists, in either direction.

    python benchmarks/lookup.py NAMES.jsonl … [--show 10]
    python benchmarks/lookup.py --persons PERSONS.jsonl

Rows are JSON Lines with ``source`` (Chinese) and ``target`` (English). A name is known in a direction when
``align glossary lookup`` shows the other form among the right ones; case, accents, hyphens and the words of
an administrative unit do not count. A person is read as right when the English is a spelling of the Chinese,
with the surname first and last.
"""

from __future__ import annotations

import argparse
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from align.commands.glossary import entries_of
from corpus.script import simplified
from glossary.builtin import builtin_layer
from glossary.fit import Closeness, reads_as
from glossary.match import level
from glossary.termbase import TermBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus import Lang

    Names = tuple[str, str]

UNIT = re.compile(r"\b(?:the|city|county|district|province|prefecture|shi|xian|qu)\b|[^a-z\u3400-\u9fff]")


@cache
def base() -> TermBase:
    return TermBase([builtin_layer()])


def names_of(path: Path) -> Iterator[Names]:
    """Return the rows of a list: the Chinese and the English name."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["source"], row["target"]


def is_known(term: str, wanted: str, lang: Lang) -> bool:
    """Tell whether the tables have a term with a form of the other language."""
    forms = (form for entry in entries_of(term, base()) for form in entry.accepted(lang))
    return any(bare(form) == bare(wanted) for form in forms)


def bare(name: str) -> str:
    """Return a name without what does not count."""
    return UNIT.sub("", simplified(level(name)))


def is_read(chinese: str, english: str) -> bool:
    """Tell whether a person's name is right by its reading, with the surname first and last."""
    first, _, last = english.rpartition(" ")
    return all(
        reads_as(chinese, form).closeness is Closeness.ACCEPTED for form in (english, f"{last} {first}")
    )


def report(title: str, names: Iterable[Names], unknown: list[Names], show: int) -> None:
    """Print the share of a list that is known, and some of the rest."""
    total = len(list(names))
    print(f"{title}: {total - len(unknown)}/{total} = {1 - len(unknown) / total:.3f}")
    for chinese, english in unknown[:show]:
        print(f"    {chinese} = {english}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--persons", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    for path in options.lists:
        names = list(dict.fromkeys(names_of(path)))
        if options.persons:
            report(f"{path.stem}, read", names, [name for name in names if not is_read(*name)], options.show)
            continue
        forth = [name for name in names if not is_known(name[0], name[1], "en")]
        back = [name for name in names if not is_known(name[1], name[0], "zh")]
        report(f"{path.stem}, from Chinese", names, forth, options.show)
        report(f"{path.stem}, from English", names, back, options.show)


if __name__ == "__main__":
    main()
