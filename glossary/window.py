"""Where in a Chinese text a name stands that an English text spells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import contains
from typing import TYPE_CHECKING

from corpus import Span
from corpus.pattern import lazy
from glossary.fit import Closeness, Fit, reads_as
from glossary.reading import chars_of
from glossary.spelling import System
from glossary.surnames import spelled_surnames, surname_at, surnames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.pinyin_name import EnglishName, PinyinName
    from glossary.surnames import Surname

# What no given name holds, so that 楚的 and 时在 are not taken for names, and what follows a surname alone.
_FUNCTION = frozenset("的了是在不么们吗呢吧啊也都就很这那你我他她它和与或及把被让给对")
_RARELY_SURNAMES = frozenset("么能都令但由来过是")
_AFTER_SURNAMES = """
    先生 女士 小姐 太太 夫人 老师 教授 博士 医生 律师 记者 导演 教练 队长 主任 主席 主编 局长 部长 市长
    省长 县长 镇长 村长 院长 校长 行长 所长 处长 科长 厂长 店长 书记 经理 总裁 董事 总 某 氏 哥 姐 叔 婶 姨
    伯伯 爷 奶奶 师兄 师弟 师姐 师妹 师傅 师父 师叔 公子 姑娘
"""
_TITLES = tuple(_AFTER_SURNAMES.split())

# What stands beside a name in Chinese: the last character of a title before it, a title or a verb after it.
_BEFORE = lazy(r"[长员家师者总理手人记监管士授事裁O](?:[的、：:]|\s)?$")
_AFTER = lazy(
    "先生|女士|本人|教授|博士|表示|认为|指出|介绍|透露|坦言|直言|强调|告诉|加入|加盟|离职|出任|担任|[说称]"
)

EXACT = Fit(Closeness.ACCEPTED, 1.0, System.PINYIN)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a Chinese text that an English name stands for, and how well it fits."""

    text: str
    span: Span
    fit: Fit


def find_window(text: str, name: EnglishName) -> Window | None:
    """Return the stretch that reads like an English name, or the nearest miss; None where nothing is near.

    >>> from glossary.pinyin_name import english_names
    >>> (name,) = english_names("Li Shulan left.")
    >>> find_window("昨天李絮兰走了。", name).text
    '李絮兰'
    """
    exact = next(exact_windows(text, name), None)
    return exact or max(near_windows(text, name), key=lambda window: window.fit.likeness, default=None)


def exact_windows(text: str, name: EnglishName) -> Iterator[Window]:
    """Return every stretch that reads exactly like an English name in pinyin, a surname as a surname."""
    for parse in name.parses:
        given = [chars_of(key) for key in parse.given]
        if any(chars.isdisjoint(text) for chars in given):
            continue
        ahead = len(parse.surname)
        for place in _places(given[0], text):
            if place >= ahead and _reads(text, place - ahead, parse):
                span = Span(place - ahead, place + len(parse.given))
                yield Window(span.of(text), span, EXACT)


def _places(chars: frozenset[str], text: str) -> list[int]:
    """Return where a text has one of some characters, of which it has few."""
    found = []
    for char in chars.intersection(text):
        place = text.find(char)
        while place >= 0:
            found.append(place)
            place = text.find(char, place + 1)
    return sorted(found)


def _reads(text: str, start: int, name: PinyinName) -> bool:
    given = start + len(name.surname)
    chars = text[given : given + len(name.given)]
    if len(chars) < len(name.given) or not all(map(contains, map(chars_of, name.given), chars)):
        return False
    surname = surnames().get(text[start:given])
    if surname is not None:
        return name.surname in surname.keys
    return all(char in chars_of(key) for key, char in zip(name.surname, text[start:], strict=False))


def is_read_in_order(text: str, name: EnglishName) -> bool:
    """Tell whether a Chinese text reads the syllables of a name as written, whatever it is (余额宝)."""
    for parse in name.parses:
        keys = parse.given + parse.surname if parse.given_first else parse.keys
        for place in range(len(text) - len(keys) + 1):
            if all(map(contains, map(chars_of, keys), text[place : place + len(keys)])):
                return True
    return False


def is_addressed(text: str, name: EnglishName) -> bool:
    """Tell whether a Chinese text has the surname of a name with a title behind it (习主席)."""
    surnames_ = {parse.surname for parse in name.parses}
    return any(
        text.startswith(_TITLES, start + len(surname.text)) and not surnames_.isdisjoint(surname.keys)
        for start in range(len(text))
        if (surname := surname_at(text, start))
    )


def is_persons(text: str, span: Span) -> bool:
    """Tell whether a title or a verb of speaking stands beside a stretch of a Chinese text.

    >>> is_persons("副总经理周钘表示", Span(4, 6)), is_persons("一百周年", Span(2, 4))
    (True, False)
    """
    before = _BEFORE.search(text[max(0, span.start - 3) : span.start])
    return before is not None or _AFTER.match(text, span.end) is not None


def near_windows(text: str, name: EnglishName) -> Iterator[Window]:
    """Return the stretches that nearly read like a name, or read like it in another spelling than pinyin."""
    for size in {len(parse.keys) for parse in name.parses}:
        for start, surname in _surnames_in(text):
            if start + size <= len(text) and _is_candidate(text, start, surname, name):
                span = Span(start, start + size)
                fit = reads_as(span.of(text), name.text)
                if fit.closeness is not Closeness.UNRELATED:
                    yield Window(span.of(text), span, fit)


@lru_cache(maxsize=1024)
def _surnames_in(text: str) -> tuple[tuple[int, Surname], ...]:
    """Return the surnames that names can begin with in a text: none with a title behind it."""
    found = ((start, surname_at(text, start)) for start in range(len(text)))
    return tuple(
        (start, surname)
        for start, surname in found
        if surname
        and surname.text not in _RARELY_SURNAMES
        and not text.startswith(_TITLES, start + len(surname.text))
    )


def _is_candidate(text: str, start: int, surname: Surname, name: EnglishName) -> bool:
    """Tell whether a name can begin with a surname: this or a syllable behind it must be right."""
    spelled = spelled_surnames()
    for parse in name.parses:
        given = start + len(parse.surname)
        chars = text[given : given + len(parse.given)]
        if not _FUNCTION.isdisjoint(chars):
            continue
        if parse.surname in surname.keys or any(map(contains, map(chars_of, parse.given), chars)):
            return True
        if surname.text in spelled.get("".join(parse.surname), ()):
            return True
    return False
