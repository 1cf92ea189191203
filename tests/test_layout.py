"""Headings, list items and table cells stand beside their like."""

from __future__ import annotations

import random

import pytest

from align.aligner.headings import read_count
from align.aligner.pairing import pair_documents, pair_segments
from corpus.bead import check_tiling
from corpus.documents import parse_document
from corpus.readers.presegmented import read_presegmented

NOUNS = {
    "渔船": "boat", "灯塔": "lighthouse", "海鸥": "gull", "渔网": "net", "码头": "quay", "螃蟹": "crab",
    "船长": "captain", "风暴": "storm", "岛屿": "island", "水手": "sailor", "港口": "harbour",
    "鲸鱼": "whale",
}  # fmt: skip


def sentences(rng, count):
    """Return sentences of three nouns and their translations."""
    zh, en = [], []
    for _ in range(count):
        nouns = rng.sample(sorted(NOUNS), 3)
        zh.append(f"这里有{'、'.join(nouns)}。")
        en.append(f"Here there is a {', a '.join(NOUNS[noun] for noun in nouns)}.")
    return zh, en


def book(number_zh, number_en, level="#"):
    """Return a book of eight chapters in Markdown, chapter by chapter, in both languages."""
    rng = random.Random(5)
    chapters = []
    for number in range(1, 9):
        zh, en = sentences(rng, 6)
        chapters.append(
            (
                f"{level} {number_zh(number)}\n\n{''.join(zh)}\n",
                f"{level} {number_en(number)}\n\n{' '.join(en)}\n",
            )
        )
    return chapters


def paired(zh, en, encoder="none", form="markdown"):
    """Return the texts of the beads."""
    bitext = pair_documents(parse_document(zh, format=form), parse_document(en, format=form), encoder=encoder)
    return [bitext.texts(bead) for bead in bitext.beads]


NUMERALS = "一二三四五六七八"
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
NUMBERINGS = {
    "chapters": (lambda n: f"第{NUMERALS[n - 1]}章", lambda n: f"Chapter {n}"),
    "points": (lambda n: f"{NUMERALS[n - 1]}、见闻", lambda n: f"{ROMANS[n - 1]}. Notes"),
    "figures": (lambda n: f"{n}. 见闻", lambda n: f"{n} Notes"),
}


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_a_chapter_that_is_missing_is_a_gap_and_nothing_around_it_suffers(numbering):
    chapters = book(*NUMBERINGS[numbering])
    found = paired(
        "\n".join(zh for zh, _ in chapters), "\n".join(en for _, en in chapters[:3] + chapters[4:])
    )
    alone = [zh for zh, en in found if not en]
    assert len(alone) == 7
    assert alone[0].startswith(NUMBERINGS[numbering][0](4))
    assert all(zh and en for zh, en in found if zh not in alone)
    assert len(found) == 8 * 7


def test_a_chapter_that_is_added_is_a_gap_too():
    chapters = book(*NUMBERINGS["chapters"])
    found = paired("\n".join(zh for zh, _ in chapters[:6]), "\n".join(en for _, en in chapters))
    assert sum(not zh for zh, _ in found) == 14
    assert sum(bool(zh and en) for zh, en in found) == 6 * 7


def test_headings_of_plain_lines_are_pinned_as_well():
    rng = random.Random(6)
    zh, en = [], []
    for number in range(1, 7):
        left, right = sentences(rng, 5)
        zh += [f"第{NUMERALS[number - 1]}章", *left]
        en += [f"CHAPTER {ROMANS[number - 1]}", *right]
    beads = pair_segments(zh, en[:12] + en[18:], encoder="none")
    check_tiling(beads, 36, 30)
    assert [bead.src.start for bead in beads if not bead.tgt] == list(range(12, 18))


ARTICLE_ZH = """\
# 海边的集市

{extra}市场早上五点开门。卖鱼的人最先到。

- 带鱼
- 墨鱼
- 虾

| 名称 | 价格 |
|---|---|
| 带鱼 | 30 |
| 虾 | 45 |

下午两点收摊。
"""
ARTICLE_EN = """\
# The Market by the Sea

The market opens at five in the morning. The fishmongers come first.

- Hairtail
- Cuttlefish
- Shrimp

| Name | Price |
|---|---|
| Hairtail | 30 |
| Shrimp | 45 |

{extra}The stalls close at two in the afternoon.
"""


@pytest.mark.parametrize("encoder", ["none", "use"])
def test_items_and_cells_are_paired_one_by_one_whatever_paragraph_is_added(encoder):
    zh = ARTICLE_ZH.format(extra="本文由本报记者采写。\n\n")
    en = ARTICLE_EN.format(extra="The translator visited the market in spring.\n\n")
    found = paired(zh, en, encoder)
    for pair in (
        ("海边的集市", "The Market by the Sea"),
        ("带鱼", "Hairtail"),
        ("墨鱼", "Cuttlefish"),
        ("价格", "Price"),
        ("30", "30"),
        ("45", "45"),
        ("下午两点收摊。", "The stalls close at two in the afternoon."),
        ("本文由本报记者采写。", ""),
        ("", "The translator visited the market in spring."),
    ):
        assert pair in found


def test_the_same_in_html():
    zh = (
        "<h1>海边的集市</h1><p>市场早上五点开门。</p><ul><li>带鱼</li><li>虾</li></ul>"
        "<h2>第二节 价格</h2><table><tr><td>带鱼</td><td>30</td></tr></table><p>下午两点收摊。</p>"
    )
    en = (
        "<h1>The Market by the Sea</h1><p>The market opens at five.</p><p>It is an old market.</p>"
        "<ul><li>Hairtail</li><li>Shrimp</li></ul><h2>Section 2: Prices</h2>"
        "<table><tr><td>Hairtail</td><td>30</td></tr></table><p>The stalls close at two.</p>"
    )
    found = paired(zh, en, "use", "html")
    assert ("", "It is an old market.") in found
    assert [pair for pair in found if all(pair)] == [
        ("海边的集市", "The Market by the Sea"),
        ("市场早上五点开门。", "The market opens at five."),
        ("带鱼", "Hairtail"),
        ("虾", "Shrimp"),
        ("第二节 价格", "Section 2: Prices"),
        ("带鱼", "Hairtail"),
        ("30", "30"),
        ("下午两点收摊。", "The stalls close at two."),
    ]


def test_lines_that_are_cut_already_may_be_joined(tmp_path):
    (tmp_path / "a.zh").write_text("雪停了，孩子们跑到街上，堆了一个雪人。\n他们回家了。\n", encoding="utf-8")
    (tmp_path / "a.en").write_text(
        "The snow stopped.\nThe children ran into the street and made a snowman.\nThey went home.\n",
        encoding="utf-8",
    )
    sides = [read_presegmented(tmp_path / name) for name in ("a.zh", "a.en")]
    assert [bead.kind for bead in pair_documents(*sides).beads] == ["1-2", "1-1"]


def test_a_heading_that_is_a_line_of_text_in_the_other_file_is_still_its_pair():
    found = paired(
        "# 海边的集市\n\n市场早上五点开门。\n", "The Market by the Sea\n\nThe market opens at five.\n", "use"
    )
    assert found == [
        ("海边的集市", "The Market by the Sea"),
        ("市场早上五点开门。", "The market opens at five."),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "heading", "number"),
    [
        ("第三章", "zh", False, (3,)),
        ("第 12 节 方法", "zh", False, (12,)),
        ("Chapter Twenty-One", "en", False, (21,)),
        ("CHAPTER XIV. The Storm", "en", False, (14,)),
        ("三、", "zh", True, (3,)),
        ("（四）结论", "zh", True, (4,)),
        ("1.2.3 Costs", "en", True, (1, 2, 3)),
        ("IV. Costs", "en", True, (4,)),
        ("三、结论", "zh", False, None),
        ("第一章的内容很短。", "zh", False, None),
        ("Chapter and verse", "en", False, None),
        ("I am here.", "en", True, None),
        ("一", "zh", True, None),
    ],
)
def test_the_numbers_of_headings_are_read(text, lang, heading, number):
    count = read_count(text, lang, heading=heading)
    assert (count and count.number) == number


def test_parts_and_chapters_of_one_number_are_not_the_same():
    part, chapter = (read_count(text, "en", heading=True) for text in ("Part 2", "Chapter 2"))
    assert not part.agrees(chapter)
    assert part.agrees(read_count("第二部", "zh", heading=True))
    assert part.agrees(read_count("二、", "zh", heading=True))
