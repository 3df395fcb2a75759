"""Score a reader on held-out articles, mention by mention: `python -m training.evaluate BUILD WEIGHTS [--part final]`.

Names: exact spans, by the seven coarse and the eighteen fine classes. References: exact spans. Antecedents: the right
entity, or rightly none. Relations and values: with gold mentions, a sentence, subject, property and object; F1 at the
threshold of --threshold. Modality, speaker and time: of the facts the annotation states.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from kg.encoder.labels import REFERENCE, TIMES, properties, tags
from kg.encoder.spans import bucket
from kg.encoder.viterbi import best_path
from kg.vocabulary import load_ontology
from training.articles import read_articles
from training.examples import Example, examples
from training.losses import Batch, Pairs, best_pairs, collate, group_scores, pair_hidden, spans_of
from training.model import Reader
from training.split import files

Spans = set[tuple[int, int, str]]


@dataclass
class Counts:
    """Right, wrong and missed, by what is counted."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def compare(self, what: str, found: set[object], gold: set[object]) -> None:
        self.right[what] += len(found & gold)
        self.wrong[what] += len(found - gold)
        self.missed[what] += len(gold - found)

    def scores(self) -> dict[str, dict[str, float]]:
        result = {}
        for what in sorted({*self.right, *self.wrong, *self.missed}):
            right, wrong, missed = self.right[what], self.wrong[what], self.missed[what]
            result[what] = {
                "p": round(right / max(1, right + wrong), 3),
                "r": round(right / max(1, right + missed), 3),
                "f1": round(2 * right / max(1, 2 * right + wrong + missed), 3),
                "n": right + missed,
            }
        return result


def decode(indices: Sequence[int]) -> list[tuple[int, int, str]]:
    """Tags of tokens to spans: first token, last token, class."""
    spans: list[tuple[int, int, str]] = []
    for i, index in enumerate(indices):
        tag = tags()[index]
        if tag.startswith("B-"):
            spans.append((i, i, tag[2:]))
        elif tag.startswith("I-") and spans and spans[-1][1] == i - 1 and spans[-1][2] == tag[2:]:
            spans[-1] = (spans[-1][0], i, tag[2:])
    return spans


@torch.no_grad()
def evaluate(model: Reader, items: Sequence[Example], threshold: float = 0.5) -> dict[str, dict[str, float]]:
    """All scores over some examples."""
    model.eval()
    counts = Counts()
    for batch in (collate(items[i : i + 8]) for i in range(0, len(items), 8)):
        trunk, scores = model.encode(batch.ids, batch.mask)
        for row, example in enumerate(batch.examples):
            _names(scores[row, torch.tensor(example.first)].numpy(), example, counts)
        states = model.facts(trunk, batch.mask, batch.kind)
        vectors, begins = spans_of(states, batch)
        _antecedents(model, vectors, begins, batch, counts)
        pairs = pair_hidden(model, states, vectors, begins, batch)
        if pairs is not None:
            _facts(model, pairs, batch, threshold, counts)
            _details(model, pairs, vectors, begins, batch, counts)
    model.train()
    return counts.scores()


def _names(scores: np.ndarray, example: Example, counts: Counts) -> None:  # type: ignore[type-arg]
    ontology = load_ontology()
    found, gold = decode(best_path(scores)), decode(example.tags)

    def kept(spans: Iterable[tuple[int, int, str]], reference: bool) -> set[object]:
        return {s for s in spans if (s[2] == REFERENCE) == reference}

    def coarse(spans: Iterable[tuple[int, int, str]]) -> set[object]:
        return {(b, e, ontology.coarse(c)) for b, e, c in spans if c != REFERENCE}

    counts.compare("names", coarse(found), coarse(gold))
    counts.compare("names, fine", kept(found, False), kept(gold, False))
    counts.compare(
        "names, any class", {s[:2] for s in found if s[2] != REFERENCE}, {s[:2] for s in gold if s[2] != REFERENCE}
    )
    counts.compare("references", kept(found, True), kept(gold, True))


def _antecedents(model: Reader, vectors: Tensor, begins: list[int], batch: Batch, counts: Counts) -> None:
    for row, example in enumerate(batch.examples):
        for reference, choices, correct in example.references:
            one = vectors[begins[row] + reference].expand(len(choices), -1)
            others = vectors[torch.tensor([begins[row] + c for c in choices])]
            place = example.spans[reference].first
            near = torch.tensor([bucket(place - example.spans[c].first) for c in choices])
            scores = torch.cat([model.no_antecedent(one[:1]).squeeze(-1), model.antecedent_scores(one, others, near)])
            chosen = int(scores.argmax())
            _hit(counts, "antecedents", [not any(correct), *correct][chosen])


def _hit(counts: Counts, what: str, right: bool) -> None:
    """An answer that is right or not: counted so that all three measures are the share of right ones."""
    counts.right[what] += right
    counts.wrong[what] += not right
    counts.missed[what] += not right


def _facts(model: Reader, pairs: Pairs, batch: Batch, threshold: float, counts: Counts) -> None:
    probability = torch.sigmoid(group_scores(model.property(pairs.hidden), pairs))
    ontology = load_ontology()
    for n, (_, group) in enumerate(pairs.groups):
        found = {p for p in np.flatnonzero(group.allowed) if probability[n, p] >= threshold}
        for p in found | group.stated:
            what = "relations" if ontology.property(properties()[p]).quantity is None else "values"
            for key in (what, f"  {properties()[p]}"):
                counts.right[key] += p in found and p in group.stated
                counts.wrong[key] += p in found and p not in group.stated
                counts.missed[key] += p not in found and p in group.stated


def _details(model: Reader, pairs: Pairs, vectors: Tensor, begins: list[int], batch: Batch, counts: Counts) -> None:
    stated = [(n, row, g) for n, (row, g) in enumerate(pairs.groups) if g.stated]
    if not stated:
        return
    hidden = best_pairs(model, pairs, stated)
    modality = model.modality(hidden).argmax(-1)
    for n, (_, row, group) in enumerate(stated):
        _hit(counts, "modality", int(modality[n]) == group.modality)
        spans = batch.examples[row].spans
        place, one = spans[group.pairs[0][0]].first, hidden[n : n + 1]
        near = torch.tensor([bucket(spans[c].first - place) for c in group.candidates])
        others = vectors[torch.tensor([begins[row] + c for c in group.candidates])]
        chosen = int(torch.cat([model.speaker.nothing(one), model.speaker(one, others, near)]).argmax())
        right = [not group.speakers, *(c in group.speakers for c in group.candidates)][chosen]
        _hit(counts, "speaker", right)
        counts.compare(
            "speaker, where one is",
            {n} if chosen and right else {-1} if chosen else set(),
            {n} if group.speakers else set(),
        )
        if group.dates:
            dates = vectors[torch.tensor([begins[row] + d for d in group.dates])]
            near = torch.tensor([bucket(spans[d].first - place) for d in group.dates])
            for t, time in enumerate(TIMES):
                chosen = int(torch.cat([model.times[t].nothing(one), model.times[t](one, dates, near)]).argmax())  # type: ignore[operator]
                found = {group.dates[chosen - 1]} if chosen else set()
                counts.compare("time", {(time, d) for d in found}, {(time, d) for d in group.times.get(t, set())})


def load(build: Path, weights: Path) -> Reader:
    """A reader with trained weights."""
    model = Reader(build)
    model.load_state_dict(torch.load(weights))
    return model


def main() -> None:
    """Read the command line, print a table and, with --json, all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--part", default="development", choices=["development", "final", "real"])
    parser.add_argument("--data", type=Path, help="public corpora, as train/<set>/…; for --part real")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    model = load(args.build, args.weights)
    tokenizer = Tokenizer.from_file(str(args.build / "tokenizer.json"))
    everything = {}
    for lang, real in (("de", "real-4"), ("en", "real-2")):
        paths = (
            [args.data / "train" / "techkg_real" / lang / f"{real}.txt"]
            if args.part == "real"
            else files(args.part, lang)
        )
        items = [e for article in read_articles(paths) for e in examples(article, tokenizer, 320)]
        everything[lang] = evaluate(model, items, args.threshold)
        for what, s in everything[lang].items():
            print(f"{lang} {what:24} P {s['p']:.3f}  R {s['r']:.3f}  F1 {s['f1']:.3f}  of {s['n']:.0f}")
    if args.json:
        args.json.write_text(json.dumps(everything, indent=2) + "\n")


if __name__ == "__main__":
    main()
