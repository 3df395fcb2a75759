"""The best sequence of tags that is one: an I follows only a B or I of its class."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.encoder.labels import tags

_NEVER = np.float32(-1e9)


@cache
def _transitions() -> NDArray[np.float32]:
    """Zero where the second tag may follow the first, else as good as never."""
    names = tags()
    table = np.zeros((len(names), len(names)), dtype=np.float32)
    for i, before in enumerate(names):
        for j, tag in enumerate(names):
            if tag.startswith("I-") and before[2:] != tag[2:]:
                table[i, j] = _NEVER
    return table


def best_path(scores: NDArray[np.float32]) -> list[int]:
    """The tags of a sentence; scores: tokens x tags, any scale.

    >>> from kg.encoder.labels import tags
    >>> scores = np.zeros((2, len(tags())), dtype=np.float32)
    >>> scores[0, 0], scores[1, tags().index("I-Person")] = 1, 2  # an I after an O cannot be
    >>> [tags()[i] for i in best_path(scores)]
    ['B-Person', 'I-Person']
    """
    if not len(scores):
        return []
    table = _transitions()
    starts = np.array([_NEVER if tag.startswith("I-") else 0 for tag in tags()], dtype=np.float32)
    best = scores[0] + starts
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        total = best[:, None] + table
        back[i] = total.argmax(0)
        best = total.max(0) + scores[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores as probabilities along the last axis."""
    exponentials = np.exp(scores - scores.max(-1, keepdims=True))
    return exponentials / exponentials.sum(-1, keepdims=True)  # type: ignore[no-any-return]
