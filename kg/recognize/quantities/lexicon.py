"""The words of a language that numbers, measures and dates are made of, as its lexicon has them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar, get_type_hints

from kg.errors import DataError, UnknownPartError
from kg.recognize.quantities.patterns import key, spellings

Names = tuple[str, ...]
Meanings = Mapping[str, str]
"""From a spelling, as `key` makes it, to what it means."""
Numbers = Mapping[str, Decimal]
Spelt = Mapping[str, Names]
"""From a name of a list to the spellings in it, as they are written."""


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """Signs and words that numbers are written with; `word` and `parts` are templates."""

    decimal: str
    group: str
    articles: Names
    one: Names
    word: str
    and_a_half: str
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
    templates: Names
    denominator: Spelt
    ordinal: Spelt


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words around a number that bear on it."""

    approximate_before: Names
    approximate_after: Names
    labels: Names
    between: Names
    between_link: Names
    range_links: Names
    shared_links: Names
    changes: Names


@dataclass(frozen=True, slots=True)
class NounWords:
    """How a counted noun follows its number, and its singular."""

    phrase: str
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
    past: Names
    lists: dict[str, Names]
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


Section = TypeVar("Section")


@lru_cache(maxsize=None)
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; raises UnknownPartError where there is none, DataError where it is faulty."""
    known = [folder.name for folder in files("kg.language").iterdir() if folder.joinpath("quantities.toml").is_file()]
    if lang not in known:
        raise UnknownPartError("lexicon of quantities", lang, known)
    source = files("kg.language").joinpath(lang, "quantities.toml")
    return parse_lexicon(source.read_text(encoding="utf-8"), f"kg/language/{lang}/quantities.toml")


@lru_cache(maxsize=None)
def symbols() -> Symbols:
    """The signs and codes of `symbols.toml`."""
    where = "kg/recognize/quantities/symbols.toml"
    table = _toml(files("kg.recognize.quantities").joinpath("symbols.toml").read_text(encoding="utf-8"), where)
    money, units = table["money"], table["units"]
    flat = {
        "money_signs": money["signs"], "money_codes": money["codes"], "power": units["power"], "units": units["other"],
        "unit_alias": units["alias"], "date_templates": table["dates"]["templates"],
    }
    return _section(Symbols, flat, where)


def parse_lexicon(text: str, where: str) -> Lexicon:
    """A lexicon from its TOML; `where` names the file in the DataError that any fault raises."""
    table = _toml(text, where)
    hints = get_type_hints(Lexicon)
    _same_names(table, hints, where)
    sections = {name: _section(cls, table[name], f"{where}: [{name}]") for name, cls in hints.items()}
    _numeric(sections["numerals"], where)
    return Lexicon(**sections)


def meanings(spelt: Spelt) -> Meanings:
    """From each spelling's key to what it means."""
    return {key(word): meaning for meaning, words in spelt.items() for word in words}


def numbers(*tables: Spelt) -> Numbers:
    """From each spelling's key to its number."""
    return {word: Decimal(number) for table in tables for word, number in meanings(table).items()}


def words_of(spelt: Spelt) -> Names:
    """All the spellings of a table, as they are written."""
    return tuple(word for words in spelt.values() for word in words)


def _toml(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{where}: not valid TOML: {error}; mend the file") from error


def _section(cls: type[Section], table: Any, where: str) -> Section:
    if not isinstance(table, dict):
        raise DataError(f"{where}: {table!r} is no table; write it as one")
    hints = get_type_hints(cls)
    _same_names(table, hints, where)
    values = {f.name: _READERS[hints[f.name]](table[f.name], f"{where} {f.name}") for f in fields(cls)}  # type: ignore[arg-type]
    return cls(**values)


def _same_names(table: Mapping[str, Any], hints: Mapping[str, Any], where: str) -> None:
    if missing := sorted(set(hints) - set(table)):
        raise DataError(f"{where}: {', '.join(missing)} missing; add it, empty if there is nothing to say")
    if unknown := sorted(set(table) - set(hints)):
        raise DataError(f"{where}: unknown name {', '.join(unknown)}; known: {', '.join(sorted(hints))}")


def _numeric(words: NumeralWords, where: str) -> None:
    for name in ("ones", "teens", "tens", "powers", "fixed", "fractions", "scales", "attached"):
        for number in getattr(words, name):
            try:
                Decimal(number)
            except InvalidOperation:
                raise DataError(f"{where}: [numerals.{name}]: {number!r} is no number; write it as 1000 or \"0.5\"") from None


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise DataError(f"{where}: {value!r} is no text; put it in quotes")
    return value


def _names(value: Any, where: str) -> Names:
    if not isinstance(value, list):
        raise DataError(f"{where}: {value!r} is no list; put it in brackets")
    return tuple(spelling for item in value for spelling in _spelt_out(_text(item, where)))


def _spelt_out(text: str) -> Names:
    return (text,) if "«" in text else tuple(spellings(text))


def _mapping(read: Callable[[Any, str], Any]) -> Callable[[Any, str], dict[str, Any]]:
    def reader(value: Any, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise DataError(f"{where}: {value!r} is no table; write it as one")
        return {name: read(item, f"{where}.{name}") for name, item in value.items()}

    return reader


def _spelt(value: Any, where: str) -> Spelt:
    table: dict[str, Names] = _mapping(_names)(value, where)
    seen: dict[str, str] = {}
    for meaning, words in table.items():
        for word in words:
            if seen.setdefault(word, meaning) != meaning:
                raise DataError(f"{where}: {word!r} means {seen[word]} and {meaning}; keep one")
    return table


_READERS: dict[Any, Callable[[Any, str], Any]] = {
    str: _text,
    Names: _names,
    Mapping[str, str]: _mapping(_text),
    Spelt: _spelt,
    Mapping[str, Spelt]: _mapping(_spelt),
    dict[str, Names]: _mapping(_names),
}
