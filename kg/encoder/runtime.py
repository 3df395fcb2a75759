"""The network's graphs in onnxruntime: arrays in, arrays out, one thread, one window a call.

So no result depends on what else was in a batch, nor on the number of threads or workers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kg.errors import DataError

WEIGHTS = Path(__file__).parent / "weights"
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class PairScores:
    """Of each pair: its hidden state and the scores of properties, modalities, and no speaker, at, since, until."""

    hidden: Floats
    properties: Floats
    modalities: Floats
    nothing: Floats


class Network:
    """The graphs and the tokenizer of a weights folder."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._sessions = {}
        try:
            for name in ("names", "facts", "pairs", "links"):
                path = str(folder / f"{name}.onnx")
                self._sessions[name] = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
            self.tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.thresholds: dict[str, float] = json.loads((folder / "thresholds.json").read_text(encoding="utf-8"))
        except Exception as error:  # both libraries raise bare ones
            raise DataError(f"{folder}: the network cannot be loaded ({error}); install techkg again") from error

    def names(self, ids: Ints) -> tuple[Floats, Floats]:
        """ids: pieces. The trunk's output, pieces x width, and tag scores, pieces x tags."""
        trunk, tags = self._sessions["names"].run(None, {"ids": ids[None]})
        return trunk[0], tags[0]

    def facts(self, trunk: Floats, kind: Ints) -> Floats:
        """trunk: pieces x width, kind: pieces. The fact branch's output, pieces x width."""
        (states,) = self._sessions["facts"].run(None, {"trunk": trunk[None], "kind": kind[None]})
        return states[0]  # type: ignore[no-any-return]

    def pairs(self, one: Floats, other: Floats, between: Floats, sides: Ints, distance: Ints) -> PairScores:
        """Scores of pairs; one, other, between: pairs x width, sides: pairs x 2, distance: pairs."""
        inputs = {"one": one, "other": other, "between": between, "sides": sides, "distance": distance}
        return PairScores(*self._sessions["pairs"].run(None, inputs))

    def antecedents(self, reference: Floats, candidates: Floats, distance: Ints) -> Floats:
        """reference: width, candidates: n x width. The score of none, then of each candidate."""
        hidden = np.zeros_like(candidates)
        scores, nothing, _ = self._links(np.repeat(reference[None], len(candidates), 0), hidden, candidates, distance)
        return np.concatenate([nothing[:1], scores])

    def pointed(self, hidden: Floats, targets: Floats, distance: Ints) -> Floats:
        """hidden: width of a pair, targets: n x width. Scores of each as speaker, at, since, until: n x 4."""
        _, _, pointed = self._links(np.zeros_like(targets), np.repeat(hidden[None], len(targets), 0), targets, distance)
        return pointed

    def _links(
        self, reference: Floats, hidden: Floats, target: Floats, distance: Ints
    ) -> tuple[Floats, Floats, Floats]:
        inputs = {"reference": reference, "hidden": hidden, "target": target, "distance": distance}
        antecedent, nothing, pointed = self._sessions["links"].run(None, inputs)
        return antecedent, nothing, pointed


@cache
def load_network(folder: Path = WEIGHTS) -> Network:
    """The network, loaded once a process."""
    return Network(folder)
