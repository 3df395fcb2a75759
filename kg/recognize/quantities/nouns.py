"""The noun that a number counts, and its singular."""

from __future__ import annotations

import re

from kg.recognize.quantities.grammar import Grammar

_ACRONYM = re.compile(r".*[A-Z0-9]s\Z")
LONGEST_ENDING = 16
"""Letters of the longest plural the lexicons have."""


def counted_noun(text: str, end: int, grammar: Grammar) -> str | None:
    """The noun right after a number or after its attributes, as it is written."""
    match = grammar.noun.match(text, end)
    return None if match is None else match["noun"]


def singular(noun: str, grammar: Grammar) -> str | None:
    """The singular of a plural that the lexicon knows or that is regular; of a compound, by its last part."""
    if _ACRONYM.match(noun):
        return noun[:-1]
    small = noun.lower()
    for table in (grammar.singular, grammar.endings):
        for length in range(min(len(small), LONGEST_ENDING), 0, -1):
            ending = table.get(small[-length:])
            if ending is not None:
                return _with_ending(noun, length, ending)
    return None


def _with_ending(noun: str, length: int, ending: str) -> str:
    stem = noun[:-length]
    capital = noun[len(stem)].isupper()
    return stem + (ending.capitalize() if capital else ending)
