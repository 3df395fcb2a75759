from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.vocabulary import Minter, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("OpenAI", "openai"),
        ("Grok 5", "grok-5"),
        ("GPT-4", "gpt-4"),
        ("München", "muenchen"),
        ("Müller & Söhne", "mueller-soehne"),
        ("Crédit Agricole", "credit-agricole"),
        ("Straße", "strasse"),
        ("C++", "c"),
        ("百度", "百度"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_without_letters_stay_apart() -> None:
    assert slug("!!") != slug("??") != slug("")


@given(st.text())
def test_any_name_makes_an_iri(name: str) -> None:
    iri = Minter().entity(slug(name))
    assert iri.isascii()
    assert not any(c in iri for c in ' <>"{}|\\^`\n')
    assert slug(slug(name)) == slug(name)
