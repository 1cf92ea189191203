"""Names that the built-in tables know: where a source has them, and where a translation is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.usage import Usage
from corpus import Span
from corpus.span import blanked
from glossary.nearmiss import abbreviates, is_name
from glossary.pinyin_name import english_names
from glossary.term import NAMED, Kind, Status
from glossary.transliteration import MIDDLE_DOT
from glossary.window import exact_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from glossary.senses import Senses
    from glossary.term import Entry
    from glossary.termbase import Occurrence

# Characters that foreign names are written with, and that are rarely met beside a name: 范斯 in 范斯坦.
FOREIGN = frozenset("尔斯克坦伯维薇顿埃伊奥迪韦戈菲茨诺莱蒂姆弗冈森兹鲍蒙洛朗塔堡·")
LEAST_SURE = 4  # characters of a name that hardly stands inside another
# What 中大 in 中大医院 is a name of: short names of universities and companies begin others' names.
LONGER = tuple("医院 醫院 中学 中學 小学 小學 幼儿园 幼兒園 酒店 大厦 大廈 路 街 镇 鎮 村".split())


def known_names(pair: Pair, context: Context) -> Iterator[Usage]:
    """Return the built-in names in the Chinese of a pair, each once; those of the user are another matter."""
    seen = set()
    for span, senses in context.senses(pair.src, pair.src_lang):
        text = span.of(pair.src)
        if (
            senses.user
            or text in seen
            or not all(context.terms.kept(_is_name, entry) for entry in senses.entries)
            or _is_joined(text, senses)
            or _is_piece(text, pair.src[: span.start], pair.src[span.end :])
            or _is_of_another(span, senses, pair)
        ):
            continue
        seen.add(text)
        yield Usage.of(span, text, senses.entries, pair.tgt_lang)


def _is_name(entry: Entry) -> bool:
    """Tell whether an entry is a name: an event is by its capitals."""
    return entry.kind in NAMED or (entry.kind is Kind.TERM and is_name(entry.preferred("en")))


def _is_joined(text: str, senses: Senses) -> bool:
    """Tell whether a middle dot stands inside a name that has none: 安·康 is no Ankang."""
    return MIDDLE_DOT in text and all(MIDDLE_DOT not in item.term.text for item in senses.items)


def _is_piece(text: str, before: str, after: str) -> bool:
    """Tell whether a short name is a part of a foreign one, or begins the name of something else."""
    if len(text) >= LEAST_SURE:
        return False
    return after.startswith(LONGER) or not FOREIGN.isdisjoint(before[-1:] + after[:1])


def _is_of_another(span: Span, senses: Senses, pair: Pair) -> bool:
    """Tell whether a name is a part of a longer one, which the translation has: 李娜 in 李娜丽, Li Nali."""
    if pair.src_lang != "zh" or all(entry.kind is not Kind.PERSON for entry in senses.entries):
        return False
    read = (window.span for name in english_names(pair.tgt) for window in exact_windows(pair.src, name))
    return any(other != span and other.covers(span) for other in read)


def has_avoided(pair: Pair, context: Context) -> bool:
    """Tell whether a translation has a form that some entry says to avoid: mostly it has not."""
    return any(senses.deprecated for _, senses in context.senses(pair.tgt, pair.tgt_lang))


def inner_names(pair: Pair, context: Context) -> Iterator[Usage]:
    """Return the names within longer ones of a source whose mistranslation stands in the translation.

    新冠 in 新冠疫情 is one: the longer name is found, and what is wrong in the translation is the shorter.
    """
    said = context.ids(pair.src, pair.src_lang)
    for entry in _avoided(pair, context):
        if entry.id not in said and context.terms.kept(_is_name, entry):
            yield from _inner(entry, pair, context)


def known_terms(pair: Pair, context: Context) -> Iterator[Usage]:
    """Return the terms and titles of a source, no names, whose mistranslation stands in the translation."""
    for entry in _avoided(pair, context):
        if context.terms.kept(_is_name, entry):
            continue
        places = context.senses(pair.src, pair.src_lang)
        span = next((span for span, senses in places if entry.id in senses.ids), None)
        if span is not None:
            yield Usage.of(span, span.of(pair.src), (entry,), pair.tgt_lang)
        else:
            yield from _inner(entry, pair, context)


def _avoided(pair: Pair, context: Context) -> Sequence[Entry]:
    """Return the built-in entries of which a translation has a form to avoid, each once."""
    places = (senses for _, senses in context.senses(pair.tgt, pair.tgt_lang) if senses.deprecated)
    avoided = (item for senses in places for item in senses.items if item.term.status is Status.DEPRECATED)
    return list({item.entry.id: item.entry for item in avoided if not item.entry.user}.values())


def _inner(entry: Entry, pair: Pair, context: Context) -> Iterator[Usage]:
    """Return an entry with its place where a longer name of the source has one of its forms."""
    for form in entry.accepted(pair.src_lang) if not entry.context else ():
        span = _within_name(form, pair, context)
        if span is not None:
            yield Usage.of(span, form, (entry,), pair.tgt_lang)
            return


def _within_name(form: str, pair: Pair, context: Context) -> Span | None:
    """Return where a source has a form first, if that is inside something longer that is known."""
    start = pair.src.find(form) if len(form) > 1 else -1
    if start < 0:
        return None
    span = Span(start, start + len(form))
    known = context.senses(pair.src, pair.src_lang)
    return span if any(other != span and other.covers(span) for other, _ in known) else None


def literal_forms(usage: Usage, pair: Pair, context: Context) -> Iterator[Occurrence]:
    """Return the mistranslations of a name in a translation that has the right form nowhere.

    A right form that stands for something else in the source, too, is taken for that: CCTV for 央视. A web
    address is no form that another one may explain.
    """
    ids = {entry.id for entry in usage.entries}
    found = [item for item in context.occurrences(pair.tgt, pair.tgt_lang) if item.entry.id in ids]
    wrong = [item for item in found if item.term.status is Status.DEPRECATED]
    if not wrong:
        return
    others = context.ids(pair.src, pair.src_lang) - ids
    shared = {
        span for span, senses in context.senses(pair.tgt, pair.tgt_lang) if not others.isdisjoint(senses.ids)
    }
    if all(item in wrong or item.span in shared or _is_address(item.term.text) for item in found):
        yield from wrong


def _is_address(form: str) -> bool:
    """Tell whether a form is a web address.

    >>> _is_address("eeo.com.cn"), _is_address("St. Paul's"), _is_address("U.S.")
    (True, False, False)
    """
    return form.islower() and "." in form.strip(".") and " " not in form


def is_named(usage: Usage, pair: Pair, context: Context) -> bool:
    """Tell whether a translation has a name in one of its forms, right or wrong, or its initials."""
    found = context.senses(pair.tgt, pair.tgt_lang)
    if usage.is_followed(pair.tgt, found):
        return True
    unknown = blanked(pair.tgt, (span for span, _ in found), " ")
    return any(abbreviates(form, unknown) for form in usage.forms)
