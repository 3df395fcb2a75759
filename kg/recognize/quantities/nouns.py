"""The noun that a number counts, and its singular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.recognize.quantities.lexicon import NounWords, meanings, words_of
from kg.recognize.quantities.patterns import BLANK, fill, one_of

LONGEST_ENDING = 16
"""Letters of the longest plural the lexicons have."""
COMPOUND = 6
"""Letters from which a plural may be the end of a compound; shorter ones end words by chance (arten in Karten)."""
_ACRONYM = re.compile(r".*[A-Z0-9]s\Z")
_SAME_LINE = "[ \u00a0]"


@dataclass(frozen=True, slots=True)
class NounGrammar:
    """How nouns follow numbers; `title_case` where all nouns have a capital."""

    phrase: re.Pattern[str]
    title_case: bool
    irregular: re.Pattern[str]
    known: Mapping[str, str]
    endings: Mapping[str, str]

    def after(self, text: str, end: int) -> str | None:
        """The noun right after a number or after its attributes, as it is written."""
        match = self.phrase.match(text, end)
        return None if match is None else match["noun"]

    def known_singular(self, noun: str) -> str | None:
        """The singular of a plural that the lexicon knows, whole or as the end of a compound, and of an acronym."""
        if _ACRONYM.match(noun):
            return noun[:-1]
        small = noun.lower()
        last = len(small.rpartition("-")[2])
        for length in range(min(len(small), LONGEST_ENDING), 0, -1):
            singular = self.known.get(small[-length:])
            if singular is not None and (length >= COMPOUND or length == last):
                return _with_ending(noun, length, singular)
        return None

    def singular(self, noun: str) -> str | None:
        """The singular of a plural that the lexicon knows or that is regular; of a compound, by its last part."""
        known = self.known_singular(noun)
        small = noun.lower()
        if known is not None or self.irregular.search(small):
            return known
        for length in range(min(len(small), LONGEST_ENDING), 0, -1):
            ending = self.endings.get(small[-length:])
            if ending is not None:
                return _with_ending(noun, length, ending)
        return None


def noun_grammar(nouns: NounWords) -> NounGrammar:
    """The grammar of a lexicon's counted nouns."""
    places = {
        "stop": rf"(?:{one_of(nouns.stop)})(?!\w)",
        "adverbs": one_of(nouns.adverbs),
        "known": one_of(words_of(nouns.singular)),
    }
    phrase = fill(nouns.phrase, places.__getitem__).replace(BLANK, _SAME_LINE)
    return NounGrammar(
        phrase=re.compile(r"\+?[ \u00a0-]" + phrase.replace("«", "(?P<noun>").replace("»", ")")),
        title_case=nouns.title_case,
        irregular=re.compile(nouns.irregular),
        known=meanings(nouns.singular),
        endings=meanings(nouns.endings),
    )


def _with_ending(noun: str, length: int, ending: str) -> str:
    stem = noun[:-length]
    return stem + (ending.capitalize() if noun[len(stem)].isupper() else ending)
