"""The HTML page for editors."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from reporting import FOLDER, finding, name_finding, place, report, written

from align.finding import Severity


def page_of(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_the_source_stands_beside_the_translation_with_the_words_marked() -> None:
    page = page_of(written(report(name_finding()), "html"))
    source, target = page.xpath("//article//blockquote")
    assert (source.get("lang"), target.get("lang")) == ("zh", "en")
    assert [mark.text for mark in page.xpath("//mark")] == ["周钘", "Zhou Jin"]
    assert target.text_content().split("\n")[-1] == "The director, Zhou Jin, left."
    assert [label.text for label in page.xpath("//small")] == ["zh/news.txt, line 1", "en/news.txt, line 1"]
    assert page.xpath("string(//p[@class='help'])") == "write Zhou Xin"
    assert page.xpath("string(//h1)") == "Found 1 error in 1 file."


def test_findings_can_be_filtered_by_severity_and_rule() -> None:
    findings = [finding("a", "a"), finding("a", "a", code="SUP002", severity=Severity.WARNING)]
    page = page_of(written(report(*findings), "html"))
    assert page.xpath("//input[@name='severity']/@value") == ["error", "warning", "info"]
    assert page.xpath("//select/option/@value") == ["", "SUP001", "SUP002"]
    assert page.xpath("//article/@data-severity") == ["error", "warning"]
    assert page.xpath("//article/@data-code") == ["SUP001", "SUP002"]
    assert page.xpath("//form/@hidden"), "without scripting the controls would do nothing"


def test_the_page_needs_nothing_from_outside() -> None:
    text = written(report(name_finding()), "html")
    page = page_of(text)
    assert page.xpath("//*[@src] | //link | //*[@href and not(starts-with(@href, '#'))]") == []
    assert not re.search(r"url\(|@import|https?:", text)
    assert "default-src 'none'" in page.xpath("//meta/@content")[0]


def test_light_and_dark_are_styled() -> None:
    assert "prefers-color-scheme: dark" in written(report(), "html")


@given(st.text(st.sampled_from("<>&\"'/!-a周\x00\x1b"), max_size=20))
def test_whatever_the_texts_hold_stays_text(text: str) -> None:
    found = finding(f"{text}Jin{text}", "Jin", message=text, suggestion=text, path=FOLDER / f"a{text}")
    made = page_of(written(report(found, signature=text, errors=(text,)), "html"))
    plain = page_of(written(report(finding("a", "a", suggestion="b"), signature="c", errors=("d",)), "html"))
    assert [one.tag for one in made.iter() if one.tag != "p"] == [
        one.tag for one in plain.iter() if one.tag != "p"
    ]


def test_every_finding_can_be_linked_to() -> None:
    findings = [finding("ab", "a"), finding("ab", "b"), finding("ab", "b", path=FOLDER / "z.txt")]
    page = page_of(written(report(*findings), "html"))
    assert page.xpath("//article/@id") == ["finding-1", "finding-2", "finding-3"]
    assert page.xpath("//h3/a/@href") == ["#finding-1", "#finding-2", "#finding-3"]


def test_a_finding_without_a_mark_shows_its_text() -> None:
    page = page_of(written(report(finding("a clause", "a", mark=None)), "html"))
    assert page.xpath("string(//blockquote)").endswith("\na clause")
    assert page.xpath("//mark") == []


def test_a_source_in_which_nothing_is_marked_stands_beside_the_translation() -> None:
    found = finding(
        "He came .", " .", source=place("他来了。", "他来了。"), source_path=FOLDER / "zh" / "news.txt"
    )
    page = page_of(written(report(found), "html"))
    assert len(page.xpath("//blockquote")) == 2
    assert [mark.text for mark in page.xpath("//mark")] == [" ."]


def test_the_rules_that_found_something_are_explained() -> None:
    page = page_of(written(report(finding("a", "a")), "html"))
    assert len(page.xpath("//details")) == 1
    assert "Why is this a problem?" in page.xpath("string(//details)")
