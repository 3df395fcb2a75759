"""Trained weights to what ships: `python -m training.export BUILD WEIGHTS OUT`.

Four graphs for onnxruntime with their matrices in 8 bit (dynamic quantisation, one scale a column), and the tokenizer.
Prints sizes and how far 8 bit moves the tag scores.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.encoder.labels import TIMES
from training.evaluate import load
from training.model import WIDTH, Reader

OPSET = 17


class Names(nn.Module):
    """Piece ids to the trunk's output and tag scores."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        return self.reader.encode(ids, torch.ones_like(ids, dtype=torch.bool))


class Facts(nn.Module):
    """The trunk's output and kinds to the fact branch's output."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, trunk: Tensor, kind: Tensor) -> Tensor:
        return self.reader.facts(trunk, torch.ones_like(kind, dtype=torch.bool), kind)


class Pairs(nn.Module):
    """Vectors of pairs to hidden states and to scores of properties, modalities, no speaker and no time."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, one: Tensor, other: Tensor, between: Tensor, sides: Tensor, distance: Tensor
    ) -> tuple[Tensor, ...]:
        hidden = self.reader.pair_states(one, other, between, sides, distance)
        pointers = [self.reader.speaker, *self.reader.times]
        nothing = torch.stack([pointer.nothing(hidden) for pointer in pointers], -1)  # type: ignore[operator]
        return hidden, self.reader.property(hidden), self.reader.modality(hidden), nothing


class Links(nn.Module):
    """Scores of a reference and candidates, of there being none, and of a pair's speaker and times."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, reference: Tensor, hidden: Tensor, target: Tensor, distance: Tensor) -> tuple[Tensor, ...]:
        antecedent = self.reader.antecedent_scores(reference, target, distance)
        nothing = self.reader.no_antecedent(reference).squeeze(-1)
        pointers = [self.reader.speaker, *self.reader.times]
        pointed = torch.stack([pointer(hidden, target, distance) for pointer in pointers], -1)
        return antecedent, nothing, pointed


def export(model: Reader, out: Path) -> None:
    """Write the graphs into a folder."""
    model.eval()
    ids, kind = torch.ones(1, 8, dtype=torch.long), torch.zeros(1, 8, dtype=torch.long)
    wide, places = torch.zeros(3, WIDTH), torch.zeros(3, dtype=torch.long)
    trunk = torch.zeros(1, 8, WIDTH)
    assert len(TIMES) == 3
    graphs: list[tuple[nn.Module, str, tuple[Tensor, ...], list[str], list[str], int]] = [
        (Names(model), "names", (ids,), ["ids"], ["trunk", "tags"], 1),
        (Facts(model), "facts", (trunk, kind), ["trunk", "kind"], ["states"], 1),
        (Pairs(model), "pairs", (wide, wide, wide, torch.zeros(3, 2, dtype=torch.long), places),
         ["one", "other", "between", "sides", "distance"], ["hidden", "properties", "modalities", "nothing"], 0),
        (Links(model), "links", (wide, wide, wide, places), ["reference", "hidden", "target", "distance"],
         ["antecedent", "no_antecedent", "pointed"], 0),
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for module, name, inputs, names, outputs, axis in graphs:
            whole = Path(folder) / f"{name}.onnx"
            axes = {n: {axis: "n"} for n in (*names, *outputs)}
            torch.onnx.export(module, inputs, str(whole), input_names=names, output_names=outputs, dynamic_axes=axes,
                              opset_version=OPSET, dynamo=False)  # fmt: skip
            quantize_dynamic(whole, out / f"{name}.onnx", weight_type=QuantType.QInt8, per_channel=True,
                             op_types_to_quantize=["MatMul", "Gather", "Gemm"])  # fmt: skip


def main(build: Path, weights: Path, out: Path) -> None:
    """Export, copy the tokenizer, compare."""
    out.mkdir(parents=True, exist_ok=True)
    model = load(build, weights)
    export(model, out)
    shutil.copy(build / "tokenizer.json", out / "tokenizer.json")
    (out / "thresholds.json").write_text("{}\n")  # training.thresholds writes them
    ids = torch.randint(5, 30_000, (1, 200))
    session = onnxruntime.InferenceSession(str(out / "names.onnx"), providers=["CPUExecutionProvider"])
    with torch.no_grad():
        _, exact = model.encode(ids, torch.ones_like(ids, dtype=torch.bool))
    _, small = session.run(None, {"ids": ids.numpy()})
    same = (exact.numpy().argmax(-1) == small.argmax(-1)).mean()
    print(f"tag scores: mean difference {np.abs(exact.numpy() - small).mean():.3f}, same best tag {same:.1%}")
    for path in sorted(out.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:6.2f} MB")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
