"""A graph as RDF triples, grouped by subject and in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from kg.records import Claim, Document, Entity, KnowledgeGraph, Name, Value
from kg.vocabulary import Minter
from kg.vocabulary.iris import DCTERMS, ONTOLOGY, OWL, PROV, RDF, RDFS, SKOS, WIKIDATA, XSD

TYPE = NamedNode(RDF + "type")
# ISO 8601 of some precision to its XML Schema type; other EDTF (a quarter, an approximate year) stays a plain string.
_DATE_TYPES = (
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d{2}"), "date"),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"--\d{2}-\d{2}"), "gMonthDay"),
)


def tkg(name: str) -> NamedNode:
    """A term of the ontology."""
    return NamedNode(ONTOLOGY + name)


def triples_of(graph: KnowledgeGraph, minter: Minter) -> Iterator[Triple]:
    """All triples: documents, sentences, entities with their direct triples, claims; one subject's stand together."""
    for document in graph.documents.values():
        yield from _document(document, minter)
    yield from _sentences(graph, minter)
    direct: dict[str, list[Claim]] = {}
    for claim in graph.claims.values():
        if claim.modality == "Asserted":
            direct.setdefault(claim.subject, []).append(claim)
    for entity in graph.entities.values():
        yield from _entity(entity, direct.get(entity.id, []), minter)
    for claim in graph.claims.values():
        yield from _claim(claim, minter)


def _document(document: Document, minter: Minter) -> Iterator[Triple]:
    node = NamedNode(minter.document(document.id))
    yield Triple(node, TYPE, tkg("Document"))
    yield Triple(node, NamedNode(DCTERMS + "identifier"), Literal(document.id))
    if document.title:
        yield Triple(node, NamedNode(DCTERMS + "title"), Literal(document.title, language=document.lang))
    yield Triple(node, NamedNode(DCTERMS + "language"), Literal(document.lang))
    if document.date:
        yield Triple(node, NamedNode(DCTERMS + "date"), date_literal(document.date))
    if document.source:
        yield Triple(node, NamedNode(DCTERMS + "source"), Literal(document.source))


def _sentences(graph: KnowledgeGraph, minter: Minter) -> Iterator[Triple]:
    """Every sentence that names an entity or is evidence."""
    mentioned = {(doc, s.begin, s.end): ids for (doc, s), ids in graph.mentioned.items()}
    evidence = {(e.document, e.begin, e.end) for claim in graph.claims.values() for e in claim.evidence}
    for document, begin, end in sorted(mentioned.keys() | evidence):
        node = NamedNode(minter.sentence(document, begin, end))
        text = Literal(graph.text_of(document, begin, end), language=None)
        yield Triple(node, TYPE, tkg("Sentence"))
        yield Triple(node, tkg("text"), text)
        yield Triple(node, tkg("begin"), Literal(begin))
        yield Triple(node, tkg("end"), Literal(end))
        yield Triple(node, NamedNode(PROV + "wasDerivedFrom"), NamedNode(minter.document(document)))
        for entity in mentioned.get((document, begin, end), ()):
            yield Triple(node, tkg("mentions"), NamedNode(minter.entity(entity)))


def _entity(entity: Entity, direct: list[Claim], minter: Minter) -> Iterator[Triple]:
    node = NamedNode(minter.entity(entity.id))
    yield Triple(node, TYPE, tkg(entity.cls))
    yield Triple(node, NamedNode(SKOS + "prefLabel"), _name(entity.label))
    yield Triple(node, NamedNode(RDFS + "label"), _name(entity.label))
    for alias in entity.aliases:
        yield Triple(node, NamedNode(SKOS + "altLabel"), _name(alias))
    if entity.wikidata:
        yield Triple(node, NamedNode(OWL + "sameAs"), NamedNode(WIKIDATA + entity.wikidata))
    facts = {(tkg(claim.predicate), _object(claim, minter)) for claim in direct}
    for predicate, target in sorted(facts, key=str):
        yield Triple(node, predicate, target)


def _claim(claim: Claim, minter: Minter) -> Iterator[Triple]:
    node = NamedNode(minter.claim(claim.id))
    yield Triple(node, TYPE, tkg("Claim"))
    yield Triple(node, NamedNode(RDF + "subject"), NamedNode(minter.entity(claim.subject)))
    yield Triple(node, NamedNode(RDF + "predicate"), tkg(claim.predicate))
    yield Triple(node, NamedNode(RDF + "object"), _object(claim, minter))
    if isinstance(claim.object, Value):
        yield from _value(node, claim.object)
    yield Triple(node, tkg("modality"), tkg(claim.modality))
    yield Triple(node, tkg("confidence"), Literal(f"{claim.confidence:.3f}", datatype=NamedNode(XSD + "decimal")))
    if claim.attributed_to:
        yield Triple(node, tkg("attributedTo"), NamedNode(minter.entity(claim.attributed_to)))
    for name, date in (("atTime", claim.at), ("validFrom", claim.since), ("validTo", claim.until)):
        if date:
            yield Triple(node, tkg(name), date_literal(date))
    for evidence in claim.evidence:
        yield Triple(node, tkg("evidence"), NamedNode(minter.sentence(evidence.document, evidence.begin, evidence.end)))


def _value(node: NamedNode, value: Value) -> Iterator[Triple]:
    if value.low is not None and value.high is not None:
        yield Triple(node, tkg("low"), number_literal(value.low))
        yield Triple(node, tkg("high"), number_literal(value.high))
    if value.unit:
        yield Triple(node, tkg("unit"), Literal(value.unit))
    if value.approximate:
        yield Triple(node, tkg("approximate"), Literal(True))
    yield Triple(node, tkg("words"), Literal(value.words))


def _object(claim: Claim, minter: Minter) -> NamedNode | Literal:
    if isinstance(claim.object, str):
        return NamedNode(minter.entity(claim.object))
    literal = claim.object.literal()
    if isinstance(literal, Decimal):
        return number_literal(literal)
    return date_literal(literal) if claim.object.date else Literal(literal)


def _name(name: Name) -> Literal:
    return Literal(name.text, language=name.lang) if name.lang else Literal(name.text)


def number_literal(number: Decimal) -> Literal:
    """A number as xsd:integer where it is whole, else xsd:decimal.

    >>> number_literal(Decimal("3.716E9")).value, number_literal(Decimal("0.10")).value
    ('3716000000', '0.1')
    """
    if number == number.to_integral_value():
        return Literal(str(int(number)), datatype=NamedNode(XSD + "integer"))
    return Literal(format(number.normalize(), "f"), datatype=NamedNode(XSD + "decimal"))


def date_literal(date: str) -> Literal:
    """A date typed to its precision: a month is no day.

    >>> date_literal("2025-11").datatype.value.rsplit("#")[-1]
    'gYearMonth'
    """
    for form, name in _DATE_TYPES:
        if form.fullmatch(date):
            return Literal(date, datatype=NamedNode(XSD + name))
    return Literal(date)
