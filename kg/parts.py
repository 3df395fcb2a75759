"""The extension points, as protocols, and their registry: kind and name to the part that does it.

A package of somebody else's adds a part by an entry point of the group `techkg.parts`, named `kind:name`:

    [project.entry-points."techkg.parts"]
    "exporter:dot" = "my_package.dot:write_dot"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import DocumentError, UnknownPartError
from kg.records import (
    Chain,
    Document,
    Entity,
    Extraction,
    KnowledgeGraph,
    Mention,
    Quantity,
    Relation,
    Sentence,
    Source,
)
from kg.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

GROUP = "techkg.parts"

BUILT_IN = {
    "reader:txt": "kg.read.text:read_text",
    "reader:md": "kg.read.text:read_markdown",
    "reader:jsonl": "kg.read.jsonl:read_jsonl",
    "recognizer:patterns": "kg.recognize.patterns:make_recognizer",
    "resolver:names": "kg.resolve.names:make_resolver",
    "relater:frames": "kg.relate.frames:make_relater",
    "linker:names": "kg.link.names:make_linker",
    "exporter:turtle": "kg.export.rdf:write_turtle",
    "exporter:ntriples": "kg.export.rdf:write_ntriples",
    "exporter:jsonld": "kg.export.rdf:write_jsonld",
    "exporter:graphml": "kg.export.graphml:write_graphml",
    "exporter:html": "kg.export.html:write_html",
}


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a recogniser finds: mentions that do not overlap, and numbers and dates, both in the order of the text."""

    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """Entities by id, and for each document's chain (document id, chain id) the entity it is."""

    entities: dict[str, Entity]
    entity_of: dict[tuple[str, str], str]


class Reader(Protocol):
    """A file to its documents; named by the suffix it reads."""

    def __call__(self, source: Source, settings: Settings) -> Iterator[Document | DocumentError]: ...


class Recognizer(Protocol):
    """A text to its mentions and quantities."""

    def __call__(self, doc: Doc, document: Document) -> Recognition: ...


@dataclass(frozen=True, slots=True)
class Resolution:
    """Mentions in the order of the text, those that mean nothing named left out, and chains: each mention in one."""

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]


class Resolver(Protocol):
    """What was recognised to chains."""

    def __call__(self, doc: Doc, found: Recognition) -> Resolution: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What a relater looks at: the sentences, mentions and quantities of a text, and whom each mention means."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    chains: tuple[Chain, ...]


class Relater(Protocol):
    """A text and its mentions to what it says."""

    def __call__(self, doc: Doc, reading: Reading) -> tuple[Relation, ...]: ...


class Linker(Protocol):
    """The chains of all documents to entities."""

    def __call__(self, extractions: Iterable[Extraction]) -> Linking: ...


class Exporter(Protocol):
    """A graph to a file; the part's attribute `suffix` is what the file is called after `graph.`."""

    suffix: str

    def __call__(self, graph: KnowledgeGraph, path: Path, settings: Settings) -> None: ...


@lru_cache(maxsize=1)
def _registry() -> dict[str, EntryPoint]:
    parts = {key: EntryPoint(key, target, GROUP) for key, target in BUILT_IN.items()}
    for entry in entry_points(group=GROUP):
        parts.setdefault(entry.name, entry)
    return parts


def known(kind: str) -> tuple[str, ...]:
    """The names of the parts of a kind, sorted.

    >>> "turtle" in known("exporter")
    True
    """
    return tuple(sorted(key.split(":", 1)[1] for key in _registry() if key.startswith(kind + ":")))


def part(kind: str, name: str) -> Any:
    """The part of a kind and name, imported now; UnknownPartError lists the names there are."""
    entry = _registry().get(f"{kind}:{name}")
    if entry is None:
        raise UnknownPartError(kind, name, known(kind))
    return entry.load()
