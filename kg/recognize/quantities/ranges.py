"""Amounts joined: two that span a range, and lists whose last member alone has the unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.recognize.quantities.amounts import Amount
from kg.recognize.quantities.context import words_before
from kg.recognize.quantities.grammar import Grammar

SHARED_SCALE_UP_TO = 1000
"""A number below it takes the scale of its partner: 20 bis 30 Milliarden, from 5 to 7 billion."""
_DASHES = frozenset("-–—−:")


@dataclass(frozen=True, slots=True)
class Span:
    """An amount, or two that are the ends of a range."""

    low: Amount
    high: Amount | None = None


def join_ranges(text: str, found: Iterable[Amount], grammar: Grammar) -> list[Span]:
    """The amounts as single ones and ranges, from left to right."""
    spans: list[Span] = []
    for amount in found:
        before = spans[-1] if spans else None
        if before is None or before.high is not None:
            spans.append(Span(amount))
            continue
        link = _link(text, before.low, amount, grammar)
        if link == "range":
            spans[-1] = _range(before.low, amount)
        elif link == "shared":
            spans[-1] = Span(_with_measure(before.low, amount))
            spans.append(Span(amount))
        elif link == "code":
            spans.pop()
        else:
            spans.append(Span(amount))
    return spans


def _link(text: str, low: Amount, high: Amount, grammar: Grammar) -> str:
    """How two neighbours belong together: as a range, as a list with one unit, as no quantities at all, or not."""
    gap = text[low.end : high.begin] if high.begin - low.end < 30 else "\n"
    if "date" in (low.kind, high.kind):
        return ""
    words = words_before(text, low.begin)[-2:]
    between = any(word in grammar.between for word in words)
    is_range = grammar.range_link.fullmatch(gap) is not None or (between and grammar.between_link.fullmatch(gap) is not None)
    if is_range and _fit(low, high) and not any(word in grammar.changes for word in words):
        joined = _range(low, high)
        if joined.high is not None and _value(joined.low) < _value(joined.high):
            return "range"
    if gap.strip() in _DASHES and not (low.measured or high.measured):
        return "code"
    if high.measured and not low.measured and low.noun is None and grammar.shared_link.fullmatch(gap):
        return "shared"
    return ""


def _value(amount: Amount) -> object:
    return amount.number * amount.scale * amount.factor


def _fit(low: Amount, high: Amount) -> bool:
    return not (low.measured and high.measured) or (low.kind, low.unit) == (high.kind, high.unit)


def _range(low: Amount, high: Amount) -> Span:
    low = _with_measure(low, high) if high.measured or not low.measured else _scaled(low, high)
    if low.measured and not high.measured:
        high = replace(high, kind=low.kind, unit=low.unit, factor=low.factor, measured=True)
    return Span(low, high)


def _with_measure(low: Amount, high: Amount) -> Amount:
    low = _scaled(low, high)
    if low.measured:
        return low
    return replace(low, kind=high.kind, unit=high.unit, factor=high.factor, measured=high.measured, noun=high.noun)


def _scaled(low: Amount, high: Amount) -> Amount:
    alone = low.scale == 1 and high.scale > 1 and low.number < SHARED_SCALE_UP_TO
    return replace(low, scale=high.scale) if alone else low
