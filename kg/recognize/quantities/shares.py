"""Shares said in words: a third of, die Hälfte, one in five."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.recognize.quantities.context import ContextGrammar
from kg.recognize.quantities.lexicon import Lexicon, meanings, words_of
from kg.recognize.quantities.numerals import NumeralGrammar, count_place
from kg.recognize.quantities.patterns import key
from kg.recognize.quantities.templates import Templates, make_templates, word_place
from kg.records.quantity import Quantity, Value

WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100))
"""What chances and shares are told out of; 30 of 400 jobs are two counts."""
HALF, PLACES = Decimal("0.5"), Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class ShareGrammar:
    """The templates of shares in words and what their words mean."""

    templates: Templates
    parts: Mapping[str, Mapping[str, str]]
    numerals: NumeralGrammar
    context: ContextGrammar

    def find(self, text: str) -> Iterator[Quantity]:
        """Shares in words, from left to right; thirds are rounded to four places."""
        for match in self.templates.find(text):
            written = {name: part for name, part in match.groupdict().items() if part is not None}
            number = self._share(written)
            if number is not None and 0 < number <= 1:
                begin, end = match.span("words")
                approximate = self.context.is_approximate(text, begin, end)
                yield Quantity(begin, end, "share", Value(match["words"], number=number, approximate=approximate))

    def _share(self, written: Mapping[str, str]) -> Decimal | None:
        if "whole" in written or "half" in written:
            return HALF
        numerator = self.numerals.count(written.get("numerator", "1"))
        total: Decimal | None
        if numerator is None:
            return None
        if "odds" in written:
            return _odds(numerator, self.numerals.count(written["odds"]))
        if "total" in written:
            total = self.numerals.count(written["total"])
            if total is None or total not in WHOLES or numerator >= total:
                return None
        else:
            name = next(name for name in ("denominator", "denominators", "ordinal") if name in written)
            total = Decimal(self.parts[name][key(written[name])])
        share = numerator / total
        return share if share == share.quantize(PLACES) else share.quantize(PLACES)


def share_grammar(words: Lexicon, numerals: NumeralGrammar, context: ContextGrammar) -> ShareGrammar:
    """The grammar of a lexicon's shares."""
    shares, count = words.shares, count_place(words.numerals)
    places = {name: word_place(words_of(table)) for name, table in shares.tables.items()}
    places |= {"numerator": count, "total": count, "odds": count, "whole": word_place(shares.whole)}
    lists = {"articles": words.numerals.articles, "after": shares.after, "scale": words_of(words.numerals.scales)}
    places |= {name: word_place(spelt, named=False) for name, spelt in lists.items()}
    parts = {name: meanings(table) for name, table in shares.tables.items()}
    return ShareGrammar(make_templates(("«{whole}»", *shares.templates), places), parts, numerals, context)


def _odds(numerator: Decimal, other: Decimal | None) -> Decimal | None:
    """Of two numbers that make a hundred the first; one to five is said of a chance in five."""
    if other is None:
        return None
    if numerator + other == 100:
        return numerator / 100
    return 1 / other if numerator == 1 and other in WHOLES else None
