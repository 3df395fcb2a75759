"""A good export conforms; every way of breaking it is caught."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.query import validate
from kg.run import build


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("validate")
    (folder / "news.txt").write_text(
        "Tim Cook, CEO of Apple, spoke in Berlin. Microsoft has acquired GitHub. Nvidia was founded in 1993.",
        encoding="utf-8",
    )
    build(folder / "news.txt", folder / "out")
    return (folder / "out" / "graph.nt").read_text(encoding="utf-8")


def check(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "graph.nt"
    path.write_text(text, encoding="utf-8")
    return [str(v) for v in validate(path)]


def test_an_export_conforms(export: str, tmp_path: Path) -> None:
    assert "Claim>" in export
    assert check(export, tmp_path) == []


TKG = "https://w3id.org/techkg/ontology#"
BREAKS = {
    "no evidence": lambda t: "\n".join(line for line in t.splitlines() if "ontology#evidence>" not in line),
    "no modality": lambda t: "\n".join(line for line in t.splitlines() if "ontology#modality>" not in line),
    "an unknown modality": lambda t: t.replace(f"{TKG}Asserted", f"{TKG}Certain"),
    "confidence over one": lambda t: t.replace('"0.9', '"1.9').replace('"0.8', '"1.8'),
    "an unknown property": lambda t: t.replace(f"{TKG}leads", f"{TKG}adores"),
    "no label": lambda t: "\n".join(line for line in t.splitlines() if "core#prefLabel>" not in line),
    "another label": lambda t: t.replace('core#prefLabel> "Apple"', 'core#prefLabel> "Pear"'),
    "a sentence without a text": lambda t: "\n".join(line for line in t.splitlines() if "ontology#text>" not in line),
    "a sentence of no document": lambda t: "\n".join(
        line for line in t.splitlines() if "prov#wasDerivedFrom>" not in line
    ),
    "the wrong kind of subject": lambda t: t.replace(
        "id/tim-cook> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <" + TKG + "Person>",
        "id/tim-cook> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <" + TKG + "Place>",
    ),
    "a direct triple without its claim": lambda t: t.replace(
        f"<{TKG}modality> <{TKG}Asserted>", f"<{TKG}modality> <{TKG}Denied>"
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_export_is_caught(export: str, tmp_path: Path, name: str) -> None:
    broken = BREAKS[name](export)
    assert broken != export, "the export no longer has what this test breaks"
    assert check(broken, tmp_path) != []
