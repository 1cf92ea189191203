"""Names of the built-in tables that stand in a translation while nothing in the source calls for them."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from align.clues.orphans_en import short_forms
from align.clues.posts import has_unnamed_post
from align.clues.standins import calls_for, is_stand_in
from corpus.pattern import lazy
from corpus.script import is_han, simplified
from corpus.span import blanked
from glossary.nearmiss import is_name
from glossary.syllables import cuts
from glossary.term import Kind
from glossary.transliteration import foreign_words, is_heard
from glossary.whereabouts import belongs_to
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from align.article import Context, Pair
    from corpus import Span
    from glossary.senses import Senses
    from glossary.term import Entry

LEAST_LETTERS = {Kind.PLACE: 4, Kind.PERSON: 5}  # of a name of one word; others need as many as here:
LEAST_OTHER_LETTERS = 6
LEAST_SHARED = 2  # characters of a name that a source has, so that it may well have the name cut short
LEAST_KNOWN = 3  # characters of a name that is hardly part of another
LIMIT_LATIN = 2  # words in Latin letters; a source with more of them leaves much to its reader
LIMIT_JOINT = 12  # characters before a name that can join it to another
LIMIT_BEFORE = 40  # characters before a name that are looked at
# Names that a translation adds rightly, to say where something is: the country of the source, its capital.
_HOME = frozenset({"china", "chinese", "beijing", "mainland", "taiwan", "hong kong", "macao", "macau"})
# Surnames that are words as well, and stand with a capital where a sentence begins.
_WORDS = frozenset(
    """
    Baker Banks Black Brown Burns Carter Chase Cooper Cross Fields Fisher Frost Gates Grant Green Hunter
    Irons Major Marsh Mason Miller Moore Painter Parker Pitts Porter Potter Pound Powers Price Rivers Rogers
    Sharp Stone Swift Taylor Turner Walker Waters Wells Winters Woods Young
    """.split()
)
# Characters that stand for a province, and what it is called.
_PROVINCES = """
    沪 Shanghai 申 Shanghai 渝 Chongqing 津 Tianjin 冀 Hebei 豫 Henan 滇 Yunnan 辽 Liaoning 湘 Hunan
    皖 Anhui 鲁 Shandong 苏 Jiangsu 浙 Zhejiang 赣 Jiangxi 鄂 Hubei 桂 Guangxi 甘 Gansu 陇 Gansu 晋 Shanxi
    蒙 Mongolia 陕 Shaanxi 秦 Shaanxi 吉 Jilin 闽 Fujian 贵 Guizhou 黔 Guizhou 粤 Guangdong 粤 Canton
    粤 Cantonese 川 Sichuan 蜀 Sichuan 青 Qinghai 藏 Tibet 琼 Hainan 宁 Ningxia 疆 Xinjiang 英 British
"""
# Where a translation quotes an outlet, and what tells of a report in a source: 媒体, 报道, 通讯社.
_QUOTING = lazy(r"\b(?:[Aa]ccording to|[Rr]eported by) (?:the )?")
_QUOTING_SIGNS = ("ccording to ", "eported by ")
_REPORT = lazy("[媒报報社网網台刊电電讯訊闻聞]|[A-Za-z]{2}")
_WORD = lazy(r"\w[\w’'-]*")
# Goods that English calls by a place, and Chinese need not: 花椒 Sichuan pepper, 孢子甘蓝 Brussels sprouts.
_GOODS = lazy(
    r" (?:[a-z]+ )?(?:wine|liquor|tea|beer|vinegar|sauce|ham|duck|chicken|pepper|peppercorn|cabbage"
    r"|sprout|nut|noodle|rice|cheese|silk|rug|carpet|opera|hat)s?\b"
)
# What a translation may have the name of a person, a place and anything else for.
_POINTING = {
    Kind.PERSON: lazy("[他她]"),
    Kind.PLACE: lazy(
        "[该該][国國省州市县縣区區地镇鎮村岛島]|我国|我國|卫冕冠军|衛冕冠軍|东道主|東道主|主办国|主辦國"
    ),
    None: lazy("[该該][公企组組机機校院队隊党黨]|本报|本社|母公司|东家|東家|对手|對手|股东|股東"),
}
_LOOSE = frozenset("共和国大小省市州县区公司集团会部局院人民联邦王的")  # no part of a name that tells it
_LATIN = lazy(r"[A-Za-z]{2,}")
# Words that begin a sentence and are no part of the name behind them.
_OPENER = "(?!(?:A[st]|In|On|By|For|From|With|When|While|After|But|And|If|Then|Yesterday|Now|Since|Last) )"
_CAPITAL_BEFORE = lazy(rf"\b{_OPENER}[A-Z][\w.’'-]* (?:(?:of|and|&|de) )?(?:the )?\(?$")
_PLACE_BEFORE = lazy(r"[A-Z][\w.’'-]*, (?:the )?$")
# Where another is only likened to a name: China’s answer to Twitter.
_LIKENED = lazy(
    r"\b(?:answer|rival|equivalent|counterpart|alternative|competitor|response) (?:to|of) (?:the )?$"
)
_JOINT = lazy(" and (?:the )?$")
_CAPITAL_BEHIND = lazy(r"(?:-|(?:[’']s)? (?:of (?:the )?)?[A-Z])")


def intruders(pair: Pair, context: Context) -> Iterator[tuple[Span, Entry]]:
    """Return the well-known names in a translation that nothing in its article calls for, each once."""
    stray = _stray_names(pair, context)
    if not stray or len(_LATIN.findall(pair.src)) > LIMIT_LATIN:
        return
    seen = set()
    for span, senses in context.senses(pair.tgt, pair.tgt_lang):
        name = span.of(pair.tgt)
        entry = None if name in seen or name not in stray else _well_known(name, senses)
        if entry is None or _is_pointed_at(entry, pair.src) or _stood_before(name, pair, context):
            continue
        if _is_part(span, pair.tgt, entry) and not _is_listed(span, entry, pair, context):
            continue
        seen.add(name)
        if not _is_called_for(name, senses.entries, pair, context):
            yield span, entry


def _stray_names(pair: Pair, context: Context) -> set[str]:
    """Return the names of a translation that are surely of an entry which its source has not: mostly none."""
    said = context.ids(pair.src, pair.src_lang)
    names = set()
    for span, senses in context.senses(pair.tgt, pair.tgt_lang):
        name = span.of(pair.tgt)
        if not (name.islower() or said.issuperset(_sure_entries(name, senses))):
            names.add(name)
    return names


def quoted_media(pair: Pair, context: Context) -> Iterator[tuple[Span, Entry]]:
    """Return the news outlets that a translation quotes though its source speaks of no report at all."""
    if not any(sign in pair.tgt for sign in _QUOTING_SIGNS) or _REPORT.search(pair.src):
        return
    quoted = list(_QUOTING.finditer(pair.tgt))
    for span, senses in context.senses(pair.tgt, pair.tgt_lang) if quoted else ():
        if any(span.start == found.end() for found in quoted) and _is_outlet(span.of(pair.tgt), senses):
            name, entry = span.of(pair.tgt), senses.entries[0]
            if not (
                _stood_before(name, pair, context) or _is_called_for(name, senses.entries, pair, context)
            ):
                yield span, entry


def _is_outlet(name: str, senses: Senses) -> bool:
    media = all(entry.kind is Kind.MEDIA and entry.certain and not entry.user for entry in senses.entries)
    return (
        media
        and not senses.deprecated
        and len(name) >= LEAST_LETTERS[Kind.PLACE]
        and name.lower() not in COMMON
    )


@lru_cache(maxsize=1 << 14)
def _sure_entries(name: str, senses: Senses) -> Mapping[str, Entry]:
    """Return the entries that a name surely is of, by their ids."""
    return {entry.id: entry for entry in senses.entries if name in _sure_names(entry)}


def _is_pointed_at(entry: Entry, source: str) -> bool:
    """Tell whether a source speaks of something like an entry without its name: he, that country."""
    pattern = _POINTING[entry.kind if entry.kind in _POINTING else None]
    return pattern.search(source) is not None


def _stood_before(name: str, pair: Pair, context: Context) -> bool:
    """Tell whether an earlier pair of the article has a name."""
    before = takewhile(lambda other: other is not pair, context.article.pairs)
    return any(name in other.tgt for other in before)


def _well_known(name: str, senses: Senses) -> Entry | None:
    """Return the entry that a name surely is of."""
    return None if senses.deprecated else next(iter(_sure_entries(name, senses).values()), None)


def _sure_names(entry: Entry) -> frozenset[str]:
    """Return the names that are surely of an entry: the form to use, and a surname that is no Chinese one.

    Of countries and their seats that is so even where their Chinese is a word as well.
    """
    if entry.user or entry.kind in {Kind.MEDIA, Kind.PRODUCT, Kind.TITLE}:
        return frozenset()
    preferred = entry.preferred("en")
    if not entry.certain and not (entry.kind is Kind.PLACE and is_stand_in(preferred)):
        return frozenset()
    names = {preferred}
    surname = preferred.split()[-1]
    if entry.kind is Kind.PERSON and surname not in _WORDS and not cuts(surname.lower()):
        names.add(surname)
    return frozenset(name for name in names if _is_distinct(name, entry))


def _is_distinct(name: str, entry: Entry) -> bool:
    """Tell whether a name is written as one, and is long enough to be no other and no common word."""
    if name.lower() in COMMON or name.lower() in _HOME or not is_name(name):
        return False
    least = LEAST_LETTERS.get(entry.kind, LEAST_OTHER_LETTERS) if entry.kind else LEAST_OTHER_LETTERS
    return " " in name or len(name) >= least


def _is_part(span: Span, text: str, entry: Entry) -> bool:
    """Tell whether a name is part of another, of goods or a likening, or says where it is: Paris, France."""
    start = max(0, span.start - LIMIT_BEFORE)
    before, behind = text[start : span.start], text[span.end : span.end + LIMIT_BEFORE]
    if entry.kind is Kind.PLACE and (_PLACE_BEFORE.search(before) or _GOODS.match(behind)):
        return True
    if _LIKENED.search(before):
        return True
    return bool(_CAPITAL_BEFORE.search(before) or _CAPITAL_BEHIND.match(behind))


def _is_listed(span: Span, entry: Entry, pair: Pair, context: Context) -> bool:
    """Tell whether a place stands behind another that the source has, as one of two: Laos and Peru."""
    joint = _JOINT.search(pair.tgt, max(0, span.start - LIMIT_JOINT), span.start)
    if entry.kind is not Kind.PLACE or joint is None or _CAPITAL_BEHIND.match(pair.tgt, span.end):
        return False
    return any(
        before.end == joint.start() and _is_place_of(before.of(pair.tgt), senses, pair, context)
        for before, senses in context.senses(pair.tgt, pair.tgt_lang)
    )


def _is_place_of(name: str, senses: Senses, pair: Pair, context: Context) -> bool:
    """Tell whether a name is of a place that the source has in full, or by a single character as in 中越."""
    if all(entry.kind is not Kind.PLACE for entry in senses.entries):
        return False
    if not senses.ids.isdisjoint(context.ids(pair.src, pair.src_lang)):
        return True
    return any(char in pair.src for char in short_forms().get(name, ""))


def _is_called_for(name: str, entries: Sequence[Entry], pair: Pair, context: Context) -> bool:
    """Tell whether the article has a name in Chinese, or its source may have; a surname may be a word."""
    if any(form in context.article.zh for entry in entries for form in entry.accepted("zh")):
        return True
    if calls_for(pair.src, name) or _may_be_meant(name, entries, pair, context):
        return True
    if any(entry.kind is Kind.PERSON for entry in entries) and has_unnamed_post(pair, context):
        return True
    if " " not in name and all(entry.kind is Kind.PERSON for entry in entries) and not foreign_words(name):
        return True
    source = context.kept(simplified, pair.src)
    return any(belongs_to(source, form) for entry in entries for form in entry.accepted("en"))


def _may_be_meant(name: str, entries: Sequence[Entry], pair: Pair, context: Context) -> bool:
    """Tell whether a source may have a name cut short, in other characters or in Latin letters."""
    words = [word[0] for word in _WORD.finditer(name)]
    text = simplified(pair.src)
    if any(word in text for word in words) or any(char in text for char in _abbreviations(words)):
        return True
    rest = text  # 议会 is the Knesset in a text that has 以色列
    if all(entry.kind in {Kind.PLACE, Kind.PERSON} for entry in entries):
        # without the names known in it that are surely no other's, long as they are
        known = (span for span, _ in context.senses(pair.src, pair.src_lang) if len(span) >= LEAST_KNOWN)
        rest = blanked(text, known, "\n")
    if any(_has_share(form, rest) for entry in entries for form in entry.accepted("zh")):
        return True
    return any(is_heard(word, text) for word in words if word[0].isupper())


def _abbreviations(words: Sequence[str]) -> Sequence[str]:
    cells = _PROVINCES.split()
    return [char for char, name in zip(cells[::2], cells[1::2], strict=True) if name in words]


def _has_share(form: str, text: str) -> bool:
    """Tell whether a text has the first character of a Chinese form, or some of the others."""
    chars = [char for char in form if is_han(char) and char not in _LOOSE]
    return bool(chars) and (chars[0] in text or sum(char in text for char in chars) >= LEAST_SHARED)
