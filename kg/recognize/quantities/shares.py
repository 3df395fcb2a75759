"""Shares said in words: a third of, die Hälfte, one in five."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.records.quantity import Quantity, Value
from kg.recognize.quantities.context import is_approximate
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.numerals import parse_words
from kg.recognize.quantities.patterns import key

WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100))
"""What chances and shares are told out of; 30 of 400 jobs are two counts."""
PLACES = Decimal("0.0001")


def find_shares(text: str, grammar: Grammar) -> Iterator[Quantity]:
    """Shares in words, from left to right; thirds are rounded to four places."""
    for match in grammar.shares.find(text):
        number = _share(match, grammar)
        if number is not None and 0 < number <= 1:
            begin, end = match.span("words")
            approximate = is_approximate(text, begin, end, grammar)
            yield Quantity(begin, end, "share", Value(match["words"], number=number, approximate=approximate))


def _share(match: re.Match[str], grammar: Grammar) -> Decimal | None:
    parts = {name: written for name, written in match.groupdict().items() if written is not None}
    if "whole" in parts:
        return Decimal("0.5")
    numerator = _count(parts["numerator"], grammar) if "numerator" in parts else Decimal(1)
    if "total" in parts:
        total = _count(parts["total"], grammar)
        if total not in WHOLES or numerator >= total:
            return None
    else:
        table = "denominator" if "denominator" in parts else "ordinal"
        total = Decimal(grammar.tables[table][key(parts[table])])
    share = numerator / total
    return share if share == share.quantize(PLACES) else share.quantize(PLACES)


def _count(written: str, grammar: Grammar) -> Decimal:
    return Decimal(written) if written.isdigit() else parse_words(written, grammar)
