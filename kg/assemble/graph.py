"""Claims from relations: the same fact of several sentences is one claim with several pieces of evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import networkx as nx

from kg.parts import Linking
from kg.records import Claim, Document, Entity, Evidence, Extraction, KnowledgeGraph, Relation, Sentence, Value
from kg.records.extraction import value_json
from kg.vocabulary import Ontology, load_ontology
from kg.vocabulary.iris import digest


@dataclass
class _Fold:
    """What is gathered while extractions pass."""

    claims: dict[str, Claim] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    mentioned: dict[tuple[str, Sentence], set[str]] = field(default_factory=dict)


def assemble(extractions: Iterable[Extraction], linking: Linking) -> KnowledgeGraph:
    """The graph of what the documents say of the entities; everything in it is sorted by id."""
    ontology = load_ontology()
    fold = _Fold()
    for extraction in extractions:
        document = extraction.document
        fold.documents[document.id] = document
        entity_of = {i: linking.entity_of[document.id, chain.id] for i, chain in extraction.chain_of().items()}
        _mentioned(extraction, entity_of, fold)
        for relation in extraction.relations:
            sentence = extraction.sentences[relation.sentence]
            evidence = Evidence(document.id, sentence.begin, sentence.end, relation.trigger)
            claim = _claim(relation, entity_of, evidence, ontology)
            if claim is not None:
                fold.claims[claim.id] = _joined(fold.claims.get(claim.id), claim)
    claims = dict(sorted(fold.claims.items()))
    return KnowledgeGraph(
        entities=linking.entities,
        claims=claims,
        documents=dict(sorted(fold.documents.items())),
        mentioned={
            key: tuple(sorted(ids))
            for key, ids in sorted(fold.mentioned.items(), key=lambda item: (item[0][0], item[0][1].begin))
        },
        network=_network(linking.entities, claims),
    )


def _mentioned(extraction: Extraction, entity_of: dict[int, str], fold: _Fold) -> None:
    """Note which sentence names whom; sentences and mentions are both in the order of the text."""
    position = 0
    for index, mention in enumerate(extraction.mentions):
        while extraction.sentences[position].end <= mention.begin:
            position += 1
        key = (extraction.document.id, extraction.sentences[position])
        fold.mentioned.setdefault(key, set()).add(entity_of[index])


def _claim(relation: Relation, entity_of: dict[int, str], evidence: Evidence, ontology: Ontology) -> Claim | None:
    """The claim a relation makes; None where linking has made subject and object one thing."""
    subject = entity_of[relation.subject]
    target: str | Value = relation.object if isinstance(relation.object, Value) else entity_of[relation.object]
    if subject == target:
        return None
    if isinstance(target, str) and ontology.property(relation.predicate).symmetric and target < subject:
        subject, target = target, subject
    speaker = None if relation.speaker is None else entity_of[relation.speaker]
    claim = Claim(
        "",
        subject,
        relation.predicate,
        target,
        relation.modality,
        relation.confidence,
        (evidence,),
        speaker,
        relation.at,
        relation.since,
        relation.until,
    )
    return replace(claim, id=_identifier(claim))


def _identifier(claim: Claim) -> str:
    """A hash of what is claimed: the same fact has the same identifier in every run."""
    target = claim.object
    if isinstance(target, Value):
        written = {key: value for key, value in value_json(target).items() if key != "words"}
    else:
        written = {"entity": target}
    parts = [
        claim.subject,
        claim.predicate,
        written,
        claim.modality,
        claim.attributed_to,
        claim.at,
        claim.since,
        claim.until,
    ]
    return digest(json.dumps(parts, sort_keys=True, ensure_ascii=False))


def _joined(before: Claim | None, claim: Claim) -> Claim:
    """One claim of two that say the same: all evidence, the greater confidence, and the words of the first."""
    if before is None:
        return claim
    return replace(
        before,
        confidence=max(before.confidence, claim.confidence),
        evidence=tuple(sorted({*before.evidence, *claim.evidence}, key=lambda e: (e.document, e.begin, e.end))),
    )


def _network(entities: dict[str, Entity], claims: dict[str, Claim]) -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for entity in entities.values():
        network.add_node(entity.id, entity=entity, values=[])
    for claim in claims.values():
        if isinstance(claim.object, Value):
            network.nodes[claim.subject]["values"].append(claim)
        else:
            network.add_edge(claim.subject, claim.object, key=claim.id, claim=claim)
    return network
