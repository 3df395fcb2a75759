"""Temperature and thresholds, chosen on the development themes: `python -m training.thresholds BUILD WEIGHTS OUT`.

One temperature for all properties, so that of the facts given 0.8 about 80 % are right; then for each property the
threshold with the best F1, drawn towards the one that is best for all where it has few examples. Writes
OUT/thresholds.json and training/thresholds.csv with the sweep.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kg.encoder.labels import properties
from training.articles import read_articles
from training.evaluate import load
from training.examples import Example, examples
from training.losses import collate, group_scores, pair_hidden, spans_of
from training.model import Reader
from training.split import files

HERE = Path(__file__).parent
GRID = np.arange(0.2, 0.81, 0.05)
# A property's own F1 counts like that of so many further examples at the threshold that is best for all.
PRIOR = 25

Scores = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]


@torch.no_grad()
def scored(model: Reader, items: list[Example]) -> Iterator[tuple[float, bool, int]]:
    """Score, truth and property of every group and admissible property."""
    model.eval()
    for batch in (collate(items[i : i + 8]) for i in range(0, len(items), 8)):
        trunk, _ = model.encode(batch.ids, batch.mask)
        states = model.facts(trunk, batch.mask, batch.kind)
        vectors, begins = spans_of(states, batch)
        pairs = pair_hidden(model, states, vectors, begins, batch)
        if pairs is None:
            continue
        scores = group_scores(model.property(pairs.hidden), pairs)
        for n, (_, group) in enumerate(pairs.groups):
            for p in np.flatnonzero(group.allowed):
                yield float(scores[n, p]), int(p) in group.stated, int(p)


def temperature(scores: NDArray[np.float64], truth: NDArray[np.bool_]) -> float:
    """The divisor of the scores under which the truth is likeliest."""

    def loss(t: float) -> float:
        z = np.where(truth, scores, -scores) / t
        return float(np.logaddexp(0, -z).mean())

    return float(min(np.arange(0.5, 3.01, 0.05), key=loss))


def f1(chance: NDArray[np.float64], truth: NDArray[np.bool_], threshold: float) -> tuple[int, int, int]:
    """Right, wrong and missed at a threshold."""
    found = chance >= threshold
    return int((found & truth).sum()), int((found & ~truth).sum()), int((~found & truth).sum())


def choose(counts: dict[float, tuple[int, int, int]], common: float) -> float:
    """The best threshold, the common one counting like PRIOR examples more."""
    total = sum(next(iter(counts.values()))[::2])

    def value(threshold: float) -> float:
        right, wrong, missed = counts[threshold]
        own = 2 * right / max(1, 2 * right + wrong + missed)
        return total * own - PRIOR * abs(threshold - common)

    return max(counts, key=value)


def main(build: Path, weights: Path, out: Path) -> None:
    """Score the development themes, choose, write."""
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)
    model = load(build, weights)
    tokenizer = Tokenizer.from_file(str(build / "tokenizer.json"))
    paths = [p for lang in ("de", "en") for p in files("development", lang)]
    items = [e for article in read_articles(paths) for e in examples(article, tokenizer, 320)]
    rows = list(scored(model, items))
    scores = np.array([s for s, _, _ in rows])
    truth = np.array([t for _, t, _ in rows], dtype=bool)
    names = np.array([p for _, _, p in rows])
    t = temperature(scores, truth)
    chance = 1 / (1 + np.exp(-scores / t))
    table = {round(float(x), 2): f1(chance, truth, float(x)) for x in GRID}
    common = max(table, key=lambda x: 2 * table[x][0] / max(1, 2 * table[x][0] + table[x][1] + table[x][2]))
    chosen: dict[str, float] = {"temperature": round(t, 2)}
    with (HERE / "thresholds.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["property", "threshold", "right", "wrong", "missed", "chosen"])
        for p, name in enumerate(properties()):
            mine = names == p
            counts = {x: f1(chance[mine], truth[mine], x) for x in table}
            chosen[name] = choose(counts, common)
            writer.writerows([name, x, *counts[x], int(x == chosen[name])] for x in counts)
    (out / "thresholds.json").write_text(json.dumps(chosen, indent=2) + "\n", encoding="utf-8")
    print(f"temperature {t:.2f}, common threshold {common}")
    for low in np.arange(0.1, 1.0, 0.1):
        inside = (chance >= low) & (chance < low + 0.1)
        if inside.any():
            print(f"given {low:.1f}-{low + 0.1:.1f}: {truth[inside].mean():.2f} right of {inside.sum()}")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
