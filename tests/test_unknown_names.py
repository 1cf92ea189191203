from __future__ import annotations

from align.article import Article, Context, Pair
from align.clues.unknown_names import unknown_names
from glossary.table import entries_of_rows
from glossary.termbase import TermBase


def test_a_name_of_the_glossary_is_known_and_another_is_not() -> None:
    pair = Pair("周钘见了李梅。", "Zhou Xin met Li Mei.")
    context = Context(TermBase.of(entries_of_rows([("周钘", "Zhou Xin")])), Article((pair,)))
    assert [name.text for name in unknown_names(pair, context)] == ["Li Mei"]


def test_the_names_of_a_pair_are_looked_for_once() -> None:
    pair = Pair("李梅来了。", "Li Mei came.")
    context = Context(TermBase.empty(), Article((pair,)))
    assert unknown_names(pair, context) is unknown_names(pair, context)
