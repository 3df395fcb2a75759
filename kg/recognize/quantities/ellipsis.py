"""Units left out because they were just said: 18 percent and nine, worth 2 billion dollars after 3.1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.recognize.quantities.amounts import Amount
from kg.recognize.quantities.context import WINDOW
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.ranges import SHARED_SCALE_UP_TO, Span

REACH = 120
"""Characters from a unit to a number that it still holds for (93 of 100 read in the training corpus were right)."""
_WORD = re.compile(r"\w+")


def with_units(text: str, spans: Iterable[Span], grammar: Grammar) -> Iterator[Span]:
    """The spans, where a bare number follows money, a per cent or a power in its sentence with the unit of that."""
    said: Amount | None = None
    for span in spans:
        amount = span.low
        if span.high is None and said is not None and _is_bare(amount) and _holds(text, said, amount, grammar):
            scale = said.scale if amount.scale == 1 and amount.number < SHARED_SCALE_UP_TO else amount.scale
            like = replace(said, begin=amount.begin, end=amount.end, number=amount.number, scale=scale)
            yield Span(replace(like, factor=abs(said.factor)))
            continue
        yield span
        last = span.high or amount
        if last.measured:
            said = last if last.kind in ("money", "share", "power") else None


def _is_bare(amount: Amount) -> bool:
    return amount.kind == "count" and not amount.measured and amount.noun is None


def _holds(text: str, said: Amount, amount: Amount, grammar: Grammar) -> bool:
    """Whether nothing between a unit and a number ends its hold: a full stop, or a noun that is counted."""
    big = amount.scale > 1 or amount.number >= SHARED_SCALE_UP_TO
    if amount.begin - said.end > REACH or (said.kind != "money" and big):
        return False
    if grammar.context.sentence_end.search(text, said.end, amount.begin):
        return False
    behind = _WORD.findall(text[amount.end : amount.end + WINDOW].lower())[:2]
    around = _WORD.findall(text[said.end : amount.begin].lower()) + behind
    return not any(word in grammar.nouns.known or word in grammar.context.interrupting for word in around)
