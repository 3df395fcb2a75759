"""Classes and properties, read from ontology/tech.ttl: the file is the one place where they are defined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

from kg.errors import DataError, UnknownPartError
from kg.resources import shipped
from kg.vocabulary.iris import ONTOLOGY, OWL, RDF, RDFS

_TYPE, _FIRST, _REST = NamedNode(RDF + "type"), NamedNode(RDF + "first"), NamedNode(RDF + "rest")
_DOMAIN, _RANGE, _UNION = NamedNode(RDFS + "domain"), NamedNode(RDFS + "range"), NamedNode(OWL + "unionOf")
_SUBCLASS = NamedNode(RDFS + "subClassOf")
_ADMITS, _SUBJECT, _OBJECT = (NamedNode(ONTOLOGY + name) for name in ("admits", "subjectClass", "objectClass"))
_QUANTITY_KIND = NamedNode(ONTOLOGY + "quantityKind")

# The scored classes of the vocabulary and Event: every entity is of one of them or of a subclass.
TOP_CLASSES = ("Person", "Organization", "Product", "Infrastructure", "Place", "Technology", "Event")


@dataclass(frozen=True, slots=True)
class Property:
    """A relation, or the property of a value claim (which has a `quantity` kind and no `ranges`).

    `pairs` are the admissible pairs of subject and object class where the ontology says more than domain and range.
    """

    name: str
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    symmetric: bool
    quantity: str | None


@dataclass(frozen=True)
class Ontology:
    """The vocabulary: each class with its parent, the properties by name, and labels by language and name."""

    parents: dict[str, str | None]
    properties: dict[str, Property]
    labels: dict[str, dict[str, str]]

    @property
    def classes(self) -> tuple[str, ...]:
        """All classes an entity can have, sorted."""
        return tuple(sorted(self.parents))

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether a class is another or below it.

        >>> load_ontology().is_a("NewsMedia", "Organization")
        True
        """
        current: str | None = cls
        while current is not None:
            if current == ancestor:
                return True
            current = self.parents.get(current)
        return False

    def coarse(self, cls: str) -> str:
        """The top class of a class.

        >>> load_ontology().coarse("Supercomputer")
        'Infrastructure'
        """
        return next(top for top in TOP_CLASSES if self.is_a(cls, top))

    def admits(self, name: str, subject: str, object_: str | None = None) -> bool:
        """Whether a property can hold between two classes, or of a class where it takes a value.

        >>> ontology = load_ontology()
        >>> ontology.admits("leads", "Person", "Company"), ontology.admits("leads", "Company", "Person")
        (True, False)
        """
        prop = self.property(name)
        if not any(self.is_a(subject, domain) for domain in prop.domains):
            return False
        if object_ is None:
            return prop.quantity is not None
        if not any(self.is_a(object_, range_) for range_ in prop.ranges):
            return False
        return not prop.pairs or any(self.is_a(subject, s) and self.is_a(object_, o) for s, o in prop.pairs)

    def property(self, name: str) -> Property:
        """The property of a name; UnknownPartError lists them."""
        if name not in self.properties:
            raise UnknownPartError("property", name, self.properties)
        return self.properties[name]


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """The shipped ontology, read once."""
    return read_ontology(shipped("ontology", "tech.ttl"))


def read_ontology(path: Path) -> Ontology:
    """The vocabulary in a Turtle file of the shape of ontology/tech.ttl."""
    store = Store()
    try:
        store.load(path=path, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DataError(f"{path}: {error}; mend the file") from None
    declared = set(_typed(store, OWL + "Class"))
    parents = {name: next((p for p in _names(store, name, _SUBCLASS) if p in declared), None) for name in declared}
    entity_classes = {name for name in declared if any(_below(name, top, parents) for top in TOP_CLASSES)}
    if missing := [top for top in TOP_CLASSES if top not in declared]:
        raise DataError(f"{path}: the classes {', '.join(missing)} are missing; restore them")
    names = [*_typed(store, OWL + "ObjectProperty"), *_typed(store, OWL + "DatatypeProperty")]
    properties = {name: _property(store, name) for name in sorted(names)}
    return Ontology(
        labels=_labels(store),
        parents={name: parents[name] for name in sorted(entity_classes)},
        properties={
            name: p
            for name, p in properties.items()
            if p.quantity or (p.ranges and entity_classes.issuperset(p.domains + p.ranges))
        },
    )


def _labels(store: Store) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(RDFS + "label"), None):
        if _ours(quad.subject) and isinstance(quad.object, Literal):
            labels.setdefault(quad.object.language or "", {})[_local(quad.subject)] = quad.object.value
    return labels


def _below(name: str, top: str, parents: dict[str, str | None]) -> bool:
    current: str | None = name
    while current is not None and current != top:
        current = parents.get(current)
    return current == top


def _property(store: Store, name: str) -> Property:
    node = NamedNode(ONTOLOGY + name)
    kind = next((q.object for q in store.quads_for_pattern(node, _QUANTITY_KIND, None)), None)
    pairs = [
        (_local(_object(store, q.object, _SUBJECT)), _local(_object(store, q.object, _OBJECT)))
        for q in store.quads_for_pattern(node, _ADMITS, None)
    ]
    return Property(
        name=name,
        domains=_union(store, node, _DOMAIN),
        ranges=_union(store, node, _RANGE),
        pairs=tuple(sorted(pairs)),
        symmetric=any(store.quads_for_pattern(node, _TYPE, NamedNode(OWL + "SymmetricProperty"))),
        quantity=None if kind is None else str(getattr(kind, "value", kind)),
    )


def _typed(store: Store, cls: str) -> list[str]:
    return [_local(q.subject) for q in store.quads_for_pattern(None, _TYPE, NamedNode(cls)) if _ours(q.subject)]


def _names(store: Store, name: str, predicate: NamedNode) -> list[str]:
    return [
        _local(q.object)
        for q in store.quads_for_pattern(NamedNode(ONTOLOGY + name), predicate, None)
        if _ours(q.object)
    ]


def _union(store: Store, node: NamedNode, predicate: NamedNode) -> tuple[str, ...]:
    """The classes of a domain or range: the one named, or the members of its owl:unionOf."""
    classes: list[str] = []
    for quad in store.quads_for_pattern(node, predicate, None):
        target = quad.object
        if isinstance(target, BlankNode):
            cell = _object(store, target, _UNION)
            while isinstance(cell, BlankNode):
                classes.append(_local(_object(store, cell, _FIRST)))
                cell = _object(store, cell, _REST)
        elif _ours(target):
            classes.append(_local(target))
    return tuple(sorted(classes))


def _object(store: Store, subject: object, predicate: NamedNode) -> object:
    return next((q.object for q in store.quads_for_pattern(subject, predicate, None)), None)  # type: ignore[arg-type]


def _ours(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(ONTOLOGY)


def _local(term: object) -> str:
    return term.value.removeprefix(ONTOLOGY) if isinstance(term, NamedNode) else ""
