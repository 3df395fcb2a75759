"""kg view"""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg.errors import QueryError


@click.command(
    "view",
    epilog="""\b
Examples:
  kg view
  kg view output
  kg view output/graph.html""",
)
@click.argument("output", type=click.Path(path_type=Path), default=Path("output"))
def view_command(output: Path) -> None:
    """Open the HTML page of a graph in the browser."""
    page = output / "graph.html" if output.is_dir() else output
    if not page.is_file():
        raise QueryError(f"{page}: does not exist; run `kg build … -o {output}` first")
    address = page.resolve().as_uri()
    if webbrowser.open(address):
        click.echo(f"opened {address}")
    else:
        click.echo(f"no browser found; open {address}")
