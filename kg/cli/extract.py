"""kg extract"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kg.cli.main import FAILED, PARTLY
from kg.cli.options import reading_options, settings_from
from kg.errors import DuplicateDocument
from kg.pipeline import extract
from kg.records import Extraction


@click.command(
    "extract",
    epilog="""\b
Examples:
  kg extract article.txt
  kg extract news/ > annotations.jsonl
  kg extract article.txt | python -m json.tool --no-ensure-ascii""",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@reading_options
@click.pass_context
def extract_command(ctx: click.Context, /, inputs: tuple[str, ...], config: Path | None, **options: Any) -> None:
    """Print what is read from each document: entities, mentions with character offsets, claims.

    One JSON object a line and document. INPUT is as for kg build.
    """
    read = failed = 0
    for result in extract(inputs, settings_from(config, **options)):
        if isinstance(result, Extraction):
            read += 1
            click.echo(json.dumps(result.to_json(), ensure_ascii=False))
        else:
            failed += not isinstance(result, DuplicateDocument)
            click.echo(f"kg: {result}", err=True)
    ctx.exit(0 if not failed else PARTLY if read else FAILED)
