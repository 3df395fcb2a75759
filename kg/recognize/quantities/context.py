"""What the words around a number say of it: that it is approximate, that it is a label or part of a code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.recognize.quantities.lexicon import Lexicon, keys
from kg.recognize.quantities.patterns import BLANK, one_of

WINDOW = 40
"""Characters looked back at: three words of the longest kind that the lexicons have before a number."""
OPENING = "([„\"“»«‘'"
_ENDS = ".!?:;\n\"“„»«‘'–—(•·|…"


@dataclass(frozen=True, slots=True)
class ContextGrammar:
    """Words that matter next to a number, as `key` makes them, and expressions for what follows or links numbers."""

    approximate_before: frozenset[str]
    approximate_after: re.Pattern[str]
    exact_before: frozenset[str]
    date_parts: frozenset[str]
    year_before: frozenset[str]
    vague: frozenset[str]
    minus: frozenset[str]
    labels: frozenset[str]
    predicate: re.Pattern[str]
    interrupting: frozenset[str]
    ordinal_before: frozenset[str]
    between: frozenset[str]
    changes: frozenset[str]
    between_link: re.Pattern[str]
    range_link: re.Pattern[str]
    shared_link: re.Pattern[str]
    sentence_end: re.Pattern[str]

    def is_approximate(self, text: str, begin: int, end: int) -> bool:
        """Whether the words before or after say that a number is not exact."""
        phrases = phrases_before(text, begin)
        before = bool(phrases & self.approximate_before) and not phrases & self.exact_before
        return before or self.approximate_after.match(text, end) is not None

    def is_part(self, text: str, begin: int) -> bool:
        """Whether the words before a date say early, late or about."""
        return bool(phrases_before(text, begin) & self.date_parts)

    def sentence_start(self, text: str, begin: int, reach: int) -> int:
        """Where the sentence of a place begins, looked for so many characters back."""
        start = max(0, begin - reach)
        for end in self.sentence_end.finditer(text, start, begin):
            start = end.end()
        return start


def context_grammar(words: Lexicon) -> ContextGrammar:
    """The grammar of what a lexicon has around numbers."""
    context, about = words.context, words.context.approximate_before
    return ContextGrammar(
        approximate_before=keys(about),
        approximate_after=re.compile(rf"\+(?!\w)|[ -]{one_of(context.approximate_after)}(?!\w)"),
        exact_before=keys(context.exact_before),
        date_parts=keys(words.dates.parts),
        year_before=keys(words.dates.year_before),
        vague=keys(words.numerals.vague),
        minus=keys(words.numerals.minus),
        labels=keys(context.labels),
        predicate=re.compile(rf"{BLANK}{one_of(context.predicates)}(?!\w)"),
        interrupting=keys(context.interrupting),
        ordinal_before=keys(context.ordinal_before),
        between=keys(context.between),
        changes=keys(context.changes),
        between_link=_link(context.between_link, about),
        range_link=_link(context.range_links, about),
        shared_link=_link(context.shared_links, about),
        sentence_end=_sentence_end(words.numerals.ordinal),
    )


def _link(links: tuple[str, ...], approximators: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s{{0,2}}{one_of(links)}\s{{0,2}}(?:{one_of(approximators)}\s)?")


def _sentence_end(ordinal: str) -> re.Pattern[str]:
    """Near enough for what is said near by: a full stop, a blank and no small letter, and not after an ordinal."""
    day = r"(?<!\b[0-9])(?<!\b[0-9]{2})" if ordinal else ""
    return re.compile(day + r"[.!?…][\"“”»«’']?\s(?![a-zäöü])|\n")


def words_before(text: str, begin: int) -> list[str]:
    """Up to three words before a place, in small letters, without brackets and quotation marks before them."""
    return [word.lstrip(OPENING) for word in text[max(0, begin - WINDOW) : begin].lower().split()[-3:]]


def phrases_before(text: str, begin: int) -> set[str]:
    """The last word before a place, the last two and the last three, as `key` makes them."""
    words = words_before(text, begin)
    return {" ".join(words[-count:]) for count in range(1, len(words) + 1)}


def word_before(text: str, begin: int) -> str:
    """The word right before a place, as it is written; empty where there is none in the same line."""
    window = text[max(0, begin - WINDOW) : begin]
    return window.split()[-1] if window.endswith((" ", "\u00a0")) and window.strip() else ""


def starts_sentence(text: str, begin: int) -> bool:
    """Whether a place is the first of a sentence, a line or a quotation."""
    before = text[max(0, begin - 4) : begin].rstrip(" ")
    return not before or before[-1] in _ENDS
