"""Mining: from units to proposals."""

from __future__ import annotations

import random

import pytest

from align.mining.candidates import candidates_of
from align.mining.choose import choose
from align.mining.kept import Kept
from align.mining.mine import mine
from align.mining.tally import count_units
from align.mining.unit import Spool, Unit
from glossary.formats import read_glossary
from glossary.table import entries_of_rows
from glossary.term import Kind
from glossary.termbase import TermBase

ARTICLE = [
    Unit("董事长林一苇昨天到了上海。", "Chairman Lin Yiwei arrived in Shanghai yesterday."),
    Unit("林一苇说，蓝桥控股集团会扩大投资。", "Lin Yiwei said that BH-Lanqiao will invest more."),
    Unit("副总经理布兰登·麦肯齐没有回答。", "Deputy General Manager Brandon Mackenzie did not answer."),
    Unit("记者问了林一苇三次。", "Reporters asked Lin Yiwei three times."),
    Unit("林一苇表示感谢。", "Lin Yiway expressed thanks."),
]


def proposals(units, *rows, **options):
    terms = TermBase.of(entries_of_rows(rows))
    with Spool(units) as spool:
        return mine(spool, terms=terms, place_of=lambda entry: "g.csv", **options)


def pairs(units, **options):
    return {(item.zh, item.en): item for item in proposals(units, **options)}


def test_a_name_in_pinyin_is_proposed_with_its_reading():
    found = pairs(ARTICLE)["林一苇", "Lin Yiwei"]
    assert found.kind is Kind.PERSON
    assert found.times == 3
    assert "reading" in found.note
    assert "Lin Yiwei" in found.evidence[1]


def test_the_spelling_most_used_is_proposed_though_the_dictionary_reads_the_name_otherwise():
    units = [Unit("周钘表示，车卖得好。", f"{name} said so.") for name in ("Zhou Jin", *["Zhou Xin"] * 4)]
    (found,) = [item for item in proposals(units) if item.zh == "周钘"]
    assert found.en == "Zhou Xin"
    assert found.conflicts == (("Zhou Jin", 1),)
    assert found.row[5] == "Zhou Jin"


def test_spellings_that_differ_in_their_joints_are_variants():
    units = [
        Unit("上汽通用五菱来了。", "SAIC-GM-Wuling came."),
        Unit("上汽通用五菱走了。", "SAIC-GM Wuling left."),
        Unit("他去了上汽通用五菱。", "He joined SAIC-GM-Wuling."),
    ]
    found = pairs(units)["上汽通用五菱", "SAIC-GM-Wuling"]
    assert found.variants == (("SAIC-GM Wuling", 1),)
    assert ("五菱", "Wuling") in pairs([*units, Unit("五菱很好。", "Wuling is good.")])


def test_a_foreign_name_is_found_by_its_sound_with_its_dot():
    found = pairs(ARTICLE)
    assert found["布兰登·麦肯齐", "Brandon Mackenzie"].kind is Kind.PERSON
    assert ("副总经理", "Deputy General Manager") in found


def test_a_title_is_found_by_the_dictionary():
    found = pairs([Unit("副总经理没有来。", "The Deputy General Manager stayed away.")])
    assert found["副总经理", "Deputy General Manager"].kind is Kind.TITLE


def test_counting_alone_finds_what_neither_reading_nor_dictionary_explains():
    fillers = ["天气很好。", "雨下得大。", "他们都笑。", "路上很挤。"]
    units = [Unit(f"绿坡集团报告{n}。{fillers[n % 4]}", f"Verdant Hill filed paper {n}.") for n in range(12)]
    units += [Unit(fillers[n % 4], f"It was day {n}.") for n in range(60)]
    found = [item.zh for item in proposals(units, least=0.4) if item.en.startswith("Verdant")]
    assert found
    assert found[0] in "绿坡集团报告"


def test_dates_and_amounts_are_no_entries():
    units = [Unit("2019年5月售出三百辆。", "Three hundred cars were sold in May 2019.")] * 3
    assert not [item for item in proposals(units) if "May" in item.en or "三百" in item.zh]


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name():
    found = candidates_of(Unit("销售增长了。", "Sales rose."))
    assert "Sales" not in found.en


def test_what_the_glossary_has_comes_last_and_conflicts_are_shown():
    known = proposals(ARTICLE, ("林一苇", "Lin Yiwei", "person"))
    assert [item.zh for item in known if item.agrees] == ["林一苇"]
    assert known[-1].agrees
    other = proposals(ARTICLE, ("林一苇", "Ivy Lin", "person"))
    (found,) = [item for item in other if item.zh == "林一苇"]
    assert found.known == "conflict: g.csv has Ivy Lin"


def test_a_loose_unit_counts_readings_only():
    unit = Unit("董事长林一苇到了。\n公司总部很大。", "Lin Yiwei liked the Company Headquarters.", loose=True)
    assert {item.zh for item in candidates_of(unit).pairings} == {"林一苇"}


def test_the_order_of_the_units_does_not_change_what_is_proposed():
    shuffled = ARTICLE[:]
    random.Random(3).shuffle(shuffled)
    rows = [sorted((item.zh, item.en, item.confidence) for item in proposals(u)) for u in (ARTICLE, shuffled)]
    assert rows[0] == rows[1]


def test_no_more_is_kept_in_memory_than_allowed():
    units = [Unit(f"林一苇说到词{chr(0x4E00 + n)}。", f"Lin Yiwei said word{n} Name{n}.") for n in range(300)]
    tally = count_units(units, lambda items, _: items, limit=100)
    assert max(len(tally.zh), len(tally.en), len(tally.pairs)) <= 100
    assert ("林一苇", "Lin Yiwei") in [(item.zh, item.en) for item, _ in choose(tally)]


@pytest.mark.parametrize("zh", ["𠮷野家。", "\u3000", "ＳＵ７", "a\r\nb", "唐·", "··", "e\u0301好"])
def test_any_text_can_be_read(zh):
    assert isinstance(proposals([Unit(zh, "𠮷 Yoshinoya’s SU7, \u00e9t\u00e9.\r\n")]), list)


def test_the_rows_are_a_glossary(tmp_path):
    from glossary.proposal import write_proposals

    path = tmp_path / "drafts.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        write_proposals(proposals(ARTICLE), out)
    entries = {entry.preferred("zh"): entry for entry in read_glossary(path)}
    assert entries["林一苇"].preferred("en") == "Lin Yiwei"
    assert not entries["林一苇"].certain


def test_candidates_come_back_as_they_were_kept() -> None:
    found = [
        candidates_of(Unit("林一苇去了青岛。", "Lin Yiwei went to Qingdao.")),
        candidates_of(Unit("好", "good")),
    ]
    with Kept() as kept:
        for item in found:
            kept.add(item)
        assert list(kept) == found
        assert list(kept) == found
