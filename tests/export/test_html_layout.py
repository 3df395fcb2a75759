from __future__ import annotations

import itertools
import random

import igraph
import pytest

from kg.export.html import layout as module
from kg.export.html.layout import layout
from kg.export.html.packing import Box

Edges = list[tuple[str, str]]


def random_graph(entities: int, edges: int, seed: int) -> tuple[dict[str, Box], Edges]:
    source = random.Random(seed)
    ids = [f"e{i}" for i in range(entities)]
    boxes = {id_: Box.around("x" * source.randint(2, 28), source.randint(10, 25)) for id_ in ids}
    return boxes, [(source.choice(ids), source.choice(ids)) for _ in range(edges)]


def overlaps(one: str, other: str, places: dict[str, tuple[int, int]], boxes: dict[str, Box]) -> bool:
    (x, y), (u, v) = places[one], places[other]
    wide = (boxes[one].width + boxes[other].width) / 2
    high = (boxes[one].height + boxes[other].height) / 2
    return abs(x - u) < wide - 2 and abs(y - v) < high - 2


@pytest.mark.parametrize(("entities", "edges"), [(12, 8), (60, 70), (150, 160)])
def test_joined_entities_never_overlap(entities: int, edges: int) -> None:
    boxes, pairs = random_graph(entities, edges, entities)
    places = layout(boxes, pairs)
    joined = sorted({end for a, b in pairs if a != b for end in (a, b)})
    assert not [pair for pair in itertools.combinations(joined, 2) if overlaps(*pair, places, boxes)]


def test_entities_without_edges_stand_in_rows_below() -> None:
    boxes, pairs = random_graph(30, 12, 5)
    places = layout(boxes, pairs)
    joined = {end for a, b in pairs if a != b for end in (a, b)}
    alone = [places[id_] for id_ in boxes if id_ not in joined]
    assert min(y for _, y in alone) > max(places[id_][1] for id_ in joined)
    assert len({y for _, y in alone}) < len(alone) / 2


def test_same_edges_in_any_order_give_the_same_places() -> None:
    boxes, pairs = random_graph(40, 60, 3)
    turned = [(b, a) for a, b in reversed(pairs)]
    assert layout(boxes, pairs) == layout(dict(reversed(boxes.items())), turned)


def test_random_numbers_of_others_are_left_alone() -> None:
    boxes, pairs = random_graph(20, 30, 7)
    random.seed(1)
    expected = random.random()
    random.seed(1)
    layout(boxes, pairs)
    assert random.random() == expected
    random.seed(1)
    first = igraph.Graph.Erdos_Renyi(10, 0.5).get_edgelist()
    random.seed(1)
    assert igraph.Graph.Erdos_Renyi(10, 0.5).get_edgelist() == first


@pytest.mark.parametrize("edges", [[], [("a", "a")], [("a", "b")], [("a", "b"), ("b", "c")]])
def test_smallest_graphs(edges: Edges) -> None:
    places = layout(dict.fromkeys("abc", Box(60, 40)), edges)
    assert len(set(places.values())) == 3


def test_no_entities() -> None:
    assert layout({}, []) == {}


@pytest.mark.parametrize(
    ("entities", "edges", "judged"),
    [(20, 30, True), (100, 2_000, False), (401, 401, False)],
    ids=["small", "many edges", "many entities"],
)
def test_one_candidate_is_not_judged(entities: int, edges: int, judged: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    monkeypatch.setattr(module, "tangle", lambda points, pairs: calls.append(len(pairs)) or len(calls))
    boxes, pairs = random_graph(entities, edges, 11)
    places = layout(boxes, pairs + list(itertools.pairwise(boxes)))
    assert places.keys() == boxes.keys()
    assert bool(calls) == judged


def test_judging_is_bounded_over_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0

    def count(points: list[tuple[float, float]], pairs: Edges) -> int:
        nonlocal looked_at
        looked_at += len(pairs) * (len(pairs) // 2 + len(points))
        return 0

    monkeypatch.setattr(module, "tangle", count)
    monkeypatch.setattr(module, "_JUDGED_IN_ALL", 20_000)
    parts = [[f"{part}-{i}" for i in range(20)] for part in "abcdefgh"]
    boxes = {id_: Box(60, 40) for part in parts for id_ in part}
    layout(boxes, [pair for part in parts for pair in itertools.pairwise(part)])
    assert 0 < looked_at <= 20_000
