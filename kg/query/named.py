"""The queries that ship with TechKG."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError, UnknownPartError
from kg.resources import shipped


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A shipped query: its name, what it asks, and its SPARQL."""

    name: str
    title: str
    title_de: str
    sparql: str


def list_queries() -> tuple[NamedQuery, ...]:
    """The shipped queries, by name."""
    return tuple(_read(path) for path in sorted(shipped("ontology", "queries").glob("*.rq")))


def find_query(text: str) -> str:
    """The SPARQL meant by what a user typed: a query itself, a .rq file, or the name of a shipped query.

    >>> find_query("who-leads").startswith("#")
    True
    """
    if text.endswith((".rq", ".sparql")) and "{" not in text:
        try:
            return Path(text).read_text(encoding="utf-8")
        except OSError as error:
            raise QueryError(f"{text}: cannot be read ({error.strerror}); check the path") from None
        except UnicodeDecodeError:
            raise QueryError(f"{text}: is not UTF-8; save it again as UTF-8") from None
    if any(c.isspace() or c == "{" for c in text.strip()):
        return text
    queries = {q.name: q for q in list_queries()}
    if text not in queries:
        raise UnknownPartError("query", text, queries)
    return queries[text].sparql


def _read(path: Path) -> NamedQuery:
    sparql = path.read_text(encoding="utf-8")
    head = dict(
        line.lstrip("# ").split(": ", 1) for line in sparql.splitlines() if line.startswith("#") and ": " in line
    )
    return NamedQuery(
        path.stem, head.get("title", path.stem), head.get("title@de", head.get("title", path.stem)), sparql
    )
