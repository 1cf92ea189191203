"""SARIF: what the standard requires, and what code scanning services need beyond it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reporting import FOLDER, finding, name_finding, place, report, written

from align.finding import Fix, Severity
from align.report import sarif
from align.suppressions.notice import NOTICES
from corpus import Span

# Our own digest of the part of SARIF 2.1.0 that we write: required keys, value sets, ranges, no other keys.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
NUMBER = {"type": "integer", "minimum": 1}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "format": "uri-reference"}, "uriBaseId": {"const": "SRCROOT"}},
}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn"],
    "additionalProperties": False,
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER),
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer"},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
        },
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "help"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT | {"required": ["text", "markdown"]},
        "defaultConfiguration": {"properties": {"level": LEVEL}},
        "properties": {
            "properties": {
                "tags": {"type": "array", "uniqueItems": True, "maxItems": 20},
                "precision": {"enum": ["very-high", "high", "medium", "low"]},
            }
        },
    },
}
REPLACEMENT = {
    "required": ["deletedRegion"],
    "properties": {"deletedRegion": REGION, "insertedContent": TEXT},
}
FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "properties": {
        "description": TEXT,
        "artifactChanges": {
            "items": {
                "required": ["artifactLocation", "replacements"],
                "properties": {"artifactLocation": ARTIFACT, "replacements": {"items": REPLACEMENT}},
            }
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "message", "locations", "partialFingerprints"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {
            "properties": {"primaryLocationLineHash": {"pattern": r"^[0-9a-f]{16}:[1-9]\d*$"}}
        },
        "fixes": {"type": "array", "minItems": 1, "items": FIX},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results", "columnKind", "originalUriBaseIds", "invocations"],
    "properties": {
        "tool": {
            "required": ["driver"],
            "properties": {"driver": {"required": ["name"], "properties": {"rules": {"items": RULE}}}},
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "invocations": {"items": {"required": ["executionSuccessful"]}},
        "results": {"type": "array", "maxItems": 25_000, "items": RESULT},
    },
}
LOG = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"type": "array", "minItems": 1, "items": RUN}},
}


def run_of(*args: Any, **changes: Any) -> dict[str, Any]:
    log = json.loads(written(report(*args, **changes), "sarif"))
    jsonschema.validate(log, LOG)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_a_finding_has_its_place_fingerprint_source_and_fix() -> None:
    (result,) = run_of(name_finding())["results"]
    region = {"startLine": 1, "startColumn": 15, "endLine": 1, "endColumn": 23}
    artifact = {"uri": "en/news.txt", "uriBaseId": "SRCROOT"}
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    assert result["relatedLocations"][0]["message"]["text"] == "the source: 周钘"
    assert result["relatedLocations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "zh/news.txt", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 5},
    }
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "Zhou Xin"}}]
    assert result["message"]["text"] == "the name is wrong (write Zhou Xin)"


def test_rules_that_found_something_are_described_and_referred_to() -> None:
    findings = [finding("ab", "a", code=notice.code, name=notice.name) for notice in NOTICES]
    run = run_of(*findings)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [notice.code for notice in NOTICES]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert run_of()["tool"]["driver"]["rules"] == []


def test_columns_are_code_points() -> None:
    run = run_of(finding("𠮷𠮷 Jin", "Jin"))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 4


def test_severities_are_levels() -> None:
    findings = [finding("abc", one, severity=severity) for one, severity in zip("abc", Severity, strict=True)]
    assert [result["level"] for result in run_of(*findings)["results"]] == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (FOLDER / "en" / "a b#c%.txt", {"uri": "en/a%20b%23c%25.txt", "uriBaseId": "SRCROOT"}),
        (FOLDER / "英文.txt", {"uri": "%E8%8B%B1%E6%96%87.txt", "uriBaseId": "SRCROOT"}),
        (Path("/other/a b.txt"), {"uri": "file:///other/a%20b.txt"}),
    ],
)
def test_paths_are_relative_uris_where_they_can_be(path: Path, uri: dict[str, str]) -> None:
    (result,) = run_of(finding("a", "a", path=path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == uri


def fingerprints(*args: Any) -> list[str]:
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in run_of(*args)["results"]]


def test_fingerprints_follow_the_content_and_number_what_reads_the_same() -> None:
    one = finding("Zhou Jin", "Jin")
    moved = finding("Zhou Jin", "Jin", line=7, column=1, end_line=7)
    other = finding("Zhou Jin", "Zhou", line=8, end_line=8)
    first, second, third = fingerprints(one, moved, other)
    assert first.endswith(":1")
    assert second == first[:-1] + "2"
    assert third[:16] != first[:16]
    assert fingerprints(moved) == [first]


def region_of_fix(**changes: Any) -> dict[str, int] | None:
    (result,) = run_of(finding("say Zhou Jin now", "Zhou Jin", **changes))["results"]
    if "fixes" not in result:
        return None
    region: dict[str, int] = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    return region


def test_a_fix_inside_the_marked_words_has_its_own_region() -> None:
    inside = Fix(Span(9, 12), "Xin")
    assert region_of_fix(fix=inside) == {"startLine": 1, "startColumn": 10, "endLine": 1, "endColumn": 13}
    assert region_of_fix(fix=inside, target_span=Span(4, 12)) is not None


def test_a_fix_whose_lines_are_unknown_is_left_out() -> None:
    assert region_of_fix(fix=Fix(Span(0, 3), "says")) is None
    assert region_of_fix(fix=Fix(Span(9, 12), "Xin"), end_line=2) is None
    assert region_of_fix(fix=Fix(Span(4, 12), "Xin"), segment_id="3") is None


def test_what_could_not_be_read_is_a_notification() -> None:
    run = run_of(errors=("c.txt: not a text",))
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "c.txt: not a text"


def test_of_too_many_findings_the_most_severe_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "LIMIT_RESULTS", 2)
    findings = [
        finding("ab", "a", line=1, severity=Severity.WARNING),
        finding("ab", "a", line=2, severity=Severity.INFO),
        finding("ab", "a", line=3),
    ]
    run = run_of(*findings)
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    notification = run["invocations"][0]["toolExecutionNotifications"][0]
    assert notification["message"]["text"] == "1 finding left out: a run holds at most 2"


def test_a_place_without_an_end_and_a_source_in_the_same_file_are_written() -> None:
    found = finding(
        "ab", "a", end_line=None, end_column=None, source=place("周", "周"), source_span=Span(0, 1)
    )
    (result,) = run_of(found)["results"]
    assert "endLine" not in result["locations"][0]["physicalLocation"]["region"]
    assert result["relatedLocations"][0]["message"]["text"] == "the source"
