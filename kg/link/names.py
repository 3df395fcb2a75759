"""The linker of the first version: chains of one gazetteer entry, or of one name and kind, are one entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.language import load_lexicon, without_legal_form
from kg.parts import Linking
from kg.records import Chain, Entity, Extraction, Name
from kg.settings import Settings
from kg.vocabulary import Ontology, load_ontology, slug
from kg.vocabulary.gazetteer import Gazetteer, load_gazetteer
from kg.vocabulary.iris import free_identifier
from kg.vocabulary.ontology import TOP_CLASSES

Key = tuple[str, str]


def make_linker(settings: Settings) -> NameLinker:
    """The linker with the gazetteer the settings name."""
    return NameLinker(load_gazetteer(settings.gazetteers, settings.seeds), load_ontology())


@dataclass(slots=True)
class _Group:
    """What is gathered of one entity while documents pass."""

    seed: str | None
    classes: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    mentions: int = 0

    def add(self, chain: Chain) -> None:
        size = len(chain.mentions)
        self.classes[chain.cls] += size
        self.labels[chain.label] += size
        self.names.update(chain.names)
        self.mentions += size


class NameLinker:
    """Groups chains by gazetteer entry, else by kind and spelling of their label."""

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self._gazetteer = gazetteer
        self._ontology = ontology

    def __call__(self, extractions: Iterable[Extraction]) -> Linking:
        """The entities of all documents, in the order of their ids, and which chain is which."""
        groups: dict[Key, _Group] = {}
        key_of: dict[tuple[str, str], Key] = {}
        for extraction in extractions:
            for chain in extraction.chains:
                key = self._key(chain, extraction.document.lang)
                groups.setdefault(key, _Group(chain.seed)).add(chain)
                key_of[extraction.document.id, chain.id] = key
        ids = self._identifiers(groups)
        entities = {ids[key]: self._entity(ids[key], group) for key, group in groups.items()}
        return Linking(dict(sorted(entities.items())), {chain: ids[key] for chain, key in key_of.items()})

    def _key(self, chain: Chain, lang: str) -> Key:
        coarse = self._ontology.coarse(chain.cls)
        name = without_legal_form(chain.label, load_lexicon(lang).legal_forms)
        return (coarse, chain.seed) if chain.seed else (coarse, slug(name))

    def _identifiers(self, groups: dict[Key, _Group]) -> dict[Key, str]:
        """An identifier for each group; where two kinds of thing share a name, the later kind's says what it is."""
        ids: dict[Key, str] = {}
        taken: set[str] = set()
        for key in sorted(groups, key=lambda k: (groups[k].seed is None, TOP_CLASSES.index(k[0]), k[1])):
            coarse, identifier = key
            ids[key] = free_identifier(identifier, coarse, taken)
        return ids

    def _entity(self, identifier: str, group: _Group) -> Entity:
        cls = _commonest(group.classes)
        if group.seed is None:
            label = Name(_commonest(group.labels))
            known: tuple[Name, ...] = ()
            wikidata = None
        else:
            entry = self._gazetteer.entries[group.seed]
            label, known, wikidata, cls = entry.label, entry.aliases, entry.wikidata, entry.cls
        texts = {name.text for name in known} | {label.text}
        met = (Name(name) for name in sorted({*group.names, *group.labels}) if name not in texts)
        return Entity(identifier, cls, label, tuple(sorted((*known, *met))), wikidata, group.mentions)


def _commonest(counts: Counter[str]) -> str:
    """The commonest, the first in the alphabet where several are."""
    return min(counts, key=lambda text: (-counts[text], text))
