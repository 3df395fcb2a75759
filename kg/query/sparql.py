"""SPARQL queries, answered by Oxigraph."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryTriples, Store, Triple

from kg.errors import QueryError
from kg.query.named import find_query
from kg.query.rows import Rows
from kg.query.store import load_store
from kg.vocabulary import DEFAULT_BASE, ONTOLOGY, Minter
from kg.vocabulary.iris import RDF

_PLACE = re.compile(r"error at (\d+):(\d+)")
# Characters of a query shown before the place where it goes wrong.
_SHOWN = 30

Term = NamedNode | BlankNode | Literal | Triple


def ask(graph: str | Path, query: str) -> Rows:
    """The answer of a graph file or output folder to a query: SPARQL of any form, or the name of a shipped one.

    The prefixes of the export (tkg, tkgid, rdfs, skos, …) need not be declared. ASK gives one row with `true` or
    `false`, CONSTRUCT and DESCRIBE give triples. Raises QueryError for a graph that cannot be read or a query that
    cannot be answered, UnknownPartError for a name that is none.
    """
    sparql = find_query(query)
    store = load_store(Path(graph))
    prefixes = Minter(_base(store)).prefixes
    try:
        result = store.query(sparql, prefixes=prefixes)
        if isinstance(result, QueryBoolean):
            return Rows(("answer",), [(str(bool(result)).lower(),)])
        if isinstance(result, QueryTriples):
            triples = sorted(tuple(_text(term, prefixes) for term in triple) for triple in result)
            return Rows(("subject", "predicate", "object"), list(triples))
        columns = tuple(variable.value for variable in result.variables)
        return Rows(columns, [tuple(_text(row[c], prefixes) for c in columns) for row in result])
    except SyntaxError as error:
        problem = _syntax_problem(sparql, str(error))
        raise QueryError(f"the query cannot be parsed: {problem}; see the examples of `kg query --help`") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}; only the graph itself can be asked") from None


def _syntax_problem(sparql: str, message: str) -> str:
    """Where a query goes wrong and what stands before it; the parser's list of all that could follow helps nobody."""
    place = _PLACE.search(message)
    if place is None:
        return " ".join(message.split())
    line, column = int(place[1]), int(place[2])
    text = (sparql.splitlines()[line - 1 : line] or [""])[0][: column - 1]
    return f"line {line}, column {column}, after {text[-_SHOWN:]!r}"


def _base(store: Store) -> str:
    """The namespace of the entities in an export, read off a document's IRI."""
    for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(ONTOLOGY + "Document")):
        if isinstance(quad.subject, NamedNode) and "document/" in quad.subject.value:
            return quad.subject.value.rsplit("document/", 1)[0]
    return DEFAULT_BASE


def _text(term: Term | None, prefixes: dict[str, str]) -> str | None:
    """A term as a reader wants it: literals by their value, IRIs shortened by the longest prefix that fits."""
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, NamedNode):
        fitting = [(len(ns), name) for name, ns in prefixes.items() if term.value.startswith(ns)]
        if fitting:
            length, name = max(fitting)
            return f"{name}:{term.value[length:]}"
        return term.value
    return None if term is None else str(term)
