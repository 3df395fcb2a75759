"""The resolver with the trained network: it says which mention a reference means, names are joined as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Doc

from kg.encoder.facts import FactWindow, read_facts
from kg.encoder.runtime import load_network
from kg.encoder.spans import bucket
from kg.parts import Recognition, Resolution
from kg.records import Chain, Mention
from kg.resolve import names
from kg.settings import Settings

# Mentions an antecedent is looked for among, as in training: so many before, and a few names after in the sentence.
BEFORE, AFTER = 48, 4


def make_resolver(settings: Settings) -> NetworkResolver:
    """The resolver with the shipped network and the gazetteer the settings name."""
    return NetworkResolver(settings)


class NetworkResolver:
    """Chains of names by spelling and gazetteer; each reference in the chain of its antecedent, or left out."""

    def __init__(self, settings: Settings) -> None:
        self._names = names.make_resolver(settings)
        self._network = load_network()

    def __call__(self, doc: Doc, found: Recognition) -> Resolution:
        """Every name in a chain, and every reference whose antecedent is one."""
        mentions = found.mentions
        named = [i for i, m in enumerate(mentions) if m.kind == "name"]
        chains = self._names(doc, Recognition(tuple(mentions[i] for i in named), ())).chains
        chain_of = {named[n]: c for c, chain in enumerate(chains) for n in chain.mentions}
        pointed = self._antecedents(doc, found)
        for i in sorted(pointed):
            target, seen = pointed[i], {i}
            while target not in chain_of and target in pointed and target not in seen:
                seen.add(target)
                target = pointed[target]
            if target in chain_of:
                chain_of[i] = chain_of[target]
        return _resolution(mentions, chains, chain_of)

    def _antecedents(self, doc: Doc, found: Recognition) -> dict[int, int]:
        """The mention each reference points to, by index; none where it means nothing named."""
        mentions = found.mentions
        pointed: dict[int, int] = {}
        for window in read_facts(doc, mentions, found.quantities, self._network):
            inside = sorted(i for i in window.at if i < len(mentions))
            for n, i in enumerate(inside):
                if mentions[i].kind == "name" or i not in window.core:
                    continue
                candidates = [
                    *inside[max(0, n - BEFORE) : n],
                    *self._after(doc, mentions, inside[n + 1 : n + 1 + AFTER], i),
                ]
                if candidates and (choice := self._choice(window, i, candidates)) is not None:
                    pointed[i] = choice
        return pointed

    def _after(self, doc: Doc, mentions: Sequence[Mention], following: Sequence[int], i: int) -> list[int]:
        """Names that follow a reference in its sentence."""
        span = doc.char_span(mentions[i].begin, mentions[i].end, alignment_mode="expand")
        end = span.sent.end_char if span is not None else 0
        return [j for j in following if mentions[j].kind == "name" and mentions[j].end <= end]

    def _choice(self, window: FactWindow, i: int, candidates: Sequence[int]) -> int | None:
        vectors = np.stack([window.vector(j) for j in candidates])
        place = window.at[i][0]
        distance = np.array([bucket(place - window.at[j][0]) for j in candidates], dtype=np.int64)
        best = int(self._network.antecedents(window.vector(i), vectors, distance).argmax())
        return None if best == 0 else candidates[best - 1]


def _resolution(mentions: Sequence[Mention], chains: Sequence[Chain], chain_of: dict[int, int]) -> Resolution:
    """The mentions that are in a chain, references with the chain's class, and the chains with them."""
    kept = sorted(chain_of)
    renamed = tuple(
        mentions[i] if mentions[i].kind == "name" else replace(mentions[i], cls=chains[chain_of[i]].cls) for i in kept
    )
    members: dict[int, list[int]] = {}
    for new, old in enumerate(kept):
        members.setdefault(chain_of[old], []).append(new)
    return Resolution(renamed, tuple(replace(c, mentions=tuple(members[n])) for n, c in enumerate(chains)))
