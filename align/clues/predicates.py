"""What a Chinese negation negates, and whether the English affirms it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from align.clues.negators import has_negative, is_negator
from corpus import Span
from corpus.pattern import lazy
from corpus.script import HAN
from glossary.lexicon import content_stems, load_lexicon, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.clues.negators import Negator

REACH = 8  # characters behind a negation in which the word that it negates begins
NEAR = 10  # English words before a word in which a negation of it stands
CLAUSE = 24  # characters on each side that a negation may depend on
LONGEST = 4  # characters of a word
SET_PHRASE = 4  # characters of one, at least; LONGEST_PHRASE, at most
LONGEST_PHRASE = 5
LIMIT_ABOUT = 2  # words behind a negation that it is about
BEGINNING = 5  # letters by which forms of one word agree
FAR = 0.3  # of a text; a word so much nearer to its beginning or its end is another one
LEAST_LONG = 300  # letters of a text in which that is asked

_NEGATIVES = lazy("[不没未无非勿]")
_FEW = lazy(
    r"(?i)\b(?:not|never|cannot|no|none|nor|nothing|nobody|neither|without|[a-z]+n['’]t|unable|un[a-z]{4,}"
    r"|in(?:ability|compl|adeq|suff|vis|capab)[a-z]*|impossib[a-z]*|non-?[a-z]+|fail[a-z]*|refus[a-z]+"
    r"|reject[a-z]*|lack[a-z]*|hardly|rarely|few|little|instead|trouble)\b|[a-z]less\b"
)
_WORD = lazy(r"[A-Za-z]+(?:['’][a-z]+)?|[,;:.!?()—]")
_ASKED = lazy("[?？吗]|[只才仅除]|[之以]前|比|连|(?<!任)何|[怎哪谁]|什么|是不|要不|就是|而是|如果|若")
_HAN_RUN = lazy(f"[{HAN}]+")
_CLAUSE_END = lazy("[,.;:!?]")
_HAN_BEFORE = lazy(f"[{HAN}]+$")
_HAN_BEHIND = lazy(f"[{HAN}]{{1,{CLAUSE}}}")
# Words that negation passes through, and English ones that say too little to be found by.
_LIGHT = frozenset(
    """
    很 太 再 被 将 能 会 得 到 是 有 可以 可能 应该 需要 必须 非常 完全 真正 直接 继续
    任何 所有 一个 成为 进行 因为 所以 受到 自己 我们 他们 这个 那个
    """.split()
)
_VAGUE = frozenset(
    "able all be can come do get give go have has least make may more must put self take very".split()
)


def affirmed(chinese: str, english: str, negators: Sequence[Negator]) -> tuple[Span, ...]:
    """Return a negation of simplified Chinese and the English word it should be at; () where all is well.

    The word must stand in the English once, with nothing negative before or behind it in its clause, and the
    English must have fewer negations than the Chinese.

    >>> from align.clues.negators import chinese_negators
    >>> text = "车子并不是很灵活。"
    >>> affirmed(text, "The car is very flexible.", chinese_negators(text))
    (Span(start=2, end=5), Span(start=16, end=24))
    """
    meant = [(negator, glosses) for negator in negators if (glosses := _glosses(_negated(chinese, negator)))]
    if not meant or len(_FEW.findall(english)) >= len(_NEGATIVES.findall(chinese)):
        return ()
    words = list(_WORD.finditer(english))
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        for form in _stems(word[0]):
            places.setdefault(form, []).append(number)
    for negator, glosses in meant:
        found = {place for gloss in glosses for place in places.get(gloss, ())}
        if len(found) != 1:
            continue
        place = found.pop()
        span = Span(*words[place].span())
        moved = span.start / len(english) - negator.span.start / len(chinese)
        near = len(english) < LEAST_LONG or abs(moved) < FAR
        if near and not _is_negated([word[0] for word in words], place):
            return negator.span, span
    return ()


def in_set_phrase(chinese: str, negation: Span) -> bool:
    """Tell whether a negation is inside a set phrase of the dictionary, which English says by other means.

    >>> in_set_phrase("蔬菜供不应求。", Span(3, 5)), in_set_phrase("消息无法证实。", Span(2, 4))
    (True, False)
    """
    stems = load_lexicon().stems
    phrases = [
        (start, start + length)
        for start in range(max(0, negation.start - LONGEST), negation.start + 1)
        for length in range(max(SET_PHRASE, negation.end - start), LONGEST_PHRASE + 1)
        if chinese[start : start + length] in stems
    ]
    # 无法忍受 is a phrase of the dictionary as well, but says no more than its two words.
    return any(start < negation.start or chinese[negation.end : end] not in stems for start, end in phrases)


def is_said(english: str, negation: Span, chinese: str) -> bool:
    """Tell whether simplified Chinese has a word for one of those that an English negation is about.

    >>> text = "The plant did not open in May."
    >>> is_said(text, Span(14, 17), "工厂五月开业。"), is_said(text, Span(14, 17), "工厂倒闭了。")
    (True, False)
    """
    clause = _CLAUSE_END.split(english[negation.end :], maxsplit=1)[0]
    about = {word[:BEGINNING] for word in content_stems(clause)[:LIMIT_ABOUT]}
    lexicon = load_lexicon()
    words = (word for run in _HAN_RUN.findall(chinese) for word in (*lexicon.words(run), *run))
    return any(gloss[:BEGINNING] in about for word in words for gloss in lexicon.glosses(word))


@lru_cache(maxsize=1 << 14)
def _stems(word: str) -> frozenset[str]:
    """Return the stem of an English word, and what it is where a last letter was doubled: rebelled."""
    found = stem(word)
    return frozenset((found, found[:-1]) if found[-2:-1] == found[-1:] else (found,))


def _glosses(word: str) -> list[str]:
    return [gloss for gloss in load_lexicon().glosses(word) if gloss not in _VAGUE]


def _negated(text: str, negator: Negator) -> str:
    """Return the word that a negation negates, in its clause; "" where that is not clear."""
    start, end = _clause(text, negator.span)
    bare = len(negator.span) == 1
    if _ASKED.search(text, start, end) or (bare and _is_lexical(text, negator.span.start)):
        return ""
    before = text[negator.span.start - 1 : negator.span.start]
    if before and before == text[negator.span.end : negator.span.end + 1]:
        return ""  # 来不来
    for word in _words(text[negator.span.end : min(end, negator.span.end + REACH + LONGEST)]):
        if word not in _LIGHT or bare:
            return word if len(word) > 1 and not _NEGATIVES.search(word) else ""
    return ""


def _is_lexical(text: str, place: int) -> bool:
    """Tell whether a negation of one character is part of a word of the dictionary: 不同, 民不聊生.

    Not so 不适 in 不适用, whose end belongs to the next word, nor a word that is nothing but a negation.
    """
    stems = load_lexicon().stems
    after = place + 1 + max(1, load_lexicon().longest(text, place + 1, LONGEST))
    return any(
        text[start : start + length] in stems
        and not (start == place and length == 2 and start + length < after)
        and not is_negator(text[start : start + length])
        for start in range(max(0, place - LONGEST + 1), place + 1)
        for length in range(max(2, place - start + 1), LONGEST + 1)
    )


def _words(text: str) -> Iterator[str]:
    """Yield the words of the lexicon at the beginning of a text, the longest at every place."""
    place = 0
    while place < len(text):
        length = max(1, load_lexicon().longest(text, place, LONGEST))
        yield text[place : place + length]
        place += length


def _clause(text: str, span: Span) -> tuple[int, int]:
    """Return where the ideographs around a span begin and end, no further than a clause reaches."""
    before = _HAN_BEFORE.search(text[max(0, span.start - CLAUSE) : span.start])
    behind = _HAN_BEHIND.match(text, span.end)
    return span.start - (len(before[0]) if before else 0), behind.end() if behind else span.end


def _is_negated(words: list[str], place: int) -> bool:
    """Tell whether something negative stands in the clause of a word, the word itself not counted."""
    start = place
    while start and place - start < NEAR and words[start - 1] not in ";.!?:":
        start -= 1
    end = place + 1
    while end < len(words) and words[end] not in ";.!?,":
        end += 1
    before, behind = words[start:place], words[place + 1 : end]
    return before[-2:] == ["to", "be"] or has_negative(" ".join(before)) or has_negative(" ".join(behind))
