"""A Doc as the network sees it: units of whole sentences in windows, with what the trunk made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span
from tokenizers import Tokenizer

from kg.encoder.labels import OUTSIDE, kinds
from kg.encoder.pieces import BEGIN, END, Window, piece, windows
from kg.encoder.runtime import Floats, Ints, Network

# Pieces of text whose results are kept of one call, and of context before and after them: first choices, to be swept.
# The network was trained on windows of 320 pieces and has places for 512.
CORE, LEFT, RIGHT = 200, 100, 24
# A word of more pieces is cut: no name is so long, and one word must not fill a window.
LONGEST_WORD = 24


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a part of one too long for a window: tokens of the Doc, piece ids, first piece of each token."""

    tokens: tuple[int, ...]
    ids: tuple[int, ...]
    first: tuple[int, ...]


@dataclass(frozen=True)
class Encoded:
    """One window: its tokens and their first pieces, which are its core, the trunk's output, and tag scores."""

    tokens: tuple[int, ...]
    first: tuple[int, ...]
    core: range
    trunk: Floats
    scores: Floats


def encode(doc: Doc, network: Network) -> tuple[Encoded, ...]:
    """The windows of a text, one call of the network each."""
    units = [unit for sentence in doc.sents for unit in _units(sentence, network.tokenizer)]
    return tuple(_encoded(units, window, network) for window in windows([len(u.ids) for u in units], CORE, LEFT, RIGHT))


def _encoded(units: Sequence[Unit], window: Window, network: Network) -> Encoded:
    ids: list[int] = [BEGIN]
    tokens: list[int] = []
    first: list[int] = []
    core = range(0)
    for u in range(window.begin, window.end):
        if u == window.core_begin:
            core = range(len(tokens), len(tokens))
        first += [len(ids) + f for f in units[u].first]
        ids += units[u].ids
        tokens += units[u].tokens
        if u == window.core_end - 1:
            core = range(core.start, len(tokens))
    trunk, scores = network.names(np.array([*ids, END], dtype=np.int64))
    return Encoded(tuple(tokens), tuple(first), core, trunk, scores)


def _units(sentence: Span, tokenizer: Tokenizer) -> list[Unit]:
    tokens = [t for t in sentence if not t.is_space]
    if not tokens:
        return []
    begin = sentence.start_char
    pieced = piece(tokenizer, sentence.text, [(t.idx - begin, t.idx - begin + len(t.text)) for t in tokens])
    ends = [*pieced.first[1:], len(pieced.ids)]
    units: list[Unit] = []
    places: list[int] = []
    ids: list[int] = []
    first: list[int] = []
    for token, start, end in zip(tokens, pieced.first, ends, strict=True):
        own = pieced.ids[start:end][:LONGEST_WORD]
        if places and len(ids) + len(own) > CORE:
            units.append(Unit(tuple(places), tuple(ids), tuple(first)))
            places, ids, first = [], [], []
        # A token without a piece of its own shares the one before.
        first.append(len(ids) if own or not ids else len(ids) - 1)
        places.append(token.i)
        ids += own
    units.append(Unit(tuple(places), tuple(ids) or (pieced.ids[0],), tuple(first)))
    return units


def marked(encoded: Encoded, spans: Sequence[tuple[int, int, str]]) -> Ints:
    """The kind of each piece of a window; spans: first and last token (of the Doc) and label, in any order."""
    kind = np.full(len(encoded.trunk), OUTSIDE, dtype=np.int64)
    index = {name: i for i, name in enumerate(kinds())}
    place = {token: i for i, token in enumerate(encoded.tokens)}
    for begin, end, label in spans:
        for token in range(begin, end + 1):
            if (i := place.get(token)) is not None:
                start = encoded.first[i]
                stop = encoded.first[i + 1] if i + 1 < len(encoded.first) else start + 1
                kind[start : max(stop, start + 1)] = index[f"{'B' if token == begin else 'I'}-{label}"]
    return kind
