"""One suite a protocol, run over every registered part."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from kg.assemble import assemble
from kg.errors import DocumentError, UnknownPartError
from kg.language import analyse
from kg.parts import BUILT_IN, Linking, Reading, known, part
from kg.pipeline import Extractor
from kg.records import (
    Chain,
    Document,
    Entity,
    Extraction,
    KnowledgeGraph,
    Mention,
    Name,
    Relation,
    Sentence,
    Source,
    Value,
)
from kg.settings import Settings

SETTINGS = Settings()
TEXTS = {
    "de": "SAP-Chef Christian Klein sprach mit Tim Cook, CEO von Apple, über 200.000 GPUs in München. Cook schwieg.",
    "en": "Tim Cook, CEO of Apple, met SAP CEO Christian Klein in Munich about 200,000 GPUs. Cook said nothing.",
    "hostile": '\u202e<script>alert(1)</script> & "quoted" 😀 \ue0001\ue002 ' + "A" * 10_000,
}


def document(name: str) -> Document:
    return Document(name, TEXTS[name], "en" if name == "hostile" else name, (), name)


def test_every_built_in_part_can_be_loaded() -> None:
    for key in BUILT_IN:
        kind, name = key.split(":")
        assert name in known(kind)
        assert callable(part(kind, name))


def test_an_unknown_part_lists_the_known() -> None:
    with pytest.raises(
        UnknownPartError, match="no exporter named 'ttl'; known: graphml, html, jsonld, ntriples, turtle"
    ):
        part("exporter", "ttl")


@pytest.mark.parametrize("name", known("reader"))
def test_readers_keep_the_text(name: str) -> None:
    data = json.dumps({"text": TEXTS["en"]}) if name == "jsonl" else TEXTS["en"]
    (result,) = part("reader", name)(Source(f"a.{name}", data=data.encode()), SETTINGS)
    assert isinstance(result, Document)
    assert result.text == TEXTS["en"]
    assert all(0 <= b.begin < b.end <= len(result.text) for b in result.blocks)


@pytest.mark.parametrize("name", known("reader"))
def test_readers_say_where_an_empty_source_is(name: str) -> None:
    try:
        (result,) = part("reader", name)(Source(f"a.{name}"), SETTINGS)
    except DocumentError as error:
        result = error
    assert isinstance(result, DocumentError)
    assert str(result).startswith(f"a.{name}: ")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", known("recognizer"))
def test_recognizers_give_exact_and_separate_spans(name: str, text: str) -> None:
    doc = document(text)
    found = part("recognizer", name)(SETTINGS)(analyse(doc), doc)
    spans = sorted([(m.begin, m.end) for m in found.mentions] + [(q.begin, q.end) for q in found.quantities])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(doc.text[m.begin : m.end] == m.text for m in found.mentions)
    assert all(doc.text[q.begin : q.end] == q.value.words for q in found.quantities)
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: m.begin)
    if text != "hostile":
        assert {"Tim Cook", "Christian Klein"} <= {m.text for m in found.mentions}


@pytest.mark.parametrize("name", known("resolver"))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_resolvers_put_every_mention_in_one_chain(name: str, lang: str) -> None:
    doc = document(lang)
    analysed = analyse(doc)
    found = part("recognizer", "patterns")(SETTINGS)(analysed, doc)
    resolved = part("resolver", name)(SETTINGS)(analysed, found)
    assert sorted(i for c in resolved.chains for i in c.mentions) == list(range(len(resolved.mentions)))
    assert len({c.id for c in resolved.chains}) == len(resolved.chains)


@pytest.mark.parametrize("name", known("relater"))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_relaters_point_to_what_there_is(name: str, lang: str) -> None:
    doc = document(lang)
    extraction = Extractor(SETTINGS)(doc)
    reading = Reading(extraction.sentences, extraction.mentions, extraction.quantities, extraction.chains)
    relations = part("relater", name)(SETTINGS)(analyse(doc), reading)
    assert "leads" in {r.predicate for r in relations}
    for relation in relations:
        sentence = extraction.sentences[relation.sentence]
        for index in (relation.subject, relation.object):
            if isinstance(index, int):
                mention = extraction.mentions[index]
                assert sentence.begin <= mention.begin < mention.end <= sentence.end
        assert 0 < relation.confidence <= 1


@pytest.mark.parametrize("name", known("linker"))
def test_linkers_place_every_chain(name: str) -> None:
    extractions = [Extractor(SETTINGS)(document(lang)) for lang in ("de", "en")]
    linking = part("linker", name)(SETTINGS)(extractions)
    for extraction in extractions:
        for chain in extraction.chains:
            assert linking.entity_of[extraction.document.id, chain.id] in linking.entities
    assert list(linking.entities) == sorted(linking.entities)
    people = [e.label.text for e in linking.entities.values() if e.cls == "Person"]
    assert sorted(people) == ["Christian Klein", "Tim Cook"]


def hostile_graph() -> KnowledgeGraph:
    text = TEXTS["hostile"] + "\x0b</script><!-- ü"
    doc = Document(
        "h/ä ?#", text, "en", (), "h", title='"T" <b>', date="2025-11", source="https://example.org/?a=1&b=<2>"
    )
    mentions = (Mention(0, 1, text[0], "Company", text[:60]), Mention(1, 2, text[1], "Person", "</script>'\""))
    chains = (Chain("a", "Company", "a", ("a",), (0,)), Chain("b", "Person", "b", ("b",), (1,)))
    value = Value("20 to 30", low=Decimal("2E1"), high=Decimal(30), unit="USD", approximate=True)
    relations = (
        Relation(1, "leads", 0, 0, 0.9, speaker=1, at="2025-33"),
        Relation(0, "valuation", value, 0, 0.5, "Possible"),
    )
    extraction = Extraction(doc, (Sentence(0, len(text)),), mentions, (), chains, relations)
    entities = {
        "a": Entity("a", "Company", Name(text[:60]), (Name("Ä", "de"),), "Q1", 1),
        "b": Entity("b", "Person", Name("</b>")),
    }
    return assemble([extraction], Linking(entities, {(doc.id, "a"): "a", (doc.id, "b"): "b"}))


EMPTY = assemble([], Linking({}, {}))


@pytest.mark.parametrize("graph", [hostile_graph(), EMPTY], ids=["hostile", "empty"])
@pytest.mark.parametrize("name", known("exporter"))
def test_exporters_write_the_same_complete_file_twice(name: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    exporter = part("exporter", name)
    for copy in ("a", "b"):
        exporter(graph, tmp_path / copy, SETTINGS)
    data = (tmp_path / "a").read_bytes()
    assert data == (tmp_path / "b").read_bytes()
    data.decode("utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "graphml"])
def test_hostile_text_survives_in_every_data_format(suffix: str, tmp_path: Path) -> None:
    import networkx as nx
    import rdflib

    name = {"ttl": "turtle", "nt": "ntriples"}.get(suffix, suffix)
    path = tmp_path / f"graph.{suffix}"
    graph = hostile_graph()
    part("exporter", name)(graph, path, SETTINGS)
    if suffix == "graphml":
        assert nx.read_graphml(path).nodes["a"]["label"] == graph.entities["a"].label.text.replace("\x0b", "\ufffd")
        return
    data = rdflib.Graph().parse(path)
    texts = [str(o) for o in data.objects(None, rdflib.URIRef("https://w3id.org/techkg/ontology#text"))]
    assert texts == [graph.documents["h/ä ?#"].text]
