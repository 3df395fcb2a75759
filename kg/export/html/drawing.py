"""The knowledge graph as nodes, edges and options of vis-network, built with pyvis."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, Final, NamedTuple

from pyvis.network import Network

from kg.export.html.layout import Box, layout
from kg.export.html.naming import shortened
from kg.export.html.payload import Json, degrees_of
from kg.export.html.style import DASHES, SHAPE_OF, both_ways, group_of, node_size
from kg.records import KnowledgeGraph

# The page draws labels itself, so that they keep their size and never overlap; vis would have to draw them
# as large as this to show one.
_NEVER: Final = 1_000_000

_OPTIONS: Final[Json] = {
    "autoResize": True,
    "nodes": {"borderWidth": 1, "borderWidthSelected": 3, "scaling": {"label": {"drawThreshold": _NEVER}}},
    "edges": {
        "arrows": {"to": {"enabled": False, "scaleFactor": 0.55, "type": "arrow"}},
        "arrowStrikethrough": False,
        "scaling": {"label": {"drawThreshold": _NEVER}},
        "selectionWidth": 1.5,
        "hoverWidth": 0.5,
        "smooth": False,
        "width": 1.5,
    },
    "interaction": {
        "hover": True,
        "keyboard": {"enabled": True, "bindToWindow": False},
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "tooltipDelay": 300,
    },
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {"enabled": False},
}

# Of edges between the same two nodes one is straight and the others bent to either side, by these shares of their
# length; at the usual length their labels keep apart.
_BENDS: Final = (0.25, 0.45, 0.65)


class Line(NamedTuple):
    """What is drawn between two entities: claims of one direction and modality."""

    source: str
    target: str
    modality: str

    @property
    def id(self) -> str:
        """The edge's identifier, the same in every run."""
        return f"{self.source} {self.modality} {self.target}"


def drawing(graph: KnowledgeGraph, labels: dict[str, str]) -> Json:
    """Nodes with places, edges with the claims behind them, and options, as vis-network takes them.

    `labels` says what a property is called. Claims of one direction and modality are one edge.
    """
    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    lines = _lines(graph)
    _add_nodes(network, graph, lines)
    bends = _bends(list(lines))
    for line, claims in lines.items():
        properties = sorted({graph.claims[claim].predicate for claim in claims})
        network.add_edge(
            line.source,
            line.target,
            **_edge(line, claims, properties, bends[line]),
            label=", ".join(labels[name] for name in properties),
        )
    nodes, edges, _, _, _, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _lines(graph: KnowledgeGraph) -> dict[Line, list[str]]:
    lines: dict[Line, list[str]] = defaultdict(list)
    for id_, claim in sorted(graph.claims.items()):
        if isinstance(claim.object, str):
            lines[Line(claim.subject, claim.object, claim.modality)].append(id_)
    return dict(sorted(lines.items()))


def _add_nodes(network: Network, graph: KnowledgeGraph, lines: dict[Line, list[str]]) -> None:
    degrees = degrees_of(graph)
    boxes = {
        id_: Box.around(shortened(entity.label.text), node_size(entity.cls, degrees[id_]))
        for id_, entity in sorted(graph.entities.items())
    }
    places = layout(boxes, [(line.source, line.target) for line in lines])
    for id_, entity in sorted(graph.entities.items()):
        group = group_of(entity.cls)
        x, y = places[id_]
        network.add_node(
            id_,
            label=shortened(entity.label.text) or id_,
            shape=SHAPE_OF[group][0],
            group=group,
            size=node_size(entity.cls, degrees[id_]),
            x=x,
            y=y,
        )


def _edge(line: Line, claims: list[str], properties: list[str], bend: float) -> dict[str, Any]:
    """An edge's fields but for its ends and its label."""
    return {
        "id": line.id,
        "arrows": "" if both_ways(properties) else "to",
        "claims": claims,
        "dashes": DASHES.get(line.modality, False),
        "modality": line.modality,
        "properties": properties,
        "smooth": {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
        if bend
        else False,
        "width": min(4.0, 1.25 + 0.25 * len(claims)),
    }


def _bends(lines: list[Line]) -> dict[Line, float]:
    """How far each edge is bent, so that edges between the same two nodes lie side by side; the sign is the side."""
    between: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        between[min(line.source, line.target), max(line.source, line.target)].append(line)
    bends = {}
    for (first, _), side_by_side in between.items():
        for place, line in enumerate(side_by_side):
            bend = _BENDS[min((place - 1) // 2, len(_BENDS) - 1)] * (-1) ** place if place else 0.0
            bends[line] = bend if line.source == first else -bend
    return bends
