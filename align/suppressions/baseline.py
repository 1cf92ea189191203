"""A file of known findings, so that only new ones are reported."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.paths import relative
from corpus import InputError
from corpus.aside import write_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from align.finding import Finding

VERSION = 1
KEYS = ("path", "code", "text", "context")
CONTEXT_CHARS = 40  # on each side of the marked words: enough to tell two places apart in most texts
Known = tuple[str, str, str, str]  # a finding as the values of KEYS


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each known finding occurs; paths are relative to ``folder``."""

    folder: Path
    counts: Counter[Known]


def fingerprint(finding: Finding) -> str:
    """Return a hash of what was found and the text around it; line numbers have no part in it.

    Blanks are folded, so that a paragraph may be wrapped anew.
    """
    excerpt, mark = finding.excerpt, finding.mark
    around = excerpt[max(0, mark.start - CONTEXT_CHARS) : mark.end + CONTEXT_CHARS] if mark else excerpt
    parts = (finding.code, _marked_text(finding), " ".join(around.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _marked_text(finding: Finding) -> str:
    return finding.target_text or finding.source_text or ""


def write_baseline(findings: Iterable[Finding], path: Path) -> None:
    """Write the findings as known, one a line, sorted, so that a diff shows what came and went."""
    counts = Counter(_known(finding, path.parent) for finding in findings)
    entries = [
        json.dumps(dict(zip(KEYS, known, strict=True)) | {"count": counts[known]}, ensure_ascii=False)
        for known in sorted(counts)
    ]
    body = ",\n".join(f"  {entry}" for entry in entries)
    text = f'{{\n "version": {VERSION},\n "findings": [\n{body}\n ]\n}}\n'
    write_aside(path, text.encode("utf-8", "backslashreplace"))


def read_baseline(path: Path) -> Baseline:
    """Return the known findings that a file holds.

    Raises:
        InputError: The file is not a baseline, or one of another version.
    """
    try:
        content = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        raise InputError(
            f"not a baseline: {error.msg}", path=path, line=error.lineno, column=error.colno
        ) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError("not a baseline: no JSON in UTF-8", path=path) from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise InputError(f"not a baseline of version {VERSION}; write it anew", path=path)
    entries = content.get("findings")
    if not isinstance(entries, list):
        raise InputError("not a baseline: 'findings' is missing", path=path)
    counts: Counter[Known] = Counter()
    for number, entry in enumerate(entries, 1):
        known, count = _entry(entry, number, path)
        counts[known] += count
    return Baseline(path.parent, counts)


def _entry(entry: object, number: int, path: Path) -> tuple[Known, int]:
    values = [entry.get(key) for key in KEYS] if isinstance(entry, dict) else []
    count = entry.get("count") if isinstance(entry, dict) else None
    if not (values and all(isinstance(value, str) for value in values)) or not isinstance(count, int):
        raise InputError(f"not a baseline: finding {number} lacks one of {', '.join(KEYS)}, count", path=path)
    location, code, text, context = map(str, values)
    return (location, code, text, context), count


def filter_baseline(
    findings: Sequence[Finding], baseline: Baseline, *, checked: Iterable[Path]
) -> tuple[list[Finding], int, int]:
    """Return the findings that are new, how many are known, and how many known ones are gone.

    Only files that were checked can have lost one: a hook is handed a few files of many.
    """
    left = baseline.counts.copy()
    new = []
    for finding in findings:
        known = _known(finding, baseline.folder)
        if left[known] > 0:
            left[known] -= 1
        else:
            new.append(finding)
    paths = {relative(path, baseline.folder) for path in checked}
    stale = sum(count for (path, *_), count in left.items() if path in paths)
    return new, len(findings) - len(new), stale


def _known(finding: Finding, folder: Path) -> Known:
    return relative(finding.path, folder), finding.code, _marked_text(finding), fingerprint(finding)
