"""Blanks that are missing beside a mark, or stand where none belongs, in English."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from align.clues.possessive import NO_OWNERS
from align.clues.stops import is_dotted_name, is_shortened
from align.finding import Fix, Hit, Severity, in_quotes
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.token import matches_outside_code, prose_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

BLANKS = " \u00a0"
# A word is at most this long here, so that looking back from a mark stays cheap.
_WORD_BEFORE = lazy(r"[^\W_]{1,40}$")
_SHOWN_BEFORE = lazy(r"[^\W_]{1,40}[.)\]”’\"]?$")  # Co. in "Co.,Ltd"
_WORD_AFTER = lazy(r"[^\W_]{1,40}")
# Behind a figure only a word will do: 000651.SZ is a share.
_STOP = lazy(r"[.!?](?=[A-Z“])(?<=[a-z%)\]”’].)|[.!?](?=[A-Z][a-z ]|“)(?<=[0-9].)")
_COMMA = lazy(r"[,;:](?=[A-Za-z“])(?:(?<=[A-Za-z0-9%)\]”’.][,;])|(?<=[a-z]{3}:)(?=[A-Z][a-z]{2}))")
# "f(first,second" or "{first,second": a list of arguments or of names, not prose
_ARGUMENTS = lazy(r"(?:[\w/][(\[]|\{)[^\s(){}\[\]]{0,50}$")
_OPENING = lazy(r"\((?=[A-Z][a-z]|[a-z]+ )(?<=[A-Za-z]{2}.)")
_CLOSING = lazy(r"\)(?=[A-Za-z]{2})")
_BEFORE_MARK = lazy(r"[,.;:!?](?<=[ \u00a0].)(?=[\s”\"’')\]]|$)")
_INSIDE = lazy(r"(?<![:;=\w])\(([ \u00a0]+)(?=[^\s)])|(?<=[^\s(:;=])([ \u00a0]+)\)")
LIMIT_CALL = 100  # characters of the arguments that a program is called with: print( x )
_CALL = lazy(r"\w\([ \u00a0][^()]*$")
_CONTRACTION = lazy(r"['’](?:(?<=[ \u00a0].)(?:s|re|ve|ll)\b(?![-'’])|(?<=[ \u00a0]n.)t\b)")
_WIDE = lazy(r"(?<=[^\s.!?:])[ \u00a0]{2,}(?=\S)")
_TAB = lazy(r"\t++|(?<![ \t\u00a0])[ \t\u00a0]++\Z")


def _around(text: str, start: int, end: int) -> Span:
    """Return the span from the word before a mark to the word behind it: what a reader must see to judge."""
    before = _SHOWN_BEFORE.search(text, max(0, start - 40), start)
    after = _WORD_AFTER.match(text, end)
    return Span(
        before.start() if before else max(0, start - 1), after.end() if after else min(len(text), end + 1)
    )


def _glued(pair: Pair, match: re.Match[str]) -> Hit:
    span = _around(pair.tgt, *match.span())
    return Hit(
        f"a blank is missing after {in_quotes(match[0])}",
        tgt=span,
        fix=Fix(Span(*match.span()), f"{match[0]} ", safe=True),
        suggestion=f"{pair.tgt[span.start : match.end()]} {pair.tgt[match.end() : span.end]}",
    )


@rule(
    code="PUN001",
    name="missing-space-after-stop",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "",
            "It hurt their ⟦marketing.The⟧ wording is odd.",
            fixed="It hurt their marketing. The wording is odd.",
        ),
        Bad(
            "",
            "Sales doubled in ⟦2023!Nobody⟧ had expected it.",
            fixed="Sales doubled in 2023! Nobody had expected it.",
        ),
        Bad("", "He asked ⟦why.“⟧I am tired,” she said.", fixed="He asked why. “I am tired,” she said."),
        Bad("", "He came to ⟦China.The⟧ rest stayed.", fixed="He came to China. The rest stayed."),
        Bad(
            "",
            "Ask ⟦Mr.Wang⟧ of Lanhai ⟦Co.Ltd⟧. on No.5 at ⟦St.Peter⟧.",
            fixed="Ask Mr. Wang of Lanhai Co. Ltd. on No.5 at St. Peter.",
        ),
    ),
    good=(
        Good("", "He left Booking.com for Node.js and the U.S. at 5 p.m. on J.K. Li's word."),
        Good("", "Run Math.Max or open Report.Docx, Vue.Js, setup.Exe, v2.Final and the like."),
        Good("", "See report.Final.pdf, System.out.println(x), example.org/About.The and v1.2.B."),
        Good("", "Well ...Who knows? Dr. Li has a Ph.D. and an M.B.A. from MIT."),
    ),
)
def missing_space_after_stop(pair: Pair, context: Context) -> Iterator[Hit]:
    """A sentence begins right behind the stop of the one before.

    ## Why is this a problem?
    Chinese sets no blank after a stop; a translation that is pasted together sentence by sentence keeps
    the habit. Readers stumble, and software takes both words for one.

    ## Known limits
    A small letter behind the stop is left alone: it could be a file name or a site. So is a capital between
    two capitalised words (Math.Max), unless the second is one that sentences begin with. A blank that is
    missing behind a shortened word (St.Peter, Mr.Wang) is `info`: no sentence runs into the next there.
    """
    for match in prose_matches(_STOP, pair.tgt):
        if not (_ends_word(pair.tgt, match.start()) and _begins_word(pair.tgt, match.end())):
            continue
        before, after = _word_before(pair.tgt, match.start()), _word_after(pair.tgt, match.end())
        if match[0] == "." and is_shortened(before, after):
            yield replace(_glued(pair, match), severity=Severity.INFO)
        elif match[0] != "." or not is_dotted_name(before, after):
            yield _glued(pair, match)


def _word_before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return found[0] if found else ""


def _word_after(text: str, at: int) -> str:
    found = _WORD_AFTER.match(text, at)
    return found[0] if found else ""


def _ends_word(text: str, at: int) -> bool:
    """Tell whether a word of prose ends at a place, and not an initial, a list number or a dotted name."""
    before = _WORD_BEFORE.search(text, max(0, at - 40), at)
    if before is None:
        return True
    behind = text[before.start() - 1 : before.start()]
    if before[0].isdigit():
        return before.start() > 0 and behind not in "./"
    return len(before[0]) > 1 and behind not in tuple("./@_\\")


def _begins_word(text: str, at: int) -> bool:
    """Tell whether prose goes on at a place: a capitalised word, an acronym, "I", "A" or a quotation."""
    after = _WORD_AFTER.match(text, at)
    if after is None:
        return True
    if text[after.end() : after.end() + 1] in tuple("(_@") or re.match(
        r"\.\w", text[after.end() : after.end() + 2]
    ):
        return False
    return len(after[0]) > 1 or after[0] in "IA"


@rule(
    code="PUN002",
    name="missing-space-after-comma",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "It rained ⟦hard,but⟧ they played.", fixed="It rained hard, but they played."),
        Bad(
            "",
            "Founded by Lanhai Motor ⟦Co.,Ltd⟧. in May.",
            fixed="Founded by Lanhai Motor Co., Ltd. in May.",
        ),
        Bad("", "⟦Editor:Wang⟧ Li", fixed="Editor: Wang Li"),
    ),
    good=(
        Good("", "Dissolve it in N,N-dimethylformamide, then call f(first,second) or open example.com/a,b."),
        Good("", "It cost 12,500 yuan in 2019,2020 and 2021; see https://example.com/x;y."),
    ),
)
def missing_space_after_comma(pair: Pair, context: Context) -> Iterator[Hit]:
    """No blank stands between a comma, a semicolon or a colon and the next word.

    ## Why is this a problem?
    Chinese marks are as wide as a character and need no blank; English ones do.
    """
    for match in prose_matches(_COMMA, pair.tgt):
        before = _WORD_BEFORE.search(pair.tgt, max(0, match.start() - 40), match.start())
        after = _WORD_AFTER.match(pair.tgt, match.end())
        symbols = before and after and len(before[0]) == 1 == len(after[0])
        if not symbols and not _ARGUMENTS.search(pair.tgt, max(0, match.start() - 60), match.start()):
            yield _glued(pair, match)


@rule(
    code="PUN003",
    name="missing-space-at-bracket",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "",
            "He teaches ⟦Finance(Undergraduate⟧) in Wuhan.",
            fixed="He teaches Finance (Undergraduate) in Wuhan.",
        ),
        Bad("", "The plant (opened in 2019⟦)makes⟧ vans.", fixed="The plant (opened in 2019) makes vans."),
    ),
    good=(
        Good(
            "",
            "Choose the file(s) under section 59(a), print(value), (re)start the (un)finished run(ning) job.",
        ),
        Good("", "FSB RCG(A) and f(x) are unlike (counter)weights."),
    ),
)
def missing_space_at_bracket(pair: Pair, context: Context) -> Iterator[Hit]:
    """No blank stands before an opening bracket or behind a closing one.

    ## Why is this a problem?
    Chinese brackets bring their own white space; English ones need a blank outside.
    """
    for match in prose_matches(_OPENING, pair.tgt):
        span = _around(pair.tgt, *match.span())
        yield Hit(
            "a blank is missing before the bracket", tgt=span, fix=Fix(Span(*match.span()), " (", safe=True)
        )
    for match in prose_matches(_CLOSING, pair.tgt):
        if _closes_a_phrase(pair.tgt, match.start()):
            span = Span(match.start(), _around(pair.tgt, *match.span()).end)
            yield Hit(
                "a blank is missing behind the bracket",
                tgt=span,
                fix=Fix(Span(*match.span()), ") ", safe=True),
            )


def _closes_a_phrase(text: str, at: int) -> bool:
    """Tell whether the bracket that closes at a place holds several words, unlike the one of "(un)able"."""
    opening = text.rfind("(", max(0, at - 200), at)
    return opening >= 0 and " " in text[opening:at] and text[opening - 1 : opening] in ("", " ")


@rule(
    code="PUN004",
    name="space-before-mark",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "",
            "The plant in Liuzhou⟦ ,⟧ she said⟦ ,⟧ is full⟦ .⟧",
            fixed="The plant in Liuzhou, she said, is full.",
        ),
        Bad("", "“Is it late⟦  ?⟧” he asked.", fixed="“Is it late?” he asked."),
    ),
    good=(
        Good("", "Wait ... it is .NET, with a score of 3 : 2 and a gain of .5 points. . . . and so on :)"),
        Good("", "They said so."),
    ),
)
def space_before_mark(pair: Pair, context: Context) -> Iterator[Hit]:
    """A blank stands before a comma or a stop.

    ## Why is this a problem?
    English marks stand close to the word they follow. The blank is left behind by a tokenizer, or by
    someone who pieced the sentence together.

    ## Known limits
    Dots with blanks between them are taken for an ellipsis or for leaders.
    """
    for match in matches_outside_code(_BEFORE_MARK, pair.tgt):
        mark, start = match[0], match.start()
        while start > 0 and pair.tgt[start - 1] in BLANKS:
            start -= 1
        if not _spaced_on_purpose(pair.tgt, Span(start, match.start())):
            fix = Fix(Span(start, match.start()), "", safe=True)
            yield Hit(f"delete the blank before {in_quotes(mark)}", tgt=Span(start, match.end()), fix=fix)


def _spaced_on_purpose(text: str, blanks: Span) -> bool:
    """Tell whether blanks before a mark belong to a ratio, a row of dots or a smiley, or begin the text."""
    before, mark = text[max(0, blanks.start - 1) : blanks.start], text[blanks.end]
    after = text[blanks.end + 1 : blanks.end + 3].lstrip()
    if mark in ":;" and after[:1] in (")", "]"):
        return True
    if mark == ":":
        return not before or before.isdigit() or after[:1].isdigit()
    return not before or before in ".·" or (mark == "." and after[:1] == ".")


@rule(
    code="PUN005",
    name="space-inside-brackets",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(Bad("", "The road (⟦ ⟧the G72⟦ ⟧) is closed.", fixed="The road (the G72) is closed."),),
    good=(
        Good("", "Tick the box ( ) and smile :-) or :( if you like, then call print( x ) or f( )."),
        Good("", "The road (the G72) is closed."),
    ),
)
def space_inside_brackets(pair: Pair, context: Context) -> Iterator[Hit]:
    """A blank stands inside a bracket, next to it.

    ## Why is this a problem?
    English brackets stand close to what they hold.
    """
    if "( " not in pair.tgt and " )" not in pair.tgt:
        return
    for match in matches_outside_code(_INSIDE, pair.tgt):
        span = Span(*match.span(1 if match[1] else 2))
        if match[2] and _CALL.search(pair.tgt, max(0, span.start - LIMIT_CALL), span.start):
            continue
        yield Hit("delete the blank inside the bracket", tgt=span, fix=Fix(span, "", safe=True))


@rule(
    code="PUN006",
    name="split-contraction",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "",
            "China⟦ 's⟧ plants did⟦ n't⟧ stop; we⟦ ’re⟧ glad.",
            fixed="China's plants didn't stop; we’re glad.",
        ),
    ),
    good=(
        Good("", "In 's-Hertogenbosch the letter 's' is loved, and 'there' too. China's plants didn't stop."),
    ),
)
def split_contraction(pair: Pair, context: Context) -> Iterator[Hit]:
    """A blank stands before `'s`, `'re`, `'ve`, `'ll` or `n't`.

    ## Why is this a problem?
    The blank is left behind by a tokenizer.
    """
    for match in matches_outside_code(_CONTRACTION, pair.tgt):
        start = match.start() - (1 if match[0][1] != "t" else 2)
        before = _WORD_BEFORE.search(pair.tgt, max(0, start - 40), start)
        if before and before[0].isalpha() and before[0].lower() not in NO_OWNERS:
            span = Span(start, match.end())
            fix = Fix(Span(start, start + 1), "", safe=True)
            yield Hit(f"delete the blank before {span.of(pair.tgt).strip()}", tgt=span, fix=fix)


@rule(
    code="PUN007",
    name="double-space",
    severity=Severity.INFO,
    since="0.1.0",
    bad=(Bad("", "The new⟦  ⟧plant opened.", fixed="The new plant opened."),),
    good=(Good("", "It opened.  It is full."), Good("", "The new plant opened.")),
)
def double_space(pair: Pair, context: Context) -> Iterator[Hit]:
    """Two or more blanks stand inside a sentence.

    ## Why is this a problem?
    It is seen in print, though not in HTML or Markdown, where readers never get to see it.
    """
    if "  " not in pair.tgt and "\u00a0" not in pair.tgt:
        return
    for match in matches_outside_code(_WIDE, pair.tgt):
        span = Span(*match.span())
        yield Hit("use one blank", tgt=span, fix=Fix(span, " ", safe=True))


@rule(
    code="PUN008",
    name="stray-blank",
    severity=Severity.INFO,
    since="0.1.0",
    bad=(Bad("", "The new⟦\t⟧plant opened.⟦ ⟧", fixed="The new plant opened."),),
    good=(Good("", "The new plant opened."),),
)
def stray_blank(pair: Pair, context: Context) -> Iterator[Hit]:
    """A tab stands inside a text, or a blank at its end.

    ## Why is this a problem?
    Both are left over from copying, and show up as changes that nobody made.
    """
    if "\t" not in pair.tgt and not pair.tgt[-1:].isspace():
        return
    for match in matches_outside_code(_TAB, pair.tgt):
        span = Span(*match.span())
        at_end = span.end == len(pair.tgt)
        message = "delete the blanks at the end" if at_end else "use a blank, not a tab"
        yield Hit(message, tgt=span, fix=Fix(span, "" if at_end else " ", safe=True))
