"""Calques: set phrases that were translated word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.finding import Hit, Severity
from align.rule import Bad, Good, rule
from corpus.script import simplified
from glossary.calque import calque_finder, is_explained
from glossary.generation import generations_in, shorthand_in
from glossary.idiom_table import load_idioms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Context, Pair
    from corpus import Span
    from glossary.calque import Calque, CalqueMatch
    from glossary.generation import Shorthand


def has_idiom(pair: Pair, context: Context) -> bool:
    """Tell whether the Chinese side of a pair has an idiom."""
    return bool(_idioms_of(pair, context))


def _idioms_of(pair: Pair, context: Context) -> tuple[Span, ...]:
    return context.kept(_idioms_in, context.kept(simplified, pair.zh))


def _idioms_in(zh: str) -> tuple[Span, ...]:
    return load_idioms().find(zh)


_AROUND = (
    " \t\r\n\u3000。．.！!，,；;：:、“”‘’\"'「」《》"  # what may stand around a heading that is one idiom
)


@rule(
    code="CAL001",
    name="calque",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bilingual=True,
    bad=(
        Bad("新来的经理有些⟦水土不服⟧。", "The new manager has some ⟦soil and water⟧ problems."),
        Bad("這家公司⟦水土不服⟧。", "The company's ⟦soil and water⟧ did not agree."),
        Bad("节日里⟦人山人海⟧。", "It was a ⟦people mountain, people sea⟧ on the holiday."),
        Bad("他俩⟦半斤八两⟧。", "The two of them are ⟦half a catty and eight⟧ taels."),
        Bad("这是本季的⟦爆款⟧。", "This is the ⟦explosive style⟧ of the season."),
        Bad("老板让他⟦背黑锅⟧。", "The boss made him ⟦carry the black pot⟧."),
        Bad("新政策很⟦接地气⟧。", "The new policy has a very ⟦grounded gas⟧."),
    ),
    good=(
        Good("新来的经理有些水土不服。", "The new manager is finding it hard to adapt."),
        Good("他水土不服。", "Like soil and water that do not mix, he failed to fit in."),
        Good("他总说“马马虎虎”。", "He always said “mamahuhu”, literally “horse horse tiger tiger”."),
        Good("水土保持很重要。", "Soil and water conservation is important."),
        Good("他在种草莓。", "He plants grass and strawberries."),
        Good("他掩耳盗铃，自欺欺人。", "He covers his ears to steal a bell, and deceives himself."),
        Good("美国是纸老虎。", "America is a paper tiger."),
    ),
)
def calque(pair: Pair, context: Context) -> Iterator[Hit]:
    """A set phrase of the source is rendered word for word.

    ## Why is this a problem?
    An idiom, a buzzword or a piece of jargon means something else than its characters say. A reader who
    knows no Chinese cannot guess that a firm with "soil and water" fails to adapt to a new market.

    ## Known limits
    Only phrases of the built-in table are known. Images that English readers understand (a paper tiger,
    crossing the river by feeling the stones) are not in it. A rendering that is explained nearby
    ("literally …", "an idiom") is taken as quoted on purpose. A phrase that the table is not certain of,
    and a rendering of one word ("squid"), are warnings.
    """
    for match in calque_finder().find(pair.zh, pair.en, context.kept(simplified, pair.zh)):
        yield _hit(pair, match, f"{match.phrase} is done word for word")


def _hit(pair: Pair, match: CalqueMatch, problem: str) -> Hit:
    return Hit(
        f'{problem} ("{match.literal}"); {_advice(match.calque)}',
        src=match.src,
        tgt=match.tgt,
        suggestion=match.calque.right[0],
        severity=None if match.certain else Severity.WARNING,
    )


def _advice(calque: Calque) -> str:
    return "say " + " or ".join(f'"{right}"' for right in calque.right)


@rule(
    code="CAL002",
    name="calque-alone",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "In other words, “⟦incompatible soil and water⟧”."),
        Bad("", "It was a ⟦phenomenon-level⟧ product."),
        Bad("", "They sell only ⟦explosive models⟧."),
        Bad("", "The ⟦melon-eating masses⟧ watched the scandal."),
        Bad("", "On Sunday it was ⟦people mountain people sea⟧ there."),
    ),
    good=(
        Good("", "The soil and water were incompatible with farming."),
        Good("", "It was a phenomenal product, a phenomenon on every level."),
        Good("", "They modelled the explosive growth."),
        Good("", "“People mountain people sea” is a literal rendering of an idiom for big crowds."),
        Good("", "The film People Mountain People Sea was shown in Venice."),
    ),
)
def calque_alone(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words make sense in English only as a set phrase of Chinese taken word for word.

    ## Why is this a problem?
    The reader stumbles over an image that English does not have. The Chinese phrase that stands behind
    it has a plain meaning.

    ## Known limits
    Only renderings that hardly anybody would write for another reason are known; with the source,
    *calque* finds more.
    """
    if pair.bilingual:
        return
    for match in calque_finder().find_alone(pair.en):
        yield _hit(pair, match, f"this reads like {match.phrase} done word for word")


@rule(
    code="CAL003",
    name="generation-shorthand",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    bad=(
        Bad("", "As an ⟦85's generation⟧, he is famous in the trade."),
        Bad("", "The ⟦after-90s⟧ buy what they like."),
        Bad("作为⟦85后⟧，他很有名。", "As an ⟦85's generation⟧, he is famous."),
        Bad("⟦90後⟧喜歡它。", "⟦After 90⟧ like it."),
        Bad("很多⟦九五后⟧加入了公司。", "Many ⟦95 after⟧ joined the company."),
        Bad("⟦00后⟧来了。", "The ⟦00 generation⟧ is here."),
    ),
    good=(
        Good("作为85后，他很有名。", "As a member of the post-85 generation, he is famous."),
        Good("90后喜欢它。", "Those born after 1990 like it."),
        Good("90后喜欢它。", "Millennials like it."),
        Good("股价跌到90后反弹。", "The share rebounded after 90 had been reached."),
        Good("开场90分钟后他离开了。", "He left after 90 minutes."),
        Good("", "The '90s generation of laptops sold well after 85 days."),
        Good("", "The post-85s generation is different."),
    ),
)
def generation_shorthand(pair: Pair, context: Context) -> Iterator[Hit]:
    """The shorthand for people born in a decade is rendered word for word.

    ## Why is this a problem?
    85后 are those born from 1985 on. "The 85's generation" says nothing to an English reader, and
    "after 90" reads like a time or an age.

    ## Known limits
    Without a source only forms that mean nothing else are reported. "The 90s generation" is good English,
    though it is seldom those born in the nineties.
    """
    found = shorthand_in(pair.en, generations_in(pair.zh)) if pair.bilingual else shorthand_in(pair.en)
    for shorthand in found:
        yield _generation_hit(pair, shorthand)


def _generation_hit(pair: Pair, shorthand: Shorthand) -> Hit:
    generation = shorthand.generation
    literal = shorthand.tgt.of(pair.en)
    return Hit(
        f'{generation.name} is done word for word ("{literal}"); '
        f'say "{generation.label}" or "born {generation.born}"',
        src=generation.src,
        tgt=shorthand.tgt,
        suggestion=generation.label,
        severity=None if shorthand.certain else Severity.WARNING,
    )


@rule(
    code="CAL004",
    name="idiom-by-characters",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    needs=has_idiom,
    bad=(
        Bad("那时村里⟦家徒四壁⟧。", "The ⟦family had only four walls⟧ in the village then."),
        Bad("⟦鱼贯而入⟧", "⟦Fish entering⟧"),
        Bad("他说话总是⟦含沙射影⟧。", "He is always ⟦shooting at shadows with sand⟧."),
        Bad(
            "⟦三句话不离本行⟧，他又讲起了税法。",
            "⟦Three sentences never leave the line⟧: he spoke of tax law.",
        ),
    ),
    good=(
        Good("他说话总是含沙射影。", "He always makes insinuations."),
        Good("那时村里家徒四壁。", "The village was very poor then: families had only four walls."),
        Good("鱼贯而入", "Walking in one by one"),
        Good("客人鱼贯而入。", "The fish was still warm when the guests began to enter."),
        Good("春夏秋冬", "Spring, summer, autumn and winter"),
    ),
)
def idiom_by_characters(pair: Pair, context: Context) -> Iterator[Hit]:
    """An idiom that the dictionary explains otherwise is rendered character by character.

    ## Why is this a problem?
    Most idioms of four characters have a meaning that their characters do not say. "Poor family, four
    walls" leaves the reader to guess.

    ## Known limits
    The dictionaries are CC-CEDICT and a table of 1,270 idioms whose image says nothing in English. Three
    characters must be there in their order, or two words of the image side by side; where the source is
    the idiom alone, two characters that are most of the text. A rendering with one word of the
    explanation is let pass.

    ## References
    https://cc-cedict.org
    """
    plain = context.kept(simplified, pair.zh)
    for src in _idioms_of(pair, context):
        idioms, idiom = load_idioms(), src.of(plain)
        tgt = idioms.literal_span(idiom, pair.en, whole=plain.strip(_AROUND) == idiom)
        if tgt is None or calque_finder().settles(idiom, plain, pair.en):
            continue
        if not is_explained(pair.en, tgt):
            yield _idiom_hit(pair, src, tgt, "done character by character", idioms.meanings[idiom])


def _idiom_hit(pair: Pair, src: Span, tgt: Span, problem: str, meanings: str) -> Hit:
    meaning = meanings.partition(";")[0].strip()
    return Hit(
        f'{src.of(pair.zh)} is {problem} ("{tgt.of(pair.en)}"); it means "{meaning}"',
        src=src,
        tgt=tgt,
        suggestion=meaning,
    )


@rule(
    code="CAL005",
    name="idiom-spelled-out",
    severity=Severity.WARNING,
    since="0.1.0",
    into="en",
    bilingual=True,
    needs=has_idiom,
    bad=(
        Bad("他听得⟦目瞪口呆⟧。", "He heard it with ⟦Mudeng⟧ and open mouth."),
        Bad("⟦如影随形⟧", "⟦Ruying⟧ with the shape"),
    ),
    good=(
        Good("他目瞪口呆。", "He was struck dumb."),
        Good("他目瞪口呆。", "He was Mudeng Koudai, that is stupefied."),
        Good("他目瞪口呆。", "Mu was too surprised to speak."),
        Good("三顾茅庐", "Liu Bei visited Zhuge Liang three times."),
    ),
)
def idiom_spelled_out(pair: Pair, context: Context) -> Iterator[Hit]:
    """An idiom is spelled in pinyin, as if it were a name, where it should be translated.

    ## Why is this a problem?
    A machine that does not know an idiom takes a part of it for the name of a person or a place.

    ## Known limits
    Two syllables and more must be spelled in a row, with a capital. Where the idiom is explained as well,
    or has a name in it, nothing is reported.
    """
    plain = context.kept(simplified, pair.zh)
    for src in _idioms_of(pair, context):
        idioms, idiom = load_idioms(), src.of(plain)
        tgt = idioms.spelled_span(idiom, pair.en)
        if tgt is not None and not is_explained(pair.en, tgt):
            yield _idiom_hit(pair, src, tgt, "spelled, not translated", idioms.meanings[idiom])
