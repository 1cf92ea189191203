"""Brackets and quotation marks that do not come in pairs, face the wrong way, or differ in style."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.token import matches_outside_code, outside

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from align.article import Article, Context, Pair

LIMIT_PAIRS = 5  # a bracket that is still open so many pairs later was never closed

_BRACKET = lazy(r"[()\[\]{}（）［］【】〔〕《》「」『』]")
_SHAPES = ("()（）", "[]［］", "{}", "【】", "〔〕", "《》", "「」", "『』")
_SHAPE = {mark: shape for shape in _SHAPES for mark in shape}
_OPENING = frozenset("([{（［【〔《「『")
_NO_BRACKET = lazy(  # smileys; intervals; brackets of code
    r"[:;=]['’]?[-o^]?[()\[\]](?!\w)|[(\[][-−\d.+∞ ]{1,30}+,[-−\d.+∞ ]{1,30}+[)\]]|\\[()\[\]{}]"
)
_LIST_MARK = lazy(r"(?:^|[\s;；,，。：:])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})$")
_QUOTE = lazy('["“”]')
_STRAIGHT = lazy('"[^"]*+"|"')
_CURLY = lazy("“[^“”]*+”|[“”]")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-’'…”，。；：！？、）》」")
_BEFORE_OPENING = frozenset("([{—–-‘'/“")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A bracket or a quotation mark: its pair, its place there, and whether it opens or closes."""

    pair: int
    at: int
    text: str
    opens: bool

    @property
    def span(self) -> Span:
        return Span(self.at, self.at + 1)


@rule(
    code="PUN030",
    name="unbalanced-bracket",
    severity=Severity.ERROR,
    since="0.1.0",
    scope="article",
    bad=(
        Bad("", "It opened in May⟦)⟧ and makes vans (and cars).\nThe plant ⟦(⟧in Liuzhou is full."),
        Bad("", "See notice ⟦(2013]⟧ of the ministry."),
        Bad("", "The plant (in Liuzhou) ⟦)⟧ is full."),
        Bad("Who wrote it?", "谁写了红楼梦⟦》⟧？", src_lang="en"),
    ),
    good=(
        Good("", "(It opened in May.\nIt was full by June.) 1) Vans 2) cars a) red :-) The range is [0, 1)."),
        Good("Note (1).", "注（1)：见《红楼梦》。", src_lang="en"),
        Good("工厂开业了：）", "The plant is open: )"),
        Good("工厂（柳州）开业（五月。", "The plant (Liuzhou) opened (May."),
        Good("", "He saw the plant (it was open;) and left :)"),
    ),
)
def unbalanced_bracket(article: Article, context: Context) -> Iterator[Hit]:
    """A bracket is opened and never closed, closed and never opened, or closed by one of another kind.

    ## Why is this a problem?
    The reader does not know where the aside ends. Often part of it was lost in translation.

    ## Known limits
    List marks such as "a)", smileys and intervals such as [0, 1) are left alone, and so is what the source
    has unbalanced as well. A bracket that closes twice in a row is `info`, for everybody knows what is meant.
    Whether a bracket is full-width is no concern of this rule.
    """
    counts: dict[int, Counter[str]] = {}
    for mark, hit in _unbalanced(article):
        if mark.pair not in counts:
            counts[mark.pair] = Counter(char for char in article.pairs[mark.pair].src if char in _SHAPE)
        if not _is_lone_among(counts[mark.pair], mark):
            yield hit


def _unbalanced(article: Article) -> Iterator[tuple[_Mark, Hit]]:
    """Return the brackets of a translation that have no partner, each with what there is to say of it."""
    marks = (mark for number, pair in enumerate(article.pairs) for mark in _brackets(number, pair.tgt))
    waiting: list[_Mark] = []
    for mark in marks:
        while waiting and mark.pair - waiting[0].pair > LIMIT_PAIRS:
            yield waiting[0], _unpaired(waiting.pop(0), "never closed")
        if mark.opens:
            waiting.append(mark)
        elif not waiting:
            twice = _closes_again(mark, article.pairs[mark.pair].tgt)
            yield mark, _unpaired(mark, "never opened", Severity.INFO if twice else None)
        elif _SHAPE[(opened := waiting.pop()).text] != _SHAPE[mark.text]:
            end = mark.at if mark.pair == opened.pair else opened.at
            message = f"{opened.text} is closed by {mark.text}"
            yield opened, Hit(message, tgt=Span(opened.at, end + 1), pair=opened.pair)
    yield from ((mark, _unpaired(mark, "never closed")) for mark in waiting)


def _closes_again(mark: _Mark, text: str) -> bool:
    """Tell whether a bracket stands right behind one that closes: a slip that misleads nobody, (2019). )."""
    before = text[: mark.at].rstrip(" \u00a0.,;")[-1:]
    return before not in _OPENING and _SHAPE.get(before) == _SHAPE[mark.text]


def _brackets(pair: int, text: str) -> Iterator[_Mark]:
    """Return the brackets of a text, without those of lists, smileys and intervals."""
    if not _BRACKET.search(text):
        return
    depth = 0
    found = (match for match in _NO_BRACKET.finditer(text) if not _closes(match))
    skipped = (Span(*match.span()) for match in found)
    for match in outside(skipped, matches_outside_code(_BRACKET, text)):
        opens = match[0] in _OPENING
        if opens or depth or not _LIST_MARK.search(text, max(0, match.start() - 6), match.start()):
            depth = max(0, depth + (1 if opens else -1))
            yield _Mark(pair, match.start(), match[0], opens)


def _closes(match: re.Match[str]) -> bool:
    """Tell whether what looks like a smiley closes a bracket: "(the same:)"."""
    mark, before = match[0][-1], match.string[: match.start()]
    opening = {")": "(", "]": "["}.get(mark, "")
    return match[0][0] in ":;=" and bool(opening) and before.count(opening) > before.count(mark)


def _is_lone_among(counts: Counter[str], mark: _Mark) -> bool:
    """Tell whether a source with so many brackets has one too many of the same kind."""
    same = [char for char in counts if _SHAPE[char] == _SHAPE[mark.text]]
    like = sum(counts[char] for char in same if (char in _OPENING) == mark.opens)
    return 2 * like > sum(counts[char] for char in same)


def _unpaired(mark: _Mark, problem: str, severity: Severity | None = None) -> Hit:
    return Hit(f"{mark.text} is {problem}", tgt=mark.span, pair=mark.pair, severity=severity)


@rule(
    code="PUN031",
    name="unpaired-quote",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="article",
    bad=(
        Bad("", "It is the ⟦“⟧people's car, he said.\nThen he left.\nHe liked “cars”."),
        Bad("", "It is the people's car,⟦”⟧ he said."),
        Bad("他说，这是人民的车。", "It is the people's car,⟦\"⟧ he said."),
    ),
    good=(
        Good("", "“It is the people's car.\n“I like it.\nIt sells,” he said. “Why?”"),
        Good("", 'He said: "It is the people\'s car."'),
        Good("He said: “It is the people's ‘car’.”", "他说：“这是人民的‘车’。”", src_lang="en"),
    ),
)
def unpaired_quote(article: Article, context: Context) -> Iterator[Hit]:
    """A quotation is opened and never closed, or closed and never opened.

    ## Why is this a problem?
    The reader does not know who says what.

    ## Known limits
    A quotation that runs over several paragraphs opens in each of them. Beside a source this is no
    more than a hint, because a row of a bitext may hold half of a quotation whose rest is missing.
    """
    opened: _Mark | None = None
    for mark in _double_quotes(article.pairs):
        if mark.opens == (opened is not None) and not _goes_on(mark, opened, article):
            wrong, problem = (opened, "never closed") if opened else (mark, "never opened")
            yield _unpaired(wrong, problem, _less_sure(article.pairs[wrong.pair]))
        opened = mark if mark.opens else None
    if opened:
        yield _unpaired(opened, "never closed", _less_sure(article.pairs[opened.pair]))


def _less_sure(pair: Pair) -> Severity | None:
    return Severity.INFO if pair.bilingual else None


def _goes_on(mark: _Mark, opened: _Mark | None, article: Article) -> bool:
    """Tell whether a mark opens a further paragraph of a quotation."""
    if opened is None or opened.pair == mark.pair:
        return False
    return not article.pairs[mark.pair].tgt[: mark.at].strip()


def _double_quotes(pairs: Iterable[Pair]) -> Iterator[_Mark]:
    """Return the double quotation marks; a straight one whose place tells nothing answers the one before."""
    opens = False
    for number, pair in enumerate(pairs):
        if not _QUOTE.search(pair.tgt):
            continue
        for match in matches_outside_code(_QUOTE, pair.tgt):
            role = _role(pair.tgt, match.start(), opened=opens)
            opens = not opens if role is None else role
            yield _Mark(number, match.start(), match[0], opens)


def _role(text: str, at: int, *, opened: bool) -> bool | None:
    """Tell whether a quotation mark opens; None where both are possible. A turned one does what it should."""
    if text[at] != '"':
        return (_turned(text, at, opened=opened) or text[at]) == "“"
    before, after = _char(text, at - 1), _char(text, at + 1)
    may_open = (not before.strip() or before in _BEFORE_OPENING) and bool(after.strip())
    may_close = bool(before.strip()) and (not after.strip() or after in _AFTER_CLOSING)
    return None if may_open == may_close else may_open


@rule(
    code="PUN032",
    name="turned-quote",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "He said: “It is gone. ⟦“⟧", fixed="He said: “It is gone.”"),
        Bad("", "It is a “hot topic⟦“⟧ in town.", fixed="It is a “hot topic” in town."),
        Bad("", "He said: ⟦”⟧It is gone.”", fixed="He said: “It is gone.”"),
    ),
    good=(
        Good("", "He said: “ It is gone.” It is a “hot topic” in town (“hot”)."),
        Good("", "The inch is written ”."),
    ),
)
def turned_quote(pair: Pair, context: Context) -> Iterator[Hit]:
    """A curly quotation mark faces the wrong way.

    ## Why is this a problem?
    Word processors turn the quotation mark by the blank before it; a stray blank turns it wrongly.
    """
    if "“" not in pair.tgt and "”" not in pair.tgt:
        return
    opened = False
    for match in matches_outside_code(_QUOTE, pair.tgt):
        turned = _turned(pair.tgt, match.start(), opened=opened)
        if turned:
            start = match.start()
            while turned == "”" and pair.tgt[start - 1 : start].isspace():
                start -= 1
            fix = Fix(Span(start, match.end()), turned, safe=True)
            yield Hit(f"use {turned}, not {match[0]}", tgt=Span(*match.span()), fix=fix)
        opened = not opened


def _turned(text: str, at: int, *, opened: bool) -> str:
    """Return the mark that should stand at a place, or ``""`` where the one there is right or doubtful."""
    before, after = _char(text, at - 1), _char(text, at + 1)
    if text[at] == "“" and opened and (not after.strip() or after in _AFTER_CLOSING):
        return "”"
    if text[at] == "”" and not opened and (not before.strip() or before in "([") and after.isalnum():
        return "“"
    return ""


@rule(
    code="PUN033",
    name="space-inside-quotes",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", 'Sales of the "⟦ ⟧new⟦ ⟧" car grew.', fixed='Sales of the "new" car grew.'),
        Bad(
            "", "“Good morning!⟦ ⟧” he said. “⟦ ⟧Good night.”", fixed="“Good morning!” he said. “Good night.”"
        ),
    ),
    good=(
        Good("", 'Sales of the "new" car and the “old” one grew.'),
        Good("", 'A 5" screen and a 7" one, he said: “Quote” and "quote".'),
    ),
)
def space_inside_quotes(pair: Pair, context: Context) -> Iterator[Hit]:
    """A blank stands inside a quotation, next to its mark.

    ## Why is this a problem?
    English quotation marks stand close to what they hold; with a blank on either side the reader
    cannot tell the opening mark from the closing one.

    ## Known limits
    Straight marks are read in turns, and left alone where their number is odd.
    """
    marks = [match.start() for match in matches_outside_code(_QUOTE, pair.tgt)]
    if len(marks) % 2 or '""' in pair.tgt:
        return
    for number, at in enumerate(marks):
        opens = number % 2 == 0
        inner, outer = (at + 1, at - 1) if opens else (at - 1, at + 1)
        if (
            _role(pair.tgt, at, opened=not opens) in (None, opens)
            and _char(pair.tgt, inner).isspace()
            and _apart(pair.tgt, outer)
        ):
            span = Span(inner, inner + 1)
            yield Hit("delete the blank inside the quotation", tgt=span, fix=Fix(span, "", safe=True))


def _char(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else ""


def _apart(text: str, at: int) -> bool:
    """Tell whether a quotation mark needs no blank towards the character at a place."""
    char = _char(text, at)
    return not char.strip() or char in _AFTER_CLOSING or char in _BEFORE_OPENING


@rule(
    code="PUN034",
    name="mixed-quote-styles",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(Bad("", 'He called it “new”.\nShe called it “good”, and ⟦"cheap"⟧ too.'),),
    good=(Good("", "He called it “new”.\nShe called it “good”, and “cheap” too."),),
)
def mixed_quote_styles(article: Article, context: Context) -> Iterator[Hit]:
    """Straight quotation marks stand in a text that mostly uses curly ones, or the other way round.

    ## Why is this a problem?
    It shows that pieces of different origin were put together.
    """
    straight, curly = article.tgt.count('"'), article.tgt.count("“") + article.tgt.count("”")
    if not straight or not curly:
        return
    rarer = _STRAIGHT if straight <= curly else _CURLY
    for number, pair in enumerate(article.pairs):
        for match in matches_outside_code(rarer, pair.tgt):
            yield Hit(
                "this text has both straight and curly quotation marks", tgt=Span(*match.span()), pair=number
            )
