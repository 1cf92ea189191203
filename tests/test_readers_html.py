from __future__ import annotations

import pytest

from corpus.document import OBJECT, Role
from corpus.documents import parse_document
from corpus.span import Span


def texts(raw: str) -> list[str]:
    return [segment.text for segment in parse_document(raw, format="html").segments]


def roles(raw: str) -> list[tuple[str, str]]:
    return [(segment.text, segment.role.value) for segment in parse_document(raw, format="html").segments]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # blocks and inline elements
        ("<p>周钘<b>加盟</b>小米。</p><p>他来了。</p>", ["周钘加盟小米。", "他来了。"]),
        ("<p>Zhou <em>Xin</em> left.</p>", ["Zhou Xin left."]),
        ("<p>Zhou</p>Xin", ["Zhou", "Xin"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>one<br>two<br/>three</p>", ["one", "two", "three"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<P>one</P><Td>two</tD>", ["one", "two"]),
        ("<custom-tag>one</custom-tag> two", ["one two"]),
        # white space
        ("<p>\n  Zhou\n\t Xin   left. </p>", ["Zhou Xin left."]),
        ("<p>周钘\r\n  加盟，\n“小米”\n汽车</p>", ["周钘加盟，“小米”汽车"]),
        ("<p>周钘 加盟 SU7\n汽车</p>", ["周钘 加盟 SU7 汽车"]),
        ("<p><b>one </b> <i> two</i></p>", ["one two"]),
        ("<p>&nbsp;&nbsp;\u3000周钘&nbsp;来了</p>", ["周钘\u00a0来了"]),
        # entities
        ("<p>R&amp;D &lt;b&gt; &#x5468;&#38040; &#X1F600;</p>", ["R&D <b> 周钘 😀"]),
        ("<p>R&ampD &copy2024 &notit; a&b=c &unknown; &</p>", ["R&D ©2024 ¬it; a&b=c &unknown; &"]),
        ("<p>a&#0;b&#1;c&#xD800;</p>", ["a\ufffdbc\ufffd"]),
        # what is not read
        ("one<script>if (a<b) '</p>'</script> two", ["one two"]),
        ("<style>p>a{}</style>one<SCRIPT>x</Script >", ["one"]),
        ("one<script src='a'/>two", ["onetwo"]),
        ("<p>one</p><script>never closed", ["one"]),
        ("<template><p>x</p></template><noscript><img alt=x></noscript>one", ["one"]),
        ("<svg><title>x</title><text>y</text></svg>one", ["one"]),
        ("<p>one</p><pre>code\n  code</pre><p>two</p>", ["one", "two"]),
        ("<p><ruby>周<rt>zhōu</rt></ruby>钘</p>", ["周钘"]),
        ("<p><ruby>周<rp>(<rt>zhōu</ruby>钘</p>", ["周钘"]),
        ("<p>Run <code>a <b>b</b></code> now.</p>", [f"Run {OBJECT} now."]),
        ("<p>Run <code>a</p><p>Then stop.</p>", [f"Run {OBJECT}", "Then stop."]),
        ("<p><code>only code</code></p><p>* * *</p>", []),
        ("<a href='javascript:x'>one</a>", ["one"]),
        # comments, sections, declarations
        ("one<!-- two > -- -->three<!---->four<!-->five", ["onethreefourfive"]),
        ("one<![CDATA[<b>&amp;]]>two", ["one<b>&amp;two"]),
        ("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x; one</p>", ["&x; one"]),
        ("<?xml version='1.0'?><p>one</p><?php echo ?>", ["one"]),
        # what is broken
        ("1 < 2 and 3 > 2, a<b", ["1 < 2 and 3 > 2, a<b"]),
        ("one <b two", ["one <b two"]),
        ("<p title='it's'>one</p>", ["one"]),
        ('<p class="a"b">one</p>', ["one"]),
        ("<a href='>'>one</a>", ["one"]),
        ("</p></td></ul>one</b>", ["one"]),
        ("one<!-- never closed > two", ["one"]),
        ("one</>two<>", ["onetwo<>"]),
        ("", []),
    ],
)
def test_a_page_reads_as_in_a_browser(raw: str, expected: list[str]) -> None:
    assert texts(raw) == expected


def test_roles_come_from_the_elements() -> None:
    raw = (
        "<html><head><title>题目。第二句。</title></head><body><h1>大标题</h1><p>段落</p><ul><li>一<p>二</p></li></ul>"
        "<table><caption>表题</caption><tr><th>头<td>格<p>段</p></table>完<figure><figcaption>图题</figcaption></figure>"
    )
    assert roles(raw) == [
        ("题目。第二句。", "title"),
        ("大标题", "heading"),
        ("段落", "paragraph"),
        ("一", "item"),
        ("二", "item"),
        ("表题", "caption"),
        ("头", "cell"),
        ("格", "cell"),
        ("段", "cell"),
        ("完", "paragraph"),
        ("图题", "caption"),
    ]


def test_a_heading_left_open_ends_with_the_next_block() -> None:
    assert roles("<h2>标题<p>一。二。</p>") == [
        ("标题", "heading"),
        ("一。", "paragraph"),
        ("二。", "paragraph"),
    ]


def test_descriptions_of_images_follow_the_block_they_stand_in() -> None:
    raw = '<p>one <img src=a.jpg alt="Zhou &quot;Xin&quot;" title="A car."> two</p><p>three</p>'
    assert roles(raw) == [
        ("one two", "paragraph"),
        ('Zhou "Xin"', "alt"),
        ("A car.", "alt"),
        ("three", "paragraph"),
    ]


def test_an_attribute_is_read_once_for_each_image_and_not_where_it_is_an_address() -> None:
    assert roles("<img alt='车' title='车'><img alt='车'>") == [("车", "alt"), ("车", "alt")]
    assert roles("<img alt='IMG_01.JPG' title='https://a.cn/x'><a>y</a>") == [("y", "paragraph")]


def test_attributes_that_people_read_are_blocks_of_their_own() -> None:
    raw = (
        "<head><title>Cars</title><meta name='description' content='R&amp;D in Liuzhou.'>"
        '<meta property="og:title" content="Vans"><meta name="viewport" content="width=1">'
        "<meta name=keywords content=x><link title=y></head>"
        '<p>See <a href="/x" title="The plant" aria-label="The plant">it</a>.</p>'
        "<input placeholder='Your name' value=z><textarea placeholder='Why?'>unread</textarea>"
        "<p title='it's'>end</p>"
    )
    assert roles(raw) == [
        ("Cars", "title"),
        ("R&D in Liuzhou.", "alt"),
        ("Vans", "alt"),
        ("See it.", "paragraph"),
        ("The plant", "alt"),
        ("Your name", "alt"),
        ("Why?", "alt"),
        ("end", "paragraph"),
    ]


def test_the_text_of_an_attribute_leads_back_to_its_place() -> None:
    raw = "<p>one</p><img alt = 'Zhou&#32;Jin'>"
    document = parse_document(raw, format="html")
    span = document.segments[1].span
    assert document.segments[1].text == "Zhou Jin"
    assert document.to_raw(span).of(raw) == "Zhou&#32;Jin"


def test_comments_are_kept_with_their_places() -> None:
    raw = "<p>one<!-- align: ignore NAM001 -- why --></p><pre><!--two--></pre>"
    document = parse_document(raw, format="html")
    assert [comment.text for comment in document.comments] == ["align: ignore NAM001 -- why", "two"]
    assert document.comments[0].span.of(raw) == "<!-- align: ignore NAM001 -- why -->"


@pytest.mark.parametrize(
    ("raw", "text", "place"),
    [
        ("<p>周钘</p>", "周钘", "周钘"),
        ("<p>周<b>钘</b>来</p>", "周钘来", "周<b>钘</b>来"),
        ("<p>R&amp;D</p>", "R&D", "R&amp;D"),
        ("\ufeff<p>𠮷\r\nZhou</p>", "𠮷 Zhou", "𠮷\r\nZhou"),
        ("<p>e\u0301&#x301;</p>", "e\u0301\u0301", "e\u0301&#x301;"),
    ],
)
def test_a_text_leads_back_to_its_place(raw: str, text: str, place: str) -> None:
    document = parse_document(raw, format="html")
    start = document.text.index(text)
    assert document.to_raw(Span(start, start + len(text))).of(raw) == place


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        "<p>",
        "<b>",
        "</td>",
        "<ul><li>",
        "<ul><li></td>",
        '<a b="',
        "<!--",
        "<![CDATA[",
        "<!a[>",
        "&",
        "&#x",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    raw = unit * (100_000 // len(unit))
    assert parse_document(raw + ">周钘", format="html").raw.startswith(unit)


def test_elements_nested_very_deeply_are_read() -> None:
    raw = "<div>" * 100_000 + "周钘" + "</div>" * 100_000
    assert texts(raw) == ["周钘"]


def test_a_line_of_two_megabytes_is_read() -> None:
    raw = "<p>" + "周钘加盟小米。" * 100_000 + "</p>"
    document = parse_document(raw, format="html")
    assert len(document.segments) == 100_000
    assert document.segments[-1].role is Role.PARAGRAPH
