"""Everything read from one document: what a worker returns, a cache stores, and `kg extract` prints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg.records.chain import Chain
from kg.records.document import Document
from kg.records.mention import Mention
from kg.records.quantity import Quantity, Value
from kg.records.relation import Relation
from kg.records.sentence import Sentence

ID_PREFIX = "tkgid:"


@dataclass(frozen=True, slots=True)
class Extraction:
    """One document's sentences, mentions, quantities, chains and relations; every mention is in exactly one chain."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    chains: tuple[Chain, ...]
    relations: tuple[Relation, ...]

    def chain_of(self) -> dict[int, Chain]:
        """The chain of each mention, by the mention's index."""
        return {index: chain for chain in self.chains for index in chain.mentions}

    def to_json(self) -> dict[str, Any]:
        """The annotations in the shape `kg extract` prints, ready for `json.dumps`."""
        chain_of = self.chain_of()
        document = self.document
        head = {
            "id": document.id,
            "lang": document.lang,
            "title": document.title,
            "date": document.date,
            "source": document.source,
        }
        return {
            **{key: value for key, value in head.items() if value is not None},
            "text": document.text,
            "entities": [{"id": ID_PREFIX + c.id, "class": c.cls, "label": c.label} for c in self.chains],
            "mentions": [
                {
                    "begin": m.begin,
                    "end": m.end,
                    "entity": ID_PREFIX + chain_of[i].id,
                    "class": m.cls,
                    "text": m.text,
                    "kind": m.kind,
                }
                for i, m in enumerate(self.mentions)
            ],
            "claims": [self._claim(relation, chain_of) for relation in self.relations],
        }

    def _claim(self, relation: Relation, chain_of: dict[int, Chain]) -> dict[str, Any]:
        sentence = self.sentences[relation.sentence]
        speaker = None if relation.speaker is None else ID_PREFIX + chain_of[relation.speaker].id
        claim: dict[str, Any] = {"subject": ID_PREFIX + chain_of[relation.subject].id, "predicate": relation.predicate}
        if isinstance(relation.object, Value):
            claim |= value_json(relation.object)
        else:
            claim["object"] = ID_PREFIX + chain_of[relation.object].id
        return claim | {
            "modality": relation.modality,
            "confidence": relation.confidence,
            "attributedTo": speaker,
            "begin": sentence.begin,
            "end": sentence.end,
            "atTime": relation.at,
            "validFrom": relation.since,
            "validTo": relation.until,
        }


def plain_number(number: Decimal) -> int | float:
    """A Decimal as JSON writes it: whole numbers without a point.

    >>> plain_number(Decimal("200000.0")), plain_number(Decimal("0.1"))
    (200000, 0.1)
    """
    return int(number) if number == number.to_integral_value() else float(number)


def value_json(value: Value) -> dict[str, Any]:
    """A value as the object of a claim: `object`, and where it has them `low`, `high`, `unit`, `approximate`."""
    literal = value.literal()
    fields: dict[str, Any] = {"object": plain_number(literal) if isinstance(literal, Decimal) else literal}
    if value.low is not None and value.high is not None:
        fields |= {"low": plain_number(value.low), "high": plain_number(value.high)}
    if value.unit:
        fields["unit"] = value.unit
    if value.approximate:
        fields["approximate"] = True
    return fields | {"words": value.words}
