from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from kg.errors import DataError, UnknownPartError
from kg.vocabulary import ONTOLOGY, load_ontology
from kg.vocabulary.ontology import TOP_CLASSES, read_ontology


def rows(root: Path) -> list[tuple[str, str]]:
    """The relations of docs/vocabulary.md: name and signature."""
    text = (root / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `(\w+)` \| ([^|]*[→↔][^|]*) \|", text, re.MULTILINE)


def test_the_ontology_says_what_the_vocabulary_says(root: Path) -> None:
    ontology = load_ontology()
    signatures = rows(root)
    assert len(signatures) == 29
    for name, signature in signatures:
        prop = ontology.property(name)
        assert prop.symmetric == ("↔" in signature), name
        classes = set(re.findall(r"\w+", signature))
        assert set(prop.domains) | set(prop.ranges) == classes, name
        if "→" in signature:
            left, right = signature.split("→")
            assert set(prop.domains) == set(re.findall(r"\w+", left)), name
            assert set(prop.ranges) == set(re.findall(r"\w+", right)), name


def test_nothing_else_is_a_relation(root: Path) -> None:
    relations = {name for name, p in load_ontology().properties.items() if p.quantity is None}
    assert relations == {name for name, _ in rows(root)}


def test_values_are_those_of_the_vocabulary(root: Path) -> None:
    text = (root / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    line = text.split("where it has one, a unit:")[1].split("## ")[0]
    values = {name for name, p in load_ontology().properties.items() if p.quantity is not None}
    assert values == set(re.findall(r"`(\w+)`", line))


def test_every_term_is_labelled_and_commented_in_both_languages(root: Path) -> None:
    graph = Graph().parse(root / "ontology" / "tech.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)
    terms = {
        s
        for kind in kinds
        for s in graph.subjects(RDF.type, kind)
        if isinstance(s, URIRef) and str(s).startswith(ONTOLOGY)
    }
    assert len(terms) > 60
    for term in terms:
        for predicate in (RDFS.label, RDFS.comment):
            assert {o.language for o in graph.objects(term, predicate)} == {"de", "en"}, (term, predicate)  # type: ignore[attr-defined]


def test_competitors_are_of_one_kind() -> None:
    ontology = load_ontology()
    assert ontology.admits("competesWith", "Company", "NewsMedia")
    assert ontology.admits("competesWith", "AIModel", "Software")
    assert not ontology.admits("competesWith", "Company", "Software")


def test_values_have_subjects_of_some_classes_only() -> None:
    assert load_ontology().admits("employeeCount", "Company")
    assert not load_ontology().admits("employeeCount", "Person")


def test_an_unknown_property_lists_the_known() -> None:
    with pytest.raises(UnknownPartError, match="no property named 'adores'; known: acquired, basedOn"):
        load_ontology().property("adores")


def test_every_class_is_below_one_top_class() -> None:
    ontology = load_ontology()
    for cls in ontology.classes:
        assert [top for top in TOP_CLASSES if ontology.is_a(cls, top)] == [ontology.coarse(cls)]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tech.ttl"
    path.write_text("@prefix tkg: <")
    with pytest.raises(DataError, match="mend the file"):
        read_ontology(path)
    path.write_text("")
    with pytest.raises(DataError, match="the classes Person, Organization"):
        read_ontology(path)
