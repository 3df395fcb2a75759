"""Numbers, money and dates found in a text, normalised."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

QuantityKind = Literal["count", "money", "share", "power", "date"]


@dataclass(frozen=True, slots=True)
class Value:
    """A normalised literal: a number, a range of numbers, or a date; never two of these.

    `number` is exact ("3,716 Mrd." is 3716000000; "10 %" is 0.1); `low`/`high` hold a range instead;
    `date` is ISO 8601 to the precision the text gives ("2025-11"). `unit` is ISO 4217 for money, UCUM or the
    metric symbol for power, the counted noun in the singular where the lexicon knows it, else None.
    `words` are the characters as written; `approximate` is true where the text says so ("rund", "more than").
    """

    words: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    date: str | None = None
    unit: str | None = None
    approximate: bool = False

    def literal(self) -> Decimal | str:
        """The one thing to show as the object of a claim: the number, the date, or the words of a range."""
        if self.number is not None:
            return self.number
        return self.date if self.date is not None else self.words


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or date in a document, by its characters, with its value."""

    begin: int
    end: int
    kind: QuantityKind
    value: Value
