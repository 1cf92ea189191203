"""Where a Chinese sentence ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.enclosure import BRACKETS, QUOTES
from corpus.pattern import lazy
from corpus.script import HAN, is_han
from corpus.sentence_en import ends_english_sentence
from corpus.stop import CLOSERS

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.stop import Stop

LOOK_AHEAD = 24
OPENERS = frozenset({*BRACKETS, *QUOTES})
# Marks at which a sentence goes on, whatever stands before them.
GOES_ON = frozenset("，、；：,;:—–～·。｡！？!?…")
# Behind “……！” and “……？” a sentence mostly goes on with these: “冲啊！”是他的口号.
PREDICATES = frozenset("等是成为和与及或就让使引被")
# Who spoke, right behind the quotation: 他说。 周钘笑着问道， With a colon it leads in the next quotation,
# and 业内人士认为， leads in reported speech, unless a quotation follows.
_SPEECH_TAG = lazy(
    r"[^，,。！？!?；;：:“”‘’「」『』…\s没沒不未]{0,14}?"
    r"(?:(?:说|說|(?<!知)道|问|問|答|喊|叫|嚷|骂|罵)(?:着|了|过|過|道|完)*(?=[，,。！？!?…]|$)"
    r"|(?:称|稱|表示|指出|强调|認為|认为|写道|寫道|回应|感叹|补充|透露|告诉[^，。！？：]{1,6})(?=[。！？!?…]|$|[，,][“「]))"
)
# 我……我不知道: an ellipsis behind a clause of fewer ideographs is a stammer or a pause.
LEAST_BEFORE_ELLIPSIS = 4
_LAST_CLAUSE = lazy(r"[^，。！？；：、,;:…“”「」『』]*$")
_HAN = lazy(f"[{HAN}]")


def ends_chinese_sentence(stop: Stop, *, sentence: int, enclosure: Span | None) -> bool:
    """Tell whether a Chinese sentence ends at a stop.

    Args:
        stop: The marks and what closes behind them.
        sentence: Where the sentence begins.
        enclosure: The bracket or quotation inside the sentence that closes behind the marks.
    """
    after = stop.after(LOOK_AHEAD).lstrip()
    if not after or after[0] in GOES_ON:
        return not after
    if stop.is_dot:
        return _dot_ends(stop, sentence)
    if stop.closers:
        return _closed_ends(stop, after, sentence, enclosure)
    if stop.is_ellipsis:
        return _clause_length(stop, sentence) >= LEAST_BEFORE_ELLIPSIS
    # “https://a.cn?b=1”, “Yahoo!日本”: a half-width mark between Latin letters belongs to a name.
    return stop.marks[-1] not in "!?" or not stop.after(1).isascii() or stop.after(1).isspace()


def _closed_ends(stop: Stop, after: str, sentence: int, enclosure: Span | None) -> bool:
    """Tell whether a sentence ends with the quotes and brackets that close behind its stop."""
    if any(mark in "》〉" for mark in stop.closers):
        return False
    if stop.closers[0] in BRACKETS.values():
        return (
            enclosure is None or not stop.text[sentence : min(enclosure.start, sentence + LOOK_AHEAD)].strip()
        )
    if stop.closers[0] != "[" and (after[0] == "的" or _SPEECH_TAG.match(after)):
        return False
    return "。" in stop.marks or (enclosure is None and after[0] not in PREDICATES)


def _dot_ends(stop: Stop, sentence: int) -> bool:
    """Tell whether a Latin stop ends a Chinese sentence: not inside numbers and names."""
    before, after = stop.before(1), stop.after(1)
    if is_han(before) or before in CLOSERS:
        return is_han(after) or after.isspace() or after in OPENERS
    return after.isspace() and ends_english_sentence(stop, sentence=sentence)


def _clause_length(stop: Stop, sentence: int) -> int:
    clause = stop.text[max(sentence, stop.start - LOOK_AHEAD) : stop.start]
    last = _LAST_CLAUSE.search(clause)
    return len(_HAN.findall(last[0] if last else ""))
