"""The recogniser with the trained network: it finds names and references, the gazetteer settles what it knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from kg.encoder.component import SURE, TAGS, Encoder
from kg.encoder.labels import REFERENCE, tags
from kg.encoder.runtime import load_network
from kg.language import Lexicon, load_lexicon
from kg.parts import Recognition
from kg.recognize import forms
from kg.recognize.gazetteer import GazetteerMatcher
from kg.recognize.overlap import apart, longest
from kg.recognize.quantities import find_quantities
from kg.records import Document, Mention
from kg.records.mention import MentionKind
from kg.settings import Settings
from kg.vocabulary import load_ontology
from kg.vocabulary.gazetteer import load_gazetteer

FOUND_BY = "network"
# Below this probability of its tags a name takes the class of a gazetteer entry of another kind; to be swept.
_WAVERING = 0.6
# Kinds of thing whose known names count where the network saw none: names of technologies and places are words too
# often, and it knows them from their context.
_KEPT = ("Person", "Organization", "Product", "Infrastructure")


def make_recognizer(settings: Settings) -> NetworkRecognizer:
    """The recogniser with the shipped network and the gazetteer the settings name."""
    return NetworkRecognizer(settings)


class NetworkRecognizer:
    """Names and references by the network, spelling and identity by the gazetteer, quantities by grammar."""

    def __init__(self, settings: Settings) -> None:
        self._ontology = load_ontology()
        self._matcher = GazetteerMatcher(load_gazetteer(settings.gazetteers, settings.seeds), self._ontology)
        self._encoder = Encoder(load_network())

    def __call__(self, doc: Doc, document: Document) -> Recognition:
        """The mentions and quantities of a text."""
        lexicon = load_lexicon(document.lang)
        read = list(tagged(self._encoder(doc), lexicon))
        known = self._matcher(doc, lexicon)
        named = self._settled([m for m in read if m.kind == "name"], known)
        added = forms.acronyms(doc, named, lexicon)
        mentions = longest([*named, *added, *(m for m in read if m.kind != "name")])
        return apart(mentions, find_quantities(document.text, document.lang, document.date))

    def _settled(self, read: Sequence[Mention], known: Sequence[Mention]) -> list[Mention]:
        """The network's names with what the gazetteer knows of them, and sure known names it did not see."""
        by_span = {(m.begin, m.end): m for m in known}
        taken = {place for m in read for place in range(m.begin, m.end)}
        settled = [self._settle(m, by_span.get((m.begin, m.end))) for m in uninflected(read)]
        for match in known:
            sure = match.score > 0.9 and self._ontology.coarse(match.cls) in _KEPT
            if sure and taken.isdisjoint(range(match.begin, match.end)):
                settled.append(match)
        return sorted(settled, key=lambda m: m.begin)

    def _settle(self, read: Mention, match: Mention | None) -> Mention:
        if match is None:
            return read
        same = self._ontology.coarse(read.cls) == self._ontology.coarse(match.cls)
        if same or read.score < _WAVERING:
            return replace(match, score=max(read.score, match.score), found_by=FOUND_BY)
        return read


def tagged(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    """The mentions that the tags of a Doc mark, in the order of the text."""
    names: list[int] = doc.user_data[TAGS]
    begin: int | None = None
    for token in doc:
        tag = tags()[names[token.i]]
        if begin is not None and not tag.startswith("I-") and not token.is_space:
            yield _mention(doc, begin, token.i, lexicon)
            begin = None
        if tag.startswith("B-"):
            begin = token.i
    if begin is not None:
        yield _mention(doc, begin, len(doc), lexicon)


def _mention(doc: Doc, begin: int, end: int, lexicon: Lexicon) -> Mention:
    while doc[end - 1].is_space:
        end -= 1
    span: Span = doc[begin:end]
    cls = tags()[doc.user_data[TAGS][begin]][2:]
    score = min(doc.user_data[SURE][begin:end])
    if cls != REFERENCE:
        return Mention(span.start_char, span.end_char, span.text, cls, span.text, "name", score, FOUND_BY)
    kind: MentionKind = "pronoun" if span.text.casefold() in lexicon.pronouns else "nominal"
    return Mention(span.start_char, span.end_char, span.text, cls, span.text, kind, score, FOUND_BY)


def uninflected(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions with the German genitive s taken off a name that the text has without it too."""
    mentions = list(mentions)
    texts = {m.text for m in mentions}
    return [replace(m, name=m.text[:-1]) if m.text.endswith("s") and m.text[:-1] in texts else m for m in mentions]
