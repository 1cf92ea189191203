"""YAML front matter: the title that people read, and the rest as metadata."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.document import Role
from corpus.errors import InputError
from corpus.lines import LineIndex
from corpus.pattern import lazy
from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from yaml.nodes import Node

    from corpus.readers.builder import Part, TextBuilder

# The keys whose values are text of the article.
ROLES = {
    "title": Role.TITLE,
    "subtitle": Role.HEADING,
    "description": Role.PARAGRAPH,
    "summary": Role.PARAGRAPH,
    "excerpt": Role.PARAGRAPH,
}
LONGEST = 100_000
# Markdown may begin with a rule of the same look: a key, behind comments at most, tells front matter from it.
_OPENING = lazy(
    r"(?:\s*\n)?---[ \t]*\r?\n(?=(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*+[A-Za-z_][\w-]*:(?:\s|$))", re.MULTILINE
)
_CLOSING = lazy(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_COMMENT = lazy(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_DOUBLED_QUOTE = lazy("''")
_ESCAPE = lazy(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n\s*|[\r\n]\s*|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata, and where the body of the file begins."""

    metadata: Mapping[str, object]
    end: int


def read_front_matter(raw: str, start: int, out: TextBuilder, path: Path | None) -> FrontMatter | None:
    """Add the title and other text of the front matter; return the rest, or None where there is none.

    Raises:
        InputError: The front matter is not closed, or is not valid YAML.
    """
    opening = _OPENING.match(raw, start)
    if not opening:
        return None
    closing = _CLOSING.search(raw, opening.end(), opening.end() + LONGEST)
    if not closing:
        problem = "the front matter that begins here is not closed by a line ---"
        raise InputError(problem, path=path, line=LineIndex(raw).place(opening.end() - 1)[0])
    yaml_span = Span(opening.end(), closing.start())
    root, metadata = _parse(raw, yaml_span, path)
    _add_comments(raw, yaml_span, root, out)
    for key, value in root.value:
        if key.value in ROLES and isinstance(value.value, str) and not value.tag.endswith(":null"):
            out.add_parts(_value_parts(raw, _place(value, yaml_span), value.style), ROLES[key.value])
            out.end_block()
    return FrontMatter(metadata, closing.end())


def _parse(raw: str, span: Span, path: Path | None) -> tuple[Node, dict[str, object]]:
    """Return the nodes of the YAML, which know their places, and what they mean."""
    import yaml

    try:
        return _compose(span.of(raw))
    except yaml.MarkedYAMLError as error:
        place = span.start + (error.problem_mark.index if error.problem_mark else 0)
        raise _invalid(str(error.problem), raw, place, path) from error
    except RecursionError as error:
        raise _invalid("it is nested too deeply", raw, span.start, path) from error
    except (yaml.YAMLError, ValueError) as error:  # a forbidden character; the 31st of February
        raise _invalid(str(error).partition("\n")[0], raw, span.start, path) from error
    except (AttributeError, KeyError) as error:  # !!timestamp x, !!bool x
        raise _invalid("a value is not what its tag says", raw, span.start, path) from error


def _compose(text: str) -> tuple[Node, dict[str, object]]:
    from yaml import SafeLoader

    loader = SafeLoader(text)
    root = loader.get_single_node()
    assert root is not None  # it begins with a key
    # Merging can blow up a few lines to gigabytes, and metadata has no use for it.
    if any(node.tag == "tag:yaml.org,2002:merge" for node in _scalar_nodes(root)):
        raise ValueError("merge keys (<<) are not supported")
    values = loader.construct_document(root)
    return root, {str(key): value for key, value in values.items()}


def _invalid(problem: str, raw: str, place: int, path: Path | None) -> InputError:
    advice = "; put quotes around a value with a colon" if "mapping values" in problem else ""
    line, column = LineIndex(raw).place(place)
    return InputError(
        f"the front matter is not valid YAML: {problem}{advice}", path=path, line=line, column=column
    )


def _place(node: Node, span: Span) -> Span:
    return Span(span.start + node.start_mark.index, span.start + node.end_mark.index)


def _add_comments(raw: str, span: Span, root: Node, out: TextBuilder) -> None:
    scalars = sorted(_place(node, span) for node in _scalar_nodes(root))
    starts = [scalar.start for scalar in scalars]
    place = span.start
    while comment := _COMMENT.search(raw, place, span.end):
        before = bisect_right(starts, comment.start()) - 1
        inside = before >= 0 and comment.start() < scalars[before].end
        if not inside:
            out.add_comment(Span(*comment.span()), comment[0].lstrip("#").strip())
        place = scalars[before].end if inside else comment.end()


def _scalar_nodes(root: Node) -> Iterator[Node]:
    """Return the nodes that hold text, each once, however often an alias repeats it."""
    stack: list[Any] = [root]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if isinstance(node, tuple):
            stack.extend(node)
        elif id(node) not in seen:
            seen.add(id(node))
            if isinstance(node.value, str):
                yield node
            else:
                stack.extend(node.value)


def _value_parts(raw: str, place: Span, style: str | None) -> Iterator[Part]:
    """Return the parts of a scalar: what its quotes escape with what it stands for, the rest as it is."""
    if style in {"|", ">"}:
        yield Span(min(raw.find("\n", place.start, place.end) + 1 or place.end, place.end), place.end), None
    elif style == "'":
        yield from _unescaped(raw, Span(place.start + 1, place.end - 1), _DOUBLED_QUOTE, lambda _: "'")
    elif style == '"':
        yield from _unescaped(raw, Span(place.start + 1, place.end - 1), _ESCAPE, _meaning)
    else:
        yield place, None


def _unescaped(
    raw: str, place: Span, escape: re.Pattern[str], meaning: Callable[[str], str]
) -> Iterator[Part]:
    done = place.start
    for match in escape.finditer(raw, place.start, place.end):
        yield Span(done, match.start()), None
        if text := meaning(match[0]):
            yield Span(*match.span()), text
        done = match.end()
    yield Span(done, place.end), None


def _meaning(escape: str) -> str:
    """Return what an escape between double quotes stands for; an escaped line break stands for nothing."""
    from yaml.scanner import Scanner

    if escape[1] in Scanner.ESCAPE_CODES:
        return chr(int(escape[2:], base=16))  # noqa: FURB166  # base 0 knows no \u
    return Scanner.ESCAPE_REPLACEMENTS.get(escape[1], "")
