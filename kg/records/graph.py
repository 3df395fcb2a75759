"""The knowledge graph: entities, claims, and the documents they come from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.records.claim import Claim
from kg.records.document import Document
from kg.records.entity import Entity
from kg.records.sentence import Sentence

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class KnowledgeGraph:
    """Entities and claims by id, in the order of their ids, and the documents by id.

    `mentioned` says which entities each sentence names: (document id, sentence) to entity ids, sorted.
    `network` is the same as a networkx.MultiDiGraph: a node an entity, an edge a claim between two entities
    (keyed by the claim's id), value claims in the node's `values`.
    """

    entities: dict[str, Entity]
    claims: dict[str, Claim]
    documents: dict[str, Document]
    mentioned: dict[tuple[str, Sentence], tuple[str, ...]]
    network: nx.MultiDiGraph

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many entities of each class, and claims of each property and modality."""
        return {
            "classes": dict(sorted(Counter(e.cls for e in self.entities.values()).items())),
            "properties": dict(sorted(Counter(c.predicate for c in self.claims.values()).items())),
            "modalities": dict(sorted(Counter(c.modality for c in self.claims.values()).items())),
        }

    def text_of(self, document: str, begin: int, end: int) -> str:
        """The characters of a document that a piece of evidence points to."""
        return self.documents[document].text[begin:end]
