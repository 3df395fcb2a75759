"""Text to pieces of the network's vocabulary, aligned with tokens; whole sentences in windows with context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

BEGIN, PAD, END = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Pieced:
    """A sentence as piece ids, and for each of its tokens the index of the piece it begins in."""

    ids: tuple[int, ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences `begin` to `end` that the network sees in one call; results are kept for `core_begin` to `core_end`."""

    begin: int
    end: int
    core_begin: int
    core_end: int


def piece(tokenizer: Tokenizer, text: str, tokens: Sequence[tuple[int, int]]) -> Pieced:
    """The pieces of a sentence; `tokens` are begin and end of each token in `text`, in order.

    A token that begins inside a piece (the "km" of "5km") shares that piece. Characters the vocabulary does not have
    become its unknown piece, so that offsets hold for any text.
    """
    encoding = tokenizer.encode(" " + text, add_special_tokens=False)
    # One blank was put before the text; a piece's own leading blank is no part of a token.
    spans = [(max(begin - 1, 0), end - 1) for begin, end in encoding.offsets]
    first: list[int] = []
    position = 0
    for begin, _ in tokens:
        while position + 1 < len(spans) and spans[position][1] <= begin:
            position += 1
        first.append(position)
    return Pieced(tuple(encoding.ids) or (3,), tuple(first))


def windows(lengths: Sequence[int], core: int, left: int, right: int) -> list[Window]:
    """Windows over sentences of so many pieces: a core as long as fits, at least one sentence, and context around it.

    >>> windows([100, 100, 100], core=200, left=100, right=50)
    [Window(begin=0, end=2, core_begin=0, core_end=2), Window(begin=1, end=3, core_begin=2, core_end=3)]
    """
    result: list[Window] = []
    begin = 0
    while begin < len(lengths):
        end, size = begin, 0
        while end < len(lengths) and (end == begin or size + lengths[end] <= core):
            size += lengths[end]
            end += 1
        first, room = begin, left
        while first > 0 and lengths[first - 1] <= room:
            first -= 1
            room -= lengths[first]
        last, room = end, right
        while last < len(lengths) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        result.append(Window(first, last, begin, end))
        begin = end
    return result
