"""TechKG: German and English tech-industry text to a knowledge graph whose every edge shows its sentence.

>>> import tempfile
>>> from pathlib import Path
>>> from kg import Settings, ask, build
>>> folder = Path(tempfile.mkdtemp())
>>> _ = (folder / "news.txt").write_text("Tim Cook, CEO of Apple, spoke in Berlin.", encoding="utf-8")
>>> report = build(folder / "news.txt", folder / "output", Settings(date="2025-03-14"))
>>> report.read, report.claims
(1, 1)
>>> query = "SELECT ?who ?what { ?p tkg:leads ?o . ?p rdfs:label ?who . ?o rdfs:label ?what }"
>>> ask(folder / "output", query).rows
[('Tim Cook', 'Apple')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.pipeline import build_graph, extract
    from kg.query import ask
    from kg.read import read_documents
    from kg.records import Claim, Document, Entity, Extraction, KnowledgeGraph
    from kg.run import build
    from kg.settings import Settings

__version__ = "0.1.0"

_PLACES = {
    "Claim": "kg.records",
    "Document": "kg.records",
    "Entity": "kg.records",
    "Extraction": "kg.records",
    "KgError": "kg.errors",
    "KnowledgeGraph": "kg.records",
    "Settings": "kg.settings",
    "build": "kg.run",
    "build_graph": "kg.pipeline",
    "extract": "kg.pipeline",
    "ask": "kg.query",
    "read_documents": "kg.read",
}

__all__ = [
    "Claim",
    "Document",
    "Entity",
    "Extraction",
    "KgError",
    "KnowledgeGraph",
    "Settings",
    "ask",
    "build",
    "build_graph",
    "extract",
    "read_documents",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `import kg` loads nothing."""
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
