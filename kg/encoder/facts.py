"""What the fact branch makes of a text whose mentions and quantities are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.encoder.component import WINDOWS
from kg.encoder.labels import REFERENCE
from kg.encoder.runtime import Floats, Network
from kg.encoder.spans import between
from kg.encoder.windows import Encoded, marked
from kg.errors import SettingsError
from kg.records import Mention, Quantity


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention or quantity: its first and last token in the Doc, and its label (a class, `~`, or a kind)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class FactWindow:
    """One window: the states of its pieces, and the spans that lie in it by their index.

    `at` gives the first piece of a span's first and last token; `core` are the spans whose results are kept.
    """

    states: Floats
    at: dict[int, tuple[int, int]]
    core: frozenset[int]

    def vector(self, span: int) -> Floats:
        """The vector of a span: the mean of its first and last token."""
        first, last = self.at[span]
        return (self.states[first] + self.states[last]) / 2  # type: ignore[no-any-return]

    def between(self, one: int, other: int) -> Floats:
        """The greatest value of each state from one span to another."""
        low, high = between(self.at[one], self.at[other])
        return self.states[low : high + 1].max(0)  # type: ignore[no-any-return]


def fact_windows(doc: Doc, spans: Sequence[Marked], network: Network) -> tuple[FactWindow, ...]:
    """Run the fact branch over the windows the component left in the Doc."""
    if WINDOWS not in doc.user_data:
        raise SettingsError("the resolver 'network' needs the recognizer 'network'; set both")
    windows: tuple[Encoded, ...] = doc.user_data[WINDOWS]
    starting: dict[int, list[int]] = {}
    for i, span in enumerate(spans):
        starting.setdefault(span.first, []).append(i)
    return tuple(_window(window, spans, starting, network) for window in windows)


def _window(window: Encoded, spans: Sequence[Marked], starting: dict[int, list[int]], network: Network) -> FactWindow:
    place = {token: i for i, token in enumerate(window.tokens)}
    inside = [i for token in window.tokens for i in starting.get(token, ()) if spans[i].last in place]
    kind = marked(window, [(spans[i].first, spans[i].last, spans[i].label) for i in inside])
    at = {i: (window.first[place[spans[i].first]], window.first[place[spans[i].last]]) for i in inside}
    core = frozenset(i for i in inside if place[spans[i].first] in window.core)
    return FactWindow(network.facts(window.trunk, kind), at, core)


FACTS = "techkg_facts"  # key in Doc.user_data: the fact windows and where each span is, once they are read


def read_facts(
    doc: Doc, mentions: Sequence[Mention], quantities: Sequence[Quantity], network: Network
) -> tuple[FactWindow, ...]:
    """The fact windows of a text, spans numbered mentions first, then quantities; read once and kept with the Doc."""
    spans = [_marked(doc, m.begin, m.end, REFERENCE if m.kind != "name" else m.cls) for m in mentions]
    spans += [_marked(doc, q.begin, q.end, q.kind) for q in quantities]
    windows = fact_windows(doc, spans, network)
    places = [(m.begin, m.end) for m in mentions] + [(q.begin, q.end) for q in quantities]
    doc.user_data[FACTS] = (windows, {place: i for i, place in enumerate(places)})
    return windows


def kept_facts(doc: Doc) -> tuple[tuple[FactWindow, ...], dict[tuple[int, int], int]]:
    """What `read_facts` left: the windows, and the number of the span at some characters.

    Raises SettingsError where no stage before has read them.
    """
    if FACTS not in doc.user_data:
        raise SettingsError("the relater 'network' needs the recognizer and resolver 'network'; set all three")
    kept: tuple[tuple[FactWindow, ...], dict[tuple[int, int], int]] = doc.user_data[FACTS]
    return kept


def _marked(doc: Doc, begin: int, end: int, label: str) -> Marked:
    span = doc.char_span(begin, end, alignment_mode="expand")
    assert span is not None  # offsets lie in the text
    return Marked(span.start, span.end - 1, label)
