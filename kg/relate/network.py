"""The relater with the trained network: facts and values, and of each its modality, speaker and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from kg.encoder.facts import FactWindow, kept_facts
from kg.encoder.labels import MODALITIES, QUANTITY_KINDS, TIMES, admissible, classes, properties
from kg.encoder.runtime import Floats, Network, PairScores, load_network
from kg.encoder.spans import bucket
from kg.parts import Reading
from kg.records import Mention, Quantity, Relation
from kg.settings import Settings

# A fact's speaker stands at most so many sentences away, as in training.
SPEAKER_REACH = 2


def make_relater(settings: Settings) -> NetworkRelater:
    """The relater with the shipped network; it takes nothing from the settings."""
    return NetworkRelater(load_network())


@dataclass(frozen=True, slots=True)
class _Thing:
    """A mention or quantity as pairs are made of it: its span number in the fact windows, sentence, chain and side."""

    span: int
    index: int
    sentence: int
    chain: int
    side: int


class NetworkRelater:
    """Scores every pair of a sentence that the ontology admits; the best pair speaks for its subject and object."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._temperature = network.thresholds.get("temperature", 1.0)
        self._thresholds = np.array([network.thresholds.get(name, 0.5) for name in properties()], dtype=np.float32)

    def __call__(self, doc: Doc, reading: Reading) -> tuple[Relation, ...]:
        """The relations of a text, sentence by sentence."""
        windows, numbers = kept_facts(doc)
        things = {t.span: t for t in _things(reading, numbers)}
        relations: list[Relation] = []
        for window in windows:
            seen = [things[span] for span in sorted(window.at) if span in things]
            by_sentence: dict[int, list[_Thing]] = {}
            for thing in seen:
                by_sentence.setdefault(thing.sentence, []).append(thing)
            pairs = [
                (s, o)
                for same in by_sentence.values()
                for s in same
                for o in same
                if s.span in window.core and o.span in window.core and _pairable(s, o)
            ]
            if pairs:
                relations += self._window(window, pairs, seen, reading)
        return tuple(sorted(relations, key=lambda r: (r.sentence, r.subject)))

    def _window(self, window: FactWindow, pairs: Sequence[tuple[_Thing, _Thing]], things: Sequence[_Thing],
                reading: Reading) -> Iterator[Relation]:  # fmt: skip
        scores = self._scores(window, pairs)
        chance = 1 / (1 + np.exp(-scores.properties / self._temperature))
        allowed = np.stack([admissible()[s.side, o.side] for s, o in pairs])
        best: dict[tuple[int, int, int, int], int] = {}
        for p, name in zip(*np.nonzero(allowed & (chance >= self._thresholds)), strict=True):
            subject, target = pairs[p]
            key = (subject.sentence, subject.chain, target.chain, int(name))
            if key not in best or chance[p, name] > chance[best[key], name]:
                best[key] = int(p)
        for (sentence, _, _, name), p in best.items():
            yield self._relation(window, pairs[p], scores, p, (sentence, name, float(chance[p, name])), things, reading)

    def _scores(self, window: FactWindow, pairs: Sequence[tuple[_Thing, _Thing]]) -> PairScores:
        vectors = {t.span: window.vector(t.span) for pair in pairs for t in pair}
        return self._network.pairs(
            np.stack([vectors[s.span] for s, _ in pairs]),
            np.stack([vectors[o.span] for _, o in pairs]),
            np.stack([window.between(s.span, o.span) for s, o in pairs]),
            np.array([(s.side, o.side) for s, o in pairs], dtype=np.int64),
            np.array([bucket(window.at[o.span][0] - window.at[s.span][0]) for s, o in pairs], dtype=np.int64),
        )

    def _relation(self, window: FactWindow, pair: tuple[_Thing, _Thing], scores: PairScores, p: int,
                  fact: tuple[int, int, float], things: Sequence[_Thing], reading: Reading) -> Relation:  # fmt: skip
        subject, target = pair
        sentence, name, chance = fact
        near = [t for t in things if abs(t.sentence - sentence) <= SPEAKER_REACH]
        mentions = [t for t in near if t.side < len(classes())]
        date = len(classes()) + QUANTITY_KINDS.index("date")
        dates = [t for t in near if t.sentence == sentence and t.side == date and t.span != target.span]
        speaker = self._pointed(window, subject, mentions, scores, p, 0)
        times = {time: self._pointed(window, subject, dates, scores, p, 1 + t) for t, time in enumerate(TIMES)}
        found = {time: reading.quantities[t.index].value.date for time, t in times.items() if t is not None}
        return Relation(
            subject=subject.index,
            predicate=properties()[name],
            object=reading.quantities[target.index].value if target.side >= len(classes()) else target.index,
            sentence=sentence,
            confidence=round(chance, 3),
            modality=MODALITIES[int(scores.modalities[p].argmax())],
            speaker=None if speaker is None else speaker.index,
            at=found.get("at"),
            since=found.get("since"),
            until=found.get("until"),
        )

    def _pointed(self, window: FactWindow, subject: _Thing, choices: Sequence[_Thing], scores: PairScores, p: int,
                 head: int) -> _Thing | None:  # fmt: skip
        """The thing a head points to from a pair, or None; head 0 is the speaker, then at, since, until."""
        if not choices:
            return None
        place = window.at[subject.span][0]
        distance = np.array([bucket(window.at[t.span][0] - place) for t in choices], dtype=np.int64)
        targets: Floats = np.stack([window.vector(t.span) for t in choices])
        pointed = self._network.pointed(scores.hidden[p], targets, distance)[:, head]
        best = int(pointed.argmax())
        return choices[best] if pointed[best] > scores.nothing[p, head] else None


def _things(reading: Reading, numbers: dict[tuple[int, int], int]) -> Iterator[_Thing]:
    """Mentions with their chains, then quantities, each a chain of its own."""
    chain_of = {i: c for c, chain in enumerate(reading.chains) for i in chain.mentions}
    position = 0
    order: list[tuple[Mention | Quantity, int]] = [(m, i) for i, m in enumerate(reading.mentions)]
    order += [(q, i) for i, q in enumerate(reading.quantities)]
    for thing, i in sorted(order, key=lambda item: item[0].begin):
        while position + 1 < len(reading.sentences) and reading.sentences[position].end <= thing.begin:
            position += 1
        if isinstance(thing, Mention):
            chain, side = chain_of[i], classes().index(reading.chains[chain_of[i]].cls)
        else:
            chain, side = -1 - i, len(classes()) + QUANTITY_KINDS.index(thing.kind)
        yield _Thing(numbers[thing.begin, thing.end], i, position, chain, side)


def _pairable(subject: _Thing, target: _Thing) -> bool:
    return (
        subject.sentence == target.sentence
        and subject.side < len(classes())
        and subject.chain != target.chain
        and bool(admissible()[subject.side, target.side].any())
    )
