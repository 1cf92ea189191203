"""The pages of the rules: what a rule finds, why, and its examples, for the terminal and for docs/."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from align.suppressions.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.rule import Bad, Example, Rule

FAMILIES = {
    "NAM": "names",
    "TRM": "terms and titles",
    "NUM": "numbers",
    "DAT": "dates and times",
    "UNT": "units and currencies",
    "POL": "negation and direction",
    "COV": "omitted or added text",
    "CON": "consistency inside an article",
    "CAL": "set phrases done word for word",
    "RES": "residue of the process",
    "PUN": "punctuation and spacing",
    "FMT": "markup and placeholders",
    "FCT": "facts that a reference contradicts",
    "SUP": "suppression comments",
}
INTO = {"zh": "translations into Chinese", "en": "translations into English", None: "both directions"}


def page(item: Rule | Notice) -> str:
    """Return the page of a rule or a notice, Markdown."""
    head = [f"# {item.code} {item.name}", "", _facts(item), "", item.doc]
    examples = [] if isinstance(item, Notice) else ["", *_examples(item)]
    return "\n".join([*head, *examples]) + "\n"


def index(items: Iterable[Rule | Notice]) -> str:
    """Return the list of all rules by family, Markdown, each linked to its page."""
    lines = [
        "# Rules",
        "",
        "Generated from the rules by `python docs/generate.py`. `align explain CODE` shows a page",
        "at the terminal. A severity is a promise: of a hundred **errors** shown to a careful editor at most",
        "three are wrong, of a hundred **warnings** at most fifteen. **info** is off until selected.",
        "[How precise each rule is](precision.md) says how far the promise is kept.",
    ]
    for family, members in groupby(sorted(items, key=lambda item: item.code), lambda item: item.family):
        lines += [
            "",
            f"## {family}: {FAMILIES[family]}",
            "",
            "| code | name | severity | finds |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| [{m.code}](rules/{m.code}.md) | {m.name} | {m.severity} | {m.summary} |" for m in members
        ]
    return "\n".join(lines) + "\n"


def _facts(item: Rule | Notice) -> str:
    if isinstance(item, Notice):
        return f"**{item.severity}** · about suppression comments · since {item.since}"
    needs = "the source" if item.bilingual else "the translation alone"
    scope = {"pair": "one pair", "article": "a whole article", "document": "a whole document"}[item.scope]
    return f"**{item.severity}** · {INTO[item.into]} · needs {needs} · reads {scope} · since {item.since}"


def _examples(rule: Rule) -> Iterator[str]:
    yield "## Examples"
    yield ""
    yield "Reported, where it is marked:"
    for bad in rule.bad:
        yield from _example(bad, bad.fixed)
    yield ""
    yield "Left alone:"
    for good in rule.good:
        yield from _example(good)


def _example(example: Bad | Example, fixed: str | None = None) -> Iterator[str]:
    rows = [("glossary", " = ".join(row)) for row in example.glossary]
    rows += [("reference", text) for text in example.references]
    rows += [("source", example.src)] if example.src else []
    rows += [("target", example.tgt)]
    rows += [("fixed", fixed)] if fixed is not None else []
    width = max(len(name) for name, _ in rows) + 2
    yield ""
    yield "```text"
    for name, text in rows:
        for place, line in enumerate(text.split("\n")):
            yield f"{(name + ':') if place == 0 else '':<{width}}{line}".rstrip()
    yield "```"
