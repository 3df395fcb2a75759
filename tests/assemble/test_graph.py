from __future__ import annotations

from decimal import Decimal

from kg.assemble import assemble
from kg.parts import Linking
from kg.records import Chain, Document, Entity, Extraction, KnowledgeGraph, Mention, Name, Relation, Sentence, Value

TEXT = "A kauft B. B gehört A. A hat 5 Leute."
SENTENCES = (Sentence(0, 10), Sentence(11, 22), Sentence(23, 37))
MENTIONS = tuple(Mention(i, i + 1, TEXT[i], "Company", TEXT[i]) for i in (0, 8, 11, 20, 23))
CHAINS = (Chain("a", "Company", "A", ("A",), (0, 3, 4)), Chain("b", "Company", "B", ("B",), (1, 2)))


def graph(*relations: Relation, documents: tuple[str, ...] = ("d1",), same: bool = False) -> KnowledgeGraph:
    extractions = [
        Extraction(Document(d, TEXT, "de", (), d), SENTENCES, MENTIONS, (), CHAINS, relations) for d in documents
    ]
    ids = {"a": "a", "b": "a" if same else "b"}
    entities = {i: Entity(i, "Company", Name(i.upper())) for i in sorted(set(ids.values()))}
    return assemble(extractions, Linking(entities, {(d, c): ids[c] for d in documents for c in ids}))


def test_one_fact_of_two_sentences_is_one_claim_with_two_pieces_of_evidence() -> None:
    result = graph(Relation(0, "acquired", 1, 0, 0.8), Relation(3, "acquired", 2, 1, 0.9))
    (claim,) = result.claims.values()
    assert (claim.subject, claim.object, claim.confidence) == ("a", "b", 0.9)
    assert [(e.begin, e.end) for e in claim.evidence] == [(0, 10), (11, 22)]
    assert [result.text_of(e.document, e.begin, e.end) for e in claim.evidence] == ["A kauft B.", "B gehört A."]


def test_other_modality_speaker_or_time_is_another_claim() -> None:
    result = graph(
        Relation(0, "acquired", 1, 0, 0.8),
        Relation(0, "acquired", 1, 0, 0.8, "Planned"),
        Relation(0, "acquired", 1, 0, 0.8, speaker=1),
        Relation(0, "acquired", 1, 0, 0.8, at="2025"),
    )
    assert len(result.claims) == 4


def test_symmetric_relations_have_one_direction() -> None:
    result = graph(Relation(0, "competesWith", 1, 0, 0.8), Relation(2, "competesWith", 3, 1, 0.8))
    assert [(c.subject, c.object) for c in result.claims.values()] == [("a", "b")]


def test_nothing_is_related_to_itself() -> None:
    assert graph(Relation(0, "acquired", 1, 0, 0.8), same=True).claims == {}


def test_values_are_claims_of_their_node() -> None:
    value = Value("5", number=Decimal(5))
    result = graph(
        Relation(4, "employeeCount", value, 2, 0.8), Relation(4, "employeeCount", Value("fünf", Decimal(5)), 2, 0.8)
    )
    (claim,) = result.claims.values()
    assert result.network.nodes["a"]["values"] == [claim]
    assert result.network.number_of_edges() == 0


def test_identifiers_do_not_depend_on_the_document() -> None:
    relation = Relation(0, "acquired", 1, 0, 0.8)
    assert list(graph(relation).claims) == list(graph(relation, documents=("d2",)).claims)
    (claim,) = graph(relation, documents=("d1", "d2")).claims.values()
    assert [e.document for e in claim.evidence] == ["d1", "d2"]


def test_sentences_know_whom_they_mention() -> None:
    assert graph().mentioned == {
        ("d1", SENTENCES[0]): ("a", "b"),
        ("d1", SENTENCES[1]): ("a", "b"),
        ("d1", SENTENCES[2]): ("a",),
    }
