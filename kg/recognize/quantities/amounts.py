"""Amounts: numerals with what they measure or count, short of those that only look like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.recognize.quantities.codes import FIRST_YEAR, LAST_YEAR, is_code
from kg.recognize.quantities.context import word_before
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.measures import Measure
from kg.recognize.quantities.numerals import EXACT, ONE, Numeral
from kg.recognize.quantities.patterns import key
from kg.records.quantity import QuantityKind

MINUS = ("-", "−")


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its measure, or with the noun it counts.

    `measured` where a unit, a currency or a per cent sign is written with it, `prefixed` where a currency comes first;
    `factor` is what the unit multiplies the number by, below nought where a minus stands before it.
    """

    begin: int
    end: int
    number: Decimal
    scale: Decimal = ONE
    kind: QuantityKind = "count"
    unit: str | None = None
    factor: Decimal = ONE
    measured: bool = False
    prefixed: bool = False
    noun: str | None = None

    @property
    def value(self) -> Decimal:
        """The exact number, in the unit, without noughts that say nothing."""
        number = EXACT.multiply(EXACT.multiply(self.number, self.scale), self.factor)
        whole = EXACT.to_integral_value(number)
        return EXACT.quantize(whole, ONE) if whole == number else EXACT.normalize(number)


def amounts(text: str, grammar: Grammar, taken: Iterable[tuple[int, int]]) -> Iterator[Amount]:
    """The amounts of a text from left to right, outside the spans taken, which are in order."""
    spans = iter(taken)
    span = next(spans, None)
    last_end = 0
    for numeral in grammar.numerals.find(text):
        while span is not None and span[1] <= numeral.begin:
            span = next(spans, None)
        if span is not None and span[0] < numeral.end:
            continue
        amount = _amount(text, numeral, grammar, last_end)
        if amount is not None:
            last_end = amount.end
            yield amount


def _amount(text: str, numeral: Numeral, grammar: Grammar, last_end: int) -> Amount | None:
    measure = grammar.measures.after(text, numeral)
    if measure is None and grammar.measures.skips(text, numeral.end):
        return None
    prefix = grammar.measures.before(text, numeral.begin) if numeral.digits else None
    if prefix is not None and prefix[1] >= last_end and (measure is None or measure.kind == "money"):
        return _prefixed(text, numeral, measure, *prefix)
    if is_code(text, numeral, grammar, measured=measure is not None):
        return None
    begin, sign = _signed(text, numeral, grammar)
    number, scale = numeral.number, numeral.scale
    if measure is not None:
        factor = measure.factor * sign
        return Amount(begin, measure.end, number, scale, measure.kind, measure.unit, factor, measured=True)
    noun = grammar.nouns.after(text, numeral.end)
    if _is_year(text, numeral, noun, grammar):
        return Amount(numeral.begin, numeral.end, number, kind="date")
    return Amount(begin, numeral.end, number, scale, factor=sign, noun=noun)


def _prefixed(text: str, numeral: Numeral, measure: Measure | None, currency: str | None, begin: int) -> Amount | None:
    end, factor = (numeral.end, ONE) if measure is None else (measure.end, measure.factor)
    if text[end : end + 1].isalnum():
        return None
    return Amount(begin, end, numeral.number, numeral.scale, "money", currency, factor, measured=True, prefixed=True)


def _signed(text: str, numeral: Numeral, grammar: Grammar) -> tuple[int, Decimal]:
    begin = numeral.begin
    if numeral.digits and text[max(0, begin - 1) : begin] in MINUS and (begin < 2 or text[begin - 2] in " (\n\u00a0"):
        return begin - 1, -ONE
    word = word_before(text, begin)
    if word and key(word) in grammar.context.minus:
        return text.rindex(word, 0, begin), -ONE
    return begin, ONE


def _is_year(text: str, numeral: Numeral, noun: str | None, grammar: Grammar) -> bool:
    """Whether four digits are a year and not a count: 2000 Mitarbeiter, 2,000 and $2000 are counts.

    A noun that the lexicon knows as a counted one makes it a count, any other only after a round number.
    """
    if not (numeral.bare and FIRST_YEAR <= numeral.number <= LAST_YEAR and numeral.end - numeral.begin == 4):
        return False
    if noun is None or key(word_before(text, numeral.begin)) in grammar.context.year_before:
        return True
    if grammar.nouns.known_singular(noun) is not None:
        return False
    return numeral.number % 100 != 0 or grammar.nouns.singular(noun) is None
