"""Spans lead back to the raw file: for the map itself, and for documents of every format."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import parse_document
from corpus.errors import OffsetError
from corpus.offsets import OffsetMap, Piece
from corpus.span import Span

# "ab" + "&" for "&amp;" + "cd" behind a tag, then "ef" of another block: raw is ab&amp;<b>cd</b></p><p>ef
MAP = OffsetMap(
    (
        Piece(Span(0, 2), Span(0, 2)),
        Piece(Span(2, 3), Span(2, 7)),
        Piece(Span(3, 5), Span(10, 12)),
        Piece(Span(6, 8), Span(23, 25)),
    )
)

SHARED = [
    "周钘",
    "加盟。",
    "ab",
    "He left. ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "𠮷",
    "e\u0301",
    "“",
    "”",
    "１",
    "\u3000",
    "，",
]
FRAGMENTS = {
    "text": [*SHARED, "- ", "<!-- c -->", "\r", "\u2028"],
    "html": [
        *SHARED,
        *(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<br/>",
            "<td>",
            "<li>",
            "</ul>",
            "<h1>",
            "</h1>",
            "<pre>",
            "</pre>",
        ),
        *(
            "&amp;",
            "&lt",
            "&#x1F600;",
            "&nbsp;",
            "&copy2",
            "&",
            "<",
            ">",
            "</",
            "<!",
            "<a href='>'>",
            '"',
            "'",
            "=",
        ),
        *(
            "<!-- c -->",
            "<script>x<y</script>",
            "<script>",
            "<code>",
            "</code>",
            "<![CDATA[a&b]]>",
            "<!DOCTYPE a[",
        ),
        *(
            '<img alt="周 &quot;x" title=t>',
            "<img alt='a\n b'>",
            "<title>",
            "<rt>",
            "<svg/>",
            "-->",
            "<?xml ?>",
        ),
    ],
    "markdown": [
        *SHARED,
        *(
            "*",
            "**",
            "_",
            "`",
            "``",
            "~~",
            "[",
            "](u)",
            "](u 't')",
            "![",
            "]",
            "<b>",
            "</b>",
            "<br>",
            "&amp;",
            "\\*",
        ),
        *(
            "# ",
            "## ",
            " #",
            "> ",
            "- ",
            "1. ",
            "    ",
            "\t",
            "| ",
            " | ",
            "|---|---|\n",
            "===\n",
            "---\n",
            "```\n",
        ),
        *(
            "[^1]",
            "\n[^1]: ",
            "[ ] ",
            "[r]: u\n",
            "<http://a.cn>",
            "<!-- c -->",
            "  \n",
            "\\\n",
            "\\|",
            "<div>\n",
        ),
    ],
}
FRONT_MATTERS = [
    "",
    "\ufeff",
    "---\ntitle: 'it''s 周钘' # c\nlang: zh\n---\n",
    '\n---\r\n# c\r\ntitle: "a\\n\\u5468"\r\n---\r\n',
]


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str]:
    """Return a format and a file in it."""
    kind = draw(st.sampled_from(sorted(FRAGMENTS)))
    body = draw(st.lists(st.sampled_from(FRAGMENTS[kind]), max_size=25))
    return kind, draw(st.sampled_from(FRONT_MATTERS)) + "".join(body)


def test_a_span_leads_back_with_the_markup_between_its_ends() -> None:
    assert MAP.to_raw(Span(1, 4)) == Span(1, 11)
    assert MAP.to_raw(Span(2, 3)) == Span(2, 7)
    assert MAP.to_raw(Span(5, 8)) == Span(23, 25)
    assert MAP.to_raw(Span(4, 6)) == Span(11, 12)
    assert MAP.to_raw(Span(5, 6)) == Span(12, 12)


def test_an_empty_span_leads_behind_the_character_before_it() -> None:
    assert MAP.to_raw(Span(0, 0)) == Span(0, 0)
    assert MAP.to_raw(Span(3, 3)) == Span(7, 7)
    assert MAP.to_raw(Span(6, 6)) == Span(23, 23)
    assert MAP.to_raw(Span(8, 8)) == MAP.to_raw(Span(9, 9)) == Span(25, 25)
    assert OffsetMap(()).to_raw(Span(0, 0)) == Span(0, 0)


@pytest.mark.parametrize(
    ("span", "raw"),
    [
        (Span(0, 2), Span(0, 2)),
        (Span(0, 3), Span(0, 7)),
        (Span(1, 3), Span(1, 7)),
        (Span(2, 4), None),
        (Span(4, 7), None),
        (Span(5, 6), None),
        (Span(0, 0), Span(0, 0)),
        (Span(1, 1), Span(1, 1)),
        (Span(3, 3), Span(7, 7)),
        (Span(5, 5), Span(12, 12)),
        (Span(6, 6), Span(23, 23)),
        (Span(9, 9), None),
    ],
)
def test_an_edit_never_takes_markup_with_it(span: Span, raw: Span | None) -> None:
    assert MAP.edit_span(span) == raw


def test_nothing_is_inserted_inside_an_entity_that_stands_for_two_characters() -> None:
    entity = OffsetMap((Piece(Span(0, 2), Span(0, 20)),))
    assert entity.edit_span(Span(1, 1)) is None
    assert entity.edit_span(Span(0, 1)) is None
    assert entity.edit_span(Span(0, 2)) == Span(0, 20)


def test_pieces_that_overlap_are_refused() -> None:
    with pytest.raises(OffsetError):
        OffsetMap((Piece(Span(0, 2), Span(0, 2)), Piece(Span(1, 3), Span(1, 3))))


@settings(max_examples=300)
@given(files())
def test_every_piece_of_text_is_found_in_the_raw_file(file: tuple[str, str]) -> None:
    document = parse_document(file[1], format=file[0])
    found = ""
    for piece in document.offsets.pieces:
        text, raw = piece.text.of(document.text), piece.raw.of(document.raw)
        found += text
        assert len(raw) == len(piece.raw) > 0
        if piece.verbatim:
            pairs = zip(text, raw, strict=True)
            assert all(one == other or (one == " " and other.isspace()) for one, other in pairs)
    assert found == document.text.replace("\n", "")


@settings(max_examples=300)
@given(files())
def test_every_segment_has_its_text_in_the_raw_file(file: tuple[str, str]) -> None:
    document = parse_document(file[1], format=file[0])
    for segment in document.segments:
        assert segment.text == segment.text.strip() != ""
        assert segment.span.of(document.text) == segment.text
        place = document.offsets.edit_span(segment.span)
        if place is not None and len(place) == len(segment.span):
            assert place == document.to_raw(segment.span)
            assert place.of(document.raw).split() == segment.text.split()


@settings(max_examples=300)
@given(files(), st.data())
def test_a_letter_edited_in_the_raw_file_is_edited_in_the_text(
    file: tuple[str, str], data: st.DataObject
) -> None:
    document = parse_document(file[1], format=file[0])
    letters = [place for place, char in enumerate(document.text) if char in "abHelft"]
    if letters:
        place = data.draw(st.sampled_from(letters))
        edit = document.offsets.edit_span(Span(place, place + 1))
        assert edit is not None
        letter = "X" if document.text[place].isupper() else "x"
        mended = document.raw[: edit.start] + letter + document.raw[edit.end :]
        expected = document.text[:place] + letter + document.text[place + 1 :]
        assert parse_document(mended, format=file[0]).text == expected


@settings(max_examples=300)
@given(files(), st.data())
def test_an_insertion_in_the_raw_file_appears_in_the_text(file: tuple[str, str], data: st.DataObject) -> None:
    document = parse_document(file[1], format=file[0])
    words = [match.end() for match in re.finditer("ab|He|left", document.text)]
    if words:
        place = data.draw(st.sampled_from(words))
        edit = document.offsets.edit_span(Span(place, place))
        assert edit is not None
        mended = document.raw[: edit.start] + "x" + document.raw[edit.end :]
        expected = document.text[:place] + "x" + document.text[place:]
        found = parse_document(mended, format=file[0]).text
        # In plain text a longer line can change which lines are taken for wrapped ones, and joined.
        assert found.split() == expected.split()
