"""SPARQL queries, answered by Oxigraph."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.errors import QueryError
from kg.query.rows import Rows
from kg.query.store import load_store
from kg.vocabulary import Minter

_PREFIXES = Minter().prefixes

Term = NamedNode | BlankNode | Literal | Triple


def ask(graph: str | Path, sparql: str) -> Rows:
    """The answer of a graph file or output folder to a SPARQL query of any form.

    The prefixes of the export (tkg, tkgid, rdfs, skos, …) need not be declared. ASK gives one row with `true` or
    `false`, CONSTRUCT and DESCRIBE give triples. Raises QueryError for a graph that cannot be read or a query that
    cannot be parsed.
    """
    store = load_store(Path(graph))
    try:
        result = store.query(sparql, prefixes=_PREFIXES)
    except SyntaxError as error:
        problem = " ".join(str(error).split())
        raise QueryError(f"the query cannot be parsed: {problem}; see the examples of `kg query --help`") from None
    if isinstance(result, QueryBoolean):
        return Rows(("answer",), [(str(bool(result)).lower(),)])
    if isinstance(result, QueryTriples):
        triples = sorted((_text(t.subject), _text(t.predicate), _text(t.object)) for t in result)
        return Rows(("subject", "predicate", "object"), list(triples))
    assert isinstance(result, QuerySolutions)
    columns = tuple(variable.value for variable in result.variables)
    return Rows(columns, [tuple(_text(row[c]) if row[c] is not None else None for c in columns) for row in result])


def _text(term: Term) -> str:
    """A term as a reader wants it: literals by their value, IRIs shortened by the export's prefixes."""
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, NamedNode):
        for prefix, namespace in _PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value
    return str(term)
