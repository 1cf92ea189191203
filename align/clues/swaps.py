"""Two known names of one kind, one of which stands in a translation where the source has the other.

Each side is asked for what may excuse it without the other one: that Health stands in the translation says
nothing of 国家发展和改革委员会 where it is a word of the very name that is wrong.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from align.clues.known import is_named, known_names
from align.clues.orphans_en import EnglishOrphan, Sort
from align.clues.posts import holds_post_under
from align.clues.quoted import stands_in_title
from align.clues.standins import calls_for
from corpus import Span
from corpus.pattern import lazy
from corpus.script import simplified
from glossary.lexicon import content_stems, load_lexicon, ordinary_words, stem
from glossary.nearmiss import abbreviates, is_misspelt, share_of_words
from glossary.syllables import cuts
from glossary.term import Kind
from glossary.transliteration import is_heard, reads_in
from glossary.whereabouts import belongs_to
from glossary.words import COMMON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.article import Context, Pair
    from align.clues.usage import Usage
    from glossary.senses import Places, Senses
    from glossary.term import Entry


class Group(Enum):
    """What names may be taken for one another."""

    BODY = "body"
    PERSON = "person"
    PLACE = "place"


LEAST_LETTERS = 4  # of a name that is no acronym
LEAST_ACRONYM = 3
LEAST_SHARE = 0.5  # of the words of a name that the rest of a translation has
SURNAME_MENTIONS = 4  # dictionary entries with a word that is a name all the same
LIMIT_AROUND = 40  # characters beside a name that are looked at
LEAST_CORE = 2  # characters that tell one name from others
_SHORT_ACRONYMS = frozenset({"EU", "UN"})
# What many names begin with or have in common, and none is told by.
_GENERAL = lazy(
    "^(?:中华人民共和国|中华全国|中国|国家|全国|中央|最高人民|最高|人民|国际|世界|联合国|美国|英国|法国|德国|日本|韩国|联邦)+"
)
_GENERAL_WORDS = frozenset(
    """
    中国 国家 全国 中央 最高 人民 国际 世界 大学 学院 银行 公司 集团 委员会 组织 联盟 总局 机构 协会
    美国 英国 日本
    """.split()
)
_BODY = tuple("部局委院办署会厅")  # what public bodies end with, that are cut short and renamed
# A name that says whose another thing is: the WeChat owner, the Communist Party’s newspaper.
_OF_OTHER = lazy(
    r"(?:[’']s?)? (?:[a-z-]+ )?(?:owner|parent|maker|operator|founder|co-founder|creator|developer|giant|unit"
    r"|arm|boss|subsidiary|affiliate|newspaper|paper|mouthpiece|app|rival|competitor|user|fan|like)s?\b|-[a-z]"
)
_TITLED = (
    "(?:President|Secretary|Chair|Chief|CEO|Director|Minister|Spokes|Head|Commissioner|Governor|Coach|Vice"
    "|Deputy)"
)
_GOES_ON = lazy(rf"(?:-|[’']s)? (?:of (?:the )?(?!China|People))?(?!{_TITLED}|of )[A-Z&]|-[A-Z]")
# Words that begin a sentence or stand before a name, and are no part of it.
_OPENER = (
    "(?:The|A[nst]?|In|On|By|For|From|With|When|While|After|But|And|Yesterday|Former|US|UK|President|Chairman|CEO"
    "|Shares|Sales|Users|Shareholders|Executives|Officials) "
)
_BEGUN = lazy(rf"(?:\b(?!{_OPENER})[A-Z][\w.’'-]* (?:(?:of|and|&|de) )?(?:the )?|[A-Z][\w.’'-]*, |& )$")
_JOINT = lazy(" and $")
_LIKENED = lazy(
    r"\b(?:(?:answer|rival|equivalent|counterpart|alternative|competitor|response) (?:to|of)"
    r"|like|unlike|than|including|such as|as|rivals?|competitors?) (?:the )?$"
)
# What a name may be called instead; not where the other name is what is called so: the writer Yu Hua.
_CALLED = {
    Group.BODY: "company|firm|group|bank|lender|giant|retailer|platform|app|agency|regulator|watchdog"
    "|ministry|brand|commission|broadcaster|newspaper|paper|university|school|club|team|side|engine|airline"
    "|developer|body|site|organi[sz]ation|alliance|bloc|network|service|[a-z]*maker",
    Group.PERSON: "president|premier|minister|leader|billionaire|tycoon|founder|boss|chairman|actor|actress"
    "|singer|writer|author|director|striker|captain|coach|star|player|couple|pair|man|woman|laureate",
    Group.PLACE: "city|country|nation|province|state|region|capital|town|county|island|river|area|district",
}
_DESCRIBED = {
    group: lazy(rf"(?i:\b(?:the|this|that|its|his|their) (?:[\w’'-]+ ){{0,3}}(?:{words})\b)(?!,? \n)")
    for group, words in _CALLED.items()
}
# What another company may be named for in a translation.
_OTHERS = lazy("对手|同行|友商|股东|母公司|东家|子公司")
_WORD = lazy(r"[A-Z][^\W\d_]+")


_GROUPS = {
    Kind.ORGANISATION: Group.BODY,
    Kind.PRODUCT: Group.BODY,
    Kind.MEDIA: Group.BODY,
    Kind.PERSON: Group.PERSON,
    Kind.PLACE: Group.PLACE,
}


def swapped_names(pair: Pair, context: Context) -> Iterator[tuple[Usage, Span]]:
    """Return the names of a source that have another name of the tables in their place, and where that is."""
    strange = list(_strange_names(pair, context))
    for usage in known_names(pair, context) if strange else ():
        groups = groups_of(usage.entries)
        if len(groups) > 1 or is_named(usage, pair, context) or stands_in_title(usage.span, pair.src):
            continue
        if Group.PERSON in groups and holds_post_under(usage.span, pair, context):
            continue
        for span, senses in strange:
            if groups <= groups_of(senses.entries) and _is_swapped(usage, span, senses, pair, context):
                yield usage, span
                break


def groups_of(entries: Sequence[Entry]) -> frozenset[Group | None]:
    """Return what kinds of names some entries are, None among them for what is no name."""
    return frozenset([_GROUPS.get(entry.kind) if entry.kind else None for entry in entries])


def _strange_names(pair: Pair, context: Context) -> Iterator[tuple[Span, Senses]]:
    """Return the known names of a translation that its source does not have, in any sense."""
    text = pair.tgt
    places = context.unsifted(text, pair.tgt_lang)
    said = context.ids(pair.src, pair.src_lang)
    for span, senses in places:
        if not (text[span.start].isupper() and senses.ids.isdisjoint(said)):
            continue
        if _may_replace(span.of(text), senses) and not _is_part(span, text, places):
            yield span, senses


@lru_cache(maxsize=1 << 14)
def _may_replace(written: str, senses: Senses) -> bool:
    """Tell whether a form is surely a name, and of nothing but names."""
    if not senses.right or senses.user or None in groups_of(senses.entries):
        return False
    if senses.contextual and " " in written:
        return False  # National Congress: many bodies are called so
    return _is_name(written)


def _is_name(written: str) -> bool:
    """Tell whether a known form is hardly a word: an acronym, several words, or a rare one."""
    if written.isupper() and written.isalpha():
        return len(written) >= LEAST_ACRONYM or written in _SHORT_ACRONYMS
    if " " in written:
        return True
    lower = written.lower()
    if lower in COMMON or len(written) < LEAST_LETTERS:
        return False
    return ordinary_words()[stem(lower)] < SURNAME_MENTIONS or (
        len(lower) > LEAST_LETTERS and bool(cuts(lower))
    )


def _is_part(span: Span, text: str, known: Places) -> bool:
    """Tell whether a name stands in a longer one, or says whose something is, or is only compared with.

    Behind another known name and a conjunction it stands by itself: Tencent and Baidu.
    """
    start = max(0, span.start - LIMIT_AROUND)
    if _GOES_ON.match(text, span.end) or _OF_OTHER.match(text, span.end):
        return True
    if _LIKENED.search(text, start, span.start):
        return True
    joint = _JOINT.search(text, start, span.start)
    if joint and any(other.end == joint.start() for other, _ in known):
        return False
    return _BEGUN.search(text, start, span.start) is not None


def _is_swapped(usage: Usage, span: Span, senses: Senses, pair: Pair, context: Context) -> bool:
    """Tell whether nothing excuses that one name is missing and the other one is there."""
    written = span.of(pair.tgt)
    forms = [simplified(form) for entry in senses.entries for form in entry.forms("zh")]
    source = context.kept(simplified, pair.src)
    name = simplified(usage.text)
    if _is_in_article(written, forms, pair, context) or calls_for(source, written):
        return False
    if _are_akin(name, usage.forms, written, forms):
        return False
    rest = source.replace(name, "\n" * len(name))
    if Group.BODY in groups_of(usage.entries) and _OTHERS.search(rest):
        return False
    if _is_meant_in(rest, written, forms, usage) or _belong_together(source, usage, senses, forms):
        return False
    return not _is_rendered(usage, name, pair.tgt.replace(written, "\n" * len(written)))


def _is_in_article(written: str, forms: Sequence[str], pair: Pair, context: Context) -> bool:
    """Tell whether an article has a name elsewhere, in either language."""
    if any(form in context.article.zh for form in forms):
        return True
    return any(written in other.tgt for other in context.article.pairs if other is not pair)


def _are_akin(name: str, right: Sequence[str], written: str, forms: Sequence[str]) -> bool:
    """Tell whether two names may be of one thing: cut short, renamed, or spelled in another way."""
    for form in forms:
        if form in name or name in form:
            return True
        if (
            form.endswith(_BODY)
            and name.endswith(_BODY)
            and (set(name) <= set(form) or set(form) <= set(name))
        ):
            return True
        one, other = _core(name), _core(form)
        if one[:LEAST_CORE] == other[:LEAST_CORE] and not (one.endswith("大学") and other.endswith("大学")):
            return True
    return any(
        form in written or written in form or is_misspelt(form.lower(), written.lower()) for form in right
    )


def _core(name: str) -> str:
    """Return a name without what many begin with: 移动 of 中国移动."""
    core = _GENERAL.sub("", name)
    return core if len(core) >= LEAST_CORE else name


def _is_meant_in(rest: str, written: str, forms: Sequence[str], usage: Usage) -> bool:
    """Tell whether the rest of a source has a name cut short, or what it means or sounds like."""
    known = set(usage.text)
    if any(char in rest for form in forms for char in _core(form)[:LEAST_CORE] if char not in known):
        return True
    own = {word for form in usage.forms for word in form.lower().split()}
    words = [word for word in written.split() if word.lower() not in own]
    if not words or any(word in rest for word in words):
        return True
    sort = Sort.PLACE if Group.PLACE in groups_of(usage.entries) else Sort.KNOWN
    if any(EnglishOrphan(Span(0, 0), word, sort).is_explained(rest) for word in words if word[0].isupper()):
        return True
    heard = [
        is_heard(word, usage.text) or reads_in(usage.text, word.lower()) for word in words if len(word) > 1
    ]
    return all(heard)


def _belong_together(source: str, usage: Usage, senses: Senses, forms: Sequence[str]) -> bool:
    """Tell whether one name lies in the other, or is of it, as the dictionary says."""
    own = [form for entry in senses.entries for form in entry.accepted("en")]
    return any(belongs_to(source, form) for form in own) or any(
        belongs_to("\n".join(forms), form) for form in usage.forms
    )


def _is_rendered(usage: Usage, name: str, rest: str) -> bool:
    """Tell whether the rest of a translation has half of a name's words, its meaning or its sound."""
    if any(share_of_words(form, rest) >= LEAST_SHARE or abbreviates(form, rest) for form in usage.forms):
        return True
    if any(group and _DESCRIBED[group].search(rest) for group in groups_of(usage.entries)):
        return True
    said = set(content_stems(rest))
    lexicon = load_lexicon()
    words = [word for word in lexicon.words(name) if len(word) > 1 and word not in _GENERAL_WORDS]
    if any(not said.isdisjoint(lexicon.glosses(word)) for word in words):
        return True
    return any(
        is_heard(word, name)
        for word in _capitalised(rest)
        if word.lower() not in COMMON and len(word) >= LEAST_LETTERS
    )


def _capitalised(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if ordinary_words()[stem(word.lower())] < SURNAME_MENTIONS]
