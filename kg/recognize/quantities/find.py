"""All quantities of a text."""

from __future__ import annotations

from kg.recognize.quantities.amounts import amounts
from kg.recognize.quantities.calendar import parse_reference
from kg.recognize.quantities.codes import code_spans
from kg.recognize.quantities.ellipsis import with_units
from kg.recognize.quantities.grammar import Grammar, grammar
from kg.recognize.quantities.ranges import Span, join_ranges
from kg.records.quantity import Quantity, Value


def find_quantities(text: str, lang: str, date: str | None = None) -> tuple[Quantity, ...]:
    """Numbers, money, shares, power and dates, normalised; sorted by where they begin, and none overlaps another.

    `date` is the day of publication in ISO 8601, to any precision; without it, dates told from it are left out.
    Raises UnknownPartError for a language without a lexicon and KgError for a date that is none.

    >>> found = find_quantities("rund 2,5 Mrd. Euro für 10 % und 150 MW", "de")
    >>> [(q.kind, q.value.number, q.value.unit) for q in found]
    [('money', Decimal('2500000000'), 'EUR'), ('share', Decimal('0.1'), None), ('power', Decimal('150'), 'MW')]
    """
    words = grammar(lang)
    phrases = _without_overlaps([*words.dates.find(text, parse_reference(date)), *words.shares.find(text)])
    taken = sorted([*((phrase.begin, phrase.end) for phrase in phrases), *code_spans(text)])
    spans = join_ranges(text, amounts(text, words, taken), words)
    counted = [_quantity(text, span, words) for span in with_units(text, spans, words)]
    return tuple(_without_overlaps([*phrases, *counted]))


def _without_overlaps(quantities: list[Quantity]) -> list[Quantity]:
    """In order, and of two that overlap the one that begins first, or is longer."""
    kept: list[Quantity] = []
    for quantity in sorted(quantities, key=lambda q: (q.begin, -q.end)):
        if not kept or quantity.begin >= kept[-1].end:
            kept.append(quantity)
    return kept


def _quantity(text: str, span: Span, words: Grammar) -> Quantity:
    low, high = span.low, span.high
    begin, end = low.begin, (high or low).end
    if low.kind == "date":
        value = Value(text[begin:end], date=str(low.number), approximate=words.context.is_part(text, begin))
        return Quantity(begin, end, "date", value)
    noun = (high or low).noun
    unit = words.nouns.singular(noun) if noun is not None and not low.measured else low.unit
    approximate = words.context.is_approximate(text, begin, end)
    if high is None:
        return Quantity(begin, end, low.kind, Value(text[begin:end], low.value, unit=unit, approximate=approximate))
    value = Value(text[begin:end], low=low.value, high=high.value, unit=unit, approximate=approximate)
    return Quantity(begin, end, high.kind, value)
