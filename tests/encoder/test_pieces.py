"""Pieces and windows: any text passes, and no offset shifts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from kg.encoder.pieces import piece, windows


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A tokenizer made as the shipped one is, with a vocabulary of letters and a few words."""
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -20.0), ("▁", -5.0), ("▁Tesla", -3.0), ("s", -4.0)]
    pieces += [(c, -6.0) for c in "abcdefghijklmnopqrtuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"]
    result = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    result.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Replace(" ", "▁")]
    )
    words = Regex(r"▁?[\p{L}\p{N}\p{M}_]+|▁?[^\p{L}\p{N}\p{M}_▁]|▁")
    result.pre_tokenizer = pre_tokenizers.Split(words, "isolated")
    return result


def test_tokens_begin_in_their_pieces(tokenizer: Tokenizer) -> None:
    text = "Teslas Tesla-Tesla"
    pieced = piece(tokenizer, text, [(0, 6), (7, 12), (12, 13), (13, 18)])
    tokens = [tokenizer.id_to_token(pieced.ids[i]) for i in pieced.first]
    assert tokens[:2] == ["▁Tesla", "▁Tesla"]
    assert tokens[2].endswith("-")
    assert tokens[3] == "T"


def test_a_token_inside_a_piece_shares_it(tokenizer: Tokenizer) -> None:
    pieced = piece(tokenizer, "Tesla", [(0, 2), (2, 5)])
    assert pieced.first == (0, 0)


@given(text=st.text(min_size=1, max_size=60))
def test_any_text_passes(tokenizer: Tokenizer, text: str) -> None:
    tokens = [(i, i + 1) for i, c in enumerate(text) if not c.isspace()]
    pieced = piece(tokenizer, text, tokens)
    assert pieced.ids
    assert len(pieced.first) == len(tokens)
    assert all(0 <= f < len(pieced.ids) for f in pieced.first)
    assert list(pieced.first) == sorted(pieced.first)


@pytest.mark.parametrize(
    "text", ["\u202eabc\u202c", "😀😀 x", "ﬁn ½", "a\u0301", "北京 Tesla", "x" * 5000, "\U0010ffff", "\n\t "]
)
def test_hard_cases(tokenizer: Tokenizer, text: str) -> None:
    pieced = piece(tokenizer, text, [(i, i + 1) for i in range(len(text))])
    assert len(pieced.first) == len(text)


@given(st.lists(st.integers(1, 150), max_size=30), st.integers(50, 200), st.integers(0, 100), st.integers(0, 60))
def test_every_sentence_is_in_one_core(lengths: list[int], core: int, left: int, right: int) -> None:
    found = windows(lengths, core, left, right)
    assert [s for w in found for s in range(w.core_begin, w.core_end)] == list(range(len(lengths)))
    for w in found:
        assert w.begin <= w.core_begin < w.core_end <= w.end
        assert sum(lengths[w.begin : w.core_begin]) <= left
        assert sum(lengths[w.core_end : w.end]) <= right
        assert w.core_end == w.core_begin + 1 or sum(lengths[w.core_begin : w.core_end]) <= core
