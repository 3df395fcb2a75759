"""kg build"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg.cli.main import FAILED, PARTLY
from kg.cli.options import reading_options, settings_from
from kg.parts import known
from kg.records import Document
from kg.report import Report
from kg.run import build


@click.command(
    "build",
    epilog="""\b
Examples:
  kg build article.txt
  kg build news/ feed.jsonl -o graph --date 2025-11
  curl -s https://example.org/a.txt | kg build - --lang en
  kg build article.txt --format turtle --format html""",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The folder to write into.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help=f"What to write: {', '.join(known('exporter'))}; may be given several times (all).",
)
@click.option("--base", metavar="IRI", help="The namespace of entity IRIs, to mint your own.")
@reading_options
@click.pass_context
def build_command(
    ctx: click.Context, /, inputs: tuple[str, ...], output: Path, config: Path | None, **options: Any
) -> None:
    """Turn texts into a knowledge graph.

    INPUT is files (.txt, .md, .jsonl), folders, or - for standard input. Writes graph.ttl, graph.nt, graph.jsonld,
    graph.graphml, graph.html and report.json. Existing files are replaced only by complete ones.
    """
    settings = settings_from(config, **options)
    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(),
        BarColumn(bar_width=20),
        TextColumn("{task.description}"),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("reading", total=None)

        def watch(document: Document) -> None:
            progress.update(task, advance=1, description=f"reading {Path(document.origin).name}")

        report = build(inputs, output, settings, watch)
    for error in (*report.skipped, *report.failed):
        click.echo(f"kg: {error}", err=True)
    if not report.read:
        click.echo(f"kg: no document could be read; {output} is left as it was", err=True)
        ctx.exit(FAILED)
    click.echo(summary(report, output))
    ctx.exit(PARTLY if report.failed else 0)


def summary(report: Report, output: Path) -> str:
    """What was done and where to look next, in a few lines."""
    failed = f", {len(report.failed)} failed" if report.failed else ""
    seconds = sum(report.seconds.values())
    lines = [
        f"{report.read} document{'s' if report.read != 1 else ''} read{failed}: "
        f"{report.entities} entities, {report.claims} claims ({report.words:,} words, {seconds:.1f} s)",
        f"wrote {', '.join(path.name for path in report.files)} to {output}",
        f"next: kg view {output}    kg query {output} evidence",
    ]
    return "\n".join(lines)
