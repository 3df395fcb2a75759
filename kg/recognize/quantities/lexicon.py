"""The words of a language that numbers, measures and dates are made of, as its lexicon has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import get_type_hints

from kg.errors import DataError, UnknownPartError
from kg.recognize.quantities.patterns import key
from kg.recognize.quantities.typed_toml import Lists, Names, Spelt, parse_toml, read_section, same_names

FILE = "quantities.toml"


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """Signs and words that numbers are written with; `word` and `parts` are templates of number words."""

    decimal: str
    ordinal: str
    articles: Names
    one: Names
    word: str
    and_a_half: str
    inside: Names
    minus: Names
    vague: Names
    parts: Mapping[str, str]
    ones: Spelt
    teens: Spelt
    tens: Spelt
    powers: Spelt
    fixed: Spelt
    fractions: Spelt
    scales: Spelt
    attached: Spelt


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """What may follow a number and says what it measures; `skipped` are those that make it no quantity."""

    percent: Names
    percent_adjective: str
    skipped: Names
    money: Spelt
    minor: Spelt
    thousands: Spelt
    units: Spelt


@dataclass(frozen=True, slots=True)
class ShareWords:
    """Shares said in words: a third, one in five."""

    whole: Names
    after: Names
    templates: Names
    tables: Mapping[str, Spelt]


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words around a number that bear on it."""

    approximate_before: Names
    approximate_after: Names
    exact_before: Names
    predicates: Names
    interrupting: Names
    labels: Names
    ordinal_before: Names
    between: Names
    between_link: Names
    range_links: Names
    shared_links: Names
    changes: Names


@dataclass(frozen=True, slots=True)
class NounWords:
    """How a counted noun follows its number, and its singular."""

    phrase: str
    title_case: bool
    irregular: str
    adverbs: Names
    stop: Names
    singular: Spelt
    endings: Spelt


@dataclass(frozen=True, slots=True)
class DateWords:
    """How dates are written; `tables` give words a meaning, `lists` only group them."""

    parts: Names
    year_before: Names
    templates: Names
    future: Names
    future_before: Names
    past: Names
    past_before: Names
    past_endings: Names
    neutral: Names
    lists: Lists
    tables: Mapping[str, Spelt]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    numerals: NumeralWords
    measures: MeasureWords
    shares: ShareWords
    context: ContextWords
    nouns: NounWords
    dates: DateWords


@dataclass(frozen=True, slots=True)
class Symbols:
    """Signs and codes that are the same in every language."""

    money_signs: Spelt
    money_codes: Names
    power: Names
    units: Names
    unit_alias: Spelt
    date_templates: Names


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; raises UnknownPartError where there is none, DataError where it is faulty."""
    languages = files("kg").joinpath("language")  # not of kg.language, which would load spaCy
    known = sorted(folder.name for folder in languages.iterdir() if folder.joinpath(FILE).is_file())
    if lang not in known:
        raise UnknownPartError("lexicon of quantities", lang, known)
    return parse_lexicon(languages.joinpath(lang, FILE).read_text(encoding="utf-8"), f"kg/language/{lang}/{FILE}")


@cache
def symbols() -> Symbols:
    """The signs and codes of `symbols.toml`."""
    text = files(__package__).joinpath("symbols.toml").read_text(encoding="utf-8")
    where = "kg/recognize/quantities/symbols.toml"
    return read_section(Symbols, parse_toml(text, where), where)


def parse_lexicon(text: str, where: str) -> Lexicon:
    """A lexicon from its TOML; `where` names the file in the DataError that any fault raises."""
    table, sections = parse_toml(text, where), get_type_hints(Lexicon)
    same_names(table, sections, where)
    words = Lexicon(**{name: read_section(cls, table[name], f"{where}: [{name}]") for name, cls in sections.items()})
    for name in ("ones", "teens", "tens", "powers", "fixed", "fractions", "scales", "attached"):
        for number in getattr(words.numerals, name):
            _check_number(number, f"{where}: [numerals.{name}]")
    return words


def _check_number(written: str, where: str) -> None:
    try:
        Decimal(written)
    except InvalidOperation:
        raise DataError(f'{where}: {written!r} is no number; write it as 1000 or "0.5"') from None


def meanings(spelt: Spelt) -> dict[str, str]:
    """From each spelling, as `key` makes it, to what it means."""
    return {key(word): meaning for meaning, words in spelt.items() for word in words}


def numbers(*tables: Spelt) -> dict[str, Decimal]:
    """From each spelling, as `key` makes it, to its number."""
    return {word: Decimal(number) for table in tables for word, number in meanings(table).items()}


def words_of(*tables: Spelt) -> Names:
    """All the spellings of some tables, as they are written."""
    return tuple(word for table in tables for words in table.values() for word in words)


def keys(words: Names) -> frozenset[str]:
    """Spellings as `key` makes them."""
    return frozenset(map(key, words))
