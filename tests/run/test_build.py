"""From files to an output folder: what comes out, whatever goes in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.errors import OutputError
from kg.parts import known
from kg.run import build
from kg.run.output import replacing
from kg.settings import Settings

FILES = ["graph.graphml", "graph.html", "graph.jsonld", "graph.nt", "graph.ttl", "report.json"]


@pytest.fixture(scope="module")
def output(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents that ship with the project, built."""
    folder = tmp_path_factory.mktemp("seeds") / "output"
    build(root / "seeds" / "documents", folder)
    return folder


def test_every_file_is_written_and_nothing_else(output: Path) -> None:
    assert sorted(p.name for p in output.iterdir()) == FILES


def test_every_exporter_is_used(output: Path) -> None:
    assert len(known("exporter")) == len(FILES) - 1


def test_rdf_files_are_the_same_graph(output: Path) -> None:
    graphs = [rdflib.Graph().parse(output / f"graph.{suffix}") for suffix in ("ttl", "nt", "jsonld")]
    assert len(graphs[0]) > 500
    assert isomorphic(graphs[0], graphs[1])
    assert isomorphic(graphs[0], graphs[2])


def test_graphml_is_readable(output: Path) -> None:
    network = nx.read_graphml(output / "graph.graphml")
    report = json.loads((output / "report.json").read_text(encoding="utf-8"))
    assert network.number_of_nodes() == report["entities"]
    assert any(data["label"] == "leads" for _, _, data in network.edges(data=True))


def test_the_report_counts(output: Path) -> None:
    report = json.loads((output / "report.json").read_text(encoding="utf-8"))
    assert report["documents"]["read"] == 6
    assert report["documents"]["failed"] == []
    assert sum(report["classes"].values()) == report["entities"]
    assert sum(report["properties"].values()) == sum(report["modalities"].values()) == report["claims"]
    assert {"read", "language", "recognize", "relate", "link", "assemble", "export html"} <= report["seconds"].keys()


def test_bytes_do_not_depend_on_the_hash_seed(root: Path, tmp_path: Path) -> None:
    outputs = []
    for seed in ("0", "1", "4711"):
        folder = tmp_path / seed
        subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; from kg import build; build(sys.argv[1], sys.argv[2])",
                str(root / "seeds" / "documents"),
                str(folder),
            ],
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        outputs.append({name: (folder / name).read_bytes() for name in FILES})
    reports = [json.loads(files.pop("report.json")) for files in outputs]
    assert outputs[0] == outputs[1] == outputs[2]
    for report in reports:
        del report["seconds"]
    assert reports[0] == reports[1] == reports[2]


def test_nothing_is_lost_when_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.ttl").write_text("precious")
    (tmp_path / "empty.txt").write_text("")
    report = build(tmp_path / "empty.txt", tmp_path / "out")
    assert report.read == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["graph.ttl"]
    assert (tmp_path / "out" / "graph.ttl").read_text() == "precious"


def test_an_interrupted_write_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("precious")

    def interrupted() -> None:
        with replacing(tmp_path) as folder:
            (folder / "graph.ttl").write_text("half a fi")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("graph.ttl", "precious")]


@pytest.mark.parametrize("place", ["file", "under"])
def test_an_output_folder_that_cannot_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "news.txt").write_text("The plant opens in May.")
    out = tmp_path / "file" if place == "file" else tmp_path / "file" / "below"
    with pytest.raises(OutputError, match=r"cannot be written .*give another folder with -o"):
        build(tmp_path / "news.txt", out)


def test_base_and_formats_are_settings(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Tim Cook, CEO of Apple, spoke in Berlin.")
    build(tmp_path / "news.txt", tmp_path / "out", Settings(base="https://example.org/kg/", formats=("ntriples",)))
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["graph.nt", "report.json"]
    text = (tmp_path / "out" / "graph.nt").read_text()
    assert "<https://example.org/kg/tim-cook>" in text
    assert "w3id.org/techkg/id/" not in text


def test_files_of_another_run_do_not_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tim Cook, CEO of Apple, spoke in Berlin.")
    build(tmp_path / "a.txt", tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    build(tmp_path / "a.txt", tmp_path / "out", Settings(formats=("turtle",)))
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["graph.ttl", "notes.txt", "report.json"]


def test_a_stage_that_fails_costs_its_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Tim Cook, CEO of Apple, spoke in Berlin. {name}.")

    def fail(self: object, document: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("kg.pipeline.Extractor.__call__", fail)
    report = build(tmp_path, tmp_path / "out")
    assert (report.read, len(report.failed)) == (0, 2)
    assert "could not be read (ZeroDivisionError: boom)" in str(report.failed[0])


def test_no_folder_is_left_where_nothing_is_read(tmp_path: Path) -> None:
    build(tmp_path / "none.txt", tmp_path / "new")
    assert not (tmp_path / "new").exists()
