"""A batch of examples to one loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from kg.encoder.labels import OUTSIDE, TIMES, properties
from kg.encoder.pieces import PAD
from kg.encoder.spans import between, bucket
from training.examples import Example, Group
from training.model import Reader
from training.open_sets import tag_sets

# What each head's loss counts; the trial's weights, the speaker's and times' like the modality's.
WEIGHTS = {"tags": 2.0, "facts": 1.0, "modality": 0.3, "antecedent": 0.5, "speaker": 0.3, "times": 0.3}
# So many pieces lose their mark in the fact branch, as they will where the name branch misses a mention.
BLIND = 0.03


@dataclass
class Batch:
    """Padded pieces of several examples, and where each example's row is."""

    examples: Sequence[Example]
    ids: Tensor
    mask: Tensor
    kind: Tensor


def collate(examples: Sequence[Example]) -> Batch:
    """Pad to the longest."""
    longest = max(len(e.ids) for e in examples)
    ids = torch.full((len(examples), longest), PAD, dtype=torch.long)
    kind = torch.full_like(ids, OUTSIDE)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        kind[row, : len(example.kind)] = torch.tensor(example.kind)
    return Batch(examples, ids, ids != PAD, kind)


def spans_of(states: Tensor, batch: Batch) -> tuple[Tensor, list[int]]:
    """The vectors of all spans of the batch, all spans x WIDTH, and where each example's begin."""
    rows, first, last, begins = [], [], [], []
    for row, example in enumerate(batch.examples):
        begins.append(len(rows))
        for span in example.spans:
            rows.append(row)
            first.append(span.first)
            last.append(span.last)
    where = torch.tensor(rows, dtype=torch.long)
    vectors = (
        states[where, torch.tensor(first, dtype=torch.long)] + states[where, torch.tensor(last, dtype=torch.long)]
    ) / 2
    return vectors, begins


def between_states(states: Tensor, rows: Tensor, low: Tensor, high: Tensor) -> Tensor:
    """The greatest value of each state over the pieces low to high of a row, by doubling: pairs x WIDTH."""
    level = torch.log2((high - low + 1).float()).floor().long()
    result = torch.empty(len(rows), states.shape[-1], dtype=states.dtype)
    table = states
    for k in range(int(level.max()) + 1):
        chosen = level == k
        if chosen.any():
            end = high[chosen] - (1 << k) + 1
            result = result.index_put(
                (chosen.nonzero().squeeze(1),),
                torch.maximum(table[rows[chosen], low[chosen]], table[rows[chosen], end]),
            )
        step = 1 << k
        if table.shape[1] > step:
            table = torch.maximum(table[:, :-step], table[:, step:])
    return result


@dataclass
class Pairs:
    """All pairs of a batch: their hidden states, and for each the group it belongs to."""

    hidden: Tensor
    group: Tensor
    groups: list[tuple[int, Group]]


def pair_hidden(model: Reader, states: Tensor, vectors: Tensor, begins: list[int], batch: Batch) -> Pairs | None:
    """Run the pair network over every pair of every group."""
    rows, ones, others, sides, distances, lows, highs, owner = [], [], [], [], [], [], [], []
    groups: list[tuple[int, Group]] = []
    for row, example in enumerate(batch.examples):
        for group in example.groups:
            for i, j in group.pairs:
                a, b = example.spans[i], example.spans[j]
                low, high = between((a.first, a.last), (b.first, b.last))
                rows.append(row)
                ones.append(begins[row] + i)
                others.append(begins[row] + j)
                sides.append((a.side, b.side))
                distances.append(bucket(b.first - a.first))
                lows.append(low)
                highs.append(high)
                owner.append(len(groups))
            groups.append((row, group))
    if not rows:
        return None
    middle = between_states(states, torch.tensor(rows), torch.tensor(lows), torch.tensor(highs))
    hidden = model.pair_states(
        vectors[torch.tensor(ones)], vectors[torch.tensor(others)], middle, torch.tensor(sides), torch.tensor(distances)
    )
    return Pairs(hidden, torch.tensor(owner), groups)


def group_scores(scores: Tensor, pairs: Pairs) -> Tensor:
    """The best score of a group's pairs for each property: groups x properties."""
    result = torch.full((len(pairs.groups), scores.shape[1]), -1e4, dtype=scores.dtype)
    return result.scatter_reduce(0, pairs.group[:, None].expand_as(scores), scores, "amax")


def batch_loss(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head that has something to learn in the batch."""
    trunk, tag_scores = model.encode(batch.ids, batch.mask)
    losses = {"tags": tag_loss(tag_scores, batch)}
    if not any(e.spans for e in batch.examples):
        return losses
    seen = torch.rand(batch.kind.shape) >= BLIND
    states = model.facts(trunk, batch.mask, torch.where(seen, batch.kind, OUTSIDE))
    vectors, begins = spans_of(states, batch)
    if (loss := antecedent_loss(model, vectors, begins, batch)) is not None:
        losses["antecedent"] = loss
    pairs = pair_hidden(model, states, vectors, begins, batch)
    if pairs is not None:
        losses["facts"] = fact_loss(model, pairs)
        stated = [(n, row, g) for n, (row, g) in enumerate(pairs.groups) if g.stated]
        if stated:
            losses |= detail_losses(model, pairs, stated, vectors, begins, batch)
    return losses


def tag_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Minus the log of the probability of the tags that may be right."""
    where = [(row, place) for row, e in enumerate(batch.examples) for place in e.first]
    index = torch.tensor(where)
    target = torch.tensor([t for e in batch.examples for t in e.tags])
    allowed = torch.from_numpy(tag_sets())[target]
    logs = scores[index[:, 0], index[:, 1]].log_softmax(-1)
    return -torch.logsumexp(logs.masked_fill(~allowed, -1e4), -1).mean()


def fact_loss(model: Reader, pairs: Pairs) -> Tensor:
    """Binary cross-entropy over the properties that can hold of each group."""
    scores = group_scores(model.property(pairs.hidden), pairs)
    target = torch.zeros(len(pairs.groups), len(properties()))
    for n, (_, group) in enumerate(pairs.groups):
        for name in group.stated:
            target[n, name] = 1.0
    allowed = torch.stack([torch.from_numpy(g.allowed) for _, g in pairs.groups])
    loss = functional.binary_cross_entropy_with_logits(scores, target, reduction="none")
    return (loss * allowed).sum() / len(pairs.groups)


def antecedent_loss(model: Reader, vectors: Tensor, begins: list[int], batch: Batch) -> Tensor | None:
    """Minus the log of the probability of the right candidates, or of there being none."""
    references, candidates, distances, sizes, right = [], [], [], [], []
    for row, example in enumerate(batch.examples):
        for reference, choices, correct in example.references:
            references += [begins[row] + reference] * len(choices)
            candidates += [begins[row] + c for c in choices]
            place = example.spans[reference].first
            distances += [bucket(place - example.spans[c].first) for c in choices]
            sizes.append(len(choices))
            right.append([not any(correct), *correct])
    if not sizes:
        return None
    one = vectors[torch.tensor(references)]
    scores = model.antecedent_scores(one, vectors[torch.tensor(candidates)], torch.tensor(distances))
    starts = torch.tensor([0, *sizes]).cumsum(0)
    none = model.no_antecedent(one[starts[:-1]]).squeeze(-1)
    losses = []
    for n, part in enumerate(scores.split(sizes)):
        logs = torch.cat([none[n : n + 1], part]).log_softmax(0)
        losses.append(-torch.logsumexp(logs[torch.tensor(right[n])], 0))
    return torch.stack(losses).mean()


def best_pairs(model: Reader, pairs: Pairs, stated: list[tuple[int, int, Group]]) -> Tensor:
    """The hidden state of the pair that says each stated group's fact loudest: stated x HIDDEN."""
    with torch.no_grad():
        loudness = model.property(pairs.hidden)
    by_group: dict[int, list[int]] = {}
    for p, owner in enumerate(pairs.group.tolist()):
        by_group.setdefault(owner, []).append(p)
    chosen = [max(by_group[n], key=lambda p: float(loudness[p, sorted(g.stated)].max())) for n, _, g in stated]
    return pairs.hidden[torch.tensor(chosen)]


def detail_losses(model: Reader, pairs: Pairs, stated: list[tuple[int, int, Group]], vectors: Tensor, begins: list[int],
                  batch: Batch) -> dict[str, Tensor]:  # fmt: skip
    """Modality, speaker and times of what is stated."""
    hidden = best_pairs(model, pairs, stated)
    losses = {
        "modality": functional.cross_entropy(model.modality(hidden), torch.tensor([g.modality for _, _, g in stated]))
    }
    speaker = []
    times = []
    for n, (_, row, group) in enumerate(stated):
        spans = batch.examples[row].spans
        place = spans[group.pairs[0][0]].first
        near = torch.tensor([bucket(spans[c].first - place) for c in group.candidates])
        one = hidden[n : n + 1]
        score = model.speaker(one, vectors[torch.tensor([begins[row] + c for c in group.candidates])], near)
        logs = torch.cat([model.speaker.nothing(one), score]).log_softmax(0)
        right = torch.tensor([not group.speakers, *(c in group.speakers for c in group.candidates)])
        speaker.append(-torch.logsumexp(logs[right], 0))
        if group.dates:
            dates = vectors[torch.tensor([begins[row] + d for d in group.dates])]
            near = torch.tensor([bucket(spans[d].first - place) for d in group.dates])
            for t in range(len(TIMES)):
                chosen = group.times.get(t, set())
                logs = torch.cat([model.times[t].nothing(one), model.times[t](one, dates, near)]).log_softmax(0)  # type: ignore[operator]
                right = torch.tensor([not chosen, *(d in chosen for d in group.dates)])
                times.append(-torch.logsumexp(logs[right], 0))
    losses["speaker"] = torch.stack(speaker).mean()
    if times:
        losses["times"] = torch.stack(times).mean()
    return losses
