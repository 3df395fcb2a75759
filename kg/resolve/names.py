"""The resolver of the first version: names alone, joined by gazetteer entry, spelling, and surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from kg.language import load_lexicon, without_legal_form
from kg.parts import Recognition, Resolution
from kg.records import Chain, Mention
from kg.settings import Settings
from kg.vocabulary import Ontology, load_ontology, slug
from kg.vocabulary.gazetteer import Gazetteer, load_gazetteer
from kg.vocabulary.iris import free_identifier

Key = tuple[str, str]


def make_resolver(settings: Settings) -> NameResolver:
    """The resolver with the gazetteer the settings name."""
    return NameResolver(load_gazetteer(settings.gazetteers, settings.seeds), load_ontology())


class NameResolver:
    """Joins mentions of one gazetteer entry, of one spelling (legal forms aside), and surnames with full names."""

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self._gazetteer = gazetteer
        self._ontology = ontology

    def __call__(self, doc: Doc, found: Recognition) -> Resolution:
        """The chains in the order of their first mentions."""
        mentions = found.mentions
        groups: dict[Key, list[int]] = {}
        legal_forms = load_lexicon(doc.lang_).legal_forms
        full_names: dict[str, Key] = {}
        keys = [self._key(mention, legal_forms) for mention in mentions]
        for mention, key in zip(mentions, keys, strict=True):
            if mention.cls == "Person" and " " in mention.name:
                full_names.setdefault(mention.name.split()[-1], key)
        for index, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
            if mention.cls == "Person" and " " in mention.name:
                full_names[mention.name.split()[-1]] = key  # a surname means the last who bore it in full
            elif mention.cls == "Person" and mention.seed is None:
                key = full_names.get(mention.name, key)  # noqa: PLW2901
            groups.setdefault(key, []).append(index)
        return Resolution(mentions, self._chains(mentions, groups))

    def _key(self, mention: Mention, legal_forms: Sequence[str]) -> Key:
        if mention.seed is not None:
            return "seed", mention.seed
        return self._ontology.coarse(mention.cls), slug(without_legal_form(mention.name, legal_forms))

    def _chains(self, mentions: Sequence[Mention], groups: dict[Key, list[int]]) -> tuple[Chain, ...]:
        chains: list[Chain] = []
        taken: set[str] = set()
        for (kind, key), members in groups.items():
            seed = key if kind == "seed" else None
            names = [name for name, _ in Counter(mentions[i].name for i in members).most_common()]
            label = self._gazetteer.entries[seed].label.text if seed else _best(names, mentions[members[0]].cls)
            cls = Counter(mentions[i].cls for i in members).most_common(1)[0][0]
            identifier = free_identifier(seed or slug(label), cls, taken)
            names += sorted({mentions[i].text for i in members if mentions[i].found_by == "acronym"} - set(names))
            chains.append(Chain(identifier, cls, label, tuple(names), tuple(members), seed))
        return tuple(chains)


def _best(names: Sequence[str], cls: str) -> str:
    """The name to show: of a person the fullest, else the commonest."""
    return max(names, key=lambda n: (len(n.split()), n)) if cls == "Person" else names[0]
