"""A pattern for one of some words: it finds what trying each of them would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.pattern import either

WORDS = st.sets(st.text("ab.(", min_size=1, max_size=4), min_size=1, max_size=6)


@given(WORDS, st.text("ab.(", max_size=8))
def test_the_longest_word_at_the_first_place_is_found(words: set[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    found, expected = re.search(either(words), text), re.search(plain, text)
    assert (found and found.span()) == (expected and expected.span())
