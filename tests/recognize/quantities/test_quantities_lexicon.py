"""Lexicons of quantities: read once, checked, and what is wrong with them is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import DataError, UnknownPartError
from kg.recognize.quantities import find_quantities
from kg.recognize.quantities.grammar import grammar
from kg.recognize.quantities.lexicon import parse_lexicon
from kg.recognize.quantities.patterns import one_of, spellings
from kg.recognize.quantities.templates import make_templates

LEXICON = Path(__file__).parents[3] / "kg/language/en/quantities.toml"


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(UnknownPartError, match="no lexicon of quantities named 'fr'; known: de, en"):
        find_quantities("deux", "fr")


def test_a_grammar_is_compiled_once() -> None:
    assert grammar("de") is grammar("de")


FAULTS: list[tuple[Callable[[str], str], str]] = [
    (lambda text: text + "\n[[[", "not valid TOML"),
    (lambda text: text.replace('ordinal = ""\n', "", 1), r"\[numerals\]: ordinal missing"),
    (lambda text: text.replace('ordinal = ""', 'ordinal = ""\nroman = "x"', 1), "unknown name roman"),
    (lambda text: text.replace('ordinal = ""', "ordinal = 3", 1), "ordinal: 3 is no text"),
    (lambda text: text.replace("title_case = false", "title_case = 0", 1), "neither true nor false"),
    (lambda text: text.replace('one = ["one"]', 'one = "one"', 1), "'one' is no list"),
    (lambda text: text.replace('2 = ["two"]', 'two = ["two"]', 1), r"\[numerals.ones\]: 'two' is no number"),
    (lambda text: text.replace('3 = ["three"]', '3 = ["two"]', 1), "'two' means 2 and 3"),
    (
        lambda text: text.replace("[dates.tables.daily]", "[dates.tables]\ndaily = 3\n[dates.tables.other]", 1),
        "DataError|TOML|no table",
    ),
]


@pytest.mark.parametrize(("spoil", "message"), FAULTS)
def test_a_faulty_lexicon_is_an_error_that_names_the_file(spoil: Callable[[str], str], message: str) -> None:
    text = LEXICON.read_text(encoding="utf-8")
    assert parse_lexicon(text, "some.toml")
    with pytest.raises(DataError, match=message) as caught:
        parse_lexicon(spoil(text), "some.toml")
    assert str(caught.value).startswith("some.toml")


def test_a_template_must_begin_with_something_to_look_for() -> None:
    with pytest.raises(DataError, match="begins with neither"):
        make_templates(("?x",), {})


def test_spellings_multiply() -> None:
    assert list(spellings("{a,b}c{,d}")) == ["ac", "acd", "bc", "bcd"]


def test_the_longest_spelling_wins() -> None:
    import re

    match = re.match(one_of(["dollar", "dollars", "US dollars"]), "Dollars")
    assert match is not None
    assert match[0] == "Dollars"
