"""Figures: written so that they say another number, and read where they are a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.judge import (
    changed,
    is_pointed,
    names_read_out,
)
from align.clues.pairfacts import facts_of, has_facts, has_leftovers
from align.clues.restate import with_number
from align.facts.compare import How
from align.facts.express import express, grouped, ordinal
from align.facts.label import label_words
from align.facts.numeral import Flaw
from align.facts.value import Label, Ordinal, Quantity
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from align.facts.assign import Assignment
    from align.facts.fact import Fact


@rule(
    code="NUM003",
    name="malformed-figure",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_facts,
    bad=(
        Bad("罚款⟦2万元⟧。", "The fine is ⟦200,00 yuan⟧.", fixed="The fine is 20,000 yuan."),
        Bad("共⟦3009⟧箱。", "There are ⟦3.009⟧ chests.", fixed="There are 3,009 chests."),
        Bad("已有⟦2691⟧人报名。", "⟦2 691⟧ people have signed up.", fixed="2,691 people have signed up."),
        Bad("售价⟦4500万元⟧", "The price is ⟦45,000,00 yuan⟧", fixed="The price is 45,000,000 yuan"),
    ),
    good=(
        Good("罚款2万元。", "The fine is 20000 yuan."),
        Good("共3.009吨。", "3.009 tonnes in all."),
        Good("相对分子质量为14 000", "a relative molecular mass of 14 000"),
        Good("2019年500人报名，2020年600人。", "500 people signed up in 2019 and 600 in 2020."),
        Good("第10、12章", "Chapters 10,12"),
        Good("又来了一位客人。", "The 1,0002nd guest came."),
    ),
)
def malformed_figure(pair: Pair, context: Context) -> Iterator[Hit]:
    """A figure is written so that it says another number, or none: 200,00, 2 500, 3.009 for 3,009.

    ## Why is this a problem?
    In English a comma groups three digits and a point begins the fraction; 3.009 is a little over three.

    ## Known limits
    A figure is reported only where the source has the number that was meant.
    """
    facts = facts_of(pair, context)
    said = {change.target.fact.span: change.source.fact for change in facts.changes}
    for fact in facts.tgt:
        if fact.flaw in (Flaw.GROUPING, Flaw.POINTS, Flaw.BLANK):
            source = said.get(fact.span) or _saying_the_same(fact, facts)
            if source and not (fact.flaw is Flaw.BLANK and " " in source.text.strip()):
                yield _figure_hit(source, fact, pair)
    for change in changed(facts, How.SCALE):
        if is_pointed(change):
            yield _figure_hit(change.source.fact, change.target.fact, pair)


def _saying_the_same(fact: Fact, facts: Assignment) -> Fact | None:
    value = fact.value
    if not isinstance(value, Quantity):  # the 1,0002nd
        return None
    return next(
        (
            other
            for other in facts.src
            if isinstance(other.value, Quantity) and not set(value.numbers).isdisjoint(other.value.numbers)
        ),
        None,
    )


def _figure_hit(source: Fact, fact: Fact, pair: Pair) -> Hit:
    value = source.value
    right = grouped(value.value) if isinstance(value, Quantity) else express(value, pair.tgt_lang)
    alone = isinstance(value, Quantity) and value.high is None
    words = with_number(fact, right, pair.tgt_lang) if alone else None
    return Hit(
        f"{source.text} is written {right}, not {fact.text}",
        src=source.span,
        tgt=fact.span,
        fix=Fix(fact.span, words) if words else None,
        suggestion=words,
    )


@rule(
    code="NUM006",
    name="wrong-ordinal-ending",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    needs=has_facts,
    bad=(
        Bad("", "He came on the ⟦23th⟧.", fixed="He came on the 23rd."),
        Bad("第11名", "the ⟦11st⟧ place", fixed="the 11th place"),
    ),
    good=(Good("", "the 1st, 2nd, 3rd, 11th, 12th, 13th, 21st and 112th"), Good("", "the 20 th floor")),
)
def wrong_ordinal_ending(pair: Pair, context: Context) -> Iterator[Hit]:
    """An ordinal in digits has the ending of another: 23th, 11st."""
    for fact in facts_of(pair, context).tgt:
        if fact.flaw is Flaw.ORDINAL and isinstance(fact.value, Ordinal):
            yield Hit.of_form(fact.text, ordinal(fact.value.number), fact.span)


@rule(
    code="NUM008",
    name="name-read-as-number",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bilingual=True,
    needs=has_leftovers,
    bad=(
        Bad("“⟦六一⟧”儿童节到了。", "It is the ⟦61st⟧ Children's Festival."),
        Bad("⟦九二共识⟧", "the ⟦9-2⟧ agreement"),
    ),
    good=(
        Good("“六一”儿童节到了。", "It is Children's Day."),
        Good("“六一”到了，61名儿童来了。", "June 1 has come, and 61 children with it."),
        Good("九二共识", "the 1992 Consensus"),
    ),
)
def name_read_as_number(pair: Pair, context: Context) -> Iterator[Hit]:
    """The numerals of a name are read as a number: “六一” is Children's Day, not the 61st."""
    for name, part in names_read_out(facts_of(pair, context)):
        yield Hit(
            f"{name.text} is a name ({_known_as(name)}), not {part.fact.text}",
            src=name.span,
            tgt=part.fact.span,
        )


def _known_as(name: Fact) -> str:
    return label_words(name.value) if isinstance(name.value, Label) else express(name.value, "en")
