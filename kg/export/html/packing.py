"""Boxes that must not overlap: pushed apart, packed side by side, set in rows."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

Point = tuple[float, float]

_ASPECT: Final = 1.0  # width to height of the drawing area: 0.95 on a screen of 1440 by 900, 1.25 on 1920 by 1080
_GAP: Final = 60.0
_FACTORS: Final = (1.0, 1.1, 1.2, 1.3, 1.45, 1.6)  # widths tried when packing, over that of boxes without waste
_ROW: Final = 24.0  # a line of text and some air
_INSET: Final = 15.0
_ROUNDS: Final = 120  # graphs of 150 entities settle in fewer than 60
_PUSHES: Final = 60_000  # rounds times boxes, so that a graph of thousands of entities takes seconds


class Box(NamedTuple):
    """The room something takes, in pixels."""

    width: float
    height: float

    @classmethod
    def around(cls, label: str, size: int) -> Box:
        """The room of a node with its label below it: 7.5 pixels a character, as 13 pixel sans-serif text is wide.

        >>> Box.around("Tesla", 10)
        Box(width=57.5, height=54)
        """
        return cls(max(2 * size, 7.5 * len(label)) + 20, 2 * size + 34)


_SCREEN: Final = Box(740, 600)  # the drawing area on a screen of 1440 by 900, less room for the rows


def separate(points: list[Point], boxes: Sequence[Box]) -> list[Point]:
    """The points moved as little as needed for the boxes centred on them not to overlap.

    >>> separate([(0, 0), (6, 1)], [Box(10, 10), Box(10, 10)])
    [(-2.0, 0), (8.0, 1)]
    """
    places = [list(point) for point in points]
    cell = Box(max((box.width for box in boxes), default=1), max((box.height for box in boxes), default=1))
    for _ in range(min(_ROUNDS, _PUSHES // max(len(places), 1))):
        moved = False
        for i, j in _near(places, cell):
            moved |= _push(places[i], places[j], boxes[i], boxes[j])
        if not moved:
            break
    return [(x, y) for x, y in places]


def _near(places: Sequence[Sequence[float]], cell: Box) -> Iterator[tuple[int, int]]:
    """Pairs of places in the same or in touching cells of a grid; no box is larger than a cell."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (x, y) in enumerate(places):
        column, row = int(x // cell.width), int(y // cell.height)
        for nearby in itertools.product(range(column - 1, column + 2), range(row - 1, row + 2)):
            for j in cells.get(nearby, ()):
                yield j, i
        cells[column, row].append(i)


def _push(one: list[float], other: list[float], box: Box, other_box: Box) -> bool:
    """Move two overlapping boxes apart along the axis on which they overlap less."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    over_x = (box.width + other_box.width) / 2 - abs(dx)
    over_y = (box.height + other_box.height) / 2 - abs(dy)
    if over_x <= 0.5 or over_y <= 0.5:
        return False
    axis, shift = (0, over_x / 2) if over_x < over_y else (1, over_y / 2)
    sign = 1 if (dx, dy)[axis] >= 0 else -1
    one[axis] -= sign * shift
    other[axis] += sign * shift
    return True


def arrange(islands: Sequence[Box], alone: Sequence[Box]) -> tuple[list[Point], list[Point]]:
    """Upper left corners for islands, given largest first, and below them centres for boxes that stand alone.

    Of several widths the one is taken that lets the whole be shown largest.

    >>> arrange([Box(200, 100), Box(40, 30)], [Box(60, 40)])
    ([(0.0, 0.0), (0.0, 160.0)], [(15.0, 262.0)])
    """
    area = sum((box.width + _GAP) * (box.height + _GAP) for box in islands)
    widest = max((box.width for box in islands), default=0.0)
    widths = sorted({max(widest, math.sqrt(area * _ASPECT) * factor) for factor in _FACTORS})
    tries = [_Arrangement.within(width, islands, alone) for width in widths]
    best = min(tries, key=lambda one: max(one.size.width / _ASPECT, one.size.height))
    return best.corners, best.centres


class _Arrangement(NamedTuple):
    corners: list[Point]
    centres: list[Point]
    size: Box

    @classmethod
    def within(cls, width: float, islands: Sequence[Box], alone: Sequence[Box]) -> _Arrangement:
        corners, above = _packed(islands, width)
        centres, below = rows(alone, above)
        return cls(corners, centres, Box(max(above.width, below.width), above.height + below.height))


def _packed(boxes: Sequence[Box], width: float) -> tuple[list[Point], Box]:
    """Corners within a width, each box as high up as it fits, and the room taken."""
    corners: list[Point] = []
    for box in boxes:
        spots = [0.0, *(x + b.width + _GAP for (x, _), b in zip(corners, boxes, strict=False))]
        fitting = [x for x in spots if x + box.width <= width + 0.5]
        corners.append(min(((x, _floor(x, box, corners, boxes)) for x in fitting), key=lambda p: (p[1], p[0])))
    placed = list(zip(corners, boxes, strict=True))
    right = max((x + b.width for (x, _), b in placed), default=0.0)
    return corners, Box(right, max((y + b.height for (_, y), b in placed), default=0.0))


def _floor(x: float, box: Box, corners: Sequence[Point], boxes: Sequence[Box]) -> float:
    """How far down a box whose left side is at x has to stand to be below all others there."""
    below = 0.0
    for (left, top), other in zip(corners, boxes, strict=False):
        if left < x + box.width + _GAP and x < left + other.width + _GAP:
            below = max(below, top + other.height + _GAP)
    return below


def rows(boxes: Sequence[Box], above: Box) -> tuple[list[Point], Box]:
    """Centres for boxes set in rows below what is above and about as wide, and the room they take.

    Their labels stand beside them and keep their size on the screen; where a large graph is shown small, the
    cells are larger.

    >>> rows([Box(60, 40)] * 3, Box(120, 80))[0]
    [(15.0, 152.0), (75.0, 152.0), (15.0, 176.0)]
    """
    if not boxes:
        return [], Box(0, 0)
    shown = min(1.0, _SCREEN.width / max(above.width, 1), _SCREEN.height / max(above.height, 1))
    cell = Box(max(box.width for box in boxes) / shown, _ROW / shown)
    width = max(above.width, math.sqrt(len(boxes) * cell.width * cell.height * _ASPECT))
    columns = max(1, min(len(boxes), int(width // cell.width)))
    gap = _GAP if above.height else 0.0
    places = [(_INSET + i % columns * cell.width, gap + (i // columns + 0.5) * cell.height) for i in range(len(boxes))]
    size = Box(columns * cell.width, gap + -(-len(boxes) // columns) * cell.height)
    return [(x, above.height + y) for x, y in places], size
