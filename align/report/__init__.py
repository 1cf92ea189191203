"""The forms in which findings are written; each module loads on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from align.nearest import hint
from corpus import ConfigError

if TYPE_CHECKING:
    from typing import TextIO

    from align.report.model import Report

__all__ = ["FORMATS", "check_format", "render"]

FORMATS = {
    "concise": "align.report.concise:write_concise",
    "github": "align.report.github:write_github",
    "html": "align.report.page:write_html",
    "json": "align.report.records:write_json",
    "jsonl": "align.report.records:write_jsonl",
    "junit": "align.report.junit:write_junit",
    "sarif": "align.report.sarif:write_sarif",
    "text": "align.report.text:write_text",
}


def check_format(output_format: str) -> None:
    """Refuse an unknown format, before any work is done.

    Raises:
        ConfigError: There is no such format; the message has the nearest one.
    """
    if output_format not in FORMATS:
        raise ConfigError(f"unknown output format {output_format!r}{hint(output_format, FORMATS)}")


def render(report: Report, output_format: str, out: TextIO) -> None:
    """Write a report in one of ``FORMATS``.

    Raises:
        ConfigError: There is no such format.
    """
    check_format(output_format)
    module, _, function = FORMATS[output_format].partition(":")
    getattr(import_module(module), function)(report, out)
