"""Consistency inside an article: one name, one spelling."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from glossary.pinyin_name import english_names
from glossary.syllables import cuts

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from align.article import Article, Context

# A word with a capital: Wuling, Xiao-ming. What begins it is said twice, since a search for a range is fast.
_PART = r"[^\x00-@\[-\x7f](?<=[^\W\d_a-z])\w*(?:[-‑][a-z]\w*)*"  # A to Z, or beyond ASCII
PART = lazy(_PART)
JOINED = ("", "-", "‑", " ", "\u00a0")  # what may stand between two parts
CHAIN = lazy(rf"{_PART}(?:[{''.join(JOINED)}]?{_PART})*")
JOINTS = str.maketrans("", "", "".join(JOINED))
# Periodicals keep the name of their house as it was once spelled.
TITLE = lazy(r"(?:Journal|Acta|Annals|Archives|Bulletin|Proceedings|Transactions) of (?:the )?$")
LIMIT_TITLE = 24
SLIP = lazy(r"\b[A-Z]{2}[a-z]{3}")  # the shift key was held too long: CHina
_BEHIND_HYPHEN = lazy(r"[-‑]\w")
LIMIT_PARTS = 4  # SAIC-GM-Wuling Automobile has four
LEAST_LETTERS = 6  # shorter runs of capitals fold alike by chance ("A-B", "AB")
LEAST_ORDER_COUNT = 3


@dataclass(frozen=True, slots=True)
class _Mention:
    """A run of capitalised words as an article writes it once."""

    pair: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class _Right:
    """The form to use; ``sure`` unless it is merely the first of two that occur equally often."""

    text: str
    sure: bool


@rule(
    code="CON001",
    name="name-joined-two-ways",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(
        Bad(
            "",
            "SAIC-GM-Wuling was founded in 2002.\nThe plant of ⟦SAIC-GM Wuling⟧ is in Liuzhou.\n"
            "SAIC-GM-Wuling sells small cars.",
            fixed="SAIC-GM-Wuling was founded in 2002.\nThe plant of SAIC-GM-Wuling is in Liuzhou.\n"
            "SAIC-GM-Wuling sells small cars.",
        ),
        Bad(
            "",
            "Chen Xiaoming spoke first.\nThen Chen Xiaoming sat down, and ⟦Chen Xiao-ming⟧'s wife rose.",
            fixed="Chen Xiaoming spoke first.\nThen Chen Xiaoming sat down, and Chen Xiaoming's wife rose.",
        ),
        Bad("", "⟦LIuzhou⟧ makes vans. They leave Liuzhou.", fixed="Liuzhou makes vans. They leave Liuzhou."),
        Bad(
            "",
            "Wu Mei-Ling came. Wu Mei-Ling spoke. ⟦Wu Mei-ling⟧ left.",
            fixed="Wu Mei-Ling came. Wu Mei-Ling spoke. Wu Mei-Ling left.",
        ),
        Bad(
            "",
            "He left Beijing Jiaotong University. ⟦Beijing Jiao Tong University⟧ knew.",
            fixed="He left Beijing Jiaotong University. Beijing Jiaotong University knew.",
        ),
        Bad("", "WeChat grew. WeChat pays. ⟦Wechat⟧ leads.", fixed="WeChat grew. WeChat pays. WeChat leads."),
    ),
    good=(
        Good("", "SAIC-GM-Wuling sold a million cars. SAIC and GM own Wuling with a partner."),
        Good("", "XIAOMI RESULTS\nXiaomi sold more phones."),
        Good("", "The Task Force met at the Cyber Security Summit. Cybersecurity and a Taskforce help."),
        Good("", "It is big in the Asia-Pacific region. He leads the Asia Pacific Network."),
        Good("", "He works on Solid-State Physics. The Solid State Physics Journal printed it."),
        Good("", "He went from New York to York. New, York was not."),
        Good("", "Yanshan Gong University prints the Journal of Yanshangong University."),
        Good("WeChat Pay和Wechat周刊", "WeChat pays. Wechat Weekly says so."),
    ),
)
def name_joined_two_ways(article: Article, context: Context) -> Iterator[Hit]:
    """A name is joined or capitalised in two ways inside one article.

    The glossary's form is taken as the right one; without it the form that occurs more often, or
    else first. Only hyphens, blanks and capitals inside the words are compared.

    ## Why is this a problem?
    A reader takes SAIC-GM-Wuling and SAIC-GM Wuling for two companies, and a search finds half.

    ## Known limits
    Names in capitals throughout are left alone, since headlines shout. Where only capitals behind a hyphen
    differ (Mei-Ling, Mei-ling), or blanks in a name that the built-in tables have in both forms, the finding
    is `info`.
    """
    decided: dict[int, list[Span]] = defaultdict(list)
    for group in _groups(article):
        right = _right_form(group, context)
        if right is None:
            continue
        places = [mention for mention in group if not _is_decided(mention, decided[mention.pair])]
        for mention in places:
            decided[mention.pair].append(mention.span)
            if mention.text == right.text or mention.text.isupper() or _is_meant(mention, article, context):
                continue
            yield Hit(
                f'"{mention.text}" is written "{right.text}" elsewhere in this article',
                tgt=mention.span,
                suggestion=right.text,
                fix=Fix(mention.span, right.text, safe=right.sure),
                severity=Severity.INFO if _differ_slightly(mention.text, right.text, context) else None,
                pair=mention.pair,
            )


def _differ_slightly(one: str, other: str, context: Context) -> bool:
    """Tell whether only capitals behind a hyphen differ, or blanks in a name that is known in both forms."""
    first, second = (_BEHIND_HYPHEN.sub(lambda match: match[0].lower(), form) for form in (one, other))
    if first == second:
        return True  # Yat-Sen, Yat-sen
    if one.casefold().replace(" ", "") != other.casefold().replace(" ", ""):
        return False
    entries = [item.entry for item in context.occurrences(one, "en") if not item.entry.user]
    return any({one, other} <= set(entry.accepted("en")) for entry in entries)  # Jiao Tong, Jiaotong


def _is_decided(mention: _Mention, spans: Sequence[Span]) -> bool:
    """Tell whether a longer or a shorter run of the same words was judged before."""
    return any(span.touches(mention.span) for span in spans)


def _is_meant(mention: _Mention, article: Article, context: Context) -> bool:
    """Tell whether a form is right where it stands: the source has it so, or a longer name keeps it."""
    pair = article.pairs[mention.pair]
    if pair.bilingual and mention.text in pair.src:
        return True
    before = pair.tgt[max(0, mention.span.start - LIMIT_TITLE) : mention.span.start]
    return TITLE.search(before) is not None or _is_known(mention, article, context)


def _is_known(mention: _Mention, article: Article, context: Context) -> bool:
    """Tell whether the words are part of a longer name that the glossary has: "Hongkong and Shanghai"."""
    found = context.occurrences(article.pairs[mention.pair].tgt, "en")
    longer = (item for item in found if len(item.term.text) > len(mention.text))
    return any(item.span.covers(mention.span) and mention.text in item.term.text for item in longer)


def _groups(article: Article) -> Iterator[list[_Mention]]:
    """Return the mentions of each name that is written in more than one way, the most frequent first.

    Mentions that have the same letters are one name, however they are joined.
    """
    chains = [CHAIN.findall(pair.tgt) for pair in article.pairs]
    differing = _written_twice(set().union(*chains))
    groups: dict[str, list[_Mention]] = {}
    for number, found in enumerate(chains if differing else ()):
        if any(letters in differing for chain in found for _, letters, _ in _runs(chain)):
            for letters, mention in _mentions(number, article.pairs[number].tgt, differing):
                groups.setdefault(letters, []).append(mention)
    yield from sorted(groups.values(), key=lambda group: (-len(group), -len(group[0].text)))


def _mentions(number: int, text: str, names: Container[str]) -> Iterator[tuple[str, _Mention]]:
    """Return the mentions of some names in the text of a pair, and the letters of each."""
    for chain in CHAIN.finditer(text):
        for start, letters, written in _runs(chain[0]):
            if letters in names:
                span = Span(start, start + len(written)).shift(chain.start())
                yield letters, _Mention(number, span, written)


def _written_twice(chains: Iterable[str]) -> set[str]:
    """Return the letters of the runs that some chains of words have in more than one way: mostly none."""
    first: dict[str, str] = {}
    return {
        letters
        for chain in chains
        for _, letters, written in _runs(chain)
        if first.setdefault(letters, written) != written
    }


@lru_cache(maxsize=1 << 14)
def _runs(chain: str) -> tuple[tuple[int, str, str], ...]:
    """Return the runs in a chain of capitalised words, short ones, too: where, the letters alone, the run."""
    if chain.isalnum():  # one word, mostly
        return ((0, chain.casefold(), chain),) if len(chain.casefold()) >= LEAST_LETTERS else ()
    parts = [(*match.span(), match[0].casefold().translate(JOINTS)) for match in PART.finditer(chain)]
    found = []
    for first, (begin, _, _) in enumerate(parts):
        letters = ""
        for _, end, more in parts[first : first + LIMIT_PARTS]:
            letters += more
            if len(letters) >= LEAST_LETTERS:
                found.append((begin, letters, chain[begin:end]))
    return tuple(found)


def _right_form(mentions: Sequence[_Mention], context: Context) -> _Right | None:
    """Return the form to use where a name has several; None where it has one, or the glossary allows two."""
    counts = Counter(mention.text for mention in mentions if not mention.text.isupper())
    if len(counts) < 2:
        return None
    known = [form for form in counts if _in_glossary(form, context)]
    if _may_be_compound(counts) and not any(_is_of_user(form, context) for form in known):
        return None
    if not known and _are_common_words(counts):
        return None
    if known:
        return _Right(known[0], sure=True) if len(known) == 1 else None
    ranked = sorted(counts.items(), key=lambda item: (-item[1], SLIP.search(item[0]) is not None))
    (first, most), (_, second) = ranked[:2]
    return _Right(first, sure=most > second)


def _may_be_compound(forms: Iterable[str]) -> bool:
    """Tell whether the forms differ in hyphens only, and are plain words: "Solid-State", "Solid State"."""
    if len({form.casefold() for form in forms}) == 1 or not any(
        mark in form for form in forms for mark in "-‑"
    ):
        return False  # "Yat-Sen", "Yat-sen"
    unhyphened = {re.sub("[-‑\u00a0]", " ", form).casefold() for form in forms}
    letters_in_capitals = (re.search(r"[^\W\d_a-z]{2}", form) for form in forms)
    return len(unhyphened) == 1 and not any(letters_in_capitals)


def _are_common_words(forms: Iterable[str]) -> bool:
    """Tell whether the forms differ in a compound that is written joined or apart: "Taskforce", "Task Force".

    What reads as pinyin is a name ("Jiaotong", "Jiao Tong"), and so is what has a capital inside.
    """
    words = [frozenset(form.split()) for form in forms]
    differing = frozenset[str]().union(*words) - words[0].intersection(*words)
    apart = {word.casefold() for word in differing}
    joined = [word for word in differing if any(word.casefold() == a + b for a in apart for b in apart)]
    return bool(joined) and all(word[1:].islower() and not cuts(word.casefold()) for word in joined)


def _is_of_user(form: str, context: Context) -> bool:
    return any(found.entry.user for found in context.occurrences(form, "en"))


def _in_glossary(form: str, context: Context) -> bool:
    """Tell whether a form is the user's, or the first one of the built-in knowledge, which admits many."""
    entries = (occurrence.entry for occurrence in context.occurrences(form, "en"))
    return any(
        form in (entry.accepted("en") if entry.user else (entry.preferred("en"),)) for entry in entries
    )


@rule(
    code="CON002",
    name="name-order-mixed",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(
        Bad(
            "",
            "Chen Xiaoming came first.\n“It is over,” Chen Xiaoming said. ⟦Xiaoming Chen⟧ then left.",
            fixed="Chen Xiaoming came first.\n“It is over,” Chen Xiaoming said. Chen Xiaoming then left.",
        ),
        Bad("", "Xiaoming Chen came first.\nXiaoming Chen spoke, and ⟦Chen Xiaoming⟧ left."),
    ),
    good=(
        Good("", "Li Wei met Wei Li. Neither Li Wei nor Wei Li had seen the other before."),
        Good("", "Chen Xiaoming met Xiaoming Zhang."),
    ),
)
def name_order_mixed(article: Article, context: Context) -> Iterator[Hit]:
    """A Chinese name stands with the surname first and with the surname last in one article.

    The glossary's order is taken as the right one; without it the order that occurs more often, or
    else first.

    ## Why is this a problem?
    A reader who does not know which part is the surname takes Chen Xiaoming and Xiaoming Chen for two
    people.

    ## Known limits
    A given name of one syllable may be a surname too (Li Wei, Wei Li), so such names are compared only
    where one order occurs once and the other three times or more.
    """
    for words, group in _in_two_orders(article):
        right = _right_form(group, context)
        counts = Counter(mention.text.casefold() for mention in group)
        if right is None or not _one_person(words, counts):
            continue
        for mention in group:
            if mention.text.casefold() != right.text.casefold():
                yield Hit(
                    f'"{mention.text}" is "{right.text}" elsewhere in this article',
                    tgt=mention.span,
                    suggestion=right.text,
                    fix=Fix(mention.span, right.text, safe=right.sure),
                    pair=mention.pair,
                )


def _in_two_orders(article: Article) -> Iterator[tuple[tuple[str, ...], list[_Mention]]]:
    """Return the names of two words that an article has in both orders: the words, and the mentions."""
    names = [english_names(pair.tgt) for pair in article.pairs]
    orders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in dict.fromkeys(name.text for found in names for name in found):
        orders[tuple(sorted(text.casefold().split()))].append(text)
    for words, texts in orders.items():
        if len(words) == 2 and len({text.casefold() for text in texts}) > 1:
            yield (
                words,
                [
                    _Mention(number, name.span, name.text)
                    for number, found in enumerate(names)
                    for name in found
                    if name.text in texts
                ],
            )


def _one_person(words: tuple[str, ...], counts: Counter[str]) -> bool:
    """Tell whether two orders of the same words must name one person."""
    if any(len(cuts_of[0]) > 1 for word in words if (cuts_of := cuts(word))):
        return True
    return min(counts.values()) == 1 and max(counts.values()) >= LEAST_ORDER_COUNT
