"""Reads XML safely and an element at a time, so that neither a bomb nor a long file fills the memory.

No entity is resolved, no DTD and nothing from outside is loaded, and the parser's own limits (depth, length
of a text, growth by entities in attributes) stay on. A DOCTYPE is no harm: TMX files usually have one.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from corpus.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from lxml.etree import XMLSyntaxError, _Element, iterparse

XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"
XML_LANG = f"{XML_NAMESPACE}lang"


def elements(path: Path, names: Collection[str], *, roots: Collection[str]) -> Iterator[_Element]:
    """Return the elements with one of some names, in any namespace, as the file is read.

    An element holds its content until the next one is asked for; then it is emptied.

    Args:
        path: The file.
        names: Local names of the elements, such as ``tu``; they do not lie in each other.
        roots: Local names that the root may have.

    Raises:
        InputError: The file is not well-formed, has another root, or declares entities.
    """
    from lxml.etree import iterparse

    with path.open("rb") as file:
        parsed = iterparse(
            file,
            events=("end",),
            tag=[f"{{*}}{name}" for name in names],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        found = _found(parsed, path)
        first = next(found, None)
        _check(first, parsed, roots, path)
        for element in chain([first] if first is not None else [], found):
            yield element
            _forget(element)


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def line_of(element: _Element) -> int:
    """Return the line where an element begins, 1-based."""
    return cast("int", element.sourceline)


def text_of(element: _Element, path: Path, *, without: Collection[str] = ()) -> str:
    """Return the text in an element and below it, but not what is inside elements with some local names.

    Raises:
        InputError: There is a reference to an entity in it.
    """
    return "".join(_pieces(element, path, without))


def _pieces(element: _Element, path: Path, without: Collection[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            raise InputError(f"the entity {child.text} is not read", path=path, line=line_of(child))
        if local_name(child) not in without:
            yield from _pieces(child, path, without)
        yield child.tail or ""


def _found(parsed: iterparse, path: Path) -> Iterator[_Element]:
    from lxml.etree import XMLSyntaxError

    try:
        for _, element in parsed:
            yield element
    except XMLSyntaxError as error:
        raise _malformed(error, path) from error


def _malformed(error: XMLSyntaxError, path: Path) -> InputError:
    """Return the error for a file that the parser refuses; of an unknown entity only the log tells."""
    if not path.stat().st_size:
        return InputError("the file is empty", path=path)
    line, column = error.position
    problem = (error.msg or "").partition(", line ")[0]
    logged = error.error_log.last_error  # type: ignore[attr-defined]  # the stubs lack it
    if not line and logged is not None:
        line, column, problem = logged.line, logged.column, logged.message
    return InputError(f"not well-formed XML: {problem}", path=path, line=line or None, column=column or None)


def _check(first: _Element | None, parsed: iterparse, roots: Collection[str], path: Path) -> None:
    """Refuse a file with another root, and one that declares entities: no format of ours needs them."""
    root = parsed.root if first is None else first.getroottree().getroot()
    if local_name(root) not in roots:
        problem = f"the root element is <{local_name(root)}>, expected <{'> or <'.join(roots)}>"
        raise InputError(problem, path=path, line=line_of(root))
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():  # type: ignore[union-attr]  # the stubs lack it
        raise InputError("the file declares entities (<!ENTITY …>), which are not read", path=path, line=1)


def _forget(element: _Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
