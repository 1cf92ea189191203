"""Terms of the glossary: the form to use, the forms to avoid, and how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.usage import (
    has_user_terms,
    is_misnamed,
    is_nowhere,
    is_person,
    reworded_name,
    rival,
    stands_in_article,
    usages,
)
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus.pattern import lazy
from corpus.token import opaque_spans
from glossary.match import holds, plain
from glossary.nearmiss import is_name, near_miss
from glossary.term import NAMED, Status
from glossary.wording import replacement, spelling_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from corpus import Span
    from glossary.nearmiss import NearMiss
    from glossary.senses import Sense, Senses
    from glossary.term import Entry
    from glossary.termbase import Occurrence

_PART = lazy(r"[^\W_]+")
SANDBOX = ("监管沙盒", "Fintech Supervisory Sandbox")
JOINT_VENTURE = ("上汽通用五菱", "SAIC-GM-Wuling", "organisation")


@rule(
    code="TRM001",
    name="approved-term-unused",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_user_terms,
    bad=(
        Bad(
            "银行可以参加⟦监管沙盒⟧。",
            "Banks may join the ⟦Fintech Regulatory Sandbox⟧.",
            glossary=(SANDBOX,),
            fixed="Banks may join the Fintech Supervisory Sandbox.",
        ),
        Bad(
            "消费者⟦信贷产品⟧增加。",
            "There are more ⟦consumer loan products⟧.",
            glossary=(("信贷产品", "consumer credit products"),),
            fixed="There are more consumer credit products.",
        ),
        Bad(
            "⟦财富领袖峰会⟧昨天开幕。",
            "The ⟦International Leaders’ Wealth Meeting⟧ opened yesterday.",
            glossary=(("财富领袖峰会", "Global Wealth Leaders’ Summit"),),
            fixed="The Global Wealth Leaders’ Summit opened yesterday.",
        ),
        Bad(
            "⟦新能源汽车⟧卖得很好。",
            "Cars with new power sell well.",
            glossary=(("新能源汽车", "new energy vehicle"),),
        ),
        Bad(
            "The ⟦Ministry of Water Resources⟧ agreed.",
            "⟦水力资源部⟧同意了。",
            glossary=(("水利资源部", "Ministry of Water Resources"),),
            fixed="水利资源部同意了。",
            src_lang="en",
        ),
    ),
    good=(
        Good(
            "银行可以参加监管沙盒。", "Banks may join the fintech supervisory sandbox.", glossary=(SANDBOX,)
        ),
        Good(
            "上汽通用五菱售出百万辆。", "SAIC GM Wuling's sales reached a million.", glossary=(JOINT_VENTURE,)
        ),
        Good("金管局表示", "The HKMA said", glossary=(("金管局", "Monetary Authority", "", "", "HKMA"),)),
        Good("新能源车企", "new-energy carmakers", glossary=(("新能源", "new energy"),)),
    ),
)
def approved_term_unused(pair: Pair, context: Context) -> Iterator[Hit]:
    """A term of the source is not rendered as the glossary says.

    An error where another wording plainly stands in its place: a name with another word in it. A
    warning where a term has, where a name with half of its words stands, or where a name is nowhere in the
    whole translation. Else it is only
    told (`info`), since a term may be left out or put freely.

    ## Why is this a problem?
    The glossary was agreed on so that one thing has one name.

    ## Known limits
    Only glossaries of the user are looked at. Misspelt names of Chinese persons are found by NAM rules.
    """
    for usage in usages(pair, context):
        if usage.is_followed(pair.tgt, context.senses(pair.tgt, pair.tgt_lang)):
            continue
        wanted = usage.forms[0]
        near = None if usage.is_person else _instead(usage, pair, context)
        if near is not None:
            severity = Severity.ERROR if near.strong and usage.certain else Severity.WARNING
            message = f'{usage.text} should be {near.form}, not "{near.span.of(pair.tgt)}"'
            fix = Fix(near.span, near.form)
            yield Hit(message, usage.span, near.span, fix, near.form, severity)
        elif not (usage.is_person and is_misnamed(usage, pair.tgt)):
            nowhere = usage.certain and is_nowhere(usage, pair, context)
            place = "in the translation" if nowhere else "here"
            yield Hit(
                f"{usage.text} should be {wanted}, which is not {place}",
                usage.span,
                suggestion=wanted,
                severity=Severity.WARNING if nowhere else Severity.INFO,
            )


def _instead(usage: Usage, pair: Pair, context: Context) -> NearMiss | None:
    """Return what stands in a translation instead of a term or, in other words, of a name."""
    found = rival(usage, pair, context)
    if found is None and pair.tgt_lang == "en":
        found = reworded_name(usage, pair, context)
    return found


@rule(
    code="TRM002",
    name="deprecated-term",
    severity=Severity.ERROR,
    since="0.1.0",
    needs=has_user_terms,
    bad=(
        Bad(
            "这款车成了爆款。",
            "The cars became ⟦explosive model⟧s. ⟦Explosive model⟧s sell.",
            glossary=(("爆款", "hit", "term", "", "", "explosive model"),),
            fixed="The cars became hits. Hits sell.",
        ),
        Bad(
            "",
            "They met ⟦Zhou Jin⟧’s successor.",
            glossary=(("周钘", "Zhou Xin", "person", "", "", "Zhou Jin"),),
            fixed="They met Zhou Xin’s successor.",
        ),
        Bad(
            "It became a hit.",
            "它成了⟦爆炸款⟧。",
            glossary=(("爆款", "hit", "term", "", "", "爆炸款"),),
            fixed="它成了爆款。",
            src_lang="en",
        ),
    ),
    good=(
        Good("爆款", "A hit", glossary=(("爆款", "hit", "term", "", "", "explosive model"),)),
        Good("", "Zhou Jinping", glossary=(("周钘", "Zhou Xin", "person", "", "", "Zhou Jin"),)),
        Good(
            "五菱的小车",
            "the small cars of Wuling",
            glossary=(("五菱", "Wuling"), ("武陵", "Wulingyuan", "", "", "", "Wuling")),
        ),
    ),
)
def deprecated_term(pair: Pair, context: Context) -> Iterator[Hit]:
    """A form stands in the translation that the glossary says to avoid.

    ## Why is this a problem?
    Someone met this form before, and decided against it.

    ## Known limits
    A form in lower case that the source does not call for is only warned of, as it may be meant literally.
    """
    in_source = context.ids(pair.src, pair.src_lang)
    for span, senses in context.senses(pair.tgt, pair.tgt_lang):
        if not (senses.user and senses.deprecated):
            continue
        avoided = [item for item in senses.of_user() if item.term.status is Status.DEPRECATED]
        meant = [item for item in avoided if item.entry.id in in_source] or avoided
        if meant and not _is_right_elsewhere(meant[0].entry, senses, in_source):
            yield _deprecated(pair, span, meant, sure=meant[0].entry.id in in_source)


def _is_right_elsewhere(entry: Entry, senses: Senses, in_source: Set[str]) -> bool:
    """Tell whether a form to avoid is the right form of another entry, which the source rather has."""
    others = [item.entry.id for item in senses.of_user() if item.term.status is not Status.DEPRECATED]
    return any(other in in_source or entry.id not in in_source for other in others)


def _deprecated(pair: Pair, span: Span, meant: Sequence[Sense], *, sure: bool) -> Hit:
    entry, found = meant[0].entry, meant[0].term.text
    sure = sure or is_name(found)
    severity = Severity.ERROR if sure and entry.certain else Severity.WARNING
    written, wanted = span.of(pair.tgt), entry.preferred(pair.tgt_lang)
    if not wanted:
        return Hit(f'the glossary says to avoid "{written}"', tgt=span, severity=severity)
    change = replacement(pair.tgt, span, found, wanted)
    only = len({item.entry.preferred(pair.tgt_lang) for item in meant}) == 1
    fix = Fix(change.span, change.text, safe=sure and only and change.smooth and entry.certain)
    message = f'{entry.preferred("zh")} should be {wanted}, not "{written}"'
    if pair.tgt_lang == "zh":
        message = f"use {wanted}, not {written}"
    return Hit(message, tgt=span, fix=fix, suggestion=change.text, severity=severity)


@rule(
    code="TRM003",
    name="kept-word-changed",
    severity=Severity.ERROR,
    since="0.1.0",
    bilingual=True,
    needs=has_user_terms,
    bad=(
        Bad(
            "⟦42HOW⟧报道了⟦MINIEV⟧。",
            "⟦42-How⟧ reported on the ⟦Mini EV⟧.",
            glossary=(("42HOW", "42HOW"), ("MINIEV", "MINIEV", "product", "keep")),
            fixed="42HOW reported on the MINIEV.",
        ),
        Bad(
            "⟦NanoEV⟧上市。",
            "The ⟦NanaEV⟧ is on sale.",
            glossary=(("NanoEV", "NanoEV"),),
            fixed="The NanoEV is on sale.",
        ),
        Bad("⟦NanoEV⟧上市。", "The small car is on sale.", glossary=(("NanoEV", "NanoEV"),)),
    ),
    good=(
        Good(
            "42HOW报道了MINIEV。",
            "42HOW’s report on MINIEVs",
            glossary=(("42HOW", "42HOW"), ("MINIEV", "MINIEV")),
        ),
        Good("NanoEV和NanaEV上市。", "The NanoEV and the NanaEV", glossary=(("NanoEV", "NanoEV"),)),
        Good("NanoEV上市", "THE NANOEV IS ON SALE", glossary=(("NanoEV", "NanoEV"),)),
    ),
)
def kept_word_changed(pair: Pair, context: Context) -> Iterator[Hit]:
    """A word that stays as it is in both languages was changed or left out.

    Such words are entries with the status `keep`, or with the same form on both sides. A changed word
    is an error; one that is nowhere in the translation is warned of; one not in this pair is only told.

    ## Why is this a problem?
    Codes, models and brands are found by their exact letters.
    """
    seen = set()
    for item in context.occurrences(pair.src, pair.src_lang):
        if not (item.entry.user and item.entry.verbatim):
            continue
        forms = item.entry.accepted(pair.tgt_lang)
        if not forms or item.entry.id in seen or _has_exactly(pair.tgt, forms):
            continue
        seen.add(item.entry.id)
        if not any(
            holds(pair.tgt, form, pair.tgt_lang)
            for form in item.entry.forms(pair.tgt_lang)
            if form not in forms
        ):
            yield from _changed(pair, context, item)


def _has_exactly(text: str, forms: Sequence[str]) -> bool:
    written = plain(text)
    return any(
        plain(form) in written or (text.isupper() and plain(form).upper() in written) for form in forms
    )


def _changed(pair: Pair, context: Context, item: Occurrence) -> Iterator[Hit]:
    wanted, entry = item.entry.preferred(pair.tgt_lang), item.entry
    highest = Severity.ERROR if entry.certain else Severity.WARNING
    spans = [
        found.span for found in context.occurrences(pair.tgt, pair.tgt_lang) if found.entry.id == entry.id
    ]
    safe = bool(spans) and entry.certain
    if not spans:
        near = near_miss(wanted, pair.tgt)
        spans = [near.span] if near and not holds(pair.src, near.span.of(pair.tgt), pair.src_lang) else []
    for span in spans:
        message = f'{wanted} stays as it is, not "{span.of(pair.tgt)}"'
        yield Hit(message, item.span, span, Fix(span, wanted, safe=safe), wanted, highest)
    if not spans:
        nowhere = entry.certain and not stands_in_article((wanted,), pair.tgt_lang, context)
        severity = Severity.WARNING if nowhere else Severity.INFO
        yield Hit(f"{wanted} stays as it is, but is not in the translation", item.span, severity=severity)


@rule(
    code="TRM004",
    name="term-misspaced",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    needs=has_user_terms,
    bad=(
        Bad(
            "",
            "The plant of ⟦SAIC-GM Wuling⟧",
            glossary=(JOINT_VENTURE,),
            fixed="The plant of SAIC-GM-Wuling",
        ),
        Bad(
            "",
            "He left ⟦xiaomi⟧ for ⟦Wechat⟧.",
            glossary=(("小米", "Xiaomi"), ("微信", "WeChat")),
            fixed="He left Xiaomi for WeChat.",
        ),
        Bad(
            "",
            "⟦SU-7⟧ AND ⟦SAIC-GM WULING⟧",
            glossary=(("SU7", "SU7"), JOINT_VENTURE),
            fixed="SU7 AND SAIC-GM-WULING",
        ),
    ),
    good=(
        Good("", "SAIC-GM-\nWuling’s SAIC‑GM‑Wuling", glossary=(JOINT_VENTURE,)),
        Good("", "XIAOMI TO SELL CARS: see xiaomi.com, @xiaomi", glossary=(("小米", "Xiaomi"),)),
        Good("", "the deputy general manager", glossary=(("副总经理", "Deputy General Manager"),)),
        Good("", "the chairman", glossary=(("董事长", "Chairman"),)),
        Good(
            "", "New-energy vehicles; New Energy Vehicles", glossary=(("新能源汽车", "new energy vehicle"),)
        ),
        Good("", "a long journey", glossary=(("征程", "Journey", "product"),)),
    ),
)
def term_misspaced(pair: Pair, context: Context) -> Iterator[Hit]:
    """A name is written with other capitals, blanks or hyphens than in the glossary.

    ## Why is this a problem?
    A reader takes the two for two names, and a search finds half.

    ## Known limits
    Capitals of titles and of terms are free, and so are blanks in the names of persons.
    """
    for span, senses in context.senses(pair.tgt, pair.tgt_lang):
        if not senses.user:
            continue
        found = senses.of_user()
        written = span.of(pair.tgt)
        forms = tuple(form for item in found for form in item.entry.accepted("en"))
        wanted = spelling_of(written, forms)
        if wanted is None or _is_opaque(pair.tgt, span):
            continue
        entry = next(item.entry for item in found if wanted in item.entry.accepted("en"))
        if written.isupper():
            wanted = wanted.upper()
        if spelling_of(written, (wanted,)) and _is_misspelt(written, wanted, entry):
            fix = Fix(span, wanted, safe=entry.certain)
            yield Hit(f'"{written}" should be written "{wanted}"', tgt=span, fix=fix, suggestion=wanted)


def _is_misspelt(written: str, wanted: str, entry: Entry) -> bool:
    """Tell whether another spelling is wrong, and not only another style.

    A name is, by its kind or because its capitals could be no title's: of SAIC-GM-Wuling even the
    hyphens count, of Deputy General Manager nothing does.
    """
    if is_person(entry):
        return written.islower()
    if not (entry.verbatim or entry.kind in NAMED or (entry.kind is None and _is_plainly_name(wanted))):
        return False
    parts, others = _PART.findall(written), _PART.findall(wanted)
    if len(parts) != len(others) or plain(written).casefold() != plain(wanted).casefold():
        return is_name(wanted) or entry.verbatim
    first_counts = entry.kind in NAMED or len(others) == 1
    return any(
        part != other and (_is_brand(other) or (place == 0 and first_counts))
        for place, (part, other) in enumerate(zip(parts, others, strict=True))
    )


def _is_plainly_name(form: str) -> bool:
    """Tell whether a form is a name whatever its kind: a part is a brand, or it is one word of pinyin."""
    from glossary.syllables import cuts

    return is_name(form) and (
        any(map(_is_brand, _PART.findall(form))) or (form.isalpha() and bool(cuts(form)))
    )


def _is_brand(part: str) -> bool:
    """Tell whether a part has capitals or digits where an ordinary word has none."""
    return not part.isalpha() or part[1:] != part[1:].lower()


def _is_opaque(text: str, span: Span) -> bool:
    return any(span.touches(opaque) for opaque in opaque_spans(text))
