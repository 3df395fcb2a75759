"""The shipped names, and what a user's file may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DataError
from kg.records import Name
from kg.resources import read_toml, shipped
from kg.vocabulary import load_ontology
from kg.vocabulary.gazetteer import load_gazetteer, read_entries

HEADER = "name,class,language,aliases,ambiguous,wikidata,id\n"


def read(tmp_path: Path, rows: str, header: str = HEADER):  # type: ignore[no-untyped-def]
    path = tmp_path / "names.csv"
    path.write_text(header + rows, encoding="utf-8")
    return list(read_entries(path, load_ontology()))


def test_shipped_names_are_many_and_of_every_top_class() -> None:
    entries = load_gazetteer().entries.values()
    assert len(entries) > 8_000
    ontology = load_ontology()
    assert {ontology.coarse(e.cls) for e in entries} == {
        "Person", "Organization", "Product", "Infrastructure", "Place", "Technology", "Event"
    }  # fmt: skip


def test_every_shipped_file_names_source_and_licence() -> None:
    folder = shipped("seeds", "entities")
    sources = read_toml(folder / "sources.toml")
    files = {p.stem for p in folder.iterdir() if p.suffix in {".csv", ".txt"}}
    assert files == sources.keys()
    for name, source in sources.items():
        assert source["source"] and source["licence"], name


def test_no_shipped_file_has_a_name_twice() -> None:
    for path in sorted(shipped("seeds", "entities").glob("*.csv")):
        if path.stem != "given_names":
            ids = [e.id for e in read_entries(path, load_ontology())]
            assert len(ids) == len(set(ids)), path


def test_identifiers_come_from_lists_only() -> None:
    """A file written from general knowledge has no Wikidata identifiers, but for those its source names."""
    folder = shipped("seeds", "entities")
    for name, source in read_toml(folder / "sources.toml").items():
        if (
            source["source"] == "written for this project"
            and (folder / f"{name}.csv").exists()
            and name != "given_names"
        ):
            assert [e.label.text for e in read_entries(folder / f"{name}.csv", load_ontology()) if e.wikidata] == [], (
                name
            )


def test_languages_and_doubts_of_aliases(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "European Commission,GovernmentBody,en,EU-Kommission@de|EC?|Kommission?@de,,Q8880,\n")
    assert entry.label == Name("European Commission", "en")
    assert entry.aliases == (Name("EU-Kommission", "de"), Name("EC"), Name("Kommission", "de"))
    assert entry.ambiguous == {"EC", "Kommission"}
    assert (entry.id, entry.wikidata) == ("european-commission", "Q8880")


def test_two_columns_are_enough_and_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "Quorbel,Company\n", "\ufeffname,class\n")
    assert (entry.id, entry.cls) == ("quorbel", "Company")


@pytest.mark.parametrize(
    ("rows", "header", "message"),
    [
        ("A,Company,,,,,\n,Company,,,,,\n", HEADER, ":3: the name is empty"),
        ("A,Firma,,,,,\n", HEADER, ":2: no class named 'Firma'; known: AIModel"),
        ("A,Company,fr,,,,\n", HEADER, ":2: language 'fr' is none of de, en"),
        ("A,Company,,,,42,\n", HEADER, ":2: '42' is no Wikidata identifier"),
        ("A,Company,,,,,,more\n", HEADER, ":2: too many columns"),
        ("A,Company\n", "name,kind\n", ":1: columns must be"),
        ("A,Company,x\n", "name,class,colour\n", ":1: columns must be .* look at colour"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, rows: str, header: str, message: str) -> None:
    with pytest.raises(DataError, match=r"names\.csv" + message):
        read(tmp_path, rows, header)


def test_a_users_file_comes_first_and_is_merged(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,class,aliases\nApple,Company,The Fruit Company\n", encoding="utf-8")
    entry = load_gazetteer((path,)).entries["apple"]
    assert "The Fruit Company" in {n.text for n in entry.names}
    assert "Apple Inc." in {n.text for n in entry.names}


def test_a_thing_of_another_kind_gets_an_id_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,class\nQuorbel,Company\nQuorbel,Software\n", encoding="utf-8")
    entries = load_gazetteer((path,), shipped_too=False).entries
    assert {e.id: e.cls for e in entries.values()} == {"quorbel": "Company", "quorbel-software": "Software"}
