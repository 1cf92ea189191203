"""Marks that stand where none belongs: inside a sentence, or behind a word that never has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.finding import Fix, Hit, Severity, in_quotes
from align.rule import Bad, Good, rule
from corpus import Span
from corpus.pattern import lazy
from corpus.token import prose_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair

# Behind these a small letter is right: they are shortened, not the end of a sentence.
ABBREVIATIONS = frozenset(
    """
    adj adm adv al approx apr art aug ave avg blvd brig bros ca cal capt cent cf ch cmdr co col corp dec
    dept dr ed eds esp est etc excl ext feb fig figs fri ft gal gen gov hon hr hrs inc incl jan jr jul jun
    lb lbs llc lt ltd maj mar max min misc mo mon mr mrs ms mt no nos nov oct op oz par plc pp pres prof
    rep repr resp rev sat sec sen sep sept sgt sq sr st sun supt tel temp thu thur thurs trans tue tues
    univ viz vol vols vs wed wk yr yrs
    """.split()
)
# What may follow a hyphen that hangs: "pre- and post-war", "two- to threefold".
_SUSPENDED = frozenset({"and", "or", "to", "through", "nor", "but", "versus", "vs", "as", "plus", "than"})
_SPOKEN = lazy("[!?！？]")
_SMALL_LETTER = lazy(r"[.!?] (?=[a-z]{2})(?<=[a-z]{2}..)")
_HYPHEN = lazy(r"-[ \u00a0]+(?=[A-Za-z])(?<=[A-Za-z]..)")
# Behind a word that something must follow; a hanging symbol.
_STRAY = lazy(
    r"[,;:.!?\"”^_~@](?=\s+\w)(?:"
    r"(?<=[\s(]the[^\^_~@])|(?<=[\s(]an[^\^_~@])|(?<=[\s(]our[^\^_~@])|(?<=[\s(]your[^\^_~@])"
    r"|(?<=[\s(]their[^\^_~@])|(?<=[\s(]every[^\^_~@])|(?<=[A-Za-z][\^_])|(?<=[A-Za-z][~@])(?=\s[a-z]))"
)
# An apostrophe at the end of a word that has no s: the rest of a quotation, or a slip. Not "goin'", "ol'".
_APOSTROPHE = lazy(
    r"['’](?=\s)(?<=[A-Za-z,].)(?<![sSzZxX].)(?<!in.)(?<!\b[oO]l.)(?<!\b[A-Za-z].)(?<!\ban.)(?<!\bth.)"
)
_OPENING_QUOTE = lazy(r"(?<![^\s(\[“\"—–-])['‘`]")
_EMPHASIS = lazy(r"(?<!\w)_\w{1,60}$")
_TWO_HYPHENS = lazy(r"(?<=[\w.,;:!?”\"’)])(?: --(?= )|--(?=\w))(?<!---) ?")
_WORD_BEFORE = lazy(r"[^\W\d_]{1,40}$")
_WORD_BEHIND = lazy(r"[^\W\d_]{1,40}")


def _before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return found[0] if found else ""


def _behind(text: str, at: int) -> str:
    found = _WORD_BEHIND.match(text, at)
    return found[0] if found else ""


@rule(
    code="PUN043",
    name="small-letter-after-stop",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "Now each⟦. ⟧plant makes vans, and it⟦! ⟧sells them."),
        Bad("", "The most⟦? ⟧famous one is here."),
    ),
    good=(
        Good(
            "", "Lanhai Co. makes vans, cars etc. in Liuzhou vs. five a.m. elsewhere, said Yahoo! on May 3."
        ),
        Good("", "It is here. iPhones sell. eBay grew... and so on. “Why?” he asked."),
        Good("", "ok. thanks. see you"),
        Good("", "Section 3. scope"),
        Good("停下！她喊道。", "Stop! she cried."),
    ),
)
def small_letter_after_stop(pair: Pair, context: Context) -> Iterator[Hit]:
    """A small letter follows a stop.

    ## Why is this a problem?
    Either the mark does not belong there, or the next sentence lost its capital.

    ## Known limits
    Abbreviations, names such as iPhone, and texts that use no capitals at all are left alone. Behind ! and ?
    somebody may be quoted without quotation marks, so that they count where the source has neither. Behind a
    full stop, and without a source, the finding is `info`: everybody knows what is meant.
    """
    for match in prose_matches(_SMALL_LETTER, pair.tgt):
        before, behind = _before(pair.tgt, match.start()), _behind(pair.tgt, match.end())
        shortened = before.lower() in ABBREVIATIONS or (
            before[0].isupper() and (match[0][0] in "!?" or len(before) < 5)
        )
        if shortened or not behind.islower() or not any(map(str.isupper, pair.tgt[:1])):
            continue
        spoken = match[0][0] in "!?"  # "Stop! she said", where the quotation marks are left out
        if not (spoken and _SPOKEN.search(pair.src)):
            severity = None if spoken and pair.bilingual else Severity.INFO
            yield Hit(
                f"{in_quotes(behind)} begins small behind {in_quotes(match[0][0])}",
                tgt=Span(*match.span()),
                severity=severity,
            )


@rule(
    code="PUN044",
    name="stray-mark",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bad=(
        Bad(
            "",
            "It opened the⟦,⟧ new plant in Liuzhou⟦^⟧ in May.",
            fixed="It opened the new plant in Liuzhou in May.",
        ),
        Bad("", "The badly⟦_⟧ damaged plant is closed.", fixed="The badly damaged plant is closed."),
        Bad("", "In Liuzhou,⟦'⟧ they push⟦’⟧ on.", fixed="In Liuzhou, they push on."),
    ),
    good=(
        Good("", "Thanks~ See you @ the plant; x_1 and 2^3 and _this_ too."),
        Good(
            "",
            "The word “the” is an article. He was 'in the plant,' he said, goin' home with the boys' cars.",
        ),
    ),
)
def stray_mark(pair: Pair, context: Context) -> Iterator[Hit]:
    """A mark stands behind an article, or an apostrophe, ^, _, ~ or @ hangs on a word.

    ## Why is this a problem?
    No English sentence stops behind "the"; the mark was left by a slip, or words after it are missing.
    """
    for match in prose_matches(_STRAY, pair.tgt):
        if match[0] != "_" or not _EMPHASIS.search(pair.tgt, max(0, match.start() - 60), match.start()):
            yield _stray(pair, Span(*match.span()))
    if "'" in pair.tgt or "’" in pair.tgt:
        yield from _stray_apostrophes(pair)


def _stray_apostrophes(pair: Pair) -> Iterator[Hit]:
    """Return the closing marks in front of the first opening one."""
    opening = _OPENING_QUOTE.search(pair.tgt)
    for match in _APOSTROPHE.finditer(pair.tgt, 0, opening.start() if opening else len(pair.tgt)):
        yield _stray(pair, Span(*match.span()))


def _stray(pair: Pair, span: Span) -> Hit:
    return Hit(f"delete {in_quotes(span.of(pair.tgt))}", tgt=span, fix=Fix(span, "", safe=False))


@rule(
    code="PUN045",
    name="hanging-hyphen",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bad=(Bad("", "It opened a⟦- ⟧plant in Liuzhou, the organic⟦- ⟧matter is gone."),),
    good=(
        Good("", "Pre- and post-war plants, two- to threefold growth, short-, medium- and long-term plans."),
        Good("", "The plant - a new one - is open. Vitamins A- to Z."),
        Good("他为TechArt- Journal撰稿。", "He writes for TechArt- Journal."),
    ),
)
def hanging_hyphen(pair: Pair, context: Context) -> Iterator[Hit]:
    """A hyphen hangs on a word, and a blank follows it.

    ## Why is this a problem?
    It is half of a dash, a word that was broken at the end of a line, or does not belong there.

    ## Known limits
    The hyphen of "pre- and post-war" is right.
    """
    for match in prose_matches(_HYPHEN, pair.tgt):
        before, behind = _before(pair.tgt, match.start()), _behind(pair.tgt, match.end())
        if behind.lower() not in _SUSPENDED and f"{before}{match[0]}{behind}" not in pair.src:
            yield Hit("join the words, or set a dash", tgt=Span(*match.span()))


@rule(
    code="PUN046",
    name="hyphens-for-dash",
    severity=Severity.INFO,
    since="0.1.0",
    into="en",
    bad=(Bad("", "The plant⟦ -- ⟧a new one⟦--⟧is open.", fixed="The plant — a new one—is open."),),
    good=(Good("", "The plant — a new one — is open; run it with --fast, not ------- so."),),
)
def hyphens_for_dash(pair: Pair, context: Context) -> Iterator[Hit]:
    """Two hyphens stand for a dash.

    ## Why is this a problem?
    They are left from the typewriter; print sets a dash.
    """
    if "--" not in pair.tgt:
        return
    for match in prose_matches(_TWO_HYPHENS, pair.tgt):
        span = Span(*match.span())
        fix = Fix(span, match[0].replace("--", "—"), safe=False)
        yield Hit("use a dash, not two hyphens", tgt=span, fix=fix)
