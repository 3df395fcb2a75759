"""The ontology as Python sees it: classes, properties, domain and range, and the IRIs of the export."""

from kg.vocabulary.iris import DEFAULT_BASE, ONTOLOGY, PREFIXES, Minter, slug
from kg.vocabulary.ontology import Ontology, Property, load_ontology

__all__ = ["DEFAULT_BASE", "ONTOLOGY", "PREFIXES", "Minter", "Ontology", "Property", "load_ontology", "slug"]
