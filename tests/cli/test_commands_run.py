"""The commands as a user runs them, with good and with bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

NEWS = "Tim Cook, CEO of Apple, spoke in Berlin on March 3, 2025. He praised the city.\n"


def kg(*args: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args], input=data)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def test_build_says_what_it_did_and_where_to_look(news: Path, tmp_path: Path) -> None:
    result = kg("build", news, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 document read: ")
    assert f"kg view {tmp_path / 'out'}" in result.stdout
    assert result.stderr == ""


def test_build_from_standard_input(tmp_path: Path) -> None:
    result = kg("build", "-", "-o", tmp_path / "out", "--lang", "en", data=NEWS.encode())
    assert result.exit_code == 0
    assert (tmp_path / "out" / "graph.html").stat().st_size > 100_000


def test_bad_documents_cost_themselves_alone(news: Path, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 9,
        "cut.txt": "Ä: The price is 5 €".encode()[:-1],
        "long.txt": b"The plant opens in May. " * 220_000,
        "broken.jsonl": b'{"text": "The plant opens in June."}\n{"text": \n',
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "nothing").mkdir()
    result = kg(
        "build", news, *(tmp_path / n for n in bad), tmp_path / "nothing", tmp_path / "none.txt", "-o", tmp_path / "out"
    )
    assert result.exit_code == 3
    lines = result.stderr.splitlines()
    assert len(lines) == 7
    for line, name in zip(lines, [*bad, "nothing", "none.txt"], strict=True):
        assert line.startswith(f"kg: {tmp_path / name}")
        assert "; " in line
    assert result.stdout.startswith("2 documents read, 7 failed: ")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert len(report["documents"]["failed"]) == 7
    assert all(f["where"] and f["problem"] and f["remedy"] for f in report["documents"]["failed"])


def test_nothing_readable_is_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = kg("build", tmp_path / "empty.txt", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "no document could be read" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--format", "ttl"], "no exporter named 'ttl'; known: graphml, html, jsonld, ntriples, turtle"),
        (["--date", "gestern"], "date 'gestern' is not a date; write YYYY"),
        (["--lang", "fr"], "lang 'fr' is not one TechKG reads"),
        (["--base", "not an iri"], "base 'not an iri' cannot begin IRIs"),
        (["--config", "none.toml"], "none.toml: cannot be read"),
        (["--gazetteer", "none.csv"], "none.csv: cannot be read"),
        (["--max-chars", "0"], "max_chars 0 must be at least 1"),
    ],
)
def test_wrong_options_are_one_line(news: Path, tmp_path: Path, args: list[str], message: str) -> None:
    result = kg("build", news, "-o", tmp_path / "out", *args)
    assert result.exit_code == 1
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_an_output_that_is_a_file(news: Path) -> None:
    result = kg("build", news, "-o", news)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert news.read_text(encoding="utf-8") == NEWS


def test_settings_come_from_kg_toml(news: Path, tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('date = "2024-05"\nformats = ["turtle"]\n')
    result = kg("build", news, "-o", tmp_path / "out", "--config", tmp_path / "kg.toml")
    assert result.exit_code == 0
    assert "2024-05" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "kg.toml").write_text('daet = "2024-05"\n')
    result = kg("build", news, "-o", tmp_path / "out", "--config", tmp_path / "kg.toml")
    assert "no setting named 'daet'; known: base, date" in result.stderr


def test_a_gazetteer_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,class,aliases\nQuorbel,Company,Quorbel Labs\nZwirn 9,Hardware,\n")
    (tmp_path / "news.txt").write_text("The firm Quorbel has developed Zwirn 9.")
    result = kg("extract", tmp_path / "news.txt", "--gazetteer", tmp_path / "mine.csv")
    (claim,) = json.loads(result.stdout)["claims"]
    assert (claim["subject"], claim["predicate"], claim["object"]) == ("tkgid:quorbel", "develops", "tkgid:zwirn-9")


def test_a_faulty_gazetteer_names_file_and_line(tmp_path: Path, news: Path) -> None:
    (tmp_path / "mine.csv").write_text("name,class\nQuorbel,Company\nZwirn,Firma\n")
    result = kg("extract", news, "--gazetteer", tmp_path / "mine.csv")
    assert result.exit_code == 1
    assert f"{tmp_path / 'mine.csv'}:3: no class named 'Firma'; known: AIModel" in result.stderr


def test_extract_prints_the_contracts_shape(news: Path) -> None:
    result = kg("extract", news, "--date", "2025-03-14")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert data["text"] == NEWS
    assert {"id", "lang", "text", "entities", "mentions", "claims"} <= data.keys()
    ids = {e["id"] for e in data["entities"]}
    for mention in data["mentions"]:
        assert data["text"][mention["begin"] : mention["end"]] == mention["text"]
        assert mention["entity"] in ids
        assert mention["kind"] == "name"
    (claim,) = data["claims"]
    assert (claim["subject"], claim["predicate"], claim["object"]) == ("tkgid:tim-cook", "leads", "tkgid:apple")
    assert NEWS[claim["begin"] : claim["end"]].startswith("Tim Cook, CEO of Apple")
    assert claim["modality"] == "Asserted"
    assert 0 < claim["confidence"] <= 1
    assert claim["attributedTo"] is None


@pytest.fixture
def graph(news: Path, tmp_path: Path) -> Path:
    assert kg("build", news, "-o", tmp_path / "out").exit_code == 0
    return tmp_path / "out"


SELECT = "SELECT ?who ?firm { ?p tkg:leads ?o . ?p rdfs:label ?who . ?o rdfs:label ?firm }"


def test_query_prints_a_table(graph: Path) -> None:
    result = kg("query", graph / "graph.ttl", SELECT)
    assert result.exit_code == 0
    assert "Tim Cook" in result.output
    assert "1 row" in result.output


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("csv", "who,firm\nTim Cook,Apple\n"),
        ("markdown", "| who | firm |\n| --- | --- |\n| Tim Cook | Apple |\n"),
    ],
)
def test_query_formats(graph: Path, name: str, expected: str) -> None:
    assert kg("query", graph, SELECT, "--format", name).stdout == expected


def test_query_json(graph: Path) -> None:
    assert json.loads(kg("query", graph, SELECT, "--format", "json").stdout) == [{"who": "Tim Cook", "firm": "Apple"}]


def test_query_from_a_file_and_by_name(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(SELECT)
    assert "Tim Cook" in kg("query", graph, tmp_path / "mine.rq").output
    rows = list(csv.reader(io.StringIO(kg("query", graph, "who-leads", "--format", "csv").stdout)))
    assert any("Tim Cook" in row for row in rows)
    assert "who-leads" in kg("query", "--list").output


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("ASK { ?p tkg:leads ?o }", "answer\ntrue\n"),
        (
            "CONSTRUCT { ?o tkg:ledBy ?p } WHERE { ?p tkg:leads ?o }",
            "subject,predicate,object\ntkgid:apple,tkg:ledBy,tkgid:tim-cook\n",
        ),
    ],
)
def test_other_forms_of_query(graph: Path, query: str, answer: str) -> None:
    assert kg("query", graph, query, "--format", "csv").stdout == answer


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["out", "who-laeds"], "no query named 'who-laeds'; known: "),
        (
            ["out", "SELECT ?x { ?x tkg:leads }"],
            "the query cannot be parsed: line 1, column 26, after 'SELECT ?x { ?x tkg:leads '",
        ),
        (["out", "none.rq"], "none.rq: cannot be read"),
        (["none", "who-leads"], "does not exist"),
        (["news.txt", "who-leads"], "is not RDF by its name"),
        (["out", SELECT, "--format", "xls"], "no result format named 'xls'; known: csv, json, markdown"),
    ],
)
def test_wrong_queries_are_one_line(graph: Path, tmp_path: Path, args: list[str], message: str) -> None:
    result = kg("query", tmp_path / args[0], *args[1:])
    assert result.exit_code == 1
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_validate(graph: Path) -> None:
    result = kg("validate", graph / "graph.ttl")
    assert (result.exit_code, result.output) == (0, f"{graph / 'graph.ttl'}: conforms\n")


def test_view_opens_the_page(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: bool(opened.append(address)) or True)
    result = kg("view", graph)
    assert result.exit_code == 0
    assert opened == [(graph / "graph.html").resolve().as_uri()]
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    assert "no browser found; open file://" in kg("view", graph).output
    assert kg("view", graph / "none").exit_code == 1


def test_extract_counts_no_duplicate_as_failure(news: Path) -> None:
    assert kg("extract", news, news).exit_code == 0


def test_an_empty_date_says_that_there_is_none(news: Path, tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('date = "2024-05"\n')
    result = kg("extract", news, "--config", tmp_path / "kg.toml", "--date", "")
    assert "date" not in json.loads(result.stdout)


def test_prefixes_follow_the_base(news: Path, tmp_path: Path) -> None:
    kg("build", news, "-o", tmp_path / "out", "--base", "https://example.org/kg/")
    result = kg("query", tmp_path / "out", "SELECT ?o { tkgid:tim-cook tkg:leads ?o }", "--format", "csv")
    assert result.stdout == "o\ntkgid:apple\n"


def test_no_query_leaves_the_graph(graph: Path) -> None:
    result = kg("query", graph, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
