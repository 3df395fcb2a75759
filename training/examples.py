"""Articles to what the network is shown: windows of whole sentences with the targets of every head."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from tokenizers import Tokenizer

from kg.encoder.labels import (
    MODALITIES,
    OUTSIDE,
    QUANTITY_KINDS,
    REFERENCE,
    TIMES,
    admissible,
    classes,
    kinds,
    properties,
    tags,
)
from kg.encoder.pieces import BEGIN, END, piece
from kg.language import load_pipeline
from kg.recognize.quantities import find_quantities
from kg.records import Quantity
from training.articles import Article

# Mentions an antecedent is looked for among: so many before a reference, and a few after it (cataphora).
BEFORE, AFTER = 48, 4
# A fact's speaker stands at most so many sentences away.
SPEAKER_REACH = 2


@dataclass(slots=True)
class Span:
    """A mention or quantity in a window: first piece of its first and of its last token, side index, sentence."""

    first: int
    last: int
    side: int
    sentence: int
    entity: str = ""
    is_name: bool = True
    value: Quantity | None = None


@dataclass(slots=True)
class Group:
    """All pairs of spans in one sentence that stand for one subject and one object, with what the sentence says."""

    pairs: list[tuple[int, int]]
    allowed: NDArray[np.bool_]
    stated: set[int] = field(default_factory=set)
    modality: int = -1
    speakers: list[int] = field(default_factory=list)
    candidates: list[int] = field(default_factory=list)
    times: dict[int, set[int]] = field(default_factory=dict)
    dates: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """One window. `tags` holds for each token an index into `tag_sets()`: which tags may be right."""

    ids: list[int]
    first: list[int]
    tags: list[int]
    kind: list[int]
    spans: list[Span] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    references: list[tuple[int, list[int], list[bool]]] = field(default_factory=list)
    facts: int = 0
    tokens: list[tuple[int, int]] = field(default_factory=list)


@cache
def tag_index() -> dict[str, int]:
    """Tag to index."""
    return {tag: i for i, tag in enumerate(tags())}


def examples(article: Article, tokenizer: Tokenizer, longest: int) -> list[Example]:
    """The windows of an article, each of at most `longest` pieces where its sentences allow."""
    doc = load_pipeline(article.lang).make_doc(article.text)
    spans_of = _tokens(doc, article.sentences)
    pieced = [
        piece(tokenizer, article.text[b:e], [(x - b, y - b) for x, y in tokens])
        for (b, e), tokens in zip(article.sentences, spans_of, strict=True)
    ]
    result, begin = [], 0
    while begin < len(pieced):
        end, size = begin, 2
        while end < len(pieced) and (end == begin or size + len(pieced[end].ids) <= longest):
            size += len(pieced[end].ids)
            end += 1
        ids, first, tokens, where = [BEGIN], [], [], []
        for s in range(begin, end):
            first += [len(ids) + f for f in pieced[s].first]
            tokens += spans_of[s]
            where += [s] * len(spans_of[s])
            ids += pieced[s].ids
        if len(ids) < 510:
            result.append(_example(article, [*ids, END], first, tokens, where, (begin, end)))
        begin = end
    return result


def _tokens(doc: Doc, sentences: tuple[tuple[int, int], ...]) -> list[list[tuple[int, int]]]:
    """Begin and end of the tokens of each sentence, white space left out, cut at the sentence's ends."""
    tokens = [(t.idx, t.idx + len(t.text)) for t in doc if not t.is_space]
    return [[(max(x, b), min(y, e)) for x, y in tokens if x < e and y > b] for b, e in sentences]


def _example(article: Article, ids: list[int], first: list[int], tokens: list[tuple[int, int]], where: list[int],
             window: tuple[int, int]) -> Example:  # fmt: skip
    example = Example(ids, first, [OUTSIDE] * len(tokens), [OUTSIDE] * len(ids), tokens=tokens)
    starts = {begin: i for i, (begin, _) in enumerate(tokens)}
    named: list[tuple[int, int]] = []
    for mention in article.mentions:
        covered = covered_tokens(mention.begin, mention.end, tokens, starts)
        if not covered:
            continue
        cls = article.classes[mention.entity] if mention.is_name else REFERENCE
        side = classes().index(article.classes[mention.entity])
        _mark(example, covered, cls, True)
        named.append((mention.begin, mention.end))
        example.spans.append(
            Span(first[covered[0]], first[covered[-1]], side, where[covered[0]], mention.entity, mention.is_name)
        )
    for quantity in find_quantities(article.text, article.lang, article.date):
        covered = covered_tokens(quantity.begin, quantity.end, tokens, starts)
        if (
            covered
            and where[covered[0]] == where[covered[-1]]
            and not any(b < quantity.end and quantity.begin < e for b, e in named)
        ):
            _mark(example, covered, quantity.kind, False)
            side = len(classes()) + QUANTITY_KINDS.index(quantity.kind)
            example.spans.append(Span(first[covered[0]], first[covered[-1]], side, where[covered[0]], value=quantity))
    example.references = _references(example.spans)
    example.groups = _groups(article, example, window)
    return example


def covered_tokens(begin: int, end: int, tokens: list[tuple[int, int]], starts: dict[int, int]) -> list[int]:
    """The tokens a span of characters overlaps; one inside a token takes that."""
    i = starts.get(begin, -1)
    if i < 0:
        i = next((k for k, (x, y) in enumerate(tokens) if x <= begin < y), -1)
    covered = []
    while 0 <= i < len(tokens) and tokens[i][0] < end:
        covered.append(i)
        i += 1
    return covered


def _mark(example: Example, covered: list[int], label: str, tagged: bool) -> None:
    for n, i in enumerate(covered):
        name = f"{'I' if n else 'B'}-{label}"
        if tagged:
            example.tags[i] = tag_index()[name]
        index = kinds().index(name)
        stop = example.first[i + 1] if i + 1 < len(example.first) else example.first[i] + 1
        for place in range(example.first[i], max(stop, example.first[i] + 1)):
            example.kind[place] = index


def _references(spans: list[Span]) -> list[tuple[int, list[int], list[bool]]]:
    mentions = [i for i, s in enumerate(spans) if s.value is None]
    result = []
    for n, i in enumerate(mentions):
        if not spans[i].is_name:
            after = [
                j
                for j in mentions[n + 1 : n + 1 + AFTER]
                if spans[j].is_name and spans[j].sentence == spans[i].sentence
            ]
            candidates = [*mentions[max(0, n - BEFORE) : n], *after]
            if candidates:
                result.append((i, candidates, [spans[j].entity == spans[i].entity for j in candidates]))
    return result


def _groups(article: Article, example: Example, window: tuple[int, int]) -> list[Group]:
    groups: dict[tuple[int, str, str], Group] = {}
    by_sentence: dict[int, list[int]] = {}
    for i, span in enumerate(example.spans):
        by_sentence.setdefault(span.sentence, []).append(i)
    for sentence, members in by_sentence.items():
        for i in members:
            for j in members:
                one, other = example.spans[i], example.spans[j]
                if one.value is not None or (other.value is None and one.entity == other.entity):
                    continue
                allowed = admissible()[one.side, other.side]
                if allowed.any():
                    key = (sentence, one.entity, other.entity if other.value is None else f"#{j}")
                    groups.setdefault(key, Group([], allowed)).pairs.append((i, j))
    _state(article, example, groups, window)
    return list(groups.values())


def _state(
    article: Article, example: Example, groups: dict[tuple[int, str, str], Group], window: tuple[int, int]
) -> None:
    """Put the article's facts into the groups they belong to."""
    names = {name: i for i, name in enumerate(properties())}
    for fact in article.facts:
        inside = [s for s in fact.sentences if window[0] <= s < window[1]]
        if fact.property not in names or not inside:
            continue
        example.facts += len(inside) == len(fact.sentences)
        for sentence in inside:
            for key, group in groups.items():
                if key[:2] == (sentence, fact.subject) and _is_target(fact.target, key[2], example.spans):
                    group.stated.add(names[fact.property])
                    group.modality = MODALITIES.index(fact.modality)
                    _speaker_and_time(fact.speaker, fact.times, sentence, group, example.spans)


def _is_target(target: str, key: str, spans: list[Span]) -> bool:
    if not key.startswith("#"):
        return target == key
    quantity = spans[int(key[1:])].value
    return quantity is not None and same_value(quantity, target)


def same_value(quantity: Quantity, written: str) -> bool:
    """Whether a quantity is the value an annotation writes: a number, `low..high`, or a date."""
    value = quantity.value
    if value.date is not None:
        return value.date == written or (
            len(value.date) >= 4 and written.startswith(value.date[:7]) and len(written) > 4
        )
    try:
        numbers = [Decimal(part) for part in written.split("..")]
    except InvalidOperation:
        return False
    found = [value.low, value.high] if value.low is not None else [value.number]
    return len(found) == len(numbers) and all(
        f is not None and abs(f - n) <= abs(n) * Decimal("0.001") for f, n in zip(found, numbers, strict=True)
    )


def _speaker_and_time(
    speaker: str | None, times: dict[str, str], sentence: int, group: Group, spans: list[Span]
) -> None:
    group.candidates = [
        i for i, s in enumerate(spans) if s.value is None and abs(s.sentence - sentence) <= SPEAKER_REACH
    ]
    group.speakers = [i for i in group.candidates if spans[i].entity == speaker]
    group.dates = [
        i for i, s in enumerate(spans) if s.value is not None and s.value.kind == "date" and s.sentence == sentence
    ]
    for t, time in enumerate(TIMES):
        if time in times:
            found = {i for i in group.dates if (q := spans[i].value) is not None and same_value(q, times[time])}
            group.times.setdefault(t, set()).update(found)
