"""An entry as forms and named texts, which is how every format of glossaries holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.encoding import whole
from glossary.table import KINDS, LIMIT_FORMS, SEPARATOR, STATUSES, VETO, forms_of, texts_of
from glossary.term import Entry, Status, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from corpus import Lang
    from glossary.formats.losses import Losses

SIDES: tuple[Lang, Lang] = ("zh", "en")
LABELS = {
    "source variants": "further forms of the source language",
    "target variants": "further forms of the target language",
    "deprecated": "forms to avoid",
    "kind": "the kind of an entry",
    "status": "that an entry is a draft or stays as it is",
    "note": "notes",
    "context": "words of the context",
    "domain": "domains",
    "definition": "definitions",
    "reference": "references",
    "created": "dates of creation",
    "changed": "dates of change",
}
EVERYTHING = frozenset(LABELS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: its file, its number in it, and its line where that is known."""

    path: Path
    number: int
    line: int | None = None


def other_side(lang: Lang) -> Lang:
    """Return the language that is not this one."""
    return "en" if lang == "zh" else "zh"


def fields_of(entry: Entry) -> dict[str, str]:
    """Return the texts of an entry that are not empty, by name.

    >>> fields_of(Entry("1", (), certain=False, vetoes=("各国航线",)))
    {'status': 'draft', 'context': '!各国航线'}
    """
    fields = {
        "kind": entry.kind or "",
        "status": "draft" if not entry.certain else "keep" if entry.verbatim else "",
        "note": entry.note,
        "context": SEPARATOR.join((*entry.context, *(VETO + word for word in entry.vetoes))),
        "domain": entry.domain,
        "definition": entry.definition,
        "reference": entry.reference,
        "created": entry.created,
        "changed": entry.changed,
    }
    return {name: str(text) for name, text in fields.items() if text}


def entry_of(terms: Iterable[Term], fields: Mapping[str, str], place: Place, losses: Losses) -> Entry | None:
    """Return the entry that some forms and texts make; None where a language has no form to use.

    The first form that is welcome in a language is preferred, the others are admitted.

    Args:
        terms: The forms of both languages, in their order.
        fields: Texts by the names that ``fields_of`` gives them.
        place: Where they stand.
        losses: What cannot be kept is counted here.
    """
    terms = tuple(_ordered(terms, place, losses))
    welcome = {term.lang: {other.text for other in terms if _is_welcome(other, term.lang)} for term in terms}
    if any(not welcome.get(lang) for lang in SIDES):
        losses.add("entries without a Chinese and an English form", place.line)
        return None
    texts = {name: _clean(text) for name, text in fields.items()}
    status = _known("status", texts, STATUSES, place, losses)
    around = forms_of(texts.get("context", ""))
    plain = texts_of(texts)
    return Entry(
        id=f"{place.path}#{place.number}",
        terms=terms,
        kind=KINDS.get(_known("kind", texts, KINDS, place, losses)),
        certain=status != "draft",
        verbatim=status == "keep" or _forms(terms, "zh") == _forms(terms, "en"),
        note=texts.get("note", ""),
        origin=str(place.path),
        line=place.line,
        context=tuple(word for word in around if word[0] != VETO),
        vetoes=tuple(word[1:] for word in around if word[0] == VETO and word[1:]),
        domain=plain["domain"],
        definition=plain["definition"],
        reference=plain["reference"],
        created=plain["created"],
        changed=plain["changed"],
    )


def watched(entries: Iterable[Entry], holds: frozenset[str], into: Lang, losses: Losses) -> Iterator[Entry]:
    """Return entries on their way to a format, and count what it cannot hold of them."""
    for entry in entries:
        present = set(fields_of(entry))
        for name, lang in (("source variants", other_side(into)), ("target variants", into)):
            if len(entry.accepted(lang)) > 1:
                present.add(name)
        if entry.forms("zh", Status.DEPRECATED) or entry.forms("en", Status.DEPRECATED):
            present.add("deprecated")
        for name in sorted(present - holds):
            losses.add(LABELS[name], entry.line)
        yield entry


def _ordered(terms: Iterable[Term], place: Place, losses: Losses) -> Iterator[Term]:
    """Return the forms in the order of a table: the welcome ones of each language, then those to avoid."""
    forms = [(" ".join(_clean(term.text).split()), term.lang, term.status) for term in terms]
    avoided = [form for form in forms if form[2] == Status.DEPRECATED]
    welcome = [form for lang in SIDES for form in forms if form[1] == lang and form not in avoided]
    seen: set[tuple[str, Lang]] = set()
    begun: set[Lang] = set()
    for text, lang, status in (*welcome, *sorted(avoided, key=lambda form: form[1] == "en")):
        if not text or (text, lang) in seen:
            continue
        if len(seen) == LIMIT_FORMS:
            losses.add(f"forms of an entry beyond {LIMIT_FORMS:,}", place.line)
            return
        if status != Status.DEPRECATED:
            status = Status.ADMITTED if lang in begun else Status.PREFERRED  # noqa: PLW2901  # one each
            begun.add(lang)
        seen.add((text, lang))
        yield Term(text, lang, status)


def _is_welcome(term: Term, lang: Lang) -> bool:
    return term.lang == lang and term.status != Status.DEPRECATED


def _forms(terms: Iterable[Term], lang: Lang) -> list[str]:
    return [term.text for term in terms if _is_welcome(term, lang)]


def _known(name: str, texts: Mapping[str, str], known: Iterable[str], place: Place, losses: Losses) -> str:
    text = texts.get(name, "").casefold()
    if text and text not in known:
        losses.add(f'the {name} "{text[:40]}"', place.line)
        return ""
    return text


def _clean(text: str) -> str:
    r"""Return a text without outer blanks, its lines ended by ``\n``."""
    return whole(re.sub(r"\r\n?", "\n", text)).strip()
