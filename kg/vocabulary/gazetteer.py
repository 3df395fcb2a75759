"""Seed knowledge: names of known things with their classes, from the CSV files of seeds/entities and a user's own.

Columns: name, class, language, aliases, ambiguous, wikidata, id. Aliases are separated by `|`; each may end in `?`
(needs support from its context) and `@de` or `@en` (the language it belongs to).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kg.errors import DataError
from kg.records import Name
from kg.resources import read_toml, shipped
from kg.vocabulary.iris import slug
from kg.vocabulary.ontology import Ontology, load_ontology

COLUMNS = ("name", "class", "language", "aliases", "ambiguous", "wikidata", "id")
GIVEN_NAMES = "given_names"
ORDINARY_WORDS = "ordinary_words"
_LANGUAGES = ("", "de", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing: its names, those that need support from the context, a Wikidata id from a data file."""

    id: str
    cls: str
    label: Name
    aliases: tuple[Name, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    wikidata: str | None = None

    @property
    def names(self) -> tuple[Name, ...]:
        """All names, the label first."""
        return (self.label, *self.aliases)


@dataclass(frozen=True)
class Gazetteer:
    """Entries by id, in the order they were read, and given names of people."""

    entries: dict[str, Entry]
    given_names: frozenset[str]


@lru_cache(maxsize=4)
def load_gazetteer(extra: tuple[Path, ...] = (), shipped_too: bool = True) -> Gazetteer:
    """The shipped entries with those of a user's files before them, read once; rows of one name and kind are merged."""
    ontology = load_ontology()
    entries: dict[str, Entry] = {}
    folder = shipped("seeds", "entities")
    sources = read_toml(folder / "sources.toml")
    files = (
        [folder / f"{name}.csv" for name in sources if name not in (GIVEN_NAMES, ORDINARY_WORDS)] if shipped_too else []
    )
    words = frozenset((folder / f"{ORDINARY_WORDS}.txt").read_text(encoding="utf-8").split())
    for path in (*extra, *files):
        for entry in read_entries(path, ontology):
            _add(entries, _doubting(entry, words), ontology)
    with (folder / f"{GIVEN_NAMES}.csv").open(encoding="utf-8", newline="") as stream:
        given = frozenset(row["name"] for row in csv.DictReader(stream))
    return Gazetteer(entries, given)


def read_entries(path: Path, ontology: Ontology) -> Iterator[Entry]:
    """The entries of one CSV file; DataError names file and line of the first fault."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            missing = [c for c in ("name", "class") if c not in (rows.fieldnames or ())]
            unknown = [c for c in rows.fieldnames or () if c not in COLUMNS]
            if missing or unknown:
                raise DataError(
                    f"{path}:1: columns must be {','.join(COLUMNS)}; look at {', '.join(missing or unknown)}"
                )
            for row in rows:
                yield _entry(row, f"{path}:{rows.line_num}", ontology)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); check the path") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path}: {error}; save it as CSV in UTF-8") from None


def _entry(row: dict[str, str | None], where: str, ontology: Ontology) -> Entry:
    if None in row:
        raise DataError(f"{where}: too many columns; quote the field that holds a comma")
    name, cls, lang = ((row.get(column) or "").strip() for column in ("name", "class", "language"))
    wikidata = (row.get("wikidata") or "").strip()
    if not name:
        raise DataError(f"{where}: the name is empty; fill it in or delete the line")
    if cls not in ontology.parents:
        raise DataError(f"{where}: no class named {cls!r}; known: {', '.join(ontology.classes)}")
    if wikidata and not (wikidata[0] == "Q" and wikidata[1:].isdigit()):
        raise DataError(f"{where}: {wikidata!r} is no Wikidata identifier; write it as Q42")
    ambiguous = {name} if (row.get("ambiguous") or "").strip().lower() in {"yes", "ja", "1", "true"} else set()
    aliases = []
    for part in filter(None, (alias.strip() for alias in (row.get("aliases") or "").split("|"))):
        text, _, alias_lang = part.rpartition("@") if part[-3:] in {"@de", "@en"} else (part, "", "")
        if text.endswith("?") and len(text) > 1:
            text = text[:-1]
            ambiguous.add(text)
        aliases.append(Name(text.strip(), alias_lang))
    if lang not in _LANGUAGES:
        raise DataError(f"{where}: language {lang!r} is none of de, en or empty; mend it")
    return Entry(
        (row.get("id") or "").strip() or slug(name),
        cls,
        Name(name, lang),
        tuple(aliases),
        frozenset(ambiguous),
        wikidata or None,
    )


def _add(entries: dict[str, Entry], entry: Entry, ontology: Ontology) -> None:
    """Put an entry in: merged into one of the same id and kind, under an id of its own beside one of another kind."""
    before = entries.get(entry.id)
    if before is not None and ontology.coarse(before.cls) != ontology.coarse(entry.cls):
        entry = replace(entry, id=f"{entry.id}-{entry.cls.lower()}")
        before = entries.get(entry.id)
    if before is None:
        entries[entry.id] = entry
        return
    names = dict.fromkeys(n for n in (*before.aliases, *entry.names) if n.text != before.label.text)
    cls = entry.cls if ontology.is_a(entry.cls, before.cls) else before.cls
    # A name that one source holds for ambiguous is so.
    entries[entry.id] = replace(
        before,
        cls=cls,
        aliases=tuple(_one_a_text(names)),
        ambiguous=before.ambiguous | entry.ambiguous,
        wikidata=before.wikidata or entry.wikidata,
    )


def _doubting(entry: Entry, words: frozenset[str]) -> Entry:
    """The entry with those of its names ambiguous that are ordinary words; names of technologies are words anyway."""
    doubtful = {name.text for name in entry.names if name.text.casefold() in words}
    if not doubtful or entry.cls == "Technology":
        return entry
    return replace(entry, ambiguous=entry.ambiguous | doubtful)


def _one_a_text(names: Iterable[Name]) -> Iterator[Name]:
    seen: set[str] = set()
    for name in names:
        if name.text not in seen:
            seen.add(name.text)
            yield name
