"""The whole of training on a tiny slice with random weights: `pytest training` with the training extra, about a minute.

It shows that every step runs and fits the next, not that anything is learnt.
"""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the training extra")

from kg.encoder.runtime import Network
from training.articles import Article, exchanged, name_pools, read_articles
from training.evaluate import evaluate, load
from training.examples import examples
from training.export import export
from training.model import BRANCH, INNER, TRUNK, WIDTH
from training.split import files
from training.train import Plan, Trainer
from training.vocabulary import make_tokenizer

PLAN = Plan(epochs=1, articles=6, pieces_a_batch=400, longest=120)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Random weights of the right shapes, and a vocabulary of single characters."""
    folder = tmp_path_factory.mktemp("build")
    letters = [chr(c) for c in range(33, 0x250)]
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -20.0), ("▁", -5.0), *((c, -6.0) for c in letters)]
    make_tokenizer(pieces, 3).save(str(folder / "tokenizer.json"))
    rng = np.random.default_rng(0)

    def normal(*shape: int) -> np.ndarray:  # type: ignore[type-arg]
        return rng.normal(0, 0.02, shape).astype(np.float32)

    np.save(folder / "embeddings.npy", normal(len(pieces), WIDTH))
    weights = {"emb.pos": normal(512, WIDTH), "emb.type": normal(WIDTH), "emb.ln.w": np.ones(WIDTH, np.float32),
               "emb.ln.b": normal(WIDTH)}  # fmt: skip
    for i in range(TRUNK + BRANCH):
        sizes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH),
                 "fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}  # fmt: skip
        for name, shape in sizes.items():
            weights |= {f"l{i}.{name}.w": normal(*shape), f"l{i}.{name}.b": normal(shape[0])}
        for name in ("aln", "oln"):
            weights |= {f"l{i}.{name}.w": np.ones(WIDTH, np.float32), f"l{i}.{name}.b": normal(WIDTH)}
    np.savez(folder / "layers.npz", **weights)
    return folder


@pytest.fixture(scope="module")
def trained(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    trainer = Trainer(build, out, out / "no public corpora", PLAN)
    trainer.run()
    assert all(np.isfinite(p.detach().numpy()).all() for p in trainer.model.parameters())
    return out


def test_it_goes_on_from_its_checkpoint(build: Path, trained: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Trainer(build, trained, trained / "no public corpora", PLAN).run()
    assert "going on after epoch 1" in capsys.readouterr().out


def test_evaluation_counts_every_head(build: Path, trained: Path) -> None:
    model = load(build, trained / "average.pt")
    articles = read_articles(files("development", "en")[:1])[:2]
    tokenizer = Trainer(build, trained, trained, PLAN).tokenizer
    scores = evaluate(model, [e for a in articles for e in examples(a, tokenizer, 120)])
    assert {"names", "references", "antecedents", "relations", "modality", "speaker"} <= scores.keys()


def test_the_export_says_what_the_model_says(build: Path, trained: Path, tmp_path: Path) -> None:
    model = load(build, trained / "average.pt")
    export(model, tmp_path)
    (tmp_path / "tokenizer.json").write_bytes((build / "tokenizer.json").read_bytes())
    (tmp_path / "thresholds.json").write_text(json.dumps({}))
    network = Network(tmp_path)
    ids = np.array([0, *range(10, 40), 2], dtype=np.int64)
    trunk, _ = network.names(ids)
    with torch.no_grad():
        exact, _ = model.eval().encode(torch.tensor(ids)[None], torch.ones(1, len(ids), dtype=torch.bool))
    assert np.corrcoef(trunk.ravel(), exact.numpy().ravel())[0, 1] > 0.98
    kind = np.zeros(len(ids), dtype=np.int64)
    assert network.facts(trunk, kind).shape == trunk.shape
    assert (network.names(ids)[0] == trunk).all()


def gaps(article: Article) -> list[str]:
    """What lies between the sentences: white space, whatever the names."""
    return [article.text[a:b] for (_, a), (b, _) in pairwise(article.sentences)]


def test_exchanged_names_keep_every_offset() -> None:
    articles = [a for lang in ("de", "en") for a in read_articles(files("training", lang)[:3])]
    pools = name_pools(articles, [(f"Invented {i}", cls) for i in range(30) for cls in ("Company", "Person", "Place")])
    changed = 0
    for article in articles:
        new = exchanged(article, pools, 1.0, random.Random(1))
        changed += new.text != article.text
        assert len(new.mentions) == len(article.mentions)
        assert all(new.text[m.begin : m.end].strip() for m in new.mentions)
        for old, moved in zip(article.mentions, new.mentions, strict=True):
            if not old.is_name:
                assert new.text[moved.begin : moved.end] == article.text[old.begin : old.end]
        assert gaps(new) == gaps(article)
    assert changed > len(articles) / 2
