"""Annotated articles, as training and evaluation use them, and the exchange of their names for others."""

from __future__ import annotations

import importlib.util
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention in an article: characters, the entity's id, and whether it is a name."""

    begin: int
    end: int
    entity: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an article: the sentences (from 0) that say it, and what they say; `target` is an entity or a value."""

    sentences: tuple[int, ...]
    subject: str
    property: str
    target: str
    modality: str
    speaker: str | None = None
    times: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its annotation."""

    id: str
    lang: str
    date: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Marked, ...]
    classes: dict[str, str]
    facts: tuple[Fact, ...]


@cache
def _format() -> ModuleType:
    """The reader of the corpus format, which lies with the corpus."""
    spec = importlib.util.spec_from_file_location("corpus_check", HERE / "corpus" / "check.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_articles(paths: Iterable[Path]) -> list[Article]:
    """The articles of some files, in order; a fault in one is raised with file and line."""
    return [_article(raw) for path in paths for raw in _format().read(path, [])]


def _article(raw: dict[str, Any]) -> Article:
    facts = tuple(
        Fact(
            tuple(n - 1 for n in f["sentences"]),
            f["s"],
            f["p"],
            f["o"],
            f["modality"],
            f.get("by"),
            {time: f[time] for time in ("at", "since", "until") if time in f},
        )
        for f in raw["facts"]
    )
    mentions = tuple(Marked(b, e, i, kind == "name") for b, e, i, kind in raw["mentions"])
    return Article(
        raw["id"], raw["lang"], raw["date"], raw["text"], tuple(raw["sentences"]), mentions, raw["entities"], facts
    )


Pools = dict[str, list[str]]


def name_pools(articles: Iterable[Article], known: Iterable[tuple[str, str]]) -> Pools:
    """Names by class: those that stand in the articles in one spelling only, and the known ones (name, class)."""
    pools: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for entity, surfaces in _surfaces(article).items():
            cls = article.classes[entity]
            pools[cls].update(s for s in surfaces if (" " in s if cls == "Person" else len(surfaces) == 1))
    for name, cls in known:
        if cls != "Person" or 2 <= len(name.split()) <= 3:
            pools[cls].add(name)
    return {cls: sorted(names) for cls, names in pools.items()}


def _surfaces(article: Article) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.is_name:
            found[mention.entity].add(article.text[mention.begin : mention.end])
    return found


def exchanged(article: Article, pools: Pools, chance: float, rng: random.Random) -> Article:
    """The article with the names of some of its entities exchanged for others of their class, inflection kept."""
    new: dict[tuple[str, str], str] = {}
    for entity, surfaces in sorted(_surfaces(article).items()):
        pool = pools.get(article.classes[entity], [])
        if len(pool) > 20 and rng.random() < chance:
            new |= {(entity, s): n for s, n in _renamed(surfaces, rng.choice(pool), article.classes[entity]).items()}
    return _rewritten(article, new) if new else article


def _renamed(surfaces: set[str], name: str, cls: str) -> dict[str, str]:
    """New spellings for old ones; empty where these are more than a name, its inflection, and a surname."""
    full = max(surfaces, key=lambda s: (len(s.split()), -len(s), s))
    stems = {full: name}
    if cls == "Person" and " " in full:
        stems[full.split()[-1]] = name.rsplit(maxsplit=1)[-1]
    renamed = {}
    for surface in surfaces:
        if surface in stems:
            renamed[surface] = stems[surface]
        elif surface[:-1] in stems and surface.endswith("s"):
            stem = stems[surface[:-1]]
            renamed[surface] = stem if stem.endswith(("s", "x", "z")) else stem + "s"
        else:
            return {}
    return renamed


def _rewritten(article: Article, new: dict[tuple[str, str], str]) -> Article:
    parts: list[str] = []
    moved: list[Marked] = []
    shifts: list[tuple[int, int]] = []  # from this old offset on, text lies so much further on
    position = shift = 0
    for mention in article.mentions:
        old = article.text[mention.begin : mention.end]
        text = new.get((mention.entity, old), old) if mention.is_name else old
        parts += [article.text[position : mention.begin], text]
        moved.append(replace(mention, begin=mention.begin + shift, end=mention.begin + shift + len(text)))
        shift += len(text) - len(old)
        shifts.append((mention.end, shift))
        position = mention.end
    text = "".join([*parts, article.text[position:]])
    return replace(article, text=text, mentions=tuple(moved), sentences=tuple(_moved(article.sentences, shifts)))


def _moved(spans: Iterable[tuple[int, int]], shifts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    def place(offset: int) -> int:
        return offset + next((shift for begin, shift in reversed(shifts) if begin <= offset), 0)

    for begin, end in spans:
        yield place(begin), place(end)
