"""What a number measures: money, a share, power, another unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.records.quantity import QuantityKind
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.numerals import Numeral
from kg.recognize.quantities.patterns import key

ONE, PERCENT, HUNDREDTH, THOUSAND = Decimal(1), Decimal("0.01"), Decimal("0.01"), Decimal(1000)
UNKNOWN = "?"
"""The meaning of a word for money that does not say whose: Kronen."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and where its characters end; `factor` is what it multiplies the number by."""

    kind: QuantityKind
    unit: str | None
    factor: Decimal
    end: int


def measure_after(text: str, numeral: Numeral, grammar: Grammar) -> Measure | None:
    """The measure that follows a numeral."""
    match = grammar.measure.match(text, numeral.end)
    if match is None or match.lastgroup == "skipped":
        return None
    group, end = match.lastgroup or "", match.end()
    word = match[group]
    if group == "percent":
        return Measure("share", None, PERCENT, end)
    if group == "unit":
        unit = grammar.units.get(word) or grammar.units[key(word)]
        return Measure("power" if unit in grammar.power else "count", unit, ONE, end)
    blank = text[numeral.end] not in "-€$£¥" and match.start(group) > numeral.end
    if blank and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha() and numeral.scale == 1:
        return None  # 19 Euro-Staaten
    if group == "minor":
        return Measure("money", grammar.minor[key(word)], HUNDREDTH, end)
    if group == "thousands":
        return Measure("money", grammar.thousands[key(word)], THOUSAND, end)
    return Measure("money", currency(word, grammar), ONE, end)


def is_skipped(text: str, end: int, grammar: Grammar) -> bool:
    """Whether a word follows that makes the number no quantity: a time of day, percentage points."""
    match = grammar.measure.match(text, end)
    return match is not None and match.lastgroup == "skipped"


def money_before(text: str, begin: int, grammar: Grammar) -> tuple[str | None, int] | None:
    """The currency that stands before a number, and where it begins."""
    match = grammar.money_before.search(text, max(0, begin - 7), begin)
    return None if match is None else (currency(match[0].strip(), grammar), match.start())


def currency(written: str, grammar: Grammar) -> str | None:
    """The ISO 4217 code of a sign, code or word; None where the word does not say whose money it is."""
    code = grammar.money.get(written) or grammar.money[key(written)]
    return None if code == UNKNOWN else code
