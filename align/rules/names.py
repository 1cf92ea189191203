"""Names of people that the glossary knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.clues.people import People
from align.finding import Fix, Hit, Severity
from align.rule import Bad, Good, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.article import Article, Context
    from align.clues.people import Slip

ZHOU = (("周钘", "Zhou Xin"),)


@rule(
    code="NAM001",
    name="misspelled-glossary-name",
    severity=Severity.ERROR,
    since="0.1.0",
    into="en",
    scope="article",
    bad=(
        Bad("⟦周钘⟧加盟小米。", "⟦Zhou Jin⟧ joins Xiaomi.", ZHOU, fixed="Zhou Xin joins Xiaomi."),
        Bad("⟦周钘⟧说：“好。”", "“Good,” said ⟦Zhou Xing⟧.", ZHOU, fixed="“Good,” said Zhou Xin."),
        Bad("⟦周钘⟧走了。", "⟦Chou Xin⟧ left.", ZHOU, fixed="Zhou Xin left."),
        Bad("⟦周钘⟧走了。", "⟦Xin Zhou⟧ left.", ZHOU, fixed="Zhou Xin left."),
        Bad("⟦周钘⟧走了。", "⟦Zhou Xn⟧ left.", ZHOU, fixed="Zhou Xin left."),
        Bad(
            "",
            "Director ⟦Zhou Jin⟧ resigns\nZhou Xin resigned on Monday. Zhou Xin is 37.",
            ZHOU,
            fixed="Director Zhou Xin resigns\nZhou Xin resigned on Monday. Zhou Xin is 37.",
        ),
        Bad(
            "⟦范明政⟧访问北京。",
            "⟦Fan Mingzheng⟧ visits Beijing.",
            (("范明政", "Pham Minh Chinh"),),
            fixed="Pham Minh Chinh visits Beijing.",
        ),
    ),
    good=(
        Good("周钘走了。", "Zhou Xin left.", ZHOU),
        Good("周钘走了。", "ZHOU Xin left, and so did Mr. Zhou. X. Zhou is gone.", ZHOU),
        Good("周钘和周进走了。", "Zhou Xin and Zhou Jin left.", ZHOU),
        Good("李小明走了。", "Li Xiao-ming left; Li Xiao Ming is gone.", (("李小明", "Li Xiaoming"),)),
        Good("", "Zhou Xin left with his brother Zhou Jin.", ZHOU),
        Good("", "Zhou Xin left. Zhou Ping stayed.", ZHOU),
        Good("高和走了。", "High Peace left.", (("高和", "harmony"),)),
        Good("周钘（Xing Zhou）走了。", "Xing Zhou left.", ZHOU),
    ),
)
def misspelled_glossary_name(article: Article, context: Context) -> Iterator[Hit]:
    """A person whom the glossary names is called something else.

    The form of the glossary is right, whatever a dictionary says of the reading: 钘 is read xíng there, and
    Zhou Xin is still Zhou Xin. Hyphens, capitals and initials are free.

    ## Why is this a problem?
    Machine translation spells one name in two ways, or names another person.

    ## Known limits
    Without a source, a name one letter off is not reported in a sentence that has the right one as well, or
    beside a word for a relative. Of a surname alone nothing is said.
    """
    people = People(article, context)
    for number, pair in enumerate(article.pairs):
        for slip in people.slips(number):
            written = slip.tgt.of(pair.tgt)
            if not pair.bilingual or written not in pair.src:
                yield _hit(slip, written, number)


def _hit(slip: Slip, written: str, number: int) -> Hit:
    form = slip.person.form.upper() if written.isupper() else slip.person.form
    certain = slip.person.entry.certain or slip.severity is not Severity.ERROR
    severity = slip.severity if certain else Severity.WARNING
    return Hit(
        f'{slip.person.name} is {slip.person.form}, not "{written}"',
        src=slip.src,
        tgt=slip.tgt,
        fix=Fix(slip.tgt, form, safe=severity is Severity.ERROR),
        suggestion=form,
        severity=severity,
        pair=number,
    )
