"""What a stop between two words means where no blank follows it: the end of a sentence, or something else."""

from __future__ import annotations

import re

from corpus.pattern import lazy
from corpus.token import FILE_ENDINGS

# Behind one of these a stop shortens a word: St.Peter lacks a blank, but no sentence runs into the next.
_SHORTENED = frozenset(
    """
    adm art ave bros capt cf ch co col corp dept dr ed eds eq etc fig figs gen gov hon inc jr lt ltd maj mr
    mrs ms messrs mt no nos op pp pres prof rep rev sec sen sgt sr st sta ste vol vols vs
    """.split()
)
# How a sentence begins, in prose. A capitalised word that has none of them behind its stop may be one of a
# program's names, or a file: Math.Max, Report.Docx.
_STARTERS = frozenset(
    """
    A After All Also Although Among An And Another Any As At Because Before Besides Both But By Currently
    Despite Due During Each Earlier Even Every Finally First For From Further Furthermore Given Hence Her Here
    His How However I If In Indeed Instead It Its Last Later Like Many Meanwhile More Moreover Most Much My
    Nearly Neither Never Nevertheless New No Nobody None Nor Not Nothing Now Of On Once One Only Or Other Our
    Over People Perhaps Recently She Since So Some Someone Soon Still Such Than That The Their Then There
    Therefore These They This Those Though Through Thus To Today Together Two Three Under Unlike Until Up Upon
    We What When Where Whether Which While Who Whose Why With Within Without Yesterday Yet You Your
    """.split()
)
_FILE_ENDING = lazy(rf"(?!(?:bat|c|go|h|java|log|po|so)\Z)(?:{FILE_ENDINGS})\Z", re.IGNORECASE)
_VERSION = lazy(r"[vV]\d++$")


def is_shortened(before: str, after: str) -> bool:
    """Tell whether a stop shortens the word before it.

    >>> is_shortened("St", "Peter"), is_shortened("Co", "The"), is_shortened("no", "Peter")
    (True, False, False)
    """
    return before.istitle() and before.lower() in _SHORTENED and after not in _STARTERS


def is_dotted_name(before: str, after: str) -> bool:
    """Tell whether two words with a stop between them look like a file, a version or a name in a program.

    >>> is_dotted_name("Math", "Max"), is_dotted_name("setup", "Exe"), is_dotted_name("China", "The")
    (True, True, False)
    """
    if _FILE_ENDING.match(after) or _VERSION.match(before):
        return True
    return before[:1].isupper() and bool(after) and after not in _STARTERS
