"""The RDF export, in the shape the vocabulary fixes."""

from kg.export.rdf.formats import to_rdflib, write_jsonld, write_ntriples, write_turtle
from kg.export.rdf.triples import triples_of

__all__ = ["to_rdflib", "triples_of", "write_jsonld", "write_ntriples", "write_turtle"]
