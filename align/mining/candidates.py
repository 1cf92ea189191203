"""The pairs of phrases in one unit, and what speaks for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from align.facts import Kind as FactKind
from align.facts import Strength
from align.facts.extract import extract_values
from align.mining.links import LIGHT, Reason, cut_longest, links_between, parts_of, read_stretches
from corpus import Span
from corpus.pattern import lazy
from corpus.script import has_han
from glossary.candidates_en import FUNCTION_WORDS, Phrase, english_phrases, is_initial
from glossary.candidates_zh import DOTS, chinese_phrases, is_cut
from glossary.fit import Closeness
from glossary.pinyin_name import english_names
from glossary.transliteration import foreign_words
from glossary.window import exact_windows, is_persons, near_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.mining.links import Link
    from align.mining.unit import Unit
    from corpus import Lang

FIGURES = frozenset([FactKind.NUMBER, FactKind.DATE, FactKind.TIME])
LEAST_STRENGTH = 0.7  # of a name; less is a piece of one, or two pieces
# What may follow a name in Chinese and is no word of its own in English: 阿拉斯加州 is Alaska.
GENERIC = frozenset("省市县区州镇村乡岛山河湖江海国城街路人族语队军党")
LEAST_STRENGTH_TERM = 0.85  # of a pair without capitals, where the dictionary says much
NEAR = 0.7  # how much a near miss of a name's reading counts
ACRONYM = 0.6  # how much an acronym counts for two to four characters that nothing else explains
CHARS_A_LETTER = (0.5, 2.0)
_ACRONYM = lazy(r"[A-Z]{2,6}")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A Chinese and an English phrase of one unit; ``strength`` is what speaks for them, 0 to 1."""

    zh: str
    en: str
    strength: float
    reason: Reason
    name: bool = True
    person: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """The phrases of one unit, each once, and the pairs that something speaks for."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    pairings: tuple[Pairing, ...]


def candidates_of(unit: Unit) -> Candidates:
    """Return the phrases of a unit and the pairs among them that something speaks for."""
    readings = list(_people(unit))
    if unit.loose:
        readings += _single_readings(unit)
        zh: list[Phrase] = []
        en: list[Phrase] = []
    else:
        figures_zh, figures_en = _figures(unit.zh, "zh"), _figures(unit.en, "en")
        zh = [phrase for phrase in chinese_phrases(unit.zh) if not _touches(phrase, figures_zh)]
        en = [
            phrase
            for phrase in english_phrases(unit.en)
            if _is_wanted(unit.en, phrase) and not _touches(phrase, figures_en)
        ]
    known = {pairing.en for pairing in readings if pairing.person}
    en = [phrase for phrase in en if phrase.text not in known]
    pairings = _best([*readings, *_explained(unit, zh, en)])
    return Candidates(
        tuple(dict.fromkeys([*(phrase.text for phrase in zh), *(item.zh for item in pairings)])),
        tuple(dict.fromkeys([*(phrase.text for phrase in en), *(item.en for item in pairings)])),
        tuple(pairings),
    )


def _figures(text: str, lang: Lang) -> list[Span]:
    """Return where dates and quantities stand; what they are in English is no matter for a glossary."""
    return [
        fact.span
        for fact in extract_values(text, lang)
        if fact.kind in FIGURES and fact.strength > Strength.LOOSE
    ]


def _touches(phrase: Phrase, spans: Sequence[Span]) -> bool:
    return any(phrase.span.touches(span) for span in spans)


def _is_wanted(text: str, phrase: Phrase) -> bool:
    """Tell whether a phrase is no common word that has its capital from the beginning of a sentence."""
    if not phrase.name or " " in phrase.text or any(char.isupper() for char in phrase.text[1:]):
        return True
    return not is_initial(text, phrase.span.start) or phrase.text in foreign_words(phrase.text)


def _people(unit: Unit) -> Iterator[Pairing]:
    """Yield the names in pinyin with the stretches of the Chinese that read like them, or nearly."""
    for name in english_names(unit.en):
        exact = {window.text for window in exact_windows(unit.zh, name)}
        for zh in sorted(exact):
            yield Pairing(zh, name.text, 1.0, Reason.READING, person=True)
        if exact:
            continue
        for window in near_windows(unit.zh, name):
            if is_persons(unit.zh, window.span) or window.fit.closeness is Closeness.ACCEPTED:
                yield Pairing(window.text, name.text, NEAR, Reason.NEAR_READING, person=True)


def _single_readings(unit: Unit) -> Iterator[Pairing]:
    people = [name.span for name in english_names(unit.en)]
    for part in parts_of(unit.en):
        word = part.of(unit.en)
        if any(name.covers(part) for name in people):
            continue
        for span in read_stretches(word, unit.zh):
            yield Pairing(span.of(unit.zh), word, 1.0, Reason.READING)


def _explained(unit: Unit, zh: Sequence[Phrase], en: Sequence[Phrase]) -> Iterator[Pairing]:
    """Yield the pairs of phrases whose words are linked to each other."""
    links = links_between(unit.zh, unit.en)
    linked_zh = list(_linked(zh, [link.zh for link in links]))
    for phrase, here in _linked(en, [link.en for link in links]):
        words = [span for span in parts_of(phrase.text) if span.of(phrase.text) not in FUNCTION_WORDS]
        heard = list(dict.fromkeys(_heard(unit.zh, [links[place] for place in sorted(here)])))
        for other, there in (*linked_zh, *_linked(heard, [link.zh for link in links])):
            fitting = [links[place] for place in sorted(here & there)]
            if fitting and not _is_torn(phrase.span, other.span, links, here | there):
                pairing = _judged(phrase, words, other, fitting)
                if pairing.strength >= (LEAST_STRENGTH if phrase.name else LEAST_STRENGTH_TERM):
                    yield pairing


def _linked(phrases: Iterable[Phrase], ends: Sequence[Span]) -> Iterator[tuple[Phrase, frozenset[int]]]:
    """Yield the phrases that have ends of links inside, with the numbers of these links."""
    for phrase in phrases:
        start, end = phrase.span.start, phrase.span.end
        inside = frozenset(
            [number for number, span in enumerate(ends) if start <= span.start and span.end <= end]
        )
        if inside:
            yield phrase, inside


def _heard(text: str, links: Sequence[Link]) -> Iterator[Phrase]:
    """Yield the stretches that sound like the words of a name, alone and one after the other.

    They need not be words of the segmenter, which has few foreign names, but cut no word of the
    dictionary: Arizona is 亚利桑那, not 亚利桑.
    """
    heard = {link.zh for link in links if link.reason in {Reason.SOUND, Reason.READING}}
    spans = sorted({_whole(span, text) for span in heard})
    run = Span(0, 0)
    for span in spans:
        gap = text[run.end : span.start] if run.end <= span.start else None
        run = Span(run.start, span.end) if run and gap is not None and (not gap or gap in DOTS) else span
        for found in {span, run}:
            if not is_cut(text, found):
                yield Phrase(found.of(text), found, name=True)


def _whole(span: Span, text: str) -> Span:
    """Return a stretch with the whole of the dictionary's longer words that it cuts."""
    cut = [word for word in cut_longest(text) if len(word) > 2 and word.touches(span)]
    return Span(
        min((span.start, *(word.start for word in cut))), max((span.end, *(word.end for word in cut)))
    )


def _judged(en: Phrase, words: Sequence[Span], zh: Phrase, links: Sequence[Link]) -> Pairing:
    """Return a pair with what its links say; nothing where the Chinese has more than a name."""
    reasons = {link.reason for link in links}
    reason = min(reasons, key=list(Reason).index)
    name = en.name and not (reason is Reason.DICTIONARY and _is_ordinary(en.text))
    strength = _strength(en, words, zh, links)
    if (not name and "的" in zh.text) or (Reason.DICTIONARY not in reasons and _has_more(words, zh, links)):
        strength = 0.0
    return Pairing(zh.text, en.text, round(strength, 3), reason, name)


def _has_more(words: Sequence[Span], zh: Phrase, links: Sequence[Link]) -> bool:
    """Tell whether a Chinese phrase has more than its name, where the English is explained as a whole."""
    if len({link.en for link in links}) < len(words):
        return False
    heard = {place for link in links for place in range(link.zh.start, link.zh.end)}
    rest = "".join(char for place, char in enumerate(zh.text, zh.span.start) if place not in heard)
    rest = rest.translate(dict.fromkeys(map(ord, DOTS)))
    return bool(rest) and not (rest in GENERIC and zh.text.endswith(rest))


def _is_torn(en: Span, zh: Span, links: Sequence[Link], near: Iterable[int]) -> bool:
    """Tell whether a name stands in one of two phrases, and its counterpart outside the other.

    Args:
        en: The English phrase.
        zh: The Chinese phrase.
        links: All links of the unit.
        near: The numbers of those that have an end in one of the phrases.
    """
    certain = [links[place] for place in near if links[place].reason is not Reason.DICTIONARY]
    whole = [link for link in certain if en.covers(link.en) and zh.covers(link.zh)]
    if len(whole) == len(certain):
        return False
    words, stretches = {link.en for link in whole}, [link.zh for link in whole]
    return any(
        (en.covers(link.en) and link.en not in words)
        or (zh.covers(link.zh) and not any(span.touches(link.zh) for span in stretches))
        for link in certain
    )


def _is_ordinary(text: str) -> bool:
    """Tell whether a capitalised word is a common one, such as Director."""
    return text.isalpha() and text[1:].islower() and text not in foreign_words(text)


def _strength(en: Phrase, words: Sequence[Span], zh: Phrase, links: Sequence[Link]) -> float:
    """Return how much of both phrases their links explain: the harmonic mean of the two shares."""
    by_word: dict[int, float] = {}
    by_char: dict[int, float] = {}
    for link in links:
        start = link.en.start - en.span.start
        by_word[start] = max(link.strength, by_word.get(start, 0.0))
        for place in range(link.zh.start - zh.span.start, link.zh.end - zh.span.start):
            by_char[place] = max(link.strength, by_char.get(place, 0.0))
    _explain_acronyms(en.text, words, zh.text, by_word, by_char)
    heavy = [place for place, char in enumerate(zh.text) if char not in LIGHT]
    share_zh = sum(by_char.get(place, 0.0) for place in heavy) / len(heavy) if heavy else 0.0
    share_en = sum(by_word.get(span.start, 0.0) for span in words) / len(words) if words else 0.0
    return 2 * share_zh * share_en / (share_zh + share_en) if share_zh + share_en else 0.0


def _explain_acronyms(
    en: str, words: Sequence[Span], zh: str, by_word: dict[int, float], by_char: dict[int, float]
) -> None:
    """Link the acronyms at the beginning of a name to the characters there that nothing else explains."""
    letters = list(
        takewhile(lambda span: span.start not in by_word and _ACRONYM.fullmatch(span.of(en)), words)
    )
    left = list(takewhile(lambda place: place not in by_char, range(len(zh))))
    least, most = CHARS_A_LETTER
    size = sum(map(len, letters))
    if letters and len(letters) < len(words) and least * size <= len(left) <= most * size:
        by_char.update(dict.fromkeys(left, ACRONYM))
        by_word.update(dict.fromkeys((span.start for span in letters), ACRONYM))


def _best(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Return every pair once, with the strongest reason."""
    found: dict[tuple[str, str], Pairing] = {}
    for item in pairings:
        key = item.zh, item.en
        if has_han(item.zh) and (key not in found or found[key].strength < item.strength):
            found[key] = item
    return list(found.values())
