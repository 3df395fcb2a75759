from __future__ import annotations

from kg.link.names import NameLinker
from kg.records import Chain, Document, Extraction, Mention, Name
from kg.vocabulary import load_ontology
from kg.vocabulary.gazetteer import Entry, Gazetteer

SEEDS = (
    Entry(
        "european-commission",
        "GovernmentBody",
        Name("European Commission", "en"),
        (Name("EU-Kommission", "de"), Name("Europäische Kommission", "de")),
        wikidata="Q8880",
    ),
)


def extraction(document: str, *chains: Chain) -> Extraction:
    size = sum(len(c.mentions) for c in chains)
    mentions = tuple(Mention(i, i + 1, "x", "Company", "x") for i in range(size))
    return Extraction(Document(document, "x" * size, "en", (), document), (), mentions, (), chains, ())


def link(*extractions: Extraction):  # type: ignore[no-untyped-def]
    return NameLinker(Gazetteer({e.id: e for e in SEEDS}, frozenset()), load_ontology())(extractions)


def test_german_and_english_names_are_one_node() -> None:
    german = Chain(
        "european-commission", "GovernmentBody", "European Commission", ("EU-Kommission",), (0,), "european-commission"
    )
    english = Chain(
        "european-commission", "GovernmentBody", "European Commission", ("EC",), (0, 1), "european-commission"
    )
    linking = link(extraction("a", german), extraction("b", english))
    (entity,) = linking.entities.values()
    assert entity.label == Name("European Commission", "en")
    assert entity.aliases == (Name("EC"), Name("EU-Kommission", "de"), Name("Europäische Kommission", "de"))
    assert (entity.wikidata, entity.mentions) == ("Q8880", 3)


def test_one_name_in_two_documents_is_one_node() -> None:
    linking = link(
        extraction("a", Chain("nova", "Company", "Nova", ("Nova",), (0,))),
        extraction("b", Chain("nova", "Organization", "Nova", ("Nova",), (0,))),
    )
    assert list(linking.entities) == ["nova"]
    assert linking.entity_of == {("a", "nova"): "nova", ("b", "nova"): "nova"}


def test_a_company_and_its_product_of_one_name_stay_two() -> None:
    linking = link(
        extraction(
            "a",
            Chain("nova", "Company", "Nova", ("Nova",), (0,)),
            Chain("nova-software", "Software", "Nova", ("Nova",), (1,)),
        )
    )
    assert {e.id: e.cls for e in linking.entities.values()} == {"nova": "Company", "nova-product": "Software"}


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [
        extraction(d, Chain("nova", cls, "Nova", (d,), (0,))) for d, cls in (("a", "Company"), ("b", "Software"))
    ]
    assert link(*documents).entities == link(*reversed(documents)).entities


def test_legal_forms_make_no_second_node() -> None:
    linking = link(
        extraction("a", Chain("nova-pumpen-gmbh", "Company", "Nova Pumpen GmbH", ("Nova Pumpen GmbH",), (0,))),
        extraction("b", Chain("nova-pumpen", "Company", "Nova Pumpen", ("Nova Pumpen",), (0,))),
    )
    assert list(linking.entities) == ["nova-pumpen"]
