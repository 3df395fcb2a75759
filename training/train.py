"""Train the reader: `python -m training.train BUILD OUT --data DATA`.

Writes OUT/checkpoint.pt after every epoch and goes on from it after an interruption; OUT/average.pt holds the running
average of the weights, which is what is evaluated and exported. The seed is fixed; on one machine with the same number
of threads two runs give the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from kg.vocabulary.gazetteer import load_gazetteer
from training.articles import Article, exchanged, name_pools, read_articles
from training.examples import Example, examples
from training.losses import WEIGHTS, Batch, batch_loss, collate
from training.model import Reader
from training.open_sets import open_examples
from training.split import files


@dataclass(frozen=True)
class Plan:
    """Settings of a training; they are written beside the weights, and their hash goes into the card."""

    seed: int = 1
    epochs: int = 7
    longest: int = 320
    pieces_a_batch: int = 1400
    exchange: float = 0.4
    open_share: float = 0.15
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    decay: float = 0.998
    real: int = 1  # real web texts count so many times
    articles: int | None = None  # only so many articles of ours, for a trial of the machinery


HELD_REAL = {("de", "real-4"), ("en", "real-2")}


def batches(items: Sequence[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, at most so many pieces a batch, in random order."""
    order = list(range(len(items)))
    rng.shuffle(order)
    order = [i for c in range(0, len(order), 256) for i in sorted(order[c : c + 256], key=lambda i: len(items[i].ids))]
    result: list[list[Example]] = []
    current: list[Example] = []
    for i in order:
        longest = max(len(e.ids) for e in [*current, items[i]])
        if current and longest * (len(current) + 1) > pieces:
            result.append(current)
            current = []
        current.append(items[i])
    if current:
        result.append(current)
    rng.shuffle(result)
    return result


class Trainer:
    """Everything one training needs."""

    def __init__(self, build: Path, out: Path, data: Path, plan: Plan) -> None:
        self.plan, self.out = plan, out
        self.tokenizer = Tokenizer.from_file(str(build / "tokenizer.json"))
        torch.manual_seed(plan.seed)
        self.model = Reader(build)
        self.average = {name: p.detach().clone() for name, p in self.model.state_dict().items()}
        self.articles = read_articles(p for lang in ("de", "en") for p in files("training", lang))[: plan.articles]
        real = sorted(data.glob("train/techkg_real/*/*.txt"))
        self.real = read_articles(p for p in real if (p.parent.name, p.stem) not in HELD_REAL)
        known = [(e.label.text, e.cls) for e in load_gazetteer().entries.values() if not e.ambiguous]
        self.pools = name_pools(self.articles, known)
        self.open = [e for _, e in open_examples(data, self.tokenizer, plan.longest)]
        encoder = [p for n, p in self.model.named_parameters() if n.split(".")[0] in _ENCODER]
        heads = [p for n, p in self.model.named_parameters() if n.split(".")[0] not in _ENCODER]
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}], weight_decay=0.01
        )
        self.base = [g["lr"] for g in self.optimizer.param_groups]
        self.epoch = self.steps = 0

    def epoch_batches(self, epoch: int) -> list[list[Example]]:
        """The batches of an epoch: articles with names exchanged, real texts, and a share of the open sets."""
        rng = random.Random(self.plan.seed * 1000 + epoch)
        shown: list[Example] = []
        for article in (*self.articles, *(a for a in self.real for _ in range(self.plan.real))):
            shown += examples(self._changed(article, rng), self.tokenizer, self.plan.longest)
        opened = rng.sample(self.open, int(len(self.open) * self.plan.open_share))
        mixed = batches(shown, self.plan.pieces_a_batch, rng) + batches(opened, self.plan.pieces_a_batch, rng)
        rng.shuffle(mixed)
        return mixed

    def _changed(self, article: Article, rng: random.Random) -> Article:
        return exchanged(article, self.pools, self.plan.exchange, rng) if rng.random() < 0.7 else article

    def run(self) -> None:
        """Train to the end of the plan, from the last checkpoint where there is one."""
        start = time.time()
        resume = self.out / "checkpoint.pt"
        if resume.exists():
            self._load(resume)
        steps_an_epoch = len(self.epoch_batches(0))
        total = steps_an_epoch * self.plan.epochs
        print(
            f"{len(self.articles)} articles, {len(self.real)} real, {len(self.open)} open; {steps_an_epoch} steps",
            flush=True,
        )
        while self.epoch < self.plan.epochs:
            sums: dict[str, list[float]] = {name: [] for name in WEIGHTS}
            for number, batch in enumerate(self.epoch_batches(self.epoch)):
                for name, loss in self._step(collate(batch), self.steps / total).items():
                    sums[name].append(loss)
                if number % 50 == 49:
                    print(self._line(sums, number, start), flush=True)
            self.epoch += 1
            print(self._line(sums, -1, start), flush=True)
            self._save(resume)

    def _step(self, batch: Batch, done: float) -> dict[str, float]:
        rate = min(1.0, (done + 1e-4) / self.plan.warm_up) * max(0.02, 1 - done)
        for group, base in zip(self.optimizer.param_groups, self.base, strict=True):
            group["lr"] = base * rate
        losses = batch_loss(self.model, batch)
        loss = sum((WEIGHTS[name] * value for name, value in losses.items()), torch.tensor(0.0))
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.steps += 1
        # Young, the average forgets fast, or the weights it began with would stay in it.
        decay = min(self.plan.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, p in self.model.state_dict().items():
                self.average[name].lerp_(p, 1 - decay)
        return {name: value.item() for name, value in losses.items()}

    def _line(self, sums: dict[str, list[float]], number: int, start: float) -> str:
        shown = "  ".join(f"{name} {sum(v[-200:]) / len(v[-200:]):.3f}" for name, v in sums.items() if v)
        return f"epoch {self.epoch} step {number + 1} {(time.time() - start) / 60:.1f} min  {shown}"

    def _save(self, path: Path) -> None:
        state = {
            "epoch": self.epoch,
            "steps": self.steps,
            "random": torch.get_rng_state(),
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)
        torch.save(self.average, self.out / "average.pt")

    def _load(self, path: Path) -> None:
        state = torch.load(path)
        self.epoch, self.steps = state["epoch"], state["steps"]
        torch.set_rng_state(state["random"])
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average = state["average"]
        print(f"going on after epoch {self.epoch}", flush=True)


_ENCODER = {"word", "place", "segment", "norm", "trunk", "name_branch", "fact_branch"}


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="public corpora, as train/<set>/…")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    args.out.mkdir(parents=True, exist_ok=True)
    plan = Plan()
    (args.out / "plan.json").write_text(json.dumps(asdict(plan), indent=2) + "\n")
    Trainer(args.build, args.out, args.data, plan).run()


if __name__ == "__main__":
    main()
