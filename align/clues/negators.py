"""Words that negate, in Chinese and in English, and how many of them a text has.

What is counted depends on the question. Whether the *other* side may have a negation at all is asked of wide
lists, in which 慎 and "reluctant" count; what certainly negates is on narrow ones.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from align.clues.harmless import without_harmless
from corpus import Span
from corpus.pattern import lazy
from glossary.data import table_text

_APOSTROPHE = "['’]"
# One is in whatever the next pattern finds; letters in both cases are ten times as fast as a flag for it.
_SIGN = lazy("[nN](?:[oO][tT]|['’][tT]|[eE][vV][eE][rR]|[oO] (?:[uU][nN]|[aA][bB][sS][eE][nN][cC][eE]))")
_TWOFOLD_SIGN = lazy(
    "[nN][oO](?:[tT](?: [bB][eE](?:[eE][nN])?)?)? (?:[aA][bB]|[uU][nN]|[iI][mMlL]|[wW][iI][tT][hH])"
)
_EVIDENT = (" not ", " no ", " never ", " without ", "n't ", "n’t ")
_NEGATION = lazy(
    rf"(?i)\b(?:not|never|cannot|(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|might"
    rf"|must|need|ai)n{_APOSTROPHE}t)\b"
)
# English that has a "not" where Chinese affirms.
_WORDING = lazy(
    rf"""(?ix)
    (?:\bnot|n{_APOSTROPHE}t)\s+(?:(?:\w+\s+){{0,3}}?(?:only|just|merely|simply|solely)
      |until|till|least|necessarily|all|every\w*|limited\s+to|to\s+mention|so\s+much|long|far|much|(?:be\s+)?surpris\w+
      |yet|too|enough|alone|without|later\s+than|exactly|quite|really|even|bad|an?\s+(?:few|little)|matter
      |getting\s+any|forget|forgotten|to\s+say|everyone|lose\s+sight)\b
    | \b(?:why|if|or|as|whether\s+or)\s+not\b
    | \bnever[- ](?:ending|before|mind|less)\b
    | \b(?:do|did|does|ca|can|could)(?:n{_APOSTROPHE}t|\s?not)
        \s+(?:worry|wait|miss|help|forget|mind|hesitate|but|think)\b
    | \b(?:ca|can|could)(?:n{_APOSTROPHE}t|\s?not)\s+(?:believe|be\s+(?:more|less|fewer)\s+than)\b
    | \bcould(?:n{_APOSTROPHE}t|\s?not)\s+(?:be|agree|have\s+\w+)\b(?:\s+\w+){{0,3}}?\s+(?:more|less
      |better|worse|happier|prouder|clearer|easier|simpler|closer)\b
    | \b(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)n{_APOSTROPHE}t
        \s+(?:it|he|she|they|we|you|i|there|that)\b
    | n{_APOSTROPHE}t(?=\s+(?:and|or|but)\b|\s*[,.;])
    | [,—–]\s*not\s+(?:in|even|the|for|by|at|on|with|from)\b
    | \bso\s+(?:that|as)\b[^,.;]{{0,40}}?\bnot\b
    | \bnot\s+un(?:[a-z]+(?:ly|able|ible)|usual|common|kind|pleasant|natural)\b
    | \b(?:difficult|hard|impossible)\b[^,.;]{{0,24}}?\bnot\b
    | \b(?:unless|until|till)\b
    """
)
# "not unlike", "no absence": two negations where there seems to be one.
_TWOFOLD = lazy(
    r"(?i)\b(?:not(?: be(?:en)?)?|no) (?:absence|un(?:like|able|ethical|fair|safe|known|happy|aware|likely"
    r"|clear|necessary|stable|healthy|certain|reasonable|acceptable|related|popular)|impossible|illegal|without)\b"
)
_CHINESE = lazy("[不没未无非否别莫勿免禁拒止难缺失残断冇少弗毋甭休绝忘?？吗岂哪怎]|难道|何[必须苦]")
# Negative words that are one in English as well, and so leave no "not" to be expected.
_RENDERED = tuple(
    (lazy(chinese), lazy(rf"\b(?:{english})", re.IGNORECASE))
    for chinese, english in (
        ("拒", "refus|reject|declin|den[iy]"),
        ("[防阻制禁]止", "prevent|avoid|stop|halt|ban|prohibit|forb[ia]d"),
        ("不同", "differ|vari|divers"),
        ("不断", "continu|constant|keep|kept|steadi"),
        ("停[工业产课运航]", "stop|halt|suspen|shut|clos|idle|strike|work stoppage"),
        ("排除", "rul(?:e|ed|es|ing) out|exclu|eliminat|remov|clear"),
        ("不[友公平]", "un[a-z]{3}|in[a-z]{3}"),
    )
)
_RENDERED_SIGN = lazy("[拒止停排]|不[同断友公平]")  # one of them is in all of these
_NEGATIVE = lazy("[不没未无非勿]")
# Behind a negation: a bound, which English gives as often without one (at least, by), and NUM007 judges.
_BOUND = lazy("[可得能许应宜会有]?(?:[低高少多小大早晚迟短长亚逊次弱逾]于|超过|超出|突破)")
# Behind a negation in its clause: what says no itself, so that English may say yes (从不缺席, he comes).
_DENIED = lazy(
    "[^，。；：、！？,;:!?]{0,6}?(?:缺[席乏少勤阵课]|拒绝|反对|否认|异议|例外|失[败误手约信]|放[弃过]|忘|错过|怀疑|质疑"
    "|隐瞒|[禁停终]止|中断|停[下歇留]|动摇|辜负|遗漏|亏待|吝|逊色|两样)"
)
# A bound that English gives with a negation, and Chinese that has none.
_NOT_BEYOND = lazy(
    rf"(?i)(?:\bnot|n{_APOSTROPHE}t) (?:be )?(?:[a-z]+(?:er|ss|re) than|exceed|below|above|under)"
)
_LIMITED = lazy("[至最][少多低高早晚迟大小]|[以之][内下上]|为限|[上下]限|起码|封顶|限于|控制在")
# Between two negations that stand side by side and do not cancel each other.
_SIDE_BY_SIDE = lazy("[，。；：、！？,;:!?…\n]|[也又且并和与及或而但却就]")
LIMIT_CANCELLED = 10  # characters between two negations that make an affirmation
_WORD = lazy(rf"[A-Za-z]+(?:{_APOSTROPHE}[a-z]+)?")
_NEGATIVE_BEGINNING = lazy(
    "un|dis|mis|ir(?:reg|resp|relev|rever|repl)|il(?:leg|lic|log|lit)|non|anti|abnormal|im(?:poss|perf|prop|matur"
    "|pract|pati|mobil|bal|moral)|in(?:eff|compl|adeq|suff|appro|corr|accur|consist|vis|evit|dispens|activ|cap"
    "|valid|secur|stab|equal|tol|signif|experienc|conven|finit|elig|oper|access|frequ|defin|expres)"
    "|i[lmnr][a-z]{2,20}[ai]bl[ey]$"
)


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that negates what follows it; ``doubtful`` ones are often rendered by other means."""

    span: Span
    doubtful: bool


def limit_english_negations(text: str) -> int:
    """Return a number that the negations of an English text do not exceed; most often it has none.

    >>> limit_english_negations("Note that it isn't not unlike."), limit_english_negations("Nobody came.")
    (4, 0)
    """
    signs = len(_SIGN.findall(text))
    return signs and signs + len(_TWOFOLD_SIGN.findall(text))


def evident_negations(text: str) -> int:
    """Return how many negations of an English text are seen without a closer look; there may be more.

    >>> evident_negations("It is not new, and it doesn't run unless repaired.")
    2
    """
    return sum(map(text.count, _EVIDENT))


def english_negations(text: str) -> tuple[Span, ...]:
    """Return the places of not, never and their like that a Chinese source should have a word for.

    >>> text = "It is not only new; it doesn't run."
    >>> [span.of(text) for span in english_negations(text)]
    ["doesn't"]
    """
    if not _SIGN.search(text):
        return ()
    found = [Span(*match.span()) for match in _NEGATION.finditer(text)]
    twofold = [Span(*match.span()) for match in _TWOFOLD.finditer(text)]
    if not found and not twofold:
        return ()
    worded = list(_WORDING.finditer(text))
    if any(match[0].lower() in {"unless", "until", "till"} for match in worded):
        return ()
    skipped = [Span(*match.span()) for match in worded]
    kept = [span for span in found if not any(other.touches(span) for other in skipped)]
    return tuple(kept + twofold)


def count_chinese_negatives(text: str, english: str, *, enough: int | None = None) -> int:
    """Return how many words of simplified Chinese may be behind a "not" of its English.

    ``enough``: a number from which on it does not matter how many there are.

    >>> count_chinese_negatives("他拒绝回答，没有来。", "He refused to answer, and did not come.")
    1
    """
    words = _words()
    rest = _either(words["chinese-neutral"]).sub("", text).replace("拒绝", "拒")
    rest = _without_rendered(rest, english)
    found = len(_CHINESE.findall(rest))
    if enough is not None and found >= enough:
        return found
    bounds = len(_LIMITED.findall(rest)) if _NOT_BEYOND.search(english) else 0
    return found + bounds + len(_either(words["chinese-hedged"]).findall(rest))


def _without_rendered(text: str, english: str) -> str:
    """Return a Chinese text without the negative words that are one in its English as well."""
    if not _RENDERED_SIGN.search(text):
        return text
    for chinese, rendering in _RENDERED:
        times = len(rendering.findall(english)) if chinese.search(text) else 0
        if times:
            text = chinese.sub("", text, count=times)
    return text


def has_negative(text: str) -> bool:
    """Tell whether an English text has a word that may render a Chinese negation.

    >>> has_negative("It is unclear."), has_negative("They met a unit."), has_negative("It rained last week.")
    (True, False, False)
    """
    return any(map(_is_negative, _WORD.findall(text))) and any(
        map(_is_negative, _WORD.findall(without_harmless(text)))
    )


@lru_cache(maxsize=1 << 16)
def _is_negative(word: str) -> bool:
    lower, words = word.lower().replace("’", "'"), _words()
    if lower in words["english-negators"] or lower.endswith(("n't", "less", "lessly", "lessness")):
        return True
    return bool(_NEGATIVE_BEGINNING.match(lower)) and lower not in words["english-affirmative"]


def count_negative_characters(text: str) -> int:
    """Return how many characters of a Chinese text may negate.

    >>> count_negative_characters("他不断努力，并没有受伤。")
    2
    """
    return len(_NEGATIVE.findall(text))


def chinese_negators(text: str) -> tuple[Negator, ...]:
    """Return the words of simplified Chinese that negate, those left out that only look so.

    So are those that make an affirmation in pairs, and those of a bound (不得低于).

    >>> text = "他不断努力，但不会停下，并没有受伤，没有理由不来。"
    >>> [negator.span.of(text) for negator in chinese_negators(text)]
    ['不会', '并没有']
    """
    if not _NEGATIVE.search(text):
        return ()
    doubtful = _words()["chinese-doubtful"]
    found = [
        Negator(Span(*match.span()), match[0] in doubtful or bool(_DENIED.match(text, match.end())))
        for match in _negator_or_lexical().finditer(text)
        if is_negator(match[0]) and not _BOUND.match(text, match.end())
    ]
    twofold = {
        negator
        for pair in pairwise(found)
        if _cancel(text[pair[0].span.end : pair[1].span.start])
        for negator in pair
    }
    return tuple(negator for negator in found if negator not in twofold)


def is_negator(word: str) -> bool:
    """Tell whether a Chinese word does nothing but negate.

    >>> is_negator("从没"), is_negator("不同")
    (True, False)
    """
    return word in _words()["chinese-negators"]


def _cancel(between: str) -> bool:
    """Tell whether what stands between two negations joins them to one affirmation: 没有理由不."""
    return len(between) <= LIMIT_CANCELLED and not _SIDE_BY_SIDE.search(between)


@cache
def _negator_or_lexical() -> re.Pattern[str]:
    """Return a pattern for the words that only look so, and for those that negate.

    It has no groups: a pattern that is one row of words is fast to search for.
    """
    words = _words()
    lexical = words["chinese-lexical"] | words["chinese-neutral"]
    return re.compile(f"{_either(lexical).pattern}|{_either(words['chinese-negators']).pattern}")


@cache
def _either(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))


@cache
def _words() -> dict[str, frozenset[str]]:
    text = table_text("negators.csv")
    return {kind: frozenset(words.split()) for kind, words in list(csv.reader(text.splitlines()))[1:]}
