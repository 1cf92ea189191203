"""The layout of a document: a translation keeps headings, links, images, code, lists, tables, footnotes."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from align.clues.inline import without_language
from align.finding import Hit, Severity
from align.layouts import order_differences, set_differences
from align.rule import Bad, Good, rule
from corpus.layout import Kind
from corpus.script import has_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.article import Context
    from align.layouts import Layouts
    from corpus.layout import Element

SLIP = 0.9  # as alike as an address and the same with a letter wrong

_TWO = "# 展馆\n\n介绍。\n\n## 开放时间\n\n每天。"


@rule(
    code="FMT005",
    name="changed-heading",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(
        Bad(_TWO.replace("## 开放时间", "⟦## 开放时间⟧"), "# The hall\n\nText.\n\n⟦### Hours⟧\n\nDaily."),
        Bad(_TWO.replace("## 开放时间", "⟦## 开放时间⟧"), "# The hall\n\nText.\n\nHours\n\nDaily."),
    ),
    good=(Good(_TWO, "The hall\n========\n\nText.\n\nHours\n-----\n\nDaily."),),
)
def changed_heading(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """A heading of the source is missing or has another level, or one was added.

    ## Why is this a problem?
    The table of contents no longer matches, and links to the section lead nowhere.

    ## Known limits
    Markdown and HTML only, as for all rules on layout.
    """
    for item, other in order_differences(*layouts.of(Kind.HEADING)):
        if item and other:
            message = f"this heading is of level {other.key}, in the source of level {item.key}"
            yield Hit(message, src=item.span, tgt=other.span)
        else:
            yield _one_sided(item, other, "heading")


@rule(
    code="FMT006",
    name="changed-link",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(
        Bad("见⟦[网站](https://example.com/a)⟧。", "See the website."),
        Bad("见⟦[说明](https://example.com/install)⟧。", "See the ⟦[guide](https://example.com/instal)⟧."),
        Bad("见⟦[百科](https://example.com/wiki/柳州)⟧。", "See ⟦[here](https://example.org/liuzhou)⟧."),
    ),
    good=(
        Good("见[网站](https://example.com/zh/a)。", "See [the site](https://example.com/en/a)."),
        Good("见[上文](#开放时间)。", "See [above](#opening-hours)."),
        Good("[下载](https://example.com/zh-cn/a)", "[Download](https://example.com/a)"),
        Good(
            "见[广西](https://zh.wikipedia.org/wiki/广西)。",
            "See [Guangxi](https://en.wikipedia.org/wiki/Guangxi).",
        ),
        Good(
            "见[一](https://example.com/a.zh.md)和[二](https://example.com/b.zh.md)。",
            "See [two](https://example.com/b.en.md) and [one](https://example.com/a.en.md).",
        ),
    ),
)
def changed_link(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """A link of the source is missing or leads elsewhere.

    A link that only the translation has, and one to quite another page, are no more than an info.

    ## Why is this a problem?
    The reader cannot follow it.

    ## Known limits
    Parts of an address that name a language may differ, and so may the names of sections (`#hours`) and the
    page in the Wikipedia of another language.
    """
    yield from _addresses(layouts, Kind.LINK, _plain_address)


@rule(
    code="FMT007",
    name="changed-image",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(
        Bad("⟦![大厅](https://example.com/img/hall.png)⟧", "The hall."),
        Bad("⟦![大厅](https://example.com/img/hall.png)⟧", "⟦![The hall](https://example.com/img/hal.png)⟧"),
    ),
    good=(
        Good(
            "![大厅](https://example.com/img/zh/hall.png)", "![The hall](https://example.com/img/en/hall.png)"
        ),
    ),
)
def changed_image(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """An image of the source is missing, or its address was changed.

    ## Known limits
    Parts of an address that name a language may differ.
    """
    yield from _addresses(layouts, Kind.IMAGE, _plain_address)


@rule(
    code="FMT008",
    name="changed-code",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(
        Bad("运行⟦`align lint`⟧。", "Run ⟦`align lnt`⟧."),
        Bad("运行⟦`align lint`⟧。", "Run it."),
        Bad("⟦```sh\nalign lint\n```⟧", "Text."),
    ),
    good=(
        Good("用`甲`和`--fix`。", "Use `--fix` and `a`."),
        Good("运行`align`。", "Run `align`. Once more: `align` does it."),
    ),
)
def changed_code(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """Code of the source is missing or changed.

    ## Why is this a problem?
    The reader types it in.

    ## Known limits
    Code with Chinese characters in it may be translated. Of code blocks the number and the languages are
    compared, not the text.
    """
    src, tgt = layouts.of(Kind.CODE)
    known = {item.key for item in src}
    said = {item.key for item in tgt}
    missing = [item for item in src if item.key not in said and not has_han(item.key)]
    added = [item for item in tgt if item.key not in known and not has_han(item.key)]
    for item, other in set_differences(missing, added, str):
        if item and other:
            yield Hit(f"{other.key} is {item.key} in the source", src=item.span, tgt=other.span)
        elif item:
            yield _one_sided(item, None, "code")
    for item, other in order_differences(*layouts.of(Kind.CODE_BLOCK)):
        if item and not other:
            yield _one_sided(item, None, "code block")


@rule(
    code="FMT009",
    name="changed-list",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(Bad("⟦- 茶⟧\n- 咖啡\n- 水", "⟦- tea⟧\n- coffee"), Bad("⟦1. 茶⟧\n2. 水", "⟦- tea⟧\n- water")),
    good=(Good("* 茶\n* 水", "- tea\n- water"), Good("1. 茶\n2. 水", "1) tea\n2) water")),
)
def changed_list(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """A list has more or fewer items than in the source, or is of another kind.

    ## Why is this a problem?
    An item was left out, or run together with its neighbour.
    """
    yield from _sizes(layouts, Kind.LIST, "items")


@rule(
    code="FMT010",
    name="changed-table",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(Bad("⟦| 车 | 价 |⟧\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |", "⟦| car | price |⟧\n|---|---|\n| A | 1 |"),),
    good=(Good("| 车 | 价 |\n|---|---|\n| 甲 | 1 |", "| car | price |\n|:--|--:|\n| A | 1 |"),),
)
def changed_table(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """A table has more or fewer rows than in the source."""
    yield from _sizes(layouts, Kind.TABLE, "rows")


@rule(
    code="FMT011",
    name="changed-footnote",
    severity=Severity.WARNING,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(
        Bad("建于1990年⟦[^1]⟧。\n\n[^1]: 存疑。", "Built in 1990.\n\n[^1]: Doubtful."),
        Bad("建于1990年⟦[^1]⟧。\n\n[^1]: 存疑。", "Built in 1990⟦[^2]⟧.\n\n[^1]: Doubtful."),
    ),
    good=(Good("甲[^1]乙[^2]。", "B[^2] and A[^1]."),),
)
def changed_footnote(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """The mark of a footnote is missing or was changed."""
    for item, other in set_differences(*layouts.of(Kind.FOOTNOTE), str):
        yield _changed(item, other, "footnote") if item and other else _one_sided(item, other, "footnote")


@rule(
    code="FMT012",
    name="changed-type",
    severity=Severity.INFO,
    since="0.1.0",
    scope="document",
    bilingual=True,
    bad=(Bad("这是⟦**⟧重点**。", "This matters."),),
    good=(Good("这是**重点**。", "**This** matters, and *Time* says so."),),
)
def changed_type(layouts: Layouts, context: Context) -> Iterator[Hit]:
    """The source has more words in bold type or italics than the translation.

    ## Known limits
    Translators drop emphasis with good reason, and English sets titles in italics, so only what is missing
    is counted, and this is no more than an info.
    """
    for kind in (Kind.STRONG, Kind.EMPHASIS):
        src, tgt = layouts.of(kind)
        for item in src[len(tgt) :]:
            yield _one_sided(item, None, str(kind))


def _addresses(layouts: Layouts, kind: Kind, same: Callable[[str], str]) -> Iterator[Hit]:
    for item, other in set_differences(*layouts.of(kind), same):
        if item and other:
            likeness = SequenceMatcher(None, same(item.key), same(other.key), autojunk=False).ratio()
            severity = None if likeness >= SLIP else Severity.INFO
            message = f"this {kind} leads to {other.key}, in the source to {item.key}"
            yield Hit(message, src=item.span, tgt=other.span, severity=severity)
        else:
            yield _one_sided(item, other, str(kind), None if item else Severity.INFO)


def _plain_address(address: str) -> str:
    """Return an address without its language and its section, and a section alone as its mark."""
    page, mark, _ = address.partition("#")
    return without_language(page) if page else mark


def _sizes(layouts: Layouts, kind: Kind, things: str) -> Iterator[Hit]:
    for item, other in order_differences(*layouts.of(kind)):
        if item and other:
            (name, _, size), (source_name, _, source_size) = (
                side.key.rpartition(" ") for side in (other, item)
            )
            message = f"this {name} has {size} {things}, the {source_name} of the source {source_size}"
            yield Hit(message, src=item.span, tgt=other.span)
        else:
            yield _one_sided(item, other, str(kind))


def _changed(item: Element, other: Element, name: str) -> Hit:
    return Hit(f"the {name} {item.key} became {other.key}", src=item.span, tgt=other.span)


def _one_sided(
    item: Element | None, other: Element | None, name: str, severity: Severity | None = None
) -> Hit:
    """Return the hit for an element that the translation lacks, or that only the translation has."""
    if item:
        said = f" {item.key}" if item.key else ""
        return Hit(f"the {name}{said} is missing in the translation", src=item.span, severity=severity)
    assert other, "a difference has a side at least"
    return Hit(f"nothing in the source stands for this {name}", tgt=other.span, severity=severity)
