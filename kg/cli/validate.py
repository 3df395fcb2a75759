"""kg validate"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.main import FAILED
from kg.query import validate

# Violations printed; a broken export breaks the same shape many times.
_SHOWN = 20


@click.command(
    "validate",
    epilog="""\b
Examples:
  kg validate output
  kg validate output/graph.ttl""",
)
@click.argument("graph", type=click.Path(path_type=Path))
@click.pass_context
def validate_command(ctx: click.Context, graph: Path) -> None:
    """Check an export against the SHACL shapes.

    GRAPH is an output folder or an RDF file. Exit code 0 means it conforms, 1 that it does not.
    """
    violations = validate(graph)
    if not violations:
        click.echo(f"{graph}: conforms")
        return
    for violation in violations[:_SHOWN]:
        click.echo(str(violation))
    more = len(violations) - _SHOWN
    click.echo(f"{graph}: {len(violations)} violations" + (f", {more} of them not shown" if more > 0 else ""))
    ctx.exit(FAILED)
