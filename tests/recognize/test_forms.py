from __future__ import annotations

import pytest

from kg.language import analyse, load_lexicon
from kg.recognize import forms
from kg.recognize.overlap import apart, longest
from kg.recognize.quantities import find_quantities
from kg.records import Document, Mention

GIVEN = frozenset({"Anna", "Peter", "James", "Bill", "Hans", "Jean", "Luc", "Elon"})


def people(text: str, lang: str) -> list[str]:
    doc = analyse(Document("x", text, lang, (), "x"))
    return [m.text for m in forms.people(doc, load_lexicon(lang), GIVEN)]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("de", "Der Minister traf Anna Berger und Peter von Stein.", ["Anna Berger", "Peter von Stein"]),
        ("de", "Vorstandschef Ralf Dommers sprach mit Jean-Luc Bernard.", ["Ralf Dommers", "Jean-Luc Bernard"]),
        ("de", "Peter Die Firma", []),
        ("de", "Der Entwickler Quarzfeld Systems baut Chips.", []),
        ("en", "CEO Varun Moran met James T. Kirk and Bill James.", ["Varun Moran", "James T. Kirk", "Bill James"]),
        ("en", "Anna Tan White, the CEO, spoke.", ["Anna Tan White"]),
        ("en", "Anna said so.", []),
        ("en", "Elon O’Hara and Peter McGregor left.", ["Elon O’Hara", "Peter McGregor"]),
    ],
)
def test_people(lang: str, text: str, names: list[str]) -> None:
    assert people(text, lang) == names


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("de", "Die Nordlicht Compute GmbH und die Müller & Söhne AG", ["Nordlicht Compute GmbH", "Müller & Söhne AG"]),
        ("de", "an der Universität Hamburg und der TU München", ["Universität Hamburg", "TU München"]),
        (
            "en",
            "at Brackwell Robotics and the University of New Oxford",
            ["Brackwell Robotics", "University of New Oxford"],
        ),
        ("en", "The Airlines Reporting Corporation said", ["Airlines Reporting Corporation"]),
        ("en", "the corporation and The Group", []),
        ("en", "Will Nvidia Corp. grow?", ["Nvidia Corp."]),
    ],
)
def test_organizations(lang: str, text: str, names: list[str]) -> None:
    doc = analyse(Document("x", text, lang, (), "x"))
    assert [m.text for m in forms.organizations(doc, load_lexicon(lang))] == names


def test_acronyms_in_brackets() -> None:
    text = "The Airlines Reporting Corporation (ARC) sells data. ARC denies it. The Corporation (XYZ) does not."
    doc = analyse(Document("x", text, "en", (), "x"))
    full = list(forms.organizations(doc, load_lexicon("en")))
    found = list(forms.acronyms(doc, full, load_lexicon("en")))
    assert [(m.text, m.name) for m in found] == [("ARC", "Airlines Reporting Corporation")] * 2


def test_a_product_with_a_number_is_another_product() -> None:
    text = "Grok 5 und Galaxy S7 Edge, aber Grok 2025 und das Grok 5-Modell"
    doc = analyse(Document("x", text, "de", (), "x"))
    known = [
        Mention(i, i + len(n), n, "AIModel", n, seed=n.lower())
        for n in ("Grok", "Galaxy")
        for i in range(len(text))
        if text.startswith(n, i)
    ]
    assert [m.text for m in forms.models(doc, known, frozenset({"AIModel"}))] == ["Grok 5", "Grok 5", "Galaxy S7 Edge"]


def test_surnames_after_full_names() -> None:
    text = "Elon Maske kam. Maskes Firma und Maske selbst."
    doc = analyse(Document("x", text, "de", (), "x"))
    full = Mention(0, 10, "Elon Maske", "Person", "Elon Maske")
    assert [m.text for m in forms.surnames(doc, [full], load_lexicon("de"))] == ["Maske", "Maskes", "Maske"]
    noun = analyse(Document("x", "Elon Maske trug die Maske.", "de", (), "x"))
    assert len(list(forms.surnames(noun, [full], load_lexicon("de")))) == 1


def test_the_longest_mention_wins() -> None:
    short, long = Mention(4, 9, "Paris", "Place", "Paris"), Mention(4, 16, "Paris Hilton", "Person", "Paris Hilton")
    other = Mention(0, 3, "abc", "Company", "abc")
    assert longest([short, long, other]) == [other, long]


def test_a_name_inside_a_sum_is_no_name_and_a_number_inside_a_name_no_number() -> None:
    text = "Das iPhone 7 kostet 20 bis 30 Milliarden US-Dollar."
    named = [Mention(4, 12, "iPhone 7", "Hardware", "iPhone 7"), Mention(41, 43, "US", "Place", "US")]
    found = apart(named, find_quantities(text, "de"))
    assert [m.text for m in found.mentions] == ["iPhone 7"]
    assert [q.value.words for q in found.quantities] == ["20 bis 30 Milliarden US-Dollar"]
