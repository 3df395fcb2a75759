from __future__ import annotations

from kg.language import analyse
from kg.parts import Recognition
from kg.records import Chain, Document, Mention
from kg.resolve.names import NameResolver
from kg.vocabulary import load_ontology
from kg.vocabulary.gazetteer import Gazetteer


def chains(*named: tuple[str, str]) -> tuple[Chain, ...]:
    mentions, position = [], 0
    for name, cls in named:
        mentions.append(Mention(position, position + len(name), name, cls, name))
        position += len(name) + 1
    doc = analyse(Document("x", " ".join(name for name, _ in named), "de", (), "x"))
    return NameResolver(Gazetteer({}, frozenset()), load_ontology())(doc, Recognition(tuple(mentions), ())).chains


def members(result: tuple[Chain, ...]) -> dict[str, tuple[int, ...]]:
    return {chain.label: chain.mentions for chain in result}


def test_a_surname_means_the_last_who_bore_it_in_full() -> None:
    result = chains(
        ("Meier", "Person"),
        ("Anna Meier", "Person"),
        ("Meier", "Person"),
        ("Otto Meier", "Person"),
        ("Meier", "Person"),
    )
    assert members(result) == {"Anna Meier": (0, 1, 2), "Otto Meier": (3, 4)}


def test_legal_forms_make_no_difference() -> None:
    assert members(chains(("Nova GmbH", "Company"), ("Nova", "Company"))) == {"Nova GmbH": (0, 1)}


def test_a_company_and_a_product_of_one_name_are_two_chains() -> None:
    result = chains(("Nova", "Company"), ("Nova", "Software"))
    assert [c.id for c in result] == ["nova", "nova-software"]


def test_every_mention_is_in_one_chain() -> None:
    result = chains(("Nova", "Company"), ("Anna Meier", "Person"), ("Bonn", "Place"), ("Nova", "Company"))
    assert sorted(i for chain in result for i in chain.mentions) == [0, 1, 2, 3]


def test_identifiers_are_never_shared() -> None:
    result = chains(("Nova", "Company"), ("Nova Software", "Company"), ("Nova", "Software"))
    assert [c.id for c in result] == ["nova", "nova-software", "nova-software-2"]
