"""Public corpora of names with coarser labels than ours: they teach the name branch what real text looks like.

A label of theirs stands for the sum of ours below it; what a set does not annotate is left open, so that a corpus
without products does not teach that products are nothing. Nowhere are references annotated.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kg.encoder.labels import OUTSIDE, REFERENCE, classes, tags
from kg.encoder.pieces import BEGIN, END, piece
from kg.language import load_pipeline
from kg.vocabulary import load_ontology
from training.examples import Example, covered_tokens

OPEN = "?"  # a label that may be any class of ours, or none
_BASE = {"PER": "Person", "PERSON": "Person", "LOC": "Place", "GPE": "Place", "ORG": "Organization"}
_PARTS = {part + end: OPEN for part in ("LOC", "ORG", "PER", "OTH") for end in ("deriv", "part")}


@dataclass(frozen=True, slots=True)
class OpenSet:
    """Files of a set, how its labels map (`?` is left open, absent is no name), and whether all names are annotated."""

    name: str
    pattern: str
    lang: str
    labels: dict[str, str]
    complete: bool


OPEN_SETS = (
    OpenSet("germeval2014", "germeval2014/de_train.jsonl", "de", {**_BASE, "OTH": OPEN, **_PARTS}, True),
    OpenSet("uner", "uner/en*.jsonl", "en", _BASE, False),
    OpenSet("wikigold", "wikigold/*.jsonl", "en", {**_BASE, "MISC": OPEN}, True),
)


@cache
def tag_sets() -> NDArray[np.bool_]:
    """Which tags may be right, a row each: every single tag, then B- and I- of each top class, then the open rows."""
    count = len(tags())
    rows = [np.eye(count, dtype=bool)]
    ontology = load_ontology()
    for top in _tops():
        for prefix in "BI":
            rows.append(
                np.array([[t[:2] == f"{prefix}-" and t[2:] != REFERENCE and ontology.is_a(t[2:], top) for t in tags()]])
            )
    outside = np.array([[t == "O" or t[2:] == REFERENCE for t in tags()]])
    basic = np.array(
        [
            [
                t != "O" and t[2:] != REFERENCE and ontology.coarse(t[2:]) in ("Person", "Organization", "Place")
                for t in tags()
            ]
        ]
    )
    rows += [outside, ~basic, np.ones((1, count), dtype=bool)]
    return np.concatenate(rows)


@cache
def _tops() -> tuple[str, ...]:
    return tuple(sorted({load_ontology().coarse(c) for c in classes()}))


def _row(name: str) -> int:
    """The row of tag_sets() for a coarse tag, `O` of a complete set, `o` of one with basic classes only, or `?`."""
    count = len(tags())
    if name in ("O", "o", OPEN):
        return count + 2 * len(_tops()) + ("O", "o", OPEN).index(name)
    return count + 2 * _tops().index(name[2:]) + "BI".index(name[0])


def open_examples(data: Path, tokenizer: Tokenizer, longest: int) -> Iterator[tuple[str, Example]]:
    """The sentences or documents of all sets, with the set's name; longer ones than the window are left out."""
    for open_set in OPEN_SETS:
        for path in sorted((data / "train").glob(open_set.pattern)):
            with path.open(encoding="utf-8") as stream:
                for line in stream:
                    example = _example(json.loads(line), open_set, tokenizer)
                    if example.tags and len(example.ids) <= longest:
                        yield open_set.name, example


def _example(raw: dict[str, object], open_set: OpenSet, tokenizer: Tokenizer) -> Example:
    text = str(raw["text"])
    doc = load_pipeline(open_set.lang).make_doc(text)
    tokens = [(t.idx, t.idx + len(t.text)) for t in doc if not t.is_space]
    pieced = piece(tokenizer, text, tokens)
    free = _row("O" if open_set.complete else "o")
    example = Example(
        [BEGIN, *pieced.ids, END],
        [f + 1 for f in pieced.first],
        [free] * len(tokens),
        [OUTSIDE] * (len(pieced.ids) + 2),
    )
    starts = {begin: i for i, (begin, _) in enumerate(tokens)}
    entities = raw["ents"]
    assert isinstance(entities, list)
    for begin, end, label, *_ in sorted(entities, key=lambda e: e[0] - e[1]):  # inner names over outer ones
        cls = open_set.labels.get(label)
        for n, i in enumerate(covered_tokens(begin, end, tokens, starts)):
            if cls is not None:
                example.tags[i] = _row(OPEN if cls == OPEN else f"{'I' if n else 'B'}-{cls}")
    return example
