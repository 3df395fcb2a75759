"""The network: one trunk, a branch for names, a branch for facts, and small heads over spans and pairs of spans.

The fact branch is told which tokens belong to which kind of mention or quantity (an embedding added to the trunk's
output): of all that was tried it helps relations most.
"""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.encoder.labels import MODALITIES, QUANTITY_KINDS, TIMES, classes, kinds, properties, tags

WIDTH, HEADS, INNER = 384, 12, 1536
TRUNK, BRANCH = 9, 3
HIDDEN, KEY = 384, 128
DISTANCES = 16


class Layer(nn.Module):
    """A transformer layer as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: batch x pieces x WIDTH; mask: batch x 1 x 1 x pieces, true where there is text."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.drop(self.attended(a.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.last_norm(x + self.drop(self.outer(functional.gelu(self.inner(x)))))  # type: ignore[no-any-return]


class Reader(nn.Module):
    """Encoder and heads; the methods are what training, evaluation and the export call."""

    def __init__(self, build: Path) -> None:
        super().__init__()
        weights = np.load(build / "layers.npz")
        self.word = nn.Embedding.from_pretrained(torch.tensor(np.load(build / "embeddings.npy")), freeze=False)
        self.place = nn.Embedding.from_pretrained(_tensor(weights, "emb.pos").view(-1, WIDTH), freeze=False)
        self.segment = nn.Parameter(_tensor(weights, "emb.type").view(-1, WIDTH)[0].clone())
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.norm.weight.data = _tensor(weights, "emb.ln.w")
        self.norm.bias.data = _tensor(weights, "emb.ln.b")
        self.drop = nn.Dropout(0.1)
        layers = [_layer(weights, i) for i in range(TRUNK + BRANCH)]
        self.trunk = nn.ModuleList(layers[:TRUNK])
        self.name_branch = nn.ModuleList(layers[TRUNK:])
        self.fact_branch = copy.deepcopy(self.name_branch)
        self.kind = nn.Embedding(len(kinds()), WIDTH)
        nn.init.normal_(self.kind.weight, std=0.02)
        self.tag = nn.Linear(WIDTH, len(tags()))
        sides = len(classes()) + len(QUANTITY_KINDS)
        self.side = nn.Embedding(sides, 32)
        self.distance = nn.Embedding(DISTANCES, 16)
        self.pair = nn.Sequential(nn.Linear(5 * WIDTH + 2 * 32 + 16, HIDDEN), nn.GELU(), nn.Dropout(0.2))
        self.property = nn.Linear(HIDDEN, len(properties()))
        self.modality = nn.Linear(HIDDEN, len(MODALITIES))
        self.speaker = Pointer()
        self.times = nn.ModuleList(Pointer() for _ in TIMES)
        self.antecedent = nn.Sequential(nn.Linear(3 * WIDTH + 16, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, 1))
        self.no_antecedent = nn.Linear(WIDTH, 1)

    def encode(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """ids, mask: batch x pieces. The trunk's output and the name branch's tag scores."""
        x = self.drop(self.norm(self.word(ids) + self.place.weight[: ids.shape[1]] + self.segment))
        attention = mask[:, None, None, :]
        for layer in self.trunk:
            x = layer(x, attention)
        trunk = x
        for layer in self.name_branch:
            x = layer(x, attention)
        return trunk, self.tag(x)

    def facts(self, trunk: Tensor, mask: Tensor, kind: Tensor) -> Tensor:
        """The fact branch's output; kind: batch x pieces, indices into labels.kinds()."""
        x = trunk + self.kind(kind)
        for layer in self.fact_branch:
            x = layer(x, mask[:, None, None, :])
        return x

    def pair_states(self, one: Tensor, other: Tensor, between: Tensor, sides: Tensor, distance: Tensor) -> Tensor:
        """The hidden state of each pair; one, other, between: pairs x WIDTH, sides: pairs x 2, distance: pairs."""
        side = self.side(sides).flatten(1)
        features = [one, other, one * other, (one - other).abs(), between, side, self.distance(distance)]
        return self.pair(torch.cat(features, -1))  # type: ignore[no-any-return]

    def antecedent_scores(self, reference: Tensor, candidate: Tensor, distance: Tensor) -> Tensor:
        """A score for each reference and candidate; both pairs x WIDTH."""
        features = torch.cat([reference, candidate, reference * candidate, self.distance(distance)], -1)
        return self.antecedent(features).squeeze(-1)  # type: ignore[no-any-return]


class Pointer(nn.Module):
    """Scores that a pair's fact goes with a mention or a date: a product of two projections, and a bias by distance."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, KEY)
        self.key = nn.Linear(WIDTH, KEY)
        self.near = nn.Embedding(DISTANCES, 1)
        self.none = nn.Linear(HIDDEN, 1)
        nn.init.zeros_(self.near.weight)

    def forward(self, pair: Tensor, target: Tensor, distance: Tensor) -> Tensor:
        """pair: n x HIDDEN, target: n x WIDTH, distance: n; a score each."""
        score = (self.query(pair) * self.key(target)).sum(-1) / KEY**0.5
        return score + self.near(distance).squeeze(-1)  # type: ignore[no-any-return]

    def nothing(self, pair: Tensor) -> Tensor:
        """The score of there being none; pair: n x HIDDEN."""
        return self.none(pair).squeeze(-1)  # type: ignore[no-any-return]


def _tensor(weights: np.lib.npyio.NpzFile, name: str) -> Tensor:
    return torch.tensor(weights[name])


def _layer(weights: np.lib.npyio.NpzFile, index: int) -> Layer:
    layer = Layer()

    def get(name: str, *shape: int) -> Tensor:
        return _tensor(weights, f"l{index}.{name}").view(*shape)

    layer.qkv.weight.data = torch.cat([get(f"{c}.w", WIDTH, WIDTH) for c in "qkv"])
    layer.qkv.bias.data = torch.cat([get(f"{c}.b", WIDTH) for c in "qkv"])
    for part, name, rows, columns in (
        (layer.attended, "ao", WIDTH, WIDTH),
        (layer.inner, "fi", INNER, WIDTH),
        (layer.outer, "fo", WIDTH, INNER),
    ):
        part.weight.data = get(f"{name}.w", rows, columns)
        part.bias.data = get(f"{name}.b", rows)
    for norm, name in ((layer.norm, "aln"), (layer.last_norm, "oln")):
        norm.weight.data = get(f"{name}.w", WIDTH)
        norm.bias.data = get(f"{name}.b", WIDTH)
    return layer
