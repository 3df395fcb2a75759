"""Which year a month or a day without one is in: whether its sentence looks back or ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.recognize.quantities.calendar import Outlook
from kg.recognize.quantities.context import ContextGrammar
from kg.recognize.quantities.lexicon import DateWords, keys
from kg.recognize.quantities.typed_toml import Names

CLAUSE = 160
"""Characters looked at on either side of a date: longer than most clauses."""
COMMA = 4
"""Words that a comma between a date and a cue counts for (tried 0 to 8 on the training corpus; 3 to 8 do equally well)."""
_MARKS = frozenset(",;:–")
_WORD = re.compile(r"[^\W\d_]+|[,;:–]")


@dataclass(frozen=True, slots=True)
class OutlookGrammar:
    """Words and pairs of words that look ahead or back; `neutral` are those that only end as if they did."""

    future: frozenset[str]
    future_before: frozenset[str]
    past: frozenset[str]
    past_before: frozenset[str]
    past_endings: Names
    neutral: frozenset[str]
    context: ContextGrammar

    def at(self, text: str, begin: int, end: int) -> Outlook:
        """What the words nearest to a date say, in its sentence; the preposition right before it goes first."""
        stop = self.context.sentence_end.search(text, end, end + CLAUSE)
        left = _WORD.findall(text[self.context.sentence_start(text, begin, CLAUSE) : begin].lower())[::-1]
        right = _WORD.findall(text[end : stop.start() if stop else end + CLAUSE].lower())
        if not self.past_before.isdisjoint(left[:2]):
            return "past"
        if not self.future_before.isdisjoint(left[:2]):
            return "future"
        cues = [cue for cue in (self._nearest(left, -1), self._nearest(right, 1)) if cue is not None]
        return min(cues)[1] if cues else "near"

    def _nearest(self, words: list[str], direction: int) -> tuple[int, Outlook] | None:
        """The first cue of words told away from a date, and how far it is."""
        distance = 0
        for place, word in enumerate(words):
            pair = " ".join(words[place : place + 2][::direction])
            if word in self.future or pair in self.future:
                return distance, "future"
            if word in self.past or pair in self.past:
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
