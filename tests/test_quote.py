from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus import Span
from corpus.quote import Quotations


def quotations(text: str) -> list[str]:
    return [span.of(text) for span in Quotations.of(text).spans]


def test_quotations_of_every_style_are_found() -> None:
    text = "“one” 「二」 『三』 ‘four’ \"five\" 'six' «seven»"
    assert quotations(text) == text.split()


def test_apostrophes_open_nothing() -> None:
    assert quotations("The boys' cars don't go; it's ’90s rock 'n' roll") == ["'n'"]


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    assert quotations("“one and 「two\nthree” and four」") == []


def test_a_span_is_inside_only_with_both_ends() -> None:
    text = "ab “cd” ef"
    assert Quotations.of(text).around(Span(4, 6)) == Span(3, 7)
    assert Quotations.of(text).around(Span(5, 8)) is None
    assert Quotations.of(text).around(Span(0, 1)) is None


@given(st.text(alphabet="“”\"'‘’a 「」\n", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    end = 0
    for span in Quotations.of(text).spans:
        assert end <= span.start < span.end <= len(text)
        end = span.end
