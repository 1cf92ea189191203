"""Pinyin syllables: cutting a word into them, writing them in other ways, and how alike two are.

A *key* is a syllable as one compares it: in lower case, without a tone, ü as u. English writes 吕 as
Lü, Lyu, Lv or Lu; all have the key ``lu``.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import product
from string import ascii_lowercase

from corpus.pattern import lazy

_TABLE = """
    a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce
    cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun
    chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu
    dong dou du duan dui dun duo e en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei
    gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua
    huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang
    kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian
    liang liao lie lin ling liu long lou lu luan lue lun luo ma mai man mang mao me mei men meng mi mian miao
    mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong
    nou nu nuan nue nuo ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian
    qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run
    ruo sa sai san sang sao se sen seng sha shai shan shang shao she shen sheng shi shou shu shua shuai shuan
    shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting
    tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing
    xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yong you yu yuan yue yun za zai zan zang zao ze
    zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun
    zhuo zi zong zou zu zuan zui zun zuo
"""
SYLLABLES = frozenset(_TABLE.split())
# Every way to write a syllable in letters, and its key.
KEYS = {syllable: syllable for syllable in SYLLABLES} | {
    "lv": "lu",
    "nv": "nu",
    "lyu": "lu",
    "nyu": "nu",
    "lve": "lue",
    "nve": "nue",
    "lyue": "lue",
    "nyue": "nue",
}
LIMIT_SYLLABLE = 6  # zhuang
LIMIT_SYLLABLES = 4  # in a word: Aixinjueluo

_PARTS = lazy("['’ʼ`‘‐‑-]")
_INITIAL = lazy("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
# Initials that translators and speakers mix up with others.
_CONFUSABLE = {
    "zh": "z j ch c", "z": "zh j ch c", "j": "zh z q x", "ch": "c q zh z", "c": "ch q zh z", "q": "ch c j x",
    "sh": "s x", "s": "sh x", "x": "sh s j q", "n": "l", "l": "n r", "r": "l", "f": "h", "h": "f",
    "b": "p", "p": "b", "d": "t", "t": "d", "g": "k", "k": "g",
}  # fmt: skip
_CONFUSED = {initial: tuple(others.split()) for initial, others in _CONFUSABLE.items()}


def letters_of(word: str) -> str:
    """Return a word in lower case, without tone marks and without the dots of ü.

    >>> letters_of("Lǚ"), letters_of("Zhōu")
    ('lu', 'zhou')
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def cuts(word: str) -> tuple[tuple[str, ...], ...]:
    """Return every way to cut a word into pinyin syllables, as keys; none where it is not pinyin.

    Apostrophes and hyphens are cuts. Before a, e and o inside a word an apostrophe is needed; a word that
    lacks it is cut there too, but last.

    >>> cuts("Xian"), cuts("Xi'an"), cuts("Nana"), cuts("Lyu"), cuts("Word")
    ((('xian',), ('xi', 'an')), (('xi', 'an'),), (('na', 'na'), ('nan', 'a')), (('lu',),), ())
    """
    pieces = [
        sorted(_cut(part, LIMIT_SYLLABLES), key=_apostrophes) for part in _PARTS.split(letters_of(word))
    ]
    return tuple(sum(choice, ()) for choice in product(*pieces))


def _apostrophes(cut: tuple[str, ...]) -> int:
    return sum(syllable[0] in "aeo" for syllable in cut[1:])


def _cut(letters: str, most: int) -> list[tuple[str, ...]]:
    """Return the cuts of letters into so many syllables at most, the longest first syllable first."""
    found: list[tuple[str, ...]] = []
    if most and len(letters) <= most * LIMIT_SYLLABLE:
        for size in range(min(LIMIT_SYLLABLE, len(letters)), 0, -1):
            key = KEYS.get(letters[:size])
            if key and size == len(letters):
                found.append((key,))
            elif key:
                found.extend((key, *rest) for rest in _cut(letters[size:], most - 1))
    return found


def initial_of(key: str) -> str:
    """Return the consonant that a syllable begins with, or ``""``."""
    match = _INITIAL.match(key)
    return match[0] if match else ""


def near(first: str, second: str) -> bool:
    """Tell whether two different syllables are one letter or one sound apart.

    A sound is an initial that is easily mixed up with another (jin, qin); n for ng is a letter.

    >>> near("jin", "xin"), near("xin", "xing"), near("zhi", "cheng"), near("xin", "xin")
    (True, True, False, False)
    """
    return second in neighbours(first)


@cache
def neighbours(key: str) -> frozenset[str]:
    """Return the syllables that are near another.

    >>> sorted(neighbours("zhuang"))
    ['chuang', 'huang', 'shuang', 'zhang', 'zhuan']
    """
    cuts = [(key[:place], key[place:]) for place in range(len(key) + 1)]
    found = {head + tail[1:] for head, tail in cuts}
    found.update(
        head + letter + tail[skip:] for head, tail in cuts for letter in ascii_lowercase for skip in (0, 1)
    )
    initial = initial_of(key)
    found.update(other + key[len(initial) :] for other in _CONFUSED.get(initial, ()))
    return frozenset(found & SYLLABLES - {key})


@lru_cache(maxsize=1 << 16)
def likeness(first: str, second: str) -> float:
    """Return how alike two syllables are: 1 the same, 0 no common letter, near ones 0.75 and more.

    >>> likeness("xin", "xin"), likeness("xin", "jin"), likeness("na", "shu")
    (1.0, 0.75, 0.0)
    """
    if first == second:
        return 1.0
    share = 1 - distance(first, second) / max(len(first), len(second))
    return max(share, 0.75) if near(first, second) else share


def distance(first: str, second: str) -> int:
    """Return how many letters must be added, removed or replaced to make one word the other.

    Written out because importing rapidfuzz takes longer than all the names of an article.

    >>> distance("zhou", "chou"), distance("hu", "yi"), distance("", "an")
    (1, 2, 2)
    """
    row = list(range(len(second) + 1))
    for number, letter in enumerate(first, 1):
        diagonal, row[0] = row[0], number
        for place, other in enumerate(second, 1):
            diagonal, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, diagonal + (letter != other)),
            )
    return row[-1]
