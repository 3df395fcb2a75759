"""The recogniser of the first version: gazetteer, forms and grammar, no learning."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.language import load_lexicon
from kg.parts import Recognition
from kg.recognize import forms
from kg.recognize.gazetteer import GazetteerMatcher
from kg.recognize.overlap import apart, longest
from kg.recognize.quantities import find_quantities
from kg.records import Document
from kg.settings import Settings
from kg.vocabulary import load_ontology
from kg.vocabulary.gazetteer import load_gazetteer


def make_recognizer(settings: Settings) -> PatternRecognizer:
    """The recogniser with the gazetteer the settings name."""
    return PatternRecognizer(settings)


class PatternRecognizer:
    """Names by gazetteer and form, quantities by grammar."""

    def __init__(self, settings: Settings) -> None:
        ontology = load_ontology()
        gazetteer = load_gazetteer(settings.gazetteers, settings.seeds)
        self._matcher = GazetteerMatcher(gazetteer, ontology)
        self._given_names = gazetteer.given_names
        self._products = frozenset(c for c in ontology.classes if ontology.is_a(c, "Product"))

    def __call__(self, doc: Doc, document: Document) -> Recognition:
        """The mentions and quantities of a text."""
        lexicon = load_lexicon(document.lang)
        known = self._matcher(doc, lexicon)
        named = longest(
            [
                *known,
                *forms.models(doc, known, self._products),
                *forms.organizations(doc, lexicon),
                *forms.people(doc, lexicon, self._given_names),
            ]
        )
        mentions = longest(
            [
                *named,
                *forms.acronyms(doc, named, lexicon),
                *forms.short_names(doc, named, lexicon),
                *forms.surnames(doc, named, lexicon),
            ]
        )
        return apart(mentions, find_quantities(document.text, document.lang, document.date))
