"""Every glossary format holds what it says it holds: written and read again, entries are the same."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import Entry, Kind, Status, Term
from glossary.formats import FORMATS, Losses, Manner, format_of, read_entries, write_entries
from glossary.formats.record import EVERYTHING, Place, entry_of, fields_of

if TYPE_CHECKING:
    from corpus import Lang

NOW = "2026-01-02T03:04:05Z"
SUFFIXES = {
    "deepl": ".csv",
    "deepl-langs": ".csv",
    "memoq": ".csv",
    "multiterm": ".xlsx",
    "omegat": ".txt",
} | {"tbx2": ".tbx"}
FULL = sorted(name for name, form in FORMATS.items() if form.holds == EVERYTHING)

HAN = st.text("小米汽车𠮷賽力斯，·Ａ ", max_size=6)
LATIN = st.text("aB9 é'\"<>&,;\t\\=+-/#", max_size=8)
ANY_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")) | st.sampled_from('\n,;\t"'), max_size=12
)
FORMS: dict[tuple[Lang, Status], st.SearchStrategy[list[str]]] = {
    ("zh", Status.PREFERRED): st.lists(HAN.map(lambda text: f"周{text}"), min_size=1, max_size=3),
    ("en", Status.PREFERRED): st.lists(LATIN.map(lambda text: f"Z{text}"), min_size=1, max_size=3),
    ("zh", Status.DEPRECATED): st.lists(HAN.map(lambda text: f"误{text}"), max_size=3),
    ("en", Status.DEPRECATED): st.lists(LATIN.map(lambda text: f"X{text}"), max_size=3),
}
dates = st.just("") | st.datetimes().map(lambda moment: moment.isoformat()) | st.dates().map(str)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Return an entry as any reader would make it."""
    terms = [Term(text, *key) for key, forms in FORMS.items() for text in draw(forms)]
    context = draw(st.lists(st.sampled_from(["公司", "!各国航线", "车"]), max_size=2))
    fields = {name: draw(ANY_TEXT) for name in ("note", "domain", "definition", "reference")}
    fields |= {
        "kind": draw(st.sampled_from(["", *Kind])),
        "status": draw(st.sampled_from(["", "draft", "keep"])),
    }
    fields |= {"context": "|".join(context), "created": draw(dates), "changed": draw(dates)}
    entry = entry_of(terms, fields, Place(Path("x"), 1), Losses())
    assert entry is not None
    return entry


def content(entry: Entry) -> Entry:
    """Return an entry without its place, the forms of one language before those of the other."""
    terms = sorted(entry.terms, key=lambda term: (term.status == Status.DEPRECATED, term.lang))
    return replace(entry, id="", origin="", line=None, terms=tuple(terms))


def written(items: list[Entry], form: str, into: Lang = "en") -> tuple[bytes, list[str]]:
    out, losses = io.BytesIO(), Losses()
    write_entries(items, form, out, losses=losses, manner=Manner(into, NOW))
    return out.getvalue(), [loss.what for loss in losses]


def read(data: bytes, form: str, folder: Path, *, told: bool = True) -> tuple[list[Entry], list[str]]:
    path, losses = folder / f"a{SUFFIXES.get(form, f'.{form}')}", Losses()
    path.write_bytes(data)
    found = list(read_entries(path, losses, form if told else None))
    return found, [loss.what for loss in losses]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("formats")


@pytest.mark.parametrize("into", ["en", "zh"])
@pytest.mark.parametrize("form", FULL)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(entries(), min_size=1, max_size=4))
def test_nothing_is_lost_on_a_round_trip(form: str, into: Lang, folder: Path, items: list[Entry]) -> None:
    if form == "utx":  # a line cannot hold line ends, nor begin with a comment mark
        items = [flat(item) for item in items]
    data, lost = written(items, form, into)
    found, unread = read(data, form, folder)
    assert [content(entry) for entry in found] == [content(item) for item in items]
    assert not lost + unread


def flat(entry: Entry) -> Entry:
    fields = {name: " ".join(text.split()) for name, text in fields_of(entry).items()}
    made = entry_of(entry.terms, fields, Place(Path("x"), 1), Losses())
    assert made is not None
    return made


@pytest.mark.parametrize("form", ["memoq", "omegat"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(entries(), min_size=1, max_size=4))
def test_what_a_format_holds_is_kept_and_the_rest_is_told(
    form: str, folder: Path, items: list[Entry]
) -> None:
    if form == "omegat":  # pairs that follow each other and are alike are one entry when read
        items = [flat(item) for item in items[:1]]
    data, lost = written(items, form)
    found, unread = read(data, form, folder)
    holds = FORMATS[form].holds
    assert [kept(entry, holds) for entry in found] == [kept(item, holds) for item in items]
    assert not unread
    assert bool(lost) == any(content(item) != kept(item, holds) for item in items)


def kept(entry: Entry, holds: frozenset[str]) -> Entry:
    """Return what a format holds of an entry."""
    terms = [term for term in entry.terms if "deprecated" in holds or term.status != Status.DEPRECATED]
    fields = {name: text for name, text in fields_of(entry).items() if name in holds}
    made = entry_of(terms, fields, Place(Path("x"), 1), Losses())
    assert made is not None
    return content(made)


@pytest.mark.parametrize("form", ["deepl", "deepl-langs"])
@given(items=st.lists(entries(), min_size=1, max_size=4))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_deepl_has_every_source_once_with_its_preferred_target(
    form: str, folder: Path, items: list[Entry]
) -> None:
    data, _ = written(items, form)
    found, unread = read(data, form, folder)
    pairs = [(source, entry.preferred("en")) for entry in found for source in entry.accepted("zh")]
    wanted: dict[str, str] = {}
    for item in items:
        for source in item.accepted("zh"):
            wanted.setdefault(source, item.preferred("en"))
    assert pairs == list(wanted.items())
    assert not unread


@pytest.mark.parametrize("form", FORMATS)
def test_the_format_of_a_file_is_told_by_its_suffix_and_content(form: str, folder: Path) -> None:
    terms = (Term("周钘", "zh"), Term("Zhou Xin", "en"))
    data, lost = written([Entry("1", terms)], form)
    (found,), unread = read(data, form, folder, told=False)
    assert found.terms == terms
    assert not lost + unread


def test_the_suffix_tells_what_is_written() -> None:
    assert [format_of(Path(f"a{suffix}")) for suffix in (".CSV", ".tbx", ".txt")] == ["csv", "tbx", "omegat"]


def test_an_empty_glossary_is_written_in_every_format() -> None:
    for form in FORMATS:
        data, lost = written([], form)
        assert not lost
        assert form.startswith("deepl") or data
