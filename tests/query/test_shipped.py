"""Every shipped query can be asked and says in both languages what it asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.query import ask, find_query, list_queries
from kg.run import build
from kg.settings import Settings

QUERIES = {q.name: q for q in list_queries()}
# Of these the sample documents hold an answer already.
ANSWERED = {"who-leads", "who-founded", "evidence", "entity-names", "values", "acquisitions"}


@pytest.fixture(scope="module")
def graph(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries")
    build(root / "seeds" / "documents", folder, Settings(formats=("ntriples",)))
    return folder


def test_there_are_a_dozen() -> None:
    assert len(QUERIES) >= 12


@pytest.mark.parametrize("name", QUERIES)
def test_each_is_titled_and_runs(name: str, graph: Path) -> None:
    query = QUERIES[name]
    assert query.title != name
    assert query.title_de not in (name, query.title)
    rows = ask(graph, find_query(name))
    assert rows.columns
    assert bool(rows.rows) >= (name in ANSWERED)
    assert rows.rows == ask(graph, find_query(name)).rows
