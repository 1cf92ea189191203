"""Given names of somebody else before the surname of a person whom the tables know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.foreign import sounds_in
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.surnames import spelled_key, spelled_surnames, surname_keys
from glossary.transliteration import MIDDLE_DOT, is_heard

if TYPE_CHECKING:
    from align.article import Context, Pair
    from align.clues.usage import Usage

BEGINNING = 2  # letters that a name has in common with what it is short for: Joe, Joseph
LEAST_LIKE = 0.6  # how much a given name must sound like the source to be taken for right
# Given names that are hardly words, titles or surnames, and short for no name with another first letter.
_GIVEN = frozenset(
    """
    Aaron Abraham Adam Adrian Alan Albert Alfred Alice Allen Amanda Amy Andrea Angela Anna Anne Arnold Arthur
    Barack Barbara Benjamin Bernard Betty Boris Brandon Brenda Brian Bruce Caroline Charles Christine Cindy
    Claire Claudia Craig Cynthia Daniel David Deborah Dennis Diana Donald Donna Dorothy Douglas Eleanor Emily
    Emma Eric Ernest Ethan Eva Fiona Frederick Gabriel Gary George Gerald Gloria Gordon Graham Gregory Harold
    Heather Helen Howard Hugh Ian Isaac Jacob Janet Jason Jeffrey Jennifer Jeremy Jessica Joan Joel Jonathan
    Joseph Joshua Joyce Judith Julia Julian Justin Karen Keith Kenneth Kevin Kimberly Larry Laura Lauren Linda
    Lisa Louis Lucas Lucy Marcus Maria Marilyn Martha Matthew Melissa Michael Michelle Mitchell Monica Nancy
    Nathan Neil Nicholas Nicole Norman Oliver Olivia Oscar Pamela Patricia Patrick Paul Peter Philip Rachel
    Ralph Raymond Rebecca Roger Ronald Roy Rupert Russell Samuel Sandra Sarah Sharon Simon Sophia Stanley
    Stephanie Stephen Steven Stuart Susan Teresa Thomas Timothy Tracy Ursula Victor Victoria Vincent Virginia
    Vladimir Walter Wayne Wendy
    """.split()
)
_FULL = lazy(r"(?<![\w.’'-])([A-Z][a-z]+)(?= ([A-Z]\w+)(?![\w-]))")  # of three words, both pairs
_KIN = lazy("[夫妻妇婦兄弟姐妹父母爸妈媽儿兒女子孙孫家族侄叔姑嫂婿媳]")


def other_given_name(usage: Usage, pair: Pair, context: Context) -> Span | None:
    """Return the surname of a person with a given name that is no name of his: George Biden for 拜登.

    Not where the source may speak of a relative, has a given name as well, or has what sounds like that one.
    """
    start, end = usage.span.start, usage.span.end
    if MIDDLE_DOT in usage.text or MIDDLE_DOT in pair.src[max(0, start - 1) : end + 1]:
        return None
    names = [form.split() for form in usage.forms]
    surnames = {form for form in usage.forms if any(len(name) > 1 and name[-1] == form for name in names)}
    surnames = {form for form in surnames if not _is_chinese(form)}
    begun = {name[0][:BEGINNING] for name in names if len(name) > 1}
    for found in _FULL.finditer(pair.tgt) if surnames else ():
        given, surname = found.groups()
        if given not in _GIVEN or surname not in surnames or given[:BEGINNING] in begun:
            continue
        span = Span(found.start(1), found.end(2))
        if not _may_be_meant(given, span, usage, pair, context):
            return span
    return None


def _is_chinese(surname: str) -> bool:
    """Tell whether a surname is a Chinese one, in pinyin or another spelling, which thousands have."""
    key = spelled_key(surname)
    return (key,) in surname_keys() or key in spelled_surnames()


def _may_be_meant(given: str, span: Span, usage: Usage, pair: Pair, context: Context) -> bool:
    """Tell whether another person of that surname is known, or the source may have the given name."""
    if any(given in form.split() for form in usage.forms) or MIDDLE_DOT + usage.text in context.article.zh:
        return True
    own = {entry.id for entry in usage.entries}
    found = context.senses(pair.tgt, pair.tgt_lang)
    if any(other.start < span.end <= other.end and not senses.ids <= own for other, senses in found):
        return True
    rest = simplified(pair.src).replace(simplified(usage.text), "\n")
    return _KIN.search(rest) is not None or is_heard(given, rest) or sounds_in(given, rest, LEAST_LIKE)
