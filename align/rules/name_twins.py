"""Names of people that an article has once, and nearly the same name often."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from align.chinese import Chinese
from align.finding import Fix, Hit, Severity
from align.mention import mentions
from align.rule import Bad, Good, rule
from glossary.syllables import near
from glossary.window import exact_windows, near_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from align.article import Article, Context
    from align.mention import Mention
    from glossary.surnames import Reading

    Group = Sequence[Mention]

LEAST_TIMES = 3  # mentions of the name that the other one is held to be
LEAST_RATIO = 3  # times as often
LIMIT_COMPARED = 50  # mentions whose sentences are compared with that of the rare name
LEAST_SHARED = 3  # words that two sentences share when both introduce one person


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
    groups = mentions(article)
    chinese = Chinese(article)
    for rare, frequent in _twins(groups.values()):
        if _is_given(rare, context) or _is_given(frequent, context) or chinese.has(rare[0].name):
            continue
        names = _chinese_of(frequent, chinese.texts)
        for mention in rare:
            pair = article.pairs[mention.pair]
            sure = _stands_for(mention, names, [pair.zh] if pair.bilingual else article.references)
            if sure or (not pair.bilingual and _is_slip(mention, frequent)):
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
    return any(item.span.touches(name.span) for item in context.occurrences(group[0].text, "en"))


def _chinese_of(group: Group, texts: Iterable[str]) -> set[str]:
    """Return the Chinese names that a name reads like, or else nearly reads like."""
    name = group[0].name
    exact = {window.text for text in texts for window in exact_windows(text, name)}
    return exact or {window.text for text in texts for window in near_windows(text, name)}


def _stands_for(mention: Mention, names: set[str], texts: Iterable[str]) -> bool:
    """Tell whether a mention nearly reads like one of some Chinese names that stands in a text."""
    return any(window.text in names for text in texts for window in near_windows(text, mention.name))


def _is_slip(mention: Mention, frequent: Group) -> bool:
    """Tell whether a name in a translation alone is meant for the frequent one."""
    if mention.beside_kin or any(
        other.pair == mention.pair and mention.in_sentence_with(other.name.span) for other in frequent
    ):
        return False
    if not mention.introduced:
        return True
    topic = mention.topic
    return any(len(topic & other.topic) >= LEAST_SHARED for other in frequent[:LIMIT_COMPARED])


def _hit(mention: Mention, frequent: Group, *, sure: bool) -> Hit:
    span, right = mention.name.span, frequent[0].name.text
    return Hit(
        f'write {right}, as {len(frequent)} times in the article, not "{mention.name.text}"',
        tgt=span,
        fix=Fix(span, right, safe=sure),
        suggestion=right,
        severity=None if sure else Severity.WARNING,
        pair=mention.pair,
    )
