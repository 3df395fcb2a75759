"""RDF syntaxes, written by Oxigraph as the triples come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

from kg.export.rdf.triples import triples_of
from kg.records import KnowledgeGraph
from kg.settings import Settings
from kg.vocabulary import Minter

if TYPE_CHECKING:
    import rdflib


class RdfWriter:
    """Writes a graph in one syntax."""

    def __init__(self, rdf_format: RdfFormat, suffix: str) -> None:
        self._format = rdf_format
        self.suffix = suffix

    def __call__(self, graph: KnowledgeGraph, path: Path, settings: Settings) -> None:
        """Write the graph to a file."""
        minter = Minter(settings.base)
        with path.open("wb") as stream:
            serialize(triples_of(graph, minter), stream, self._format, prefixes=minter.prefixes)


write_turtle = RdfWriter(RdfFormat.TURTLE, "ttl")
write_ntriples = RdfWriter(RdfFormat.N_TRIPLES, "nt")
write_jsonld = RdfWriter(RdfFormat.JSON_LD, "jsonld")


def to_rdflib(graph: KnowledgeGraph, settings: Settings | None = None) -> rdflib.Graph:
    """The graph as an rdflib Graph, for those who work with one."""
    from rdflib import Graph  # noqa: PLC0415 - slow to import, and most runs do without

    minter = Minter((settings or Settings()).base)
    data = serialize(triples_of(graph, minter), format=RdfFormat.N_TRIPLES)
    result = Graph().parse(data=data or b"", format="nt")
    for prefix, namespace in minter.prefixes.items():
        result.bind(prefix, namespace)
    return result
