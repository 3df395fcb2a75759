"""Amounts joined: two that span a range, and lists whose last member alone has the unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kg.recognize.quantities.amounts import Amount
from kg.recognize.quantities.context import words_before
from kg.recognize.quantities.grammar import Grammar

SHARED_SCALE_UP_TO = 1000
"""A number below it takes the scale of its partner: 20 bis 30 Milliarden, from 5 to 7 billion."""
LONGEST_LINK = 30
"""Characters between two numbers that belong together, with an approximator before the second."""
_DASHES = frozenset("-–—−:")
Bond = Literal["range", "list", "code", "none"]


@dataclass(frozen=True, slots=True)
class Span:
    """An amount, or two that are the ends of a range."""

    low: Amount
    high: Amount | None = None


def join_ranges(text: str, found: Iterable[Amount], grammar: Grammar) -> list[Span]:
    """The amounts as single ones and ranges, from left to right."""
    spans: list[Span] = []
    for amount in found:
        before = spans.pop() if spans else None
        if before is None or before.high is not None:
            spans += [Span(amount)] if before is None else [before, Span(amount)]
            continue
        bond = _bond(text, before.low, amount, grammar)
        if bond == "range":
            spans.append(_range(before.low, amount))
        elif bond == "list":
            spans += [Span(_with_measure(before.low, amount)), Span(amount)]
        elif bond == "none":
            spans += [before, Span(amount)]
    return spans


def _bond(text: str, low: Amount, high: Amount, grammar: Grammar) -> Bond:
    """How two neighbours belong together; scores and the like, 3:1 and 5-2, are codes."""
    gap = text[low.end : high.begin]
    if "date" in (low.kind, high.kind) or len(gap) > LONGEST_LINK:
        return "none"
    context, words = grammar.context, words_before(text, low.begin)[-2:]
    linked = context.range_link.fullmatch(gap) is not None
    if not linked and not context.between.isdisjoint(words):
        linked = context.between_link.fullmatch(gap) is not None
    if linked and context.changes.isdisjoint(words) and _fit(low, high):
        joined = _range(low, high)
        if joined.high is not None and joined.low.value < joined.high.value:
            return "range"
    if gap.strip() in _DASHES and not (low.measured or high.measured):
        return "code"
    alone = not (low.measured or low.noun is not None or high.prefixed)
    if alone and (high.measured or high.noun is not None) and context.shared_link.fullmatch(gap):
        return "list"
    return "none"


def _fit(low: Amount, high: Amount) -> bool:
    if low.measured and high.measured:
        return (low.kind, low.unit) == (high.kind, high.unit)
    return low.measured or not high.prefixed


def _range(low: Amount, high: Amount) -> Span:
    if low.measured and not high.measured:
        high = replace(high, kind=low.kind, unit=low.unit, factor=low.factor, measured=True)
    return Span(_with_measure(low, high), high)


def _with_measure(low: Amount, high: Amount) -> Amount:
    """The first of two with the scale and the unit that are said with the second only."""
    if low.scale == 1 and high.scale > 1 and low.number < SHARED_SCALE_UP_TO:
        low = replace(low, scale=high.scale)
    if low.measured:
        return low
    return replace(low, kind=high.kind, unit=high.unit, factor=high.factor, measured=high.measured, noun=high.noun)
