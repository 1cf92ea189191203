"""Which files met in a folder are texts: nobody named them, so that they may be anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.pattern import lazy

if TYPE_CHECKING:
    from pathlib import Path

BLANKS = "\ufeff \t\r\n\f\v\u3000"
GENERATOR = lazy(r"""<meta name="generator" content="align\b""")
LIMIT_HEAD = 4_096  # bytes, in which a page of ours says what has made it


def generator(signature: str) -> str:
    """Return what a page that we write has in its head, so that it is not taken for a text.

    >>> generator("align|0.1.0")
    '<meta name="generator" content="align|0.1.0">'
    """
    from html import escape

    return f'<meta name="generator" content="{escape(signature)}">'


def has_text(path: Path) -> bool:
    """Tell whether a file may hold a text: it is not blank, and no page that we have written.

    One that cannot be read is taken for a text, so that its reader says what is wrong.
    """
    try:
        with path.open("rb") as file:
            while data := file.read(LIMIT_HEAD).decode("utf-8", "replace"):
                if data.strip(BLANKS):
                    return GENERATOR.search(data) is None
    except OSError:
        return True
    return False
