"""Known names in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kg.language import Lexicon
from kg.recognize.atoms import Atom, atoms_of
from kg.records import Mention, Name
from kg.vocabulary import Ontology
from kg.vocabulary.gazetteer import Entry, Gazetteer

FOUND_BY = "gazetteer"
# Which of two overlapping mentions of one length stays; an order of trust, no measured probability.
_SURE, _DOUBTFUL = 0.95, 0.7
# Letters a name must have to be recognised in capitals or with another first letter: shorter ones are too often
# something else ("IT", "it"; "ARM", "arm").
_CASE_FREE = 4


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of one entry."""

    name: Name
    entry: Entry
    ambiguous: bool


class GazetteerMatcher:
    """Finds the longest known name at each place of a sentence, in time linear in the text."""

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology) -> None:
        self._ontology = ontology
        self._forms: dict[tuple[str, ...], list[_Form]] = {}
        self._longest: dict[str, int] = {}  # first atom to the length of the longest name that begins so
        for entry in gazetteer.entries.values():
            for name in entry.names:
                keys = tuple(atom.key for atom in atoms_of(name.text))
                if keys:
                    self._forms.setdefault(keys, []).append(_Form(name, entry, name.text in entry.ambiguous))
                    self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def __call__(self, doc: Doc, lexicon: Lexicon) -> list[Mention]:
        """All known names; ambiguous ones only where something near them or in the document speaks for them."""
        text, lang = doc.text, doc.lang_  # spaCy makes the text anew each time it is asked for it
        sure: list[Mention] = []
        doubtful: list[tuple[Mention, Span]] = []
        for sentence in doc.sents:
            for mention, form in self._sentence(text, lang, sentence):
                if form.ambiguous:
                    doubtful.append((mention, sentence))
                else:
                    sure.append(mention)
        known = {mention.seed for mention in sure}
        headlines = {s.start for s in {s.start: s for _, s in doubtful}.values() if lang == "en" and _title_case(s)}
        supported = [m for m, s in doubtful if m.seed in known or _supported(doc, m, s, lexicon, s.start in headlines)]
        return sorted((*sure, *supported), key=lambda m: m.begin)

    def _sentence(self, text: str, lang: str, sentence: Span) -> Iterator[tuple[Mention, _Form]]:
        atoms = atoms_of(text, sentence.start_char, sentence.end_char)
        position = 0
        while position < len(atoms):
            found = self._at(text, lang, atoms, position)
            if found is None:
                position += 1
                continue
            length, form = found
            begin, end = atoms[position].begin, atoms[position + length - 1].end
            yield (
                Mention(
                    begin,
                    end,
                    text[begin:end],
                    form.entry.cls,
                    form.name.text,
                    score=_DOUBTFUL if form.ambiguous else _SURE,
                    found_by=FOUND_BY,
                    seed=form.entry.id,
                ),
                form,
            )
            position += length

    def _at(self, text: str, lang: str, atoms: list[Atom], position: int) -> tuple[int, _Form] | None:
        """The longest name that begins at an atom, and its length; inflected forms count where no other fits."""
        first = atoms[position].key
        bound = max(self._longest.get(first, 0), self._longest.get(first[:-1], 0) if first.endswith("s") else 0)
        for length in range(min(bound, len(atoms) - position), 0, -1):
            window = atoms[position : position + length]
            surface = text[window[0].begin : window[-1].end]
            keys = tuple(atom.key for atom in window)
            for form in self._forms.get(keys, ()):
                if self._spelled(surface, form):
                    return length, form
            if keys[-1].endswith("s") and len(keys[-1]) > 2:
                for form in self._forms.get((*keys[:-1], keys[-1][:-1]), ()):
                    if self._inflects(form, lang) and self._spelled(surface[:-1], form):
                        return length, form
        return None

    def _inflects(self, form: _Form, lang: str) -> bool:
        """German names take a genitive s; products take a plural s in both languages."""
        return not form.ambiguous and (lang == "de" or self._ontology.is_a(form.entry.cls, "Product"))

    def _spelled(self, surface: str, form: _Form) -> bool:
        """Whether a name is written so, case and all."""
        plain, name = _plain(surface), _plain(form.name.text)
        if plain == name:
            return True
        if form.ambiguous or sum(c.isalpha() for c in name) < _CASE_FREE:
            return False
        if self._ontology.is_a(form.entry.cls, "Technology"):
            return True
        return plain.isupper() or (plain[0].isupper() and plain[1:] == name[1:])


def _plain(text: str) -> str:
    return text.replace("-", " ").replace("‑", " ").replace("\u00a0", " ").replace("’", "'")


def _supported(doc: Doc, mention: Mention, sentence: Span, lexicon: Lexicon, headline: bool) -> bool:
    """Whether an ambiguous name is written as only a name is: in English capitalised inside a sentence that is not a
    headline; in German before a hyphen, or after a preposition without an article."""
    span = doc.char_span(mention.begin, mention.end, alignment_mode="expand")
    if span is None or not (span[0].text[0].isupper() or any(c.isdigit() for c in span.text)):
        return False
    before = doc[span.start - 1] if span.start > sentence.start else None
    after = doc[span.end] if span.end < sentence.end else None
    if after is not None and after.text == "-" and not doc[span.end - 1].whitespace_ and not after.whitespace_:
        return True
    if before is None or before.text in "„“\"»«'’(:":
        return False
    if doc.lang_ == "de":
        return before.text in lexicon.prepositions
    neighbours = [t for t in (before, after) if t is not None]
    return not headline and not any(_name_like(t, lexicon) for t in neighbours)


def _name_like(token: object, lexicon: Lexicon) -> bool:
    text = str(token)
    return text[0].isupper() and text not in lexicon.sentence_starters and text not in lexicon.roles


def _title_case(sentence: Iterable[object]) -> bool:
    """Whether every word of a sentence but the small ones is capitalised, as in English headlines."""
    return all(not str(t)[0].islower() for t in sentence if str(t)[0].isalpha() and len(str(t)) > 3)
