from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import InputError
from glossary import Kind, Status
from glossary.table import RowError, entries_of_rows, forms_of, read_rows, refuse_errors

if TYPE_CHECKING:
    from pathlib import Path

    from glossary import Entry


def write(folder: Path, text: str | bytes, name: str = "glossary.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def entries_in(path: Path) -> tuple[Entry, ...]:
    table = read_rows(path)
    refuse_errors(table.problems)
    return table.entries


def test_a_row_is_a_concept_with_its_forms_in_their_order(tmp_path: Path) -> None:
    text = (
        "Target,source,kind,status,variants,deprecated,note\r\n"
        "Zhou Xin | Xin  Zhou,周钘,Person,,ZHOU Xin|周總,Zhou Jin|周新,his own spelling\r\n"
        "MINIEV,MINIEV,product,keep,,,\r\n"
        "hit,爆款,term,draft,,,\r\n"
    )
    person, kept, draft = entries_in(write(tmp_path, text))
    assert person.forms("en", Status.PREFERRED) == ("Zhou Xin",)
    assert person.forms("en", Status.ADMITTED) == ("Xin Zhou", "ZHOU Xin")
    assert person.forms("zh", Status.ADMITTED) == ("周總",)
    assert person.forms("en", Status.DEPRECATED) == ("Zhou Jin",)
    assert person.forms("zh", Status.DEPRECATED) == ("周新",)
    assert (person.kind, person.note, person.line, person.certain) == (
        Kind.PERSON,
        "his own spelling",
        2,
        True,
    )
    assert kept.verbatim
    assert not draft.certain
    assert not draft.verbatim


def test_two_columns_are_enough_and_either_side_may_be_chinese(tmp_path: Path) -> None:
    one, other = entries_in(write(tmp_path, "source,target\n小米,Xiaomi\nWuling,五菱\n"))
    assert (one.preferred("zh"), one.preferred("en")) == ("小米", "Xiaomi")
    assert (other.preferred("zh"), other.preferred("en")) == ("五菱", "Wuling")


def test_the_same_form_on_both_sides_is_kept_as_it_is(tmp_path: Path) -> None:
    kept, without_target = entries_in(write(tmp_path, "source,target,status\n42HOW,42HOW,\nMINIEV,,keep\n"))
    assert kept.verbatim
    assert without_target.preferred("en") == "MINIEV"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["source", "target"], ["小米汽车有限公司", "Xiaomi Auto"], ["新能源汽车", "new energy vehicle"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    entries = entries_in(write(tmp_path, text.encode(encoding)))
    assert [entry.preferred("zh") for entry in entries] == ["小米汽车有限公司", "新能源汽车"]


def test_a_quoted_cell_may_hold_commas_quotes_and_lines(tmp_path: Path) -> None:
    text = 'source,target,note\n小米,"Xiaomi, Inc.","a ""note""\nof two lines"\n五菱,Wuling,\n'
    one, other = entries_in(write(tmp_path, text))
    assert one.preferred("en") == "Xiaomi, Inc."
    assert one.note == 'a "note"\nof two lines'
    assert other.line == 4


WRONG = {
    "": "glossary.csv: the file is empty",
    "周钘,Zhou Xin\n": "glossary.csv:1: the first row must name the columns: source,target",
    "source\n周钘\n": 'glossary.csv:1: the header has no column "target"',
    "source,target,Source\n": 'glossary.csv:1:3: the column "source" stands twice',
    "source,target,varients\n": 'glossary.csv:1:3: unknown column "varients"; did you mean "variants"?',
    "source,target\n小米,Xiaomi, Inc.\n": "glossary.csv:2:3: 3 cells in a table of 2 columns",
    'source,target\n"小米,Xiaomi\n': ":2: not a table: a double quote is opened here and never closed",
    'source,target\n"小米"x,Xiaomi\n': "glossary.csv:2: not a table: text after a closing double quote",
    "source,target,kind\n\n小米,Xiaomi,firm\n": 'glossary.csv:3:3: unknown kind "firm"; known: person, ',
    "source,target,status\n小米,Xiaomi,ok\n": 'unknown status "ok"; known: approved, draft, keep',
    "source,target,deprecated\n小米,Xiaomi,Xiaomi\n": 'glossary.csv:2:3: "Xiaomi" is both to be used and',
    "source,target,deprecated\n五菱,SGMW,\n五菱,Wuling,SGMW\n": ':3: "SGMW" is to be avoided here',
}


@pytest.mark.parametrize(("text", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_table_is_refused_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        entries_in(write(tmp_path, text))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_row_with_a_thousand_forms_is_refused() -> None:
    with pytest.raises(RowError, match="1,001 forms in one row; 1,000 at most"):
        entries_of_rows([("小米", "|".join(f"form {number}" for number in range(1_000)))])


def test_of_several_wrong_rows_the_first_is_named_and_the_others_counted(tmp_path: Path) -> None:
    path = write(tmp_path, "source,target,kind\n小米,Xiaomi,a\n五菱,Wuling,b\n周钘,Zhou Xin,c\n")
    with pytest.raises(InputError, match=r":2:3: unknown kind .a.*\(2 more to mend\)"):
        entries_in(path)


def test_rows_that_are_not_finished_are_left_out_and_told(tmp_path: Path) -> None:
    table = read_rows(
        write(tmp_path, "source,target,area\n小米,\n,Wuling\nAAA,triple-A\n,,\n五菱,Wuling,cars\n")
    )
    assert [entry.preferred("en") for entry in table.entries] == ["Wuling"]
    assert [(problem.line, problem.column, problem.severity) for problem in table.problems] == [
        (1, 3, "info"),
        (2, 2, "warning"),
        (3, 1, "warning"),
        (4, 1, "warning"),
    ]
    assert str(table.problems[1]).endswith("glossary.csv:2:2: the target is empty; the row is not used")


@given(st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_forms_are_free_of_outer_blanks_and_separators(parts: list[str]) -> None:
    for form in forms_of("|".join(parts)):
        assert form == form.strip()
        assert "|" not in form


@given(st.lists(st.text("小米aB|, ;\n\"'", max_size=6), min_size=2, max_size=7))
def test_any_cells_make_an_entry_or_a_clear_error(cells: list[str]) -> None:
    try:
        entries = entries_of_rows([cells])
    except RowError:
        return
    assert all(entry.accepted("zh") and entry.accepted("en") for entry in entries)
