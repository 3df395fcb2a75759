"""kg query"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kg.query import Rows, ask, list_queries
from kg.query.rows import FORMATS, render

# The width of a table that is not written to a terminal.
_WIDTH = 120


@click.command(
    "query",
    epilog="""\b
Examples:
  kg query output who-leads
  kg query output/graph.ttl 'SELECT ?name { ?c a tkg:Company ; rdfs:label ?name } ORDER BY ?name'
  kg query output my.rq --format csv > answer.csv
  kg query --list""",
)
@click.argument("graph", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", required=False, metavar="QUERY")
@click.option(
    "--format",
    "name",
    default="table",
    show_default=True,
    metavar="|".join(["table", *sorted(FORMATS)]),
    help="How the answer is printed.",
)
@click.option("--list", "listing", is_flag=True, help="List the shipped queries.")
def query_command(graph: Path | None, sparql: str | None, name: str, listing: bool) -> None:
    """Ask a graph a SPARQL query.

    GRAPH is an output folder or an RDF file, QUERY a SPARQL query, a .rq file, or the name of a shipped query.
    The prefixes tkg, tkgid, rdf, rdfs, skos, owl, xsd, dcterms, prov and wd are known.
    """
    if listing:
        for shipped in list_queries():
            click.echo(f"{shipped.name:20} {shipped.title}")
        return
    if graph is None or sparql is None:
        raise click.UsageError(
            "give a graph and a query, as in `kg query output who-leads`; `kg query --list` names queries"
        )
    rows = ask(graph, sparql)
    if name == "table":
        _print_table(rows)
    else:
        click.echo(render(rows, name), nl=False)


def _print_table(rows: Rows) -> None:
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, markup=False, emoji=False)
    table = Table()
    for column in rows.columns:
        table.add_column(column, overflow="fold")
    for row in rows.rows:
        table.add_row(*(cell or "" for cell in row))
    console.print(table)
    console.print(f"{len(rows.rows)} row{'s' if len(rows.rows) != 1 else ''}")
