"""Where an English sentence ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.pattern import lazy
from corpus.script import LATIN

if TYPE_CHECKING:
    from corpus.stop import Stop

LOOK_BEHIND = 24
LOOK_AHEAD = 80
# Abbreviations before a name or an example: they never end a sentence.
_BEFORE_NAME = lazy(
    r"Mr|Mrs|Ms|Messrs|Mme|Mlle|Dr|Prof|Rev|Fr|Hon|Pres|Gov|Sen|Rep|Amb|Supt|Gen|Adm"
    r"|Col|Maj|Capt|Cmdr|Lt|Sgt|Cpl|Pvt|Brig|Insp|Det|Dept|Univ|St|Ste|Mt|Ft|vs|v"
    r"|viz|cf|e\.g|i\.e|eg|ie|Eng"
)
# Abbreviations before a number; elsewhere they are words or end a sentence.
_BEFORE_NUMBER = lazy(
    r"No|Nos|no|nos|p|pp|vol|vols|Vol|Vols|ch|Ch|art|Art|Arts|sec|Sec|fig|figs|Fig"
    r"|Figs|eq|Eq|approx|ca|est|Est|par|para|Tel|tel|Fax|Ext|ext|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
)
# Abbreviations that stand inside a sentence or at its end: what follows tells.
_ANYWHERE = lazy(r"Co|Corp|Inc|Ltd|Bros|Cie|Pte|Pty|Jr|Sr|Esq|al|Ave|Blvd|Rd|Sq|Hwy|Bldg")
# Words that begin a sentence far more often than a name. (Those that are surnames as well are left out.)
_STARTERS = lazy(
    r"The|This|That|These|Those|There|It|Its|He|She|They|We|I|In|On|At|By|For|From"
    r"|With|After|Before|Since|During|When|While|As|If|Although|Though|But|And|However"
    r"|Meanwhile|Moreover|According|Both|Some|Many|Most|Several|His|Her|Their|Our|My|A"
    r"|An|Then|Also|Yet|Now|Here|What|Who|Why|How|To|Under|Over|Until|Once|Last|Such"
    r"|No|Not"
)
EXCLAIMING = frozenset({"Yahoo", "Jeopardy"})
_NUMERAL = lazy(r"[#(]?\d|[IVXLC]{2,}\b|[IVX]\b(?=[,.;:)]|$)")
_INITIALS = lazy(r"(?:[A-Za-z]\.)*[A-Za-z]|Ph\.D|M\.Sc|B\.Sc|LL\.[BM]|Ed\.D")
_LIST_NUMBER = lazy(r"\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]+")
_STARTER = lazy(r"[“‘\"'(\[]*([A-Z][a-z]*)(?:[’'](?:s|re|ve|ll|d|m))?(?=[\s,]|$)")
_OPENERS = "“‘\"'([{«「『《（【-–—•* "
_WORD_BEFORE = lazy(rf"[{LATIN}0-9.&'’-]*$")
_BRAND = lazy(r"[a-z]{1,2}[A-Z]")  # iPhone, eBay
_SPEECH_TAG = lazy(
    r"(?:[A-Z][\w.'’-]{0,30}\s){1,4}"
    r"(?:said|says|asked|asks|replied|answered|added|told|shouted|cried|exclaimed|wrote|noted|explained|whispered)\b"
)


def ends_english_sentence(stop: Stop, *, sentence: int) -> bool:
    """Tell whether an English sentence ends at a stop; ``sentence`` is where it begins.

    Without a blank behind the stop it never does: "marketing.The" stays in one segment, in which
    a rule can see it.
    """
    after = stop.after(LOOK_AHEAD)
    if after and not after[0].isspace():
        return False
    after = after.lstrip()
    first = after.lstrip(_OPENERS)
    if first[:1].islower() and not _BRAND.match(first):
        return not after
    tag = _SPEECH_TAG.match(after) if any(quote in stop.closers for quote in "”\"’'") else None
    if tag:
        # "I came." He said no more. — "I came." Zhou Xin said.
        return stop.is_dot and after[tag.end() :][:1] not in {*".,"}
    before = stop.text[max(sentence, stop.start - LOOK_BEHIND) : stop.start]
    found = _WORD_BEFORE.search(before)
    word = found[0] if found else ""
    if stop.is_dot and not stop.closers:
        return _dot_ends(word, after, at_start=not before[: len(before) - len(word)].strip(_OPENERS))
    return word not in EXCLAIMING or stop.marks != "!"


def _dot_ends(word: str, after: str, *, at_start: bool) -> bool:
    """Tell whether a single stop behind a word is more than that of an abbreviation or a list number."""
    if _BEFORE_NAME.fullmatch(word) or (at_start and _LIST_NUMBER.fullmatch(word)):
        return False
    if _BEFORE_NUMBER.fullmatch(word):
        return not _NUMERAL.match(after)
    if _ANYWHERE.fullmatch(word) or _INITIALS.fullmatch(word):
        starter = _STARTER.match(after)
        return starter is not None and _STARTERS.fullmatch(starter[1]) is not None
    return True
