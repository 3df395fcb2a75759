"""Relations and Entities to the KnowledgeGraph."""

from kg.assemble.graph import assemble

__all__ = ["assemble"]
