"""Amounts: numerals with what they measure or count, short of those that only look like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.records.quantity import QuantityKind
from kg.recognize.quantities.codes import is_code
from kg.recognize.quantities.context import word_before, words_before
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.measures import ONE, is_skipped, measure_after, money_before
from kg.recognize.quantities.nouns import counted_noun, singular
from kg.recognize.quantities.numerals import Numeral, numerals
from kg.recognize.quantities.patterns import key

FIRST_YEAR, LAST_YEAR = 1800, 2100
MINUS = "-−"


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its measure; `measured` where a unit, a currency or a per cent sign is written with it.

    `sign` is -1 where a minus stands before it.
    """

    begin: int
    end: int
    number: Decimal
    scale: Decimal
    kind: QuantityKind
    unit: str | None = None
    factor: Decimal = ONE
    measured: bool = False
    noun: str | None = None
    sign: int = 1


def amounts(text: str, grammar: Grammar, taken: Iterable[tuple[int, int]]) -> Iterator[Amount]:
    """The amounts of a text from left to right, outside the spans taken."""
    spans = iter(taken)
    span = next(spans, None)
    last_end = 0
    for numeral in numerals(text, grammar):
        while span is not None and span[1] <= numeral.begin:
            span = next(spans, None)
        if span is not None and span[0] < numeral.end:
            continue
        amount = _amount(text, numeral, grammar, last_end)
        if amount is not None:
            last_end = amount.end
            yield amount


def _amount(text: str, numeral: Numeral, grammar: Grammar, last_end: int) -> Amount | None:
    measure = measure_after(text, numeral, grammar)
    if measure is None and is_skipped(text, numeral.end, grammar):
        return None
    prefix = money_before(text, numeral.begin, grammar) if numeral.digits else None
    if prefix is not None and prefix[1] >= last_end and (measure is None or measure.kind == "money"):
        unit, begin = prefix
        end, factor = (numeral.end, ONE) if measure is None else (measure.end, measure.factor)
        if text[end : end + 1].isalnum():
            return None
        return Amount(begin, end, numeral.number, numeral.scale, "money", unit, factor, True)
    if is_code(text, numeral, grammar, measured=measure is not None):
        return None
    begin, sign = _signed(text, numeral)
    if measure is not None:
        return Amount(begin, measure.end, numeral.number, numeral.scale, measure.kind, measure.unit, measure.factor, True, None, sign)
    noun = counted_noun(text, numeral.end, grammar)
    if is_year(text, numeral, noun, grammar):
        return Amount(numeral.begin, numeral.end, numeral.number, ONE, "date")
    return Amount(begin, numeral.end, numeral.number, numeral.scale, "count", noun=noun, sign=sign)


def _signed(text: str, numeral: Numeral) -> tuple[int, int]:
    begin = numeral.begin
    if numeral.digits and text[begin - 1 : begin] in tuple(MINUS) and (begin < 2 or text[begin - 2] in " (\n\u00a0"):
        return begin - 1, -1
    return begin, 1


def is_year(text: str, numeral: Numeral, noun: str | None, grammar: Grammar) -> bool:
    """Whether four digits are a year and not a count: 2000 Mitarbeiter, 2,000 and $2000 are counts.

    A noun that the lexicon knows as a counted one makes it a count, any other only after a round number.
    """
    if not (numeral.bare and FIRST_YEAR <= numeral.number <= LAST_YEAR and numeral.end - numeral.begin == 4):
        return False
    if noun is None or key(word_before(text, numeral.begin)) in grammar.year_before:
        return True
    if noun.lower() in grammar.singular:
        return False
    return numeral.number % 100 != 0 or singular(noun, grammar) is None


def is_part_of_year(text: str, begin: int, grammar: Grammar) -> bool:
    """Whether the words before say early, late or about of a date."""
    words = words_before(text, begin)
    return any(" ".join(words[-count:]) in grammar.date_parts for count in range(1, len(words) + 1))
