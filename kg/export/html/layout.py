"""Where each entity stands: worked out here, so that the page opens still and every run gives the same picture."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple

import igraph

from kg.export.html.packing import Box, Point, arrange, separate
from kg.export.html.tangle import tangle

__all__ = ["Box", "layout"]

# Chosen by eye on graphs of 15 to 150 entities: long enough for a property's label, wider than high because labels are.
_EDGE: Final = 150.0
_STRETCH: Final = 1.25
# Kamada-Kawai draws best but takes cubic time; beyond this Fruchterman-Reingold is used.
_LARGEST_FOR_KAMADA_KAWAI: Final = 400
# How much more room than its boxes a large graph gets; with less they cannot be pushed apart in good time.
_CROWDED: Final = 2.0
_STARTS: Final = 10
# Pairs of a line with a line or node looked at for one connected part, so that choosing takes about a second, and for
# all parts together.
_JUDGED: Final = 1_500_000
_JUDGED_IN_ALL: Final = 2_000_000
_SEED: Final = 20_240_229


class _Island(NamedTuple):
    members: list[str]
    points: list[Point]
    size: Box


def layout(boxes: dict[str, Box], edges: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Places of all entities in whole pixels; connected parts apart, entities without edges in rows below.

    >>> sorted(layout({"a": Box(10, 10), "b": Box(10, 10), "c": Box(10, 10)}, [("a", "b")]))
    ['a', 'b', 'c']
    """
    ids = sorted(boxes)
    index = {id_: number for number, id_ in enumerate(ids)}
    pairs = sorted({(index[min(a, b)], index[max(a, b)]) for a, b in edges if a != b})
    whole = igraph.Graph(n=len(ids), edges=pairs)
    parts = [sorted(part) for part in whole.connected_components()]
    with _seeded():
        islands = [_island(whole, part, ids, boxes) for part in parts if len(part) > 1]
    places: dict[str, Point] = {}
    islands.sort(key=lambda island: (-island.size.width * island.size.height, island.members[0]))
    alone = [ids[part[0]] for part in parts if len(part) == 1]
    corners, centres = arrange([island.size for island in islands], [boxes[id_] for id_ in alone])
    for island, corner in zip(islands, corners, strict=True):
        for id_, point in zip(island.members, island.points, strict=True):
            places[id_] = (corner[0] + point[0], corner[1] + point[1])
    places.update(zip(alone, centres, strict=True))
    return {id_: (round(places[id_][0]), round(places[id_][1])) for id_ in ids}


@contextmanager
def _seeded() -> Iterator[None]:
    """igraph with random numbers of our own, the same every time."""
    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _island(whole: igraph.Graph, part: list[int], ids: list[str], boxes: dict[str, Box]) -> _Island:
    """One connected part, its upper left corner at 0, 0."""
    graph = whole.induced_subgraph(part)
    members = [ids[number] for number in part]
    sizes = [boxes[id_] for id_ in members]
    edges = graph.get_edgelist()
    many = _many(graph, whole.ecount())
    tries = (separate(_scaled(_level(drawn), graph, sizes), sizes) for drawn in _drawings(graph, many))
    points = next(tries) if many == 1 else min(tries, key=lambda points: tangle(points, edges))
    left = min(x - box.width / 2 for (x, _), box in zip(points, sizes, strict=True))
    top = min(y - box.height / 2 for (_, y), box in zip(points, sizes, strict=True))
    right = max(x + box.width / 2 for (x, _), box in zip(points, sizes, strict=True))
    bottom = max(y + box.height / 2 for (_, y), box in zip(points, sizes, strict=True))
    return _Island(members, [(x - left, y - top) for x, y in points], Box(right - left, bottom - top))


def _many(graph: igraph.Graph, all_edges: int) -> int:
    """How many drawings of a part to choose from, so that judging them stays within bounds; one needs no judging."""
    edges, count = graph.ecount(), graph.vcount()
    if count > _LARGEST_FOR_KAMADA_KAWAI:
        return 1
    budget = min(_JUDGED, _JUDGED_IN_ALL * edges / all_edges)
    return max(1, min(2 + _STARTS, int(budget / (edges * (edges / 2 + count)))))


def _drawings(graph: igraph.Graph, many: int) -> Iterator[list[Point]]:
    """Drawings to choose from; a small graph has many, for Kamada-Kawai goes astray from a bad start."""
    count = graph.vcount()
    if count > _LARGEST_FOR_KAMADA_KAWAI:
        yield _points(graph.layout_fruchterman_reingold(niter=500, grid="nogrid" if count < 1500 else "grid"))
        return
    starts = [None, graph.layout_mds()] + [graph.layout_random() for _ in range(_STARTS)]
    for start in starts[:many]:
        yield _points(graph.layout_kamada_kawai(seed=start, maxiter=100 * count))


def _points(drawn: igraph.Layout) -> list[Point]:
    return [(x, y) for x, y in drawn]


def _level(points: list[Point]) -> list[Point]:
    """Turned so that the long side lies level, as screens do."""
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    centred = [(x - middle_x, y - middle_y) for x, y in points]
    xx = sum(x * x for x, _ in centred)
    yy = sum(y * y for _, y in centred)
    xy = sum(x * y for x, y in centred)
    angle = -0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in centred]


def _scaled(points: list[Point], graph: igraph.Graph, boxes: list[Box]) -> list[Point]:
    """Spread out until the middling edge is as long as it should be, and there is room for all boxes."""
    lengths = sorted(math.dist(points[edge.source], points[edge.target]) for edge in graph.es)
    factor = _EDGE / max(lengths[len(lengths) // 2], 1e-6)
    if len(points) > _LARGEST_FOR_KAMADA_KAWAI:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        room = (max(xs) - min(xs)) * (max(ys) - min(ys)) * _STRETCH
        factor = max(factor, math.sqrt(_CROWDED * sum(box.width * box.height for box in boxes) / max(room, 1.0)))
    return [(x * factor * _STRETCH, y * factor) for x, y in points]
