"""Mentions that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable

from kg.records import Mention


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
