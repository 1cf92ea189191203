"""JUnit XML, as continuous integration reads it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from reporting import FOLDER, finding, name_finding, report, written

from align.finding import Severity


def suite_of(text: str) -> etree._Element:
    suites = etree.fromstring(text.encode("utf-8"))
    (suite,) = suites
    for key in ("tests", "failures", "errors"):
        assert suite.get(key) == suites.get(key)
    assert int(suite.get("tests") or 0) == len(suite.findall("testcase"))
    assert int(suite.get("failures") or 0) == len(suite.findall("testcase/failure"))
    assert int(suite.get("errors") or 0) == len(suite.findall("testcase/error"))
    return suite


def test_every_checked_file_is_a_test_case() -> None:
    files = (FOLDER / "b.txt", FOLDER / "en" / "news.txt", FOLDER / "a.txt")
    suite = suite_of(written(report(name_finding(), files=files), "junit"))
    assert [case.get("name") for case in suite] == ["a.txt", "b.txt", "en/news.txt"]
    (failure,) = suite.findall("testcase/failure")
    assert failure.get("message") == "1 error"
    assert failure.get("type") == "SUP001"
    assert failure.text == "en/news.txt:1:15: SUP001 the name is wrong (write Zhou Xin)"


def test_a_suggestion_that_the_message_has_is_not_said_twice() -> None:
    found = finding("Jin", "Jin", message="周钘 is Zhou Xin", suggestion="Zhou Xin")
    suite = suite_of(written(report(found), "junit"))
    assert suite.findtext("testcase/failure") == "en/news.txt:1:1: SUP001 周钘 is Zhou Xin"


def test_notes_do_not_make_a_file_fail() -> None:
    suite = suite_of(written(report(finding("a", "a", severity=Severity.INFO)), "junit"))
    assert suite.findall("testcase/failure") == []
    assert suite.findtext("testcase/system-out") == "en/news.txt:1:1: SUP001 the name is wrong"


def test_what_could_not_be_read_is_an_error() -> None:
    suite = suite_of(written(report(errors=("c.txt: not a text",)), "junit"))
    (error,) = suite.findall("testcase/error")
    assert error.get("message") == "c.txt: not a text"


@given(st.text(st.characters(codec=None), max_size=30))
def test_any_message_makes_valid_xml(message: str) -> None:
    suite = suite_of(written(report(finding("a", "a", message=message)), "junit"))
    text = suite.findtext("testcase/failure") or ""
    assert text.startswith("en/news.txt:1:1: SUP001")
    if message.isprintable() and max(message, default="") <= "\ud7ff":
        assert text.endswith(message)
