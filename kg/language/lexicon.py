"""The words of a language, loaded from its folder's lexicon.toml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kg.errors import DataError, UnknownPartError
from kg.resources import read_toml

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Closed word lists of one language; what each is for is said in its lexicon.toml."""

    abbreviations: frozenset[str]
    final_abbreviations: frozenset[str]
    sentence_starters: frozenset[str]
    months: frozenset[str]
    after_ordinal: frozenset[str]
    determiners: frozenset[str]
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    legal_forms: tuple[str, ...]
    organization_heads: tuple[str, ...]
    organization_tails: tuple[str, ...]
    particles: frozenset[str]
    prepositions: frozenset[str]
    small_words: frozenset[str]
    kinds_of_firm: tuple[str, ...]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]


def folder(lang: str) -> Path:
    """The folder of a language's data files."""
    if lang not in LANGUAGES:
        raise UnknownPartError("language", lang, LANGUAGES)
    return Path(__file__).parent / lang


@cache
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, read once."""
    path = folder(lang) / "lexicon.toml"
    data = read_toml(path)
    names = {field.name: field.type for field in fields(Lexicon)}
    if wrong := sorted(data.keys() ^ names.keys()):
        raise DataError(f"{path}: expected exactly the lists {', '.join(names)}; look at {', '.join(wrong)}")
    lists: dict[str, frozenset[str] | tuple[str, ...]] = {}
    for name, value in data.items():
        if not (isinstance(value, list) and all(isinstance(word, str) for word in value)):
            raise DataError(f"{path}: {name} must be a list of words")
        lists[name] = frozenset(value) if "frozenset" in str(names[name]) else tuple(value)
    return Lexicon(**lists)  # type: ignore[arg-type]


def without_legal_form(name: str, legal_forms: Sequence[str]) -> str:
    """A company's name without its legal form.

    >>> without_legal_form("Nordlicht Compute GmbH", ["GmbH", "AG"])
    'Nordlicht Compute'
    """
    for form in sorted(legal_forms, key=len, reverse=True):
        if name.endswith(" " + form):
            return name[: -len(form) - 1].rstrip(" ,&")
    return name
