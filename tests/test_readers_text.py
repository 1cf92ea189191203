from __future__ import annotations

from corpus.document import Role
from corpus.documents import parse_document
from corpus.span import Span

WRAPPED = (
    "Zhou Xin joined the company in the year 2011 and became the director of\n"
    "its marketing center in 2019, before he was promoted once again in 2020\n"
    "to the rank of a deputy general manager. His rise was quick.\n"
)


def blocks(raw: str) -> list[list[str]]:
    """Return the segments of a plain text, block by block."""
    found: dict[int, list[str]] = {}
    for segment in parse_document(raw, format="text").segments:
        found.setdefault(segment.block, []).append(segment.text)
    return list(found.values())


def test_every_line_is_a_block() -> None:
    assert blocks("周钘加盟。他来了。\n小米造车\n\n五菱") == [
        ["周钘加盟。", "他来了。"],
        ["小米造车"],
        ["五菱"],
    ]


def test_lines_end_at_every_kind_of_line_break() -> None:
    assert blocks("a one\r\nb two\rc three\u2028d four\fe five") == [
        ["a one"],
        ["b two"],
        ["c three"],
        ["d four"],
        ["e five"],
    ]


def test_indents_and_lines_without_words_are_left_out() -> None:
    assert blocks("\ufeff\u3000\u3000周钘。\n  * * *\n\t他来了。 \n---\n") == [["周钘。"], ["他来了。"]]


def test_double_blanks_inside_a_line_are_kept() -> None:
    assert blocks("He  left.") == [["He  left."]]


def test_wrapped_english_is_joined_and_cut_into_sentences() -> None:
    first = (
        "Zhou Xin joined the company in the year 2011 and became the director of its marketing center"
        " in 2019, before he was promoted once again in 2020 to the rank of a deputy general manager."
    )
    assert blocks(WRAPPED) == [[first, "His rise was quick."]]
    assert blocks(WRAPPED.replace("\n", "\r\n  ")) == [[first, "His rise was quick."]]


def test_a_joined_line_leads_back_to_its_line_break() -> None:
    document = parse_document(WRAPPED.replace("\n", "\r\n  "), format="text")
    place = document.text.index(" its")
    assert document.to_raw(Span(place, place + 4)).of(document.raw) == "\r\n  its"
    assert document.offsets.edit_span(Span(place, place + 4)) == document.to_raw(Span(place, place + 4))


def test_a_word_broken_behind_its_hyphen_is_joined_without_a_blank() -> None:
    raw = (
        "The article is about a company that builds small and inexpensive but well-\n"
        "known electric cars in the south of the country, and sells them there.\n"
    )
    assert "well-known electric" in parse_document(raw, format="text").text


def test_a_wrapped_line_that_ends_with_an_abbreviation_is_joined() -> None:
    raw = (
        "The deal, as we were told yesterday by the lawyers, was signed by Mr.\n"
        "Zhou himself, who had come to Liuzhou by train the night before, and\n"
        "by the chairman of the other company.\n"
    )
    assert len(blocks(raw)) == 1


def test_lines_that_do_not_look_wrapped_stay_apart() -> None:
    poem = "the sun goes down\nthe moon comes up\nthe river runs\n"
    sentences = (
        "Zhou Xin joined the company in 2011 and became its director.\n"
        "In 2019 he was promoted for the first time in his career.\n"
        "He went on to become the deputy general manager in 2020.\n"
    )
    heading = (
        "Xiaomi’s marketing director has resigned and gone back to Wuling\n" + "On Monday he left. " * 20
    )
    items = (
        "- the first item of a list that is about as long as a line gets, and\n"
        "- the second item of a list that is about as long as a line gets\n"
    )
    chinese = (
        "周钘加盟小米汽车担任营销负责人直接向董事长雷军汇报这一消息得到了本人确认但对方没有\n透露更多信息\n"
    )
    for raw, count in ((poem, 3), (sentences, 3), (heading, 2), (items, 2), (chinese, 2)):
        assert len(blocks(raw)) == count


def test_a_line_that_is_an_html_comment_is_a_comment() -> None:
    document = parse_document("周钘。\n <!-- align: ignore NAM001 -->\n他来了。<!-- 注 -->\n", format="text")
    assert [comment.text for comment in document.comments] == ["align: ignore NAM001"]
    assert document.comments[0].span.of(document.raw) == "<!-- align: ignore NAM001 -->"
    assert document.text == "周钘。\n他来了。<!-- 注 -->"
    assert {segment.role for segment in document.segments} == {Role.PARAGRAPH}
