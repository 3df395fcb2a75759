"""The nouns of TechKG: frozen data, one concept a file."""

from kg.records.chain import Chain
from kg.records.claim import Claim, Evidence
from kg.records.document import Block, Document
from kg.records.entity import Entity, Name
from kg.records.extraction import Extraction
from kg.records.graph import KnowledgeGraph
from kg.records.mention import Mention
from kg.records.quantity import Quantity, Value
from kg.records.relation import MODALITIES, Relation
from kg.records.sentence import Sentence
from kg.records.source import Source

__all__ = [
    "MODALITIES",
    "Block",
    "Chain",
    "Claim",
    "Document",
    "Entity",
    "Evidence",
    "Extraction",
    "KnowledgeGraph",
    "Mention",
    "Name",
    "Quantity",
    "Relation",
    "Sentence",
    "Source",
    "Value",
]
