"""Which year a month or a day without one is in: whether its sentence looks back or ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.recognize.quantities.calendar import Outlook
from kg.recognize.quantities.context import ContextGrammar, words_before
from kg.recognize.quantities.lexicon import DateWords, keys
from kg.recognize.quantities.typed_toml import Names

CLAUSE = 160
"""Characters looked at on either side of a date: longer than most clauses."""
COMMA = 4
"""Words that a comma between a date and a cue counts for (of 0 to 8, those from 4 did best on the training corpus)."""
_MARKS = frozenset(",;:–")
_Cue = tuple[int, Outlook]
_WORD = re.compile(r"[^\W\d_]+|[,;:–]")


@dataclass(frozen=True, slots=True)
class OutlookGrammar:
    """Words and pairs of words that look ahead or back; `neutral` are verbs of saying and what only ends as a past."""

    future: frozenset[str]
    future_before: frozenset[str]
    past: frozenset[str]
    past_before: frozenset[str]
    past_endings: Names
    neutral: frozenset[str]
    context: ContextGrammar

    def at(self, text: str, begin: int, end: int, *, announced: bool) -> Outlook:
        """What the words nearest to a date say, in its sentence; the preposition right before it goes first.

        `announced` where the date may be that of what is said and not of what it is about: "it said on Tuesday".
        """
        preposition = words_before(text, begin)[-2:]
        if not self.past_before.isdisjoint(preposition):
            return "past"
        if not self.future_before.isdisjoint(preposition):
            return "future"
        stop = self.context.sentence_end.search(text, end, end + CLAUSE)
        left = _WORD.findall(text[self.context.sentence_start(text, begin, CLAUSE) : begin].lower())[::-1]
        right = _WORD.findall(text[end : stop.start() if stop else end + CLAUSE].lower())
        cues = (self._nearest(left, -1, announced), self._nearest(right, 1, announced))
        return min(filter(None, cues), default=(0, "near"))[1]

    def _nearest(self, words: list[str], direction: int, announced: bool) -> _Cue | None:
        """The first cue of words told away from a date, and how far it is."""
        distance = 0
        for place, word in enumerate(words):
            pair = " ".join(words[place : place + 2][::direction])
            if word in self.future or pair in self.future:
                return distance, "future"
            if word in self.past or pair in self.past or (announced and word in self.neutral):
                return distance, "past"
            if word.endswith(self.past_endings) and word not in self.neutral:
                auxiliary = words[max(0, place - direction) : place - direction + 1]  # will be released
                return distance, "past" if self.future.isdisjoint(auxiliary) else "future"
            distance += COMMA if word in _MARKS else 1
        return None


def outlook_grammar(dates: DateWords, context: ContextGrammar) -> OutlookGrammar:
    """The grammar of a lexicon's cues."""
    return OutlookGrammar(
        future=keys(dates.future),
        future_before=keys(dates.future_before),
        past=keys(dates.past),
        past_before=keys(dates.past_before),
        past_endings=dates.past_endings,
        neutral=keys(dates.neutral),
        context=context,
    )
