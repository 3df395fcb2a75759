"""The relater of the first version: a small lexicon of unmistakable frames per language.

A frame is a regular expression over a sentence in which every mention, number and date is one sign. It is what the
language leaves no doubt about ("X, CEO of Y"); everything else is left unread rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from spacy.tokens import Doc

from kg.errors import DataError
from kg.language.lexicon import folder
from kg.parts import Reading
from kg.records import MODALITIES, Mention, Quantity, Relation, Sentence
from kg.resources import read_toml
from kg.settings import Settings
from kg.vocabulary import Ontology, load_ontology

# Signs of the private use area stand for mentions and quantities; the text's own such characters become a blank.
_M, _Q, _END = "\ue000", "\ue001", "\ue002"
_PRIVATE = re.compile(f"[{_M}{_Q}{_END}]")
_SLOT = re.compile(r"\{(subjects?|objects?|value|at|any)\}")


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern, what it says, and how sure it is."""

    pattern: re.Pattern[str]
    property: str
    modality: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a language; a sentence with a blocker is not read, a `past` word makes `formerlyAt` of `leads`."""

    frames: tuple[Frame, ...]
    blockers: frozenset[str]
    past: frozenset[str]


def make_relater(settings: Settings) -> FrameRelater:
    """The relater; it takes nothing from the settings."""
    return FrameRelater(load_ontology())


class FrameRelater:
    """Reads relations off sentences that match a frame, where the ontology admits them."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def __call__(self, doc: Doc, reading: Reading) -> tuple[Relation, ...]:
        """The relations of a text, each once a sentence, in the order of the text."""
        frames, text = load_frames(doc.lang_), doc.text
        relations: dict[tuple[object, ...], Relation] = {}
        for index, (sentence, template) in enumerate(_templates(text, reading)):
            if _M not in template or _blocked(text[sentence.begin : sentence.end], frames.blockers):
                continue
            for frame in frames.frames:
                for match in frame.pattern.finditer(template):
                    for relation in self._read(match, frame, frames.past, reading, index):
                        key = (index, relation.subject, relation.predicate, relation.object)
                        relations.setdefault(key, relation)
        return tuple(relations.values())

    def _read(
        self, match: re.Match[str], frame: Frame, past: frozenset[str], reading: Reading, sentence: int
    ) -> Iterator[Relation]:
        """The relations of one match: one for every pair of its subjects and objects that the ontology admits."""
        name = frame.property
        before = match.string[: match.start()].replace("-", " ").split()
        if name in ("leads", "worksFor") and before and before[-1].casefold() in past:
            name = "formerlyAt"
        groups = match.groupdict()
        at = reading.quantities[_numbers(groups["at"])[0]].value.date if groups.get("at") else None
        for subject in self._alike(groups.get("subject") or groups.get("subjects"), reading):
            cls = reading.mentions[subject].cls
            if groups.get("value"):
                quantity = reading.quantities[_numbers(groups["value"])[0]]
                if self._fits(name, cls, quantity):
                    yield Relation(subject, name, quantity.value, sentence, frame.confidence, frame.modality, at=at)
                continue
            for object_ in self._alike(groups.get("object") or groups.get("objects"), reading):
                if subject != object_ and self._ontology.admits(name, cls, reading.mentions[object_].cls):
                    yield Relation(subject, name, object_, sentence, frame.confidence, frame.modality, at=at)

    def _alike(self, signs: str | None, reading: Reading) -> list[int]:
        """The mentions of a list up to the first of another kind: "Gründer Anna Berg und Google" lists one founder."""
        mentions = _numbers(signs)
        kinds = [self._ontology.coarse(reading.mentions[i].cls) for i in mentions]
        return [i for i, kind in takewhile(lambda pair: pair[1] == kinds[0], zip(mentions, kinds, strict=True))]

    def _fits(self, name: str, cls: str, quantity: Quantity) -> bool:
        return self._ontology.admits(name, cls) and self._ontology.property(name).quantity == quantity.kind


def _templates(text: str, reading: Reading) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with a sign in place of each mention and quantity, which holds its index."""
    signs: list[tuple[Mention | Quantity, str]] = [
        *((m, f"{_M}{i}{_END}") for i, m in enumerate(reading.mentions)),
        *((q, f"{_Q}{i}{_END}") for i, q in enumerate(reading.quantities)),
    ]
    signs.sort(key=lambda pair: pair[0].begin)
    next_sign = 0
    for sentence in reading.sentences:
        parts: list[str] = []
        position = sentence.begin
        while next_sign < len(signs) and signs[next_sign][0].begin < sentence.end:
            thing, sign = signs[next_sign]
            if sentence.begin <= thing.begin and thing.end <= sentence.end:
                parts += [_PRIVATE.sub(" ", text[position : thing.begin]), sign]
                position = thing.end
            next_sign += 1
        yield sentence, "".join([*parts, _PRIVATE.sub(" ", text[position : sentence.end])])


def _blocked(text: str, blockers: frozenset[str]) -> bool:
    return text.rstrip('"”“»«’').endswith("?") or not blockers.isdisjoint(re.findall(r"[\w’']+", text.casefold()))


def _numbers(signs: str | None) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", signs or "")]


@cache
def load_frames(lang: str) -> Frames:
    """The frames of a language from its frames.toml, compiled once."""
    path, ontology = folder(lang) / "frames.toml", load_ontology()
    data = read_toml(path)
    lists: str = "|".join(re.escape(word) for word in data["joiners"])
    frames = []
    for number, item in enumerate(data["frame"], start=1):
        where = f"{path}: frame {number}"
        if item.get("property") not in ontology.properties or item.get("modality", "Asserted") not in MODALITIES:
            raise DataError(f"{where}: property or modality is not of the vocabulary; mend it")
        for pattern in item["patterns"]:
            frames.append(_frame(pattern, item, lists, data["words"], where))
    return Frames(tuple(frames), frozenset(data["blockers"]), frozenset(data["past"]))


def _frame(pattern: str, item: dict[str, Any], joiners: str, words: dict[str, Sequence[str]], where: str) -> Frame:
    def slot(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "any":
            return rf"{_M}\d+{_END}"
        if name in ("value", "at"):
            return rf"(?P<{name}>{_Q}\d+{_END})"
        one = rf"{_M}\d+{_END}"
        return rf"(?P<{name}>{one})" if name in ("subject", "object") else rf"(?P<{name}>{one}(?:(?:{joiners}){one})*)"

    for name, choices in words.items():
        pattern = pattern.replace(f"<{name}>", "(?:" + "|".join(choices) + ")")
    try:
        compiled = re.compile(_SLOT.sub(slot, pattern))
    except re.error as error:
        raise DataError(f"{where}: {pattern!r} is no pattern ({error}); mend it") from None
    return Frame(compiled, item["property"], item.get("modality", "Asserted"), float(item["confidence"]))
