"""What a number measures: money, a share, power, another unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.recognize.quantities.lexicon import Lexicon, Symbols, meanings, words_of
from kg.recognize.quantities.numerals import ONE, Numeral
from kg.recognize.quantities.patterns import LOOSE, key, one_of
from kg.records.quantity import QuantityKind

HUNDREDTH = Decimal("0.01")
FACTORS = {"money": ONE, "minor": HUNDREDTH, "thousands": Decimal(1000)}
UNKNOWN = "?"
"""The meaning of a word for money that does not say whose: Kronen."""
LONGEST_SIGN = 7
"""Characters of the longest sign before a number, with blanks."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and where its characters end; `factor` is what it multiplies the number by."""

    kind: QuantityKind
    unit: str | None
    factor: Decimal
    end: int


@dataclass(frozen=True, slots=True)
class MeasureGrammar:
    """What stands after or before a number and says what it measures."""

    following: re.Pattern[str]
    preceding: re.Pattern[str]
    money: Mapping[str, str]
    minor: Mapping[str, str]
    thousands: Mapping[str, str]
    units: Mapping[str, str]
    power: frozenset[str]

    def after(self, text: str, numeral: Numeral) -> Measure | None:
        """The measure that follows a numeral."""
        match = self.following.match(text, numeral.end)
        if match is None or match.lastgroup in (None, "skipped"):
            return None
        group, end = match.lastgroup or "", match.end()
        if group == "percent":
            return Measure("share", None, HUNDREDTH, end)
        if group == "unit":
            unit = self.units.get(match[group]) or self.units[key(match[group])]
            return Measure("power" if unit in self.power else "count", unit, ONE, end)
        compound = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
        if compound and numeral.scale == 1 and text[numeral.end].isspace():
            return None  # 19 Euro-Staaten
        return Measure("money", self._currency_after(group, match[group]), FACTORS[group], end)

    def skips(self, text: str, end: int) -> bool:
        """Whether a word follows that makes the number no quantity: a time of day, percentage points."""
        match = self.following.match(text, end)
        return match is not None and match.lastgroup == "skipped"

    def before(self, text: str, begin: int) -> tuple[str | None, int] | None:
        """The currency that stands before a number, and where it begins."""
        match = self.preceding.search(text, max(0, begin - LONGEST_SIGN), begin)
        return None if match is None else (self.currency(match[0].strip()), match.start())

    def _currency_after(self, group: str, written: str) -> str | None:
        part = {"minor": self.minor, "thousands": self.thousands}.get(group)
        return self.currency(written) if part is None else part[key(written)]

    def currency(self, written: str) -> str | None:
        """The ISO 4217 code of a sign, code or word; None where the word does not say whose money it is."""
        code = self.money.get(written) or self.money[key(written)]
        return None if code == UNKNOWN else code


def measure_grammar(words: Lexicon, signs: Symbols) -> MeasureGrammar:
    """The grammar of a lexicon's measures."""
    measures = words.measures
    money = {code: code for code in signs.money_codes}
    money |= {sign: code for code, written in signs.money_signs.items() for sign in written}
    units = {unit: unit for unit in (*signs.power, *signs.units)}
    units |= {written: unit for unit, alias in signs.unit_alias.items() for written in alias}
    codes, marks = one_of(signs.money_codes, capitals=False), one_of(words_of(signs.money_signs), capitals=False)
    choices = {
        "skipped": one_of(measures.skipped),
        "percent": rf"{measures.percent_adjective}|{one_of(measures.percent)}",
        "minor": one_of(words_of(measures.minor)),
        "thousands": one_of(words_of(measures.thousands), capitals=False),
        "money": rf"{one_of(words_of(measures.money))}|{one_of(money, capitals=False)}",
        "unit": rf"{one_of(words_of(measures.units))}|{one_of(units, capitals=False)}",
    }
    following = "|".join(rf"(?P<{name}>{choice})(?!\w)" for name, choice in choices.items())
    return MeasureGrammar(
        following=re.compile(f"{LOOSE}(?:{following})"),
        preceding=re.compile(rf"(?:(?<!\w){codes}|(?<![A-Za-z]){marks})\s{{0,2}}\Z"),
        money=meanings(measures.money) | money,
        minor=meanings(measures.minor),
        thousands=meanings(measures.thousands),
        units=meanings(measures.units) | units,
        power=frozenset(signs.power),
    )
