"""Mentions and quantities that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.parts import Recognition
from kg.records import Mention, Quantity


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that do not overlap: the longest first, then the surest, in the order of the text."""
    chosen: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.begin - m.end, -m.score, m.begin, m.found_by, m.cls)):
        places = range(mention.begin, mention.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(mention)
    return sorted(chosen, key=lambda m: m.begin)


def apart(mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Recognition:
    """Mentions and quantities that do not overlap: the longer of two stays, the mention where they are alike.

    "US" in "30 Milliarden US-Dollar" is no place, and "7" in "iPhone 7" no number.
    """
    owner = {place: m for m in mentions for place in range(m.begin, m.end)}
    lost: set[Mention] = set()
    kept: list[Quantity] = []
    for quantity in quantities:
        rivals = {owner[place] for place in range(quantity.begin, quantity.end) if place in owner}
        if all(m.end - m.begin < quantity.end - quantity.begin for m in rivals):
            lost |= rivals
            kept.append(quantity)
    return Recognition(tuple(m for m in mentions if m not in lost), tuple(kept))
