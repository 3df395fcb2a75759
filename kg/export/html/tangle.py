"""How hard a drawing is to read: lines that cross, and lines that run through what they do not join."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import Final

Point = tuple[float, float]
Pair = tuple[int, int]

# A line through a strange node reads as a false fact; a crossing only costs a second look.
_THROUGH: Final = 4
_NEAR: Final = 24.0  # pixels from the middle of a node at which a line seems to touch it


def tangle(points: Sequence[Point], edges: Sequence[Pair]) -> int:
    """A cost: crossings, and nodes that lines run through weighted more.

    >>> square = [(0, 0), (100, 0), (100, 100), (0, 100)]
    >>> tangle(square, [(0, 1), (2, 3)]), tangle(square, [(0, 2), (1, 3)])
    (0, 1)
    >>> tangle([(0, 0), (100, 0), (200, 0)], [(0, 2)])
    4
    """
    crossings = sum(_cross(points, one, other) for one, other in combinations(edges, 2))
    through = sum(
        _distance(point, points[a], points[b]) < _NEAR
        for a, b in edges
        for i, point in enumerate(points)
        if i not in (a, b)
    )
    return crossings + _THROUGH * through


def _cross(points: Sequence[Point], one: Pair, other: Pair) -> bool:
    """Whether two lines without a common end cross."""
    if set(one) & set(other):
        return False
    (a, b), (c, d) = ((points[i], points[j]) for i, j in (one, other))
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(a: Point, b: Point, c: Point) -> bool:
    """Whether c lies to the left of the line from a to b."""
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _distance(point: Point, begin: Point, end: Point) -> float:
    """How far a point is from a line between two others."""
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    along = ((point[0] - begin[0]) * dx + (point[1] - begin[1]) * dy) / ((dx * dx + dy * dy) or 1.0)
    t = min(1.0, max(0.0, along))
    return math.dist(point, (begin[0] + t * dx, begin[1] + t * dy))
