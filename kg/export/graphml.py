"""GraphML, for Gephi, Cytoscape, yEd and networkx."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from kg.records import Claim, Entity, KnowledgeGraph
from kg.settings import Settings
from kg.vocabulary import Minter

# Characters XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class GraphmlWriter:
    """Nodes are entities, edges claims between them; value claims are text in their node."""

    suffix = "graphml"

    def __call__(self, graph: KnowledgeGraph, path: Path, settings: Settings) -> None:
        """Write the graph to a file."""
        minter = Minter(settings.base)
        plain = nx.MultiDiGraph()
        for node, data in graph.network.nodes(data=True):
            plain.add_node(node, **_node(data["entity"], data["values"], minter))
        for subject, target, key, claim in graph.network.edges(keys=True, data="claim"):
            plain.add_edge(subject, target, key=key, **_edge(claim, graph))
        nx.write_graphml_xml(plain, path, encoding="utf-8", named_key_ids=True)


def _node(entity: Entity, values: list[Claim], minter: Minter) -> dict[str, str | int]:
    shown = [
        f"{claim.predicate}: {claim.object.words} ({claim.modality})"
        for claim in values
        if not isinstance(claim.object, str)
    ]
    return {
        "label": _clean(entity.label.text),
        "class": entity.cls,
        "iri": minter.entity(entity.id),
        "aliases": _clean(" | ".join(name.text for name in entity.aliases)),
        "values": _clean(" | ".join(shown)),
        "mentions": entity.mentions,
    }


def _edge(claim: Claim, graph: KnowledgeGraph) -> dict[str, str | float]:
    first = claim.evidence[0]
    return {
        "label": claim.predicate,
        "modality": claim.modality,
        "confidence": claim.confidence,
        "attributedTo": claim.attributed_to or "",
        "atTime": claim.at or "",
        "validFrom": claim.since or "",
        "validTo": claim.until or "",
        "document": _clean(first.document),
        "evidence": len(claim.evidence),
        "sentence": _clean(graph.text_of(first.document, first.begin, first.end)),
    }


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


write_graphml = GraphmlWriter()
