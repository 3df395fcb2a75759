"""The knowledge graph as the JSON the page reads."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from decimal import Decimal
from itertools import accumulate
from typing import Any

from kg.errors import DataError
from kg.export.html.naming import Labels, labels_for
from kg.export.html.style import group_of
from kg.records import Claim, Document, Entity, Evidence, KnowledgeGraph, Value

# Characters that could end a <script> element or a JavaScript line; in JSON they occur inside strings only.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

Json = dict[str, Any]


class Offsets:
    """Python counts code points and JavaScript UTF-16 units; this turns the one into the other.

    >>> Offsets("a🚀b")(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._before = None if all(c <= "\uffff" for c in text) else [0, *accumulate(1 + (c > "\uffff") for c in text)]

    def __call__(self, offset: int) -> int:
        """An offset as JavaScript counts."""
        return offset if self._before is None else self._before[min(offset, len(self._before) - 1)]


def page_data(graph: KnowledgeGraph, labels: Labels) -> Json:
    """Entities, claims and documents as the page shows them; raises DataError where a claim points nowhere."""
    check_references(graph)
    offsets = {id_: Offsets(document.text) for id_, document in graph.documents.items()}
    degrees = degrees_of(graph)
    facts: dict[str, list[str]] = defaultdict(list)
    for id_, claim in sorted(graph.claims.items()):
        facts[claim.subject].append(id_)
        if isinstance(claim.object, str) and claim.object != claim.subject:
            facts[claim.object].append(id_)
    names = [e.cls for e in graph.entities.values()] + [c.predicate for c in graph.claims.values()]
    return {
        "labels": labels_for(names, labels),
        "entities": [_entity(e, degrees[id_], facts[id_]) for id_, e in sorted(graph.entities.items())],
        "claims": [_claim(claim, offsets) for _, claim in sorted(graph.claims.items())],
        "documents": [_document(d, offsets[id_]) for id_, d in sorted(graph.documents.items())],
    }


def degrees_of(graph: KnowledgeGraph) -> Counter[str]:
    """How many claims join each entity to another."""
    degrees: Counter[str] = Counter()
    for claim in graph.claims.values():
        if isinstance(claim.object, str):
            degrees.update({claim.subject, claim.object})
    return degrees


def check_references(graph: KnowledgeGraph) -> None:
    """Raise DataError for the first claim that names an entity or a document the graph does not hold."""
    for id_, claim in sorted(graph.claims.items()):
        ends = [claim.subject] + [end for end in (claim.object, claim.attributed_to) if isinstance(end, str)]
        missing = [f"entity {end!r}" for end in ends if end not in graph.entities]
        missing += [f"document {e.document!r}" for e in claim.evidence if e.document not in graph.documents]
        if missing:
            raise DataError(f"claim {id_!r}: names {missing[0]}, which the graph does not hold; assemble it again")


def embedded(data: Json) -> str:
    """JSON that can stand in a `<script type="application/json">` whatever it holds.

    >>> embedded({"name": "</script>&"})
    '{"name":"\\\\u003c/script\\\\u003e\\\\u0026"}'
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_ESCAPES)


def _entity(entity: Entity, degree: int, facts: list[str]) -> Json:
    return _known(
        id=entity.id,
        label=entity.label.text,
        cls=entity.cls,
        group=group_of(entity.cls),
        aliases=[name.text for name in entity.aliases if name.text != entity.label.text],
        wikidata=entity.wikidata,
        mentions=entity.mentions,
        degree=degree,
        facts=facts,
    )


def _claim(claim: Claim, offsets: dict[str, Offsets]) -> Json:
    is_value = isinstance(claim.object, Value)
    return _known(
        id=claim.id,
        subject=claim.subject,
        property=claim.predicate,
        object=None if is_value else claim.object,
        value=_value(claim.object) if isinstance(claim.object, Value) else None,
        modality=claim.modality,
        confidence=round(claim.confidence, 4),
        speaker=claim.attributed_to,
        at=claim.at,
        since=claim.since,
        until=claim.until,
        evidence=[_evidence(evidence, offsets[evidence.document]) for evidence in sorted_evidence(claim)],
    )


def sorted_evidence(claim: Claim) -> list[Evidence]:
    """Evidence by document and place; a missing trigger would not compare, so it is no part of the key."""
    return sorted(claim.evidence, key=lambda e: (e.document, e.begin, e.end, e.trigger or ()))


def _evidence(evidence: Evidence, offset: Offsets) -> Json:
    trigger = None if evidence.trigger is None else [offset(place) for place in evidence.trigger]
    return _known(document=evidence.document, begin=offset(evidence.begin), end=offset(evidence.end), trigger=trigger)


def _document(document: Document, offset: Offsets) -> Json:
    return _known(
        id=document.id,
        title=document.title,
        lang=document.lang,
        date=document.date,
        source=document.source,
        text=document.text,
        blocks=[[offset(block.begin), offset(block.end), block.kind] for block in document.blocks],
    )


def _value(value: Value) -> Json:
    return _known(
        words=value.words,
        number=_plain(value.number),
        low=_plain(value.low),
        high=_plain(value.high),
        date=value.date,
        unit=value.unit,
        approximate=value.approximate or None,
    )


def _plain(number: Decimal | None) -> str | None:
    """A Decimal in full, as text, because a JSON number would lose digits."""
    if number is None:
        return None
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _known(**fields: object) -> Json:
    """The fields that are known."""
    return {name: field for name, field in fields.items() if field is not None}
