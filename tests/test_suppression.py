"""Suppression comments: what they hide, and what is said about them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from align.finding import Finding, Severity
from align.fixes.fix import apply_fixes
from align.suppressions.notice import NOTICES, Notice
from align.suppressions.suppression import apply_suppressions
from corpus import Comment, Document, OffsetMap, Piece, Role, Segment, Span
from corpus.documents import parse_document

PATH = Path("en/news.html")
RULES = (
    Notice("NAM001", "near-miss", Severity.ERROR, "0.1.0", ""),
    Notice("NAM002", "surname-order", Severity.ERROR, "0.1.0", ""),
    Notice("PUN001", "chinese-mark", Severity.ERROR, "0.1.0", ""),
)
ALL_CODES = frozenset(item.code for item in (*RULES, *NOTICES))


def page(raw: str, *blocks: str, markup: bool = True) -> Document:
    """Return a document whose blocks are these stretches of the raw file, in order."""
    pieces, segments, text, place = [], [], "", 0
    for number, block in enumerate(blocks):
        place = raw.index(block, place)
        span = Span(len(text), len(text) + len(block))
        pieces.append(Piece(span, Span(place, place + len(block))))
        segments.append(Segment(span, block, Role.PARAGRAPH, number))
        text += block + "\n"
        place += len(block)
    found = re.finditer(r"<!--.*?-->|#[^\n]*", raw, re.MULTILINE | re.DOTALL)
    comments = tuple(Comment(Span(*match.span()), match[0]) for match in found) if markup else ()
    return Document(
        text, "en", tuple(segments), raw, OffsetMap(tuple(pieces)), PATH, markup=markup, comments=comments
    )


def at(document: Document, words: str, code: str = "NAM001", *, nth: int = 0) -> Finding:
    starts = [match.start() for match in re.finditer(re.escape(words), document.raw)]
    span = Span(starts[nth], starts[nth] + len(words))
    name = next((rule.name for rule in RULES if rule.code == code), "other")
    line = document.raw.count("\n", 0, span.start) + 1
    column = span.start - (document.raw.rfind("\n", 0, span.start) + 1) + 1
    return Finding(code, name, Severity.ERROR, "m", PATH, line, column, target_span=span, target_text=words)


def lint(
    document: Document, *findings: Finding, ran: frozenset[str] = ALL_CODES
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """Return the findings that stay, those that are hidden, and the notices."""
    kept, hidden = apply_suppressions(findings, document, rules=RULES, ran=ran)
    return [f for f in kept if f.code[:3] != "SUP"], hidden, [f for f in kept if f.code[:3] == "SUP"]


def hidden_words(document: Document, *words: str) -> list[bool]:
    findings = [at(document, word) for word in words]
    _, hidden, _ = lint(document, *findings)
    return [finding in hidden for finding in findings]


def test_a_comment_on_its_own_line_covers_the_next_block() -> None:
    document = page(
        "<p>One</p>\n<!-- align: ignore NAM001 -- so he writes it -->\n<p>Two\nThree</p>\n<p>Four</p>",
        "One",
        "Two\nThree",
        "Four",
    )
    assert hidden_words(document, "One", "Two", "Three", "Four") == [False, True, True, False]


def test_a_comment_beside_text_covers_its_line_only() -> None:
    document = page("One two <!-- align: ignore NAM -- x -->\nthree\n", "One two", "three")
    assert hidden_words(document, "One", "two", "three") == [True, True, False]
    document = page("One\ntwo <!-- align: ignore NAM -- x --> three\nfour", "One\ntwo", "three\nfour")
    assert hidden_words(document, "One", "two", "four") == [False, True, False]


def test_a_comment_inside_a_block_covers_the_line_below_where_it_stands_alone() -> None:
    raw = "One\n<!-- align: ignore NAM001 -- x -->\ntwo\nthree"
    document = page(raw, "One\n", "two\nthree")
    inside = Document(
        document.text, "en", tuple(Segment(s.span, s.text) for s in document.segments), raw,
        document.offsets, PATH, markup=True, comments=document.comments,
    )  # fmt: skip
    assert hidden_words(inside, "One", "two", "three") == [False, True, False]


def test_paragraphs_on_one_line_are_told_apart() -> None:
    document = page(
        "<p>One</p><!-- align: ignore NAM001 -- x --><p>Two</p><p>Three</p>", "One", "Two", "Three"
    )
    assert hidden_words(document, "One", "Two", "Three") == [False, True, False]
    document = page("<p>One <!-- align: ignore NAM001 -- x --></p><p>Two</p>", "One", "Two")
    assert hidden_words(document, "One", "Two") == [True, False]
    document = page("<p><!-- align: ignore NAM001 -- x -->One</p><p>Two</p>", "One", "Two")
    assert hidden_words(document, "One", "Two") == [True, False]


def test_a_range_ends_where_its_code_is_enabled() -> None:
    raw = (
        "One\n<!-- align: disable NAM001, chinese-mark -- quoted -->\nTwo\n"
        "<!-- align: enable PUN -->\nThree\n<!-- align: enable NAM -->\nFour"
    )
    document = page(raw, "One", "Two", "Three", "Four")
    assert hidden_words(document, "One", "Two", "Three", "Four") == [False, True, True, False]
    assert hidden_words(page("<!-- align: disable NAM -->\n\nOne", "One"), "One") == [True]


def test_a_range_for_a_name_ends_at_that_name() -> None:
    raw = "<!-- align: disable near-miss -- x -->\nOne\n<!-- align: enable near-miss -->\nTwo"
    assert hidden_words(page(raw, "One", "Two"), "One", "Two") == [True, False]


def test_a_whole_file_is_covered_from_anywhere() -> None:
    document = page("One\n\n<!-- align: ignore-file ALL -- a letter, printed as it came -->", "One")
    assert hidden_words(document, "One") == [True]


def test_codes_families_and_names_choose_what_is_hidden() -> None:
    for selector, expected in {
        "NAM001": True,
        "nam": True,
        "near-miss": True,
        "NAM002": False,
        "PUN": False,
    }.items():
        document = page(f"<!-- align: ignore {selector} -- x -->\nOne", "One")
        assert hidden_words(document, "One") == [expected], selector


def test_front_matter_comments_are_about_their_key() -> None:
    raw = "---\n# align: ignore NAM001 -- x\ntitle: One\nauthor: Two\n---\nThree"
    assert hidden_words(page(raw, "One", "Three"), "One", "Three") == [True, False]
    raw = "---\ntitle: One # align: ignore NAM001 -- x\nauthor: Two\n---\nThree"
    assert hidden_words(page(raw, "One", "Three"), "One", "Three") == [True, False]
    raw = "---\n# align: ignore NAM001 -- x\nauthor: Two\ntitle: One\n---\nThree"
    assert hidden_words(page(raw, "One", "Three"), "One", "Three") == [False, False]
    raw = "---\ntitle: One\n# align: ignore NAM001 -- x\n---\nThree"
    assert hidden_words(page(raw, "One", "Three"), "One", "Three") == [False, False]


def test_plain_text_knows_comments_on_lines_of_their_own() -> None:
    raw = "One\r\n<!-- align: ignore NAM001 -- x -->\r\nTwo\r\nof <!-- align: ignore NAM --> course\r\n"
    document = page(raw, "One", "Two", "of", markup=False)
    assert hidden_words(document, "One", "Two", "of") == [False, True, False]


def test_findings_without_a_mark_are_placed_by_line_and_column() -> None:
    document = page("<!-- align: ignore NAM001 -- x -->\nOne\nTwo", "One", "Two")
    for words, expected in (("One", True), ("Two", False)):
        marked = at(document, words)
        bare = Finding("NAM001", "near-miss", Severity.ERROR, "m", PATH, marked.line, marked.column)
        assert (bare in lint(document, bare)[1]) is expected


def test_findings_in_another_file_stay() -> None:
    document = page("<!-- align: ignore-file ALL -- x -->\nOne", "One")
    other = Finding("NAM001", "near-miss", Severity.ERROR, "m", Path("zh/news.html"), 1, 1)
    assert lint(document, other)[0] == [other]


def mend(document: Document, notices: list[Finding]) -> str:
    fixes = [notice.fix for notice in notices if notice.fix]
    assert all(fix.safe for fix in fixes)
    return apply_fixes(document.raw, fixes).text


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("One\n<!-- align: ignore NAM001 -- x -->\nTwo\n", "One\nTwo\n"),
        ("One <!-- align: ignore NAM001 -- x -->\nTwo", "One\nTwo"),
        ("<!-- align: ignore NAM001 -- x --> One\nTwo", "One\nTwo"),
        ("One\nTwo\n<!-- align: ignore-file NAM001 -- x -->", "One\nTwo\n"),
        ("One\n<!-- align: ignore NAM001,PUN -- x -->\nTwo", "One\nTwo"),
        ("One\r\n  <!-- align: disable NAM -- x -->\r\nTwo", "One\r\nTwo"),
    ],
)
def test_an_unused_suppression_is_reported_and_removed(raw: str, mended: str) -> None:
    document = page(raw, "One", "Two")
    kept, hidden, notices = lint(document)
    assert (kept, hidden) == ([], [])
    assert [notice.code for notice in notices] == ["SUP001"]
    assert mend(document, notices) == mended


def test_of_several_codes_only_the_unused_one_is_removed() -> None:
    raw = "<!-- align: ignore PUN001, NAM001, NAM002 -- x -->\nOne"
    document = page(raw, "One")
    _, hidden, notices = lint(document, at(document, "One"))
    assert len(hidden) == 1
    assert [notice.target_text for notice in notices] == ["PUN001", "NAM002"]
    assert mend(document, notices) == "<!-- align: ignore NAM001 -- x -->\nOne"


def test_a_code_that_did_not_run_is_not_called_unused() -> None:
    document = page("<!-- align: ignore NAM001, PUN -- x -->\nOne", "One")
    ran = frozenset({"PUN001", "SUP001"})
    assert [notice.target_text for notice in lint(document, ran=ran)[2]] == ["PUN"]
    assert lint(document, ran=frozenset({"PUN001"}))[2] == []


def test_an_enable_without_a_disable_is_reported_and_removed() -> None:
    document = page("One\n<!-- align: enable NAM -->\nTwo", "One", "Two")
    _, _, notices = lint(document)
    assert [notice.code for notice in notices] == ["SUP002"]
    assert mend(document, notices) == "One\nTwo"


def test_removing_an_unused_range_ends_in_a_clean_file() -> None:
    raw = "<!-- align: disable NAM -- x -->\nOne\n<!-- align: enable -->\n"
    for _ in range(2):
        document = page(raw, "One")
        raw = mend(document, lint(document)[2])
    assert raw == "One\n"


@pytest.mark.parametrize(
    ("comment", "message", "marked"),
    [
        ("ignore NAM009 -- x", "unknown rule 'NAM009'; did you mean 'NAM00", "NAM009"),
        ("ignore near-mis -- x", "unknown rule 'near-mis'; did you mean 'near-miss'?", "near-mis"),
        ("ignroe NAM001 -- x", "unknown word 'ignroe'; did you mean 'ignore'?", "ignroe"),
        ("ignore -- x", "name the rules to ignore, such as NAM001 or NAM, or ALL", "ignore"),
        ("ignore-file", "name the rules to ignore-file", "ignore-file"),
        ("", "say what to do: ignore, ignore-file, disable, enable", "<!-- align:  -->"),
        ("ignore SUP001 -- x", "SUP001 cannot be suppressed by a comment; use ignore or per-file-", "SUP001"),
    ],
)
def test_a_malformed_suppression_is_reported_at_the_wrong_word(
    comment: str, message: str, marked: str
) -> None:
    document = page(f"<!-- align: {comment} -->\nOne", "One")
    _, _, notices = lint(document, at(document, "One"))
    assert [notice.code for notice in notices] == ["SUP002"]
    assert notices[0].message.startswith(message)
    assert notices[0].target_text == marked
    assert notices[0].mark is not None
    assert notices[0].mark.of(notices[0].excerpt) == marked


def test_comments_of_other_tools_are_left_alone() -> None:
    for comment in ("align: center", "alignment: left", "see align: the tool", "prettier-ignore"):
        document = page(f"<!-- {comment} -->\nOne", "One")
        assert lint(document) == ([], [], [])


@pytest.mark.parametrize("dash", [" -- why", " --why", " — why", " --- why"])
def test_a_reason_stands_behind_a_dash(dash: str) -> None:
    document = page(f"<!-- align: ignore NAM001{dash} -->\nOne", "One")
    _, hidden, notices = lint(document, at(document, "One"))
    assert (len(hidden), notices) == (1, [])


def test_a_suppression_without_a_reason_is_a_remark() -> None:
    document = page("<!-- align: ignore NAM001 -->\nOne", "One")
    _, _, notices = lint(document, at(document, "One"))
    assert [(notice.code, notice.severity) for notice in notices] == [("SUP003", Severity.INFO)]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.html", "<p>Zhou Jin came.</p>\n<!-- align: ignore NAM001 -- x -->\n<p>Zhou <b>Jan</b> left.</p>"),
        ("a.html", "<p>Zhou Jin came.</p><p>Zhou Jan <!-- align: ignore NAM001 -- x --> left.</p>"),
        ("a.txt", "Zhou Jin came.\n\n<!-- align: ignore NAM001 -- x -->\nZhou Jan left.\n"),
        ("a.txt", "---\ntitle: Zhou Jin\n---\n<!-- align: ignore NAM -- x -->\nZhou Jan left.\n"),
        ("a.txt", "---\nauthor: x\n# align: ignore NAM -- x\ntitle: 'Zhou Jan'\n---\nZhou Jin left.\n"),
        ("a.txt", "---\ntitle: Zhou Jan # align: ignore NAM -- x\n---\n<p>Zhou Jin left.</p>\n"),
        ("a.md", "Zhou Jin came.\n\n<!-- align: ignore NAM001 -- x -->\n\nZhou **Jan** left.\n"),
        ("a.md", "Zhou Jan came. <!-- align: ignore NAM001 -- x -->\nZhou Jin left.\n"),
        ("a.md", "- Zhou Jin came.\n<!-- align: ignore NAM001 -- x -->\n- Zhou Jan left.\n"),
    ],
)
def test_comments_are_found_in_files_as_they_are_read(name: str, raw: str) -> None:
    document = parse_document(raw, path=PATH.with_name(name))
    findings = []
    for match in re.finditer("J[ai]n", document.text):
        span = document.to_raw(Span(*match.span()))
        line = document.raw.count("\n", 0, span.start) + 1
        findings.append(
            Finding(
                *("NAM001", "near-miss", Severity.ERROR, "m", PATH.with_name(name), line, 1),
                target_span=span,
                target_text=match[0],
            )
        )
    kept, hidden, notices = lint(document, *findings)
    assert [finding.target_text for finding in kept] == ["Jin"]
    assert [finding.target_text for finding in hidden] == ["Jan"]
    assert notices == []
