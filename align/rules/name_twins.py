"""Names of people that an article has once beside nearly the same one, or otherwise than a reference."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from align.clues.chinese import Chinese
from align.clues.mention import CONSISTENT, mentions
from align.clues.usage import whole_names
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule
from glossary.respelling import respelled
from glossary.syllables import near
from glossary.window import find_window, is_persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.article import Article, Context
    from align.clues.chinese import ChineseText
    from align.clues.mention import NameMention
    from glossary.surnames import Reading
    from glossary.window import Window

    Group = Sequence[NameMention]

LEAST_TIMES = 3  # mentions of the name that the other one is held to be
LEAST_RATIO = 3  # times as often


@rule(
    code="NAM002",
    name="name-beside-twin",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(
        Bad(
            "",
            "Marketing director ⟦Lin Qiang⟧ leaves the carmaker\n"
            "Lin Jiang, the carmaker's marketing director, has left. Lin Jiang joined in 2011.\n"
            "Nobody knows where Lin Jiang goes.",
            fixed="Marketing director Lin Jiang leaves the carmaker\n"
            "Lin Jiang, the carmaker's marketing director, has left. Lin Jiang joined in 2011.\n"
            "Nobody knows where Lin Jiang goes.",
        ),
        Bad(
            "",
            "He Daming is 50. He Daming is rich.\n⟦He Damin⟧ smiled.\nHe Daming has sons.",
            fixed="He Daming is 50. He Daming is rich.\nHe Daming smiled.\nHe Daming has sons.",
        ),
        Bad(
            "林江走了。\n林江到了。\n林江说好。\n林江笑了。",
            "Lin Jiang left.\nLin Jiang came.\n⟦Lin Qiang⟧ agreed.\nLin Jiang laughed.",
            fixed="Lin Jiang left.\nLin Jiang came.\nLin Jiang agreed.\nLin Jiang laughed.",
        ),
    ),
    good=(
        Good(
            "",
            "Wang Wei sings. Wang Wei dances. Wang Wei is 20.\nWang Fei, a nurse from Hubei, was present.",
        ),
        Good("", "Wang Wei sings. Wang Wei dances. Wang Wei is 20.\nShe met Wang Wei and Wang Fei."),
        Good(
            "",
            "Wang Wei sings. Wang Wei dances. Wang Wei is 20.\nIt is said that his sister Wang Fei does too.",
        ),
        Good("", "Wang Wei sings. Wang Fei dances. Wang Wei eats. Wang Fei drinks. Wang Wei is 20."),
        Good(
            "王伟唱歌。\n王伟跳舞。\n王伟笑了。\n王菲说好。",
            "Wang Wei sings.\nWang Wei dances.\nWang Wei laughed.\nWang Fei agreed.",
        ),
    ),
)
def name_beside_twin(article: Article, context: Context) -> Iterator[Hit]:
    """A name occurs once, and a name one sound or letter off often: they are one person's.

    With a source or a reference, the Chinese name decides. Without, the two must not stand in one sentence
    nor beside a word for a relative, and a name that is introduced with a title of its own must share the
    subject of its sentence with the other.

    ## Why is this a problem?
    The headline names the wrong man.

    ## Known limits
    Two people whose names differ in one sound, of whom one is mentioned in passing, may be taken for one.
    """
    groups = context.kept(mentions, article)
    chinese = context.kept(Chinese, article)
    for rare, frequent in _twins(groups.values()):
        if _is_given(rare, context) or _is_given(frequent, context) or chinese.has(rare[0].name):
            continue
        names = _chinese_of(frequent, chinese.texts)
        for mention in rare:
            bilingual = article.pairs[mention.pair].bilingual
            texts = [chinese.source(mention.pair)] if bilingual else chinese.references
            sure = any(window.text in names for text in texts for window in text.near(mention.name))
            if sure or (not bilingual and _is_slip(mention, frequent)):
                yield _hit(mention, frequent, sure=sure)


def _twins(groups: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Return groups of mentions whose names differ in one near syllable, the much rarer one first."""
    buckets: defaultdict[object, list[tuple[str, Group]]] = defaultdict(list)
    for group in groups:
        for parse in group[0].name.parses[:1]:
            for place, key in enumerate(parse.keys):
                buckets[_masked(parse.keys, place), len(parse.surname)].append((key, group))
    for bucket in buckets.values():
        for key, rare in bucket:
            for other, frequent in bucket:
                if near(key, other) and len(frequent) >= max(LEAST_TIMES, LEAST_RATIO * len(rare)):
                    yield rare, frequent


def _masked(keys: Reading, place: int) -> tuple[str, ...]:
    return (*keys[:place], "", *keys[place + 1 :])


def _is_given(group: Group, context: Context) -> bool:
    """Tell whether the glossary has a name; then it is no slip, and slips for it are another rule's."""
    name = group[0].name
    found = context.senses(group[0].text, "en")
    return any(span.touches(name.span) for span in whole_names(group[0].text, found))


def _chinese_of(group: Group, texts: Iterable[ChineseText]) -> set[str]:
    """Return the Chinese names that a name reads like, or else nearly reads like."""
    name = group[0].name
    exact = {window.text for text in texts for window in text.exact(name)}
    return exact or {window.text for text in texts for window in text.near(name)}


def _is_slip(mention: NameMention, frequent: Group) -> bool:
    """Tell whether a name in a translation alone is meant for the frequent one."""
    if mention.beside_kin or mention.stands_beside(frequent):
        return False
    return not mention.introduced or mention.shares_topic(frequent)


def _hit(mention: NameMention, frequent: Group, *, sure: bool) -> Hit:
    span, right = mention.name.span, frequent[0].name.text
    return Hit(
        f'write {right}, as {len(frequent)} times in the article, not "{mention.name.text}"',
        tgt=span,
        fix=Fix(span, right, safe=sure),
        suggestion=right,
        severity=None if sure else Severity.WARNING,
        pair=mention.pair,
    )


@rule(
    code="NAM004",
    name="name-unlike-reference",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(
        Bad(
            "",
            "⟦Hu Zhenglan⟧ has left.",
            references=("吉利研究院原院长胡峥楠离职。胡峥楠表示感谢。",),
            fixed="Hu Zhengnan has left.",
        ),
        Bad(
            "",
            "⟦Zhou Jin⟧ is back.\nZhou Xin, the director, is 37. Zhou Xin laughed.\nZhou Xin left.",
            references=("五菱营销高管周钘加盟小米。周钘表示高兴。",),
            fixed="Zhou Xin is back.\nZhou Xin, the director, is 37. Zhou Xin laughed.\nZhou Xin left.",
        ),
    ),
    good=(
        Good("", "Hu Zhengnan has left.", references=("院长胡峥楠离职。",)),
        Good("", "Zhou Xin left. Zhou Xin laughed. So Zhou Xin is back.", references=("高管周钘离职。",)),
        Good("", "Gao Dun spoke.", references=("这座楼有二百米的高度。",)),
        Good("", "Hu Zhenglan has left.", (("胡正兰", "Hu Zhenglan"),), references=("院长胡峥楠离职。",)),
    ),
)
def name_unlike_reference(article: Article, context: Context) -> Iterator[Hit]:
    """A name reads nearly like a person's in an article about the same events, and like nobody's there.

    ## Why is this a problem?
    Articles about the same events name the same people.

    ## Known limits
    Somebody of nearly the same name, whom no reference mentions, is taken for the other. A name that the
    article has three times and more passes where it is one sound off.
    """
    if not article.references or all(pair.bilingual for pair in article.pairs):
        return
    chinese = context.kept(Chinese, article)
    groups = list(context.kept(mentions, article).values())
    for group in groups:
        window = _in_references(group, chinese, context)
        if window is not None:
            right = _own_form(window, group, groups) or respelled(window.text, group[0].name)
            for mention in group:
                yield _unlike(mention, window, right)


def _in_references(group: Group, chinese: Chinese, context: Context) -> Window | None:
    """Return the person in a reference whose name a group of mentions nearly reads like."""
    name = group[0].name
    if _is_given(group, context) or chinese.has(name):
        return None
    windows = [
        item for text in chinese.references for item in text.near(name) if is_persons(text.text, item.span)
    ]
    nearest = max(windows, key=lambda item: item.fit.likeness, default=None)
    differences = nearest.fit.differences if nearest else ()
    own = len(group) >= CONSISTENT and all(near(item.reading, item.written) for item in differences)
    return None if own else nearest


def _own_form(window: Window, group: Group, groups: Iterable[Group]) -> str | None:
    """Return what the article calls a person more often."""
    for other in groups:
        found = find_window(window.text, other[0].name)
        if found and len(other) > len(group) and found.fit.likeness >= window.fit.likeness:
            return other[0].name.text
    return None


def _unlike(mention: NameMention, window: Window, right: str) -> Hit:
    name = mention.name
    return Hit(
        f'{window.text} in a reference is {right}, not "{name.text}"',
        tgt=name.span,
        fix=Fix(name.span, right),
        suggestion=right,
        pair=mention.pair,
    )
