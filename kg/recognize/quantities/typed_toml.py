"""TOML read into frozen dataclasses, with every name and type checked; a fault names the file and the table."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_type_hints

from kg.errors import DataError
from kg.recognize.quantities.patterns import spellings

Names = tuple[str, ...]
Spelt = Mapping[str, Names]
"""From a meaning to its spellings; no spelling has two."""
Lists = dict[str, Names]
"""From the name of a list to the spellings in it."""
Section = TypeVar("Section")


def parse_toml(text: str, where: str) -> dict[str, Any]:
    """The tables of a TOML text."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{where}: not valid TOML: {error}; mend the file") from error


def read_section(cls: type[Section], table: Any, where: str) -> Section:
    """A table as a dataclass that has the same names, no more and no fewer."""
    hints = get_type_hints(cls)
    same_names(_table(table, where), hints, where)
    return cls(**{name: _READERS[hint](table[name], f"{where} {name}") for name, hint in hints.items()})


def same_names(table: Mapping[str, Any], expected: Mapping[str, Any], where: str) -> None:
    """Raise DataError where a name is missing or unknown."""
    if missing := sorted(set(expected) - set(table)):
        raise DataError(f"{where}: {', '.join(missing)} missing; add it, empty if there is nothing to say")
    if unknown := sorted(set(table) - set(expected)):
        raise DataError(f"{where}: unknown name {', '.join(unknown)}; known: {', '.join(sorted(expected))}")


def _table(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DataError(f"{where}: {value!r} is no table; write it as one")
    return value


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise DataError(f"{where}: {value!r} is no text; put it in quotes")
    return value


def _flag(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise DataError(f"{where}: {value!r} is neither true nor false; write one of them")
    return value


def _names(value: Any, where: str) -> Names:
    """Spellings written out; a template, which has «…» in it, is left as it is."""
    if not isinstance(value, list):
        raise DataError(f"{where}: {value!r} is no list; put it in brackets")
    texts = [_text(item, where) for item in value]
    return tuple(spelling for text in texts for spelling in ((text,) if "«" in text else spellings(text)))


def _mapping(read: Callable[[Any, str], Any]) -> Callable[[Any, str], dict[str, Any]]:
    return lambda value, where: {name: read(item, f"{where}.{name}") for name, item in _table(value, where).items()}


def _spelt(value: Any, where: str) -> Spelt:
    table: dict[str, Names] = _mapping(_names)(value, where)
    seen: dict[str, str] = {}
    for meaning, words in table.items():
        for word in words:
            if seen.setdefault(word, meaning) != meaning:
                raise DataError(f"{where}: {word!r} means {seen[word]} and {meaning}; keep one")
    return table


_READERS: Mapping[Any, Callable[[Any, str], Any]] = {
    str: _text,
    bool: _flag,
    Names: _names,
    Spelt: _spelt,
    Lists: _mapping(_names),
    Mapping[str, str]: _mapping(_text),
    Mapping[str, Spelt]: _mapping(_spelt),
}
