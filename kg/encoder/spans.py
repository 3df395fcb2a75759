"""Vectors of spans and pairs of spans, the same in training (torch) and in inference (numpy).

Places are piece indices in one window. Only operations that both libraries share are used, so one function serves both.
"""

from __future__ import annotations

import math

REACH = 15


def bucket(distance: int) -> int:
    """A distance in pieces as one of 16 numbers, near ones apart and far ones together, its sign kept.

    >>> [bucket(d) for d in (0, 1, -1, 5, -40, 4000)]
    [8, 9, 7, 11, 3, 15]
    """
    size = min(round(math.log2(abs(distance) + 1)), 7)
    return 8 + size if distance >= 0 else 8 - size


def between(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """First and last piece of what lies between two spans, both ends included; touching spans share their edge."""
    low, high = min(one[1], other[1]), max(one[0], other[0])
    return (low, max(low, high))
