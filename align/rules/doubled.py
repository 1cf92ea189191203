"""Words, phrases and marks that stand twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity, in_quotes
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.script import HAN
from corpus.token import code_spans, prose_matches
from glossary.syllables import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair

LONGEST_PERIOD = 15  # words; longer phrases are not repeated by accident, and a bound keeps the search linear
# How often a phrase of one, two, and more words must stand, with marks between, until it is a machine in a
# loop and no figure of speech ("location, location, location").
LEAST_IN_LOOP = (5, 4, 3)

# English says these twice on purpose, or by grammar ("she had had it", "gave her her book").
RIGHT_TWICE = frozenset(
    """
    had that her it you do who no yes so very really too many much more long far only half never always
    now there well hear come go run please pretty bye night hey oh ah aw uh um mm hmm whoa wow aye ha haha
    heh hee ho la da na blah bla boo woo yeah okay ok tut ta tsk rah hip hush chop cha choo tick tock knock
    woof quack beep bang ping ding dong jingle twinkle row puff toot pom tom dum can dik mahi piri peri tuk
    ylang agar beri win
    """.split()
)
# Behind one of these a doubled "in" belongs to two neighbours: "was sworn in in 2019", "logged on on Monday".
PHRASAL = frozenset(
    """
    sworn come came comes coming went go goes going log logged check checked move moved set sets kick kicked
    bring brought break broke join joined drop dropped turn turned tune tuned carry carried hold held catch
    caught pass passed put get got take took taken step stepped call called hand handed
    """.split()
)
PARTICLES = frozenset({"in", "on", "up", "out", "over", "off", "to", "by"})
NAMES_TWICE = frozenset(
    """
    baden bling bora boutros duran gaga humbert jar mau pago rin sing sirhan tin wagga walla yo zsa
    """.split()
)
LINKS = frozenset({"and", "or", "by", "after", "upon"})  # "step by step by step", "and more and more people"
FUNCTION_WORDS = LINKS | frozenset(
    """
    a an the of in on at to for with from is are was were be this as
    """.split()
)

_BEING = frozenset({"is", "are", "was", "were"})
# What a clause begins with that ends in the first of two verbs: "what it is is unclear".
_CLAUSE = lazy(r"(?i)\b(?:what(?:ever)?|who(?:ever)?|where(?:ver)?|how|all)\b[^.;:!?,]{1,80}$")
LEAST_NAME = 4  # letters of what the source may have in English, too
_COMMON_MARKS = '.,”"!?)'  # those that may end a text behind a repeated word
_EDGE = "“”‘’\"'()[]{}.,;:!?…—–-*"
_HAN_TWICE = lazy(f"([{HAN}]{{1,3}})\\1")
_HAN_PHRASE_TWICE = lazy(f"([{HAN}]{{2,8}})[，、！。 ]?\\1")
_CHINESE_TWICE = lazy(f"([{HAN}]{{4,12}})\\1|(?<![目标众打有])(的)的(?![确士喀])")
_MARK_TWICE = lazy(r",[,.;:]|;[;,.]|:[,.;]|\.\.(?<=[^.\s/]..)(?![./])(?!(?<=\d..)[+−-]?\d)")
_CHINESE_MARK_TWICE = lazy("(?<![0-9]),,|[，、；：][，、；：。]|。。(?<![。…]..)(?![。…])|[？！]。")


@dataclass(frozen=True, slots=True)
class _Repeat:
    """Words that repeat in a text: all of them, how many make a phrase, and the words around."""

    words: tuple[re.Match[str], ...]
    period: int
    before: str
    behind: str

    @property
    def phrase(self) -> list[str]:
        return [word[0].strip(_EDGE) for word in self.words[: self.period]]

    @property
    def copies(self) -> int:
        return len(self.words) // self.period

    @property
    def parted(self) -> bool:
        """Whether a mark stands inside, such as a comma between the copies."""
        return any(word[0].rstrip(_EDGE) != word[0] for word in self.words[:-1]) or any(
            word[0].lstrip(_EDGE) != word[0] for word in self.words[1:]
        )

    @property
    def span(self) -> Span:
        """From the first word to the last, without the marks outside."""
        first, last = self.words[0], self.words[-1]
        return Span(first.end() - len(first[0].lstrip(_EDGE)), last.start() + len(last[0].rstrip(_EDGE)))


@rule(
    code="PUN020",
    name="repeated-words",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "",
            "It signed ⟦the the⟧ contract in ⟦Liuzhou Liuzhou⟧.",
            fixed="It signed the contract in Liuzhou.",
        ),
        Bad("", "They live ⟦in the city in the city⟧.", fixed="They live in the city."),
        Bad(
            "他买了3辆。",
            "He bought a car a truck and ⟦vans vans vans⟧.",
            fixed="He bought a car a truck and vans.",
        ),
        Bad("销量达100万。", "Sales reached ⟦100 100⟧.", fixed="Sales reached 100."),
        Bad("", "It is from ⟦the plant of Bern, the plant of Bern, the plant of Bern⟧, they said."),
    ),
    good=(
        Good("", "She had had that that day, and was sworn in in 2019; no no-go zones, bye bye."),
        Good(
            "",
            "The Lake Village village chief is in the The Devils film; "
            "more and more and more fans come from time to time to look.",
        ),
        Good("", "Li Li met Lang Lang in Pago Pago. It grew more and more and more, step by step by step."),
        Good("编码字符 coded character", "Coded character coded character"),
        Good("罗阿罗阿酒店开业。", "The Roa Roa opened. The Roa Roa Hotel is new."),
        Good("", "Location, location, location! No, no, no, no, no. Here, here it is. 5 5 3 3"),
        Good("", "What it is is unclear, and all they had was was hard to say."),
        Good("", "He saw her in the city, in the city of his youth."),
    ),
)
def repeated_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """A word or a phrase stands twice, one right behind the other.

    ## Why is this a problem?
    It is a slip in editing, or a machine that got into a loop.

    ## Known limits
    Words that English doubles on purpose are left alone, and so are capitalised ones that look like
    a name: a Chinese syllable (Li Li), a place (Bora Bora), or one that the source doubles too.
    With marks between the copies only a long run is reported.
    """
    if not _may_repeat(pair.tgt):
        return
    code = tuple(code_spans(pair.tgt))
    for repeat in _repeats(pair.tgt):
        if any(repeat.span.touches(span) for span in code):
            continue
        if not (_looped_on_purpose if repeat.parted else _said_on_purpose)(repeat, pair):
            yield _repeated(repeat)


def _may_repeat(text: str) -> bool:
    """Tell whether the words of a text might repeat, at a third of the price of a close look."""
    for mark in _COMMON_MARKS:
        text = text.replace(mark, "")
    words = text.lower().split()
    if len(set(words)) == len(words):
        return False
    if any(map(eq, words, words[1:])):
        return True
    last: dict[tuple[str, str], int] = {}
    for place, pair in enumerate(pairwise(words)):
        period = place - last.get(pair, -LONGEST_PERIOD - 1)
        if period <= LONGEST_PERIOD and words[place - period : place] == words[place : place + period]:
            return True
        last[pair] = place
    return False


def _repeated(repeat: _Repeat) -> Hit:
    phrase = " ".join(repeat.phrase)
    fix = None
    if not repeat.parted:
        kept = repeat.words[repeat.period - 1].end()
        fix = Fix(Span(kept, repeat.span.end), "", safe=phrase.islower())
    times = "twice" if repeat.copies == 2 else f"{repeat.copies} times"
    return Hit(f"{in_quotes(phrase)} stands {times}", tgt=repeat.span, fix=fix)


def _repeats(text: str) -> Iterator[_Repeat]:
    words = list(re.finditer(r"\S+", text))
    for start, period, copies in _periods([word[0].strip(_EDGE).lower() for word in words]):
        end = start + period * copies
        yield _Repeat(
            tuple(words[start:end]),
            period,
            words[start - 1][0] if start else "",
            words[end][0] if end < len(words) else "",
        )


def _periods(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Return where words repeat, in order and apart: the first word, words a phrase, how many phrases.

    >>> list(_periods("in the city in the city they sing sing sing".split()))
    [(0, 3, 2), (7, 1, 3)]
    """
    last: dict[str, int] = {}
    done = 0
    for place, word in enumerate(words):
        before = last.get(word, -1)
        last[word] = place
        period = place - before
        if before < done or period > LONGEST_PERIOD or not word:
            continue
        start, end = before, place + 1
        while start > done and words[start - 1] == words[start - 1 + period]:
            start -= 1
        while end < len(words) and words[end] == words[end - period]:
            end += 1
        if end - start >= 2 * period:
            yield start, period, (end - start) // period
            done = end


def _said_on_purpose(repeat: _Repeat, pair: Pair) -> bool:
    """Tell whether copies without a mark between them are good English."""
    phrase = [word.lower() for word in repeat.phrase]
    if not any(char.isalpha() for word in phrase for char in word):
        return not _stray_number(repeat, pair)
    written = " ".join(phrase)
    if len(written) >= LEAST_NAME and pair.bilingual and written in pair.src.lower():
        return True  # 编码字符 coded character
    if repeat.period > 1:
        return set(phrase) <= RIGHT_TWICE or (repeat.period == 2 and _chained(phrase, repeat))
    word = phrase[0]
    if word in RIGHT_TWICE or (len(word) == 1 and word not in "ai"):
        return True
    if word in PARTICLES and repeat.before.lower() in PHRASAL:
        return True
    return repeat.copies == 2 and (_name(repeat, pair) or _ends_clause(repeat, pair.tgt))


def _ends_clause(repeat: _Repeat, text: str) -> bool:
    """Tell whether the first of two verbs ends a clause that is the subject of the second."""
    is_verb = repeat.phrase[0].lower() in _BEING
    return is_verb and _CLAUSE.search(text, 0, repeat.span.start) is not None


def _chained(phrase: list[str], repeat: _Repeat) -> bool:
    """Tell whether two words are chained, as in "more and more and more" and "from day to day to him"."""
    if any(word in LINKS for word in phrase):
        return not any(word in FUNCTION_WORDS - LINKS for word in phrase)
    goes_on = repeat.behind.strip(_EDGE).lower() == phrase[0]
    return phrase[1] in FUNCTION_WORDS and (goes_on or repeat.before.lower() == "from")


def _stray_number(repeat: _Repeat, pair: Pair) -> bool:
    """Tell whether a figure is doubled that the source has once at most; rows of a table may repeat one."""
    word = repeat.phrase[0]
    return pair.bilingual and repeat.period == 1 and word[:1].isdigit() and pair.src.count(word) < 2


def _name(repeat: _Repeat, pair: Pair) -> bool:
    """Tell whether one or both copies of a word belong to a name."""
    first, second = (match[0].strip(_EDGE) for match in repeat.words)
    word = first.lower()
    if not second[0].isupper():  # "the Stone Village village chief"
        return first[0].isupper() and word not in FUNCTION_WORDS and bool(repeat.before)
    if not first[0].isupper():  # "who wrote the The Devil series"
        return repeat.behind[:1].isupper()
    if word in NAMES_TWICE or word in KEYS:
        return True
    if pair.bilingual:
        return _HAN_TWICE.search(pair.src) is not None or pair.src.count(first) > 1
    return repeat.behind[:1].isupper() and not repeat.before[:1].isupper()


def _looped_on_purpose(repeat: _Repeat, pair: Pair) -> bool:
    """Tell whether copies with marks between them are a figure of speech, or few enough to be one."""
    phrase = [word.lower() for word in repeat.phrase]
    if repeat.copies < LEAST_IN_LOOP[min(repeat.period, len(LEAST_IN_LOOP)) - 1]:
        return True
    if set(phrase) <= RIGHT_TWICE or not any(len(word) > 1 and word.isalpha() for word in phrase):
        return True
    return _HAN_PHRASE_TWICE.search(pair.src) is not None


@rule(
    code="PUN021",
    name="repeated-chinese",
    severity=Severity.WARNING,
    since="0.1.0",
    into="zh",
    bad=(
        Bad(
            "It opened a plant in Liuzhou.",
            "该公司⟦在柳州市在柳州市⟧开设工厂。",
            src_lang="en",
            fixed="该公司在柳州市开设工厂。",
        ),
        Bad("A real problem.", "真正⟦的的⟧问题。", src_lang="en", fixed="真正的问题。"),
    ),
    good=(
        Good(
            "Let us discuss the goal.",
            "我们讨论讨论目的的实质，的的确确高高兴兴，哈哈哈哈哈哈哈哈。",
            src_lang="en",
        ),
    ),
)
def repeated_chinese(pair: Pair, context: Context) -> Iterator[Hit]:
    """A Chinese phrase of four characters or more stands twice, or 的 does.

    ## Why is this a problem?
    It is a slip in editing, or a machine that got into a loop. Shorter phrases are doubled by grammar.
    """
    for match in _CHINESE_TWICE.finditer(pair.tgt):
        once = match[1] or match[2]
        if len(once) == 1 or (len(set(once)) > 2 and once[0] != "一"):  # 一个镜头一个镜头
            span = Span(*match.span())
            yield Hit(f"{once} stands twice", tgt=span, fix=Fix(span, once, safe=len(once) > 1))


@rule(
    code="PUN022",
    name="doubled-mark",
    severity=Severity.ERROR,
    since="0.1.0",
    bad=(
        Bad("", "It opened in May⟦,,⟧ said the mayor⟦..⟧", fixed="It opened in May, said the mayor."),
        Bad("", "It opened in May⟦,.⟧", fixed="It opened in May."),
        Bad("It opened.", "工厂开业⟦,,⟧很热闹。", src_lang="en", fixed="工厂开业，很热闹。"),
        Bad("It opened.", "工厂开业⟦，，⟧很热闹⟦。。⟧", src_lang="en", fixed="工厂开业，很热闹。"),
    ),
    good=(
        Good(
            "", "Wait... He came from Lanhai Co., Ltd., ran ../bin/x and std::sort; really?! Well.... yes!!"
        ),
        Good("", "Pages 3..7 were cut; the range 0..1 is open, and so is -5..+5."),
        Good("He paused.", "他停了一下。。。又说：“好。”……", src_lang="en"),
    ),
)
def doubled_mark(pair: Pair, context: Context) -> Iterator[Hit]:
    """A comma or a stop stands twice, or a comma stands beside a stop.

    ## Why is this a problem?
    It is a slip in editing. Three dots are an ellipsis, "?!" is a manner of speaking; both are left alone.

    ## Known limits
    Two stops at the end of a text (often "etc..") mislead nobody, and are `info`.
    """
    pattern = _MARK_TWICE if pair.tgt_lang == "en" else _CHINESE_MARK_TWICE
    for match in prose_matches(pattern, pair.tgt):
        span = Span(*match.span())
        kept = "，" if match[0] == ",," and pair.tgt_lang == "zh" else _kept(pair.tgt, span)
        fix = Fix(span, kept, safe=len(set(match[0])) == 1 and not _may_be_ellipsis(pair.tgt, span))
        at_end = match[0] == ".." and not pair.tgt[span.end :].strip()
        severity = Severity.INFO if at_end else None
        yield Hit(f"use {in_quotes(kept)}, not {in_quotes(match[0])}", tgt=span, fix=fix, severity=severity)


def _may_be_ellipsis(text: str, span: Span) -> bool:
    return text[span.start] == "." and text[span.end : span.end + 2].lstrip()[:1].islower()


def _kept(text: str, span: Span) -> str:
    """Return the one of two marks that stays: a stop at the end of a text, otherwise the first."""
    first, last = text[span.start], text[span.end - 1]
    return last if span.end == len(text) and last in ".。" else first
