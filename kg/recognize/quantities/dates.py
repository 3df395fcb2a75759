"""Dates in a text: written in full, in part, or told from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.recognize.quantities.calendar import Outlook, Reference
from kg.recognize.quantities.context import ContextGrammar
from kg.recognize.quantities.lexicon import Lexicon, Symbols, meanings, words_of
from kg.recognize.quantities.numerals import NumeralGrammar, count_place
from kg.recognize.quantities.outlook import CLAUSE, OutlookGrammar, outlook_grammar
from kg.recognize.quantities.patterns import key
from kg.recognize.quantities.resolve import resolve
from kg.recognize.quantities.templates import Place, Templates, make_templates, word_place
from kg.records.quantity import Quantity, Value

DAY, LATE_DAY, MONTH = "(?:3[01]|[12][0-9]|0?[1-9])", "(?:3[01]|2[0-9]|1[3-9])", "(?:1[0-2]|0?[1-9])"
IN_DIGITS = {
    "day": rf"{DAY}(?![0-9])",
    "year": "(?:1[89][0-9]{2}|20[0-9]{2}|2100)(?![0-9])",
    "numeric_day": DAY,
    "numeric_month": MONTH,
    "late_day": LATE_DAY,
    "two_digit_day": "(?:3[01]|[12][0-9]|0[1-9])",
    "two_digit_month": "(?:1[0-2]|0[1-9])",
    "quarter_digit": "[1-4]",
    "half_digit": "[12]",
}
# The part of a date that a template's place holds, and what its digits are added to: EDTF's codes of a quarter or half.
PARTS = {
    "numeric_day": ("day", 0),
    "late_day": ("day", 0),
    "two_digit_day": ("day", 0),
    "numeric_month": ("month", 0),
    "two_digit_month": ("month", 0),
    "quarter_digit": ("quarter", 32),
    "half_digit": ("half", 39),
    "quarter_ordinal": ("quarter", 0),
    "half_ordinal": ("half", 0),
    "ahead": ("direction", 0),
}
_HEADING = re.compile(r"(?:[^\W\d_]+ )?((?:1[89]|20)[0-9]{2}): ")


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The templates of dates and what their words mean."""

    templates: Templates
    tables: Mapping[str, Mapping[str, str]]
    numerals: NumeralGrammar
    context: ContextGrammar
    outlook: OutlookGrammar

    def find(self, text: str, reference: Reference | None) -> Iterator[Quantity]:
        """Dates from left to right, but for bare years, which only their surroundings tell from counts."""
        for match in self.templates.find(text):
            begin, end = match.span("words")
            parts = self._parts(match)
            if parts is None:
                continue
            parts |= self._heading_year(text, begin)
            date = resolve(parts, reference, self._outlook(text, begin, end, parts))
            if date is not None:
                approximate = "part" in parts or self.context.is_part(text, begin)
                yield Quantity(begin, end, "date", Value(match["words"], date=date, approximate=approximate))

    def _outlook(self, text: str, begin: int, end: int, parts: Mapping[str, str]) -> Outlook:
        """Where it matters; only a day of the week is often that of the announcement."""
        return "past" if "year" in parts else self.outlook.at(text, begin, end, announced="weekday" in parts)

    def _parts(self, match: re.Match[str]) -> dict[str, str] | None:
        parts: dict[str, str] = {}
        for name, written in match.groupdict().items():
            if written is None or name == "words":
                continue
            part, base = PARTS.get(name, (name, 0))
            if name in self.tables:
                parts[part] = self.tables[name][key(written)]
            elif (number := self.numerals.count(written)) is not None:
                parts[part] = str(int(number) + base)
            else:
                return None
        return parts

    def _heading_year(self, text: str, begin: int) -> dict[str, str]:
        """The year that heads an entry of a chronicle, "2015: …", for the dates in its first sentence."""
        heading = _HEADING.match(text, self.context.sentence_start(text, begin, CLAUSE), begin)
        return {"context_year": heading[1]} if heading else {}


def date_grammar(words: Lexicon, signs: Symbols, numerals: NumeralGrammar, context: ContextGrammar) -> DateGrammar:
    """The grammar of a lexicon's dates."""
    dates = words.dates
    month = words_of(dates.tables["month"])
    places = {name: Place(expression, "[0-9]") for name, expression in IN_DIGITS.items()}
    places |= {name: word_place(words_of(table)) for name, table in dates.tables.items()}
    places |= {name: word_place(spelt, named=False) for name, spelt in dates.lists.items()}
    places |= {
        "count": count_place(words.numerals),
        "articles": word_place(words.numerals.articles, named=False),
        "any_month": word_place(month, named=False),
        "any_day": Place(rf"{DAY}(?![0-9])", "[0-9]", named=False),
    }
    return DateGrammar(
        templates=make_templates((*signs.date_templates, *dates.templates), places),
        tables={name: meanings(table) for name, table in dates.tables.items()},
        numerals=numerals,
        context=context,
        outlook=outlook_grammar(dates, context),
    )
