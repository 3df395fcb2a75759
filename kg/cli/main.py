"""The group of commands and what they share."""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from kg.errors import KgError

# Exit codes: 0 all went well; 1 nothing could be done; 2 wrong usage (click's); 3 done, but some documents failed.
FAILED, PARTLY = 1, 3

COMMANDS = {
    "build": "kg.cli.build:build_command",
    "extract": "kg.cli.extract:extract_command",
    "query": "kg.cli.query:query_command",
    "validate": "kg.cli.validate:validate_command",
    "view": "kg.cli.view:view_command",
}


class Commands(click.Group):
    """Loads a command when it is called, so that `kg --help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(__import__(module, fromlist=[attribute]), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what it raises as KgError becomes one line and exit code 1. Output is UTF-8 everywhere."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
            ctx.exit(FAILED)
        except BrokenPipeError:  # the reader of our output has had enough, as in `kg extract … | head`
            sys.stderr.close()
            ctx.exit(0)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  kg build article.txt              graph files and graph.html in output/
  kg view output                    open the page in the browser
  kg query output who-leads         ask one of the shipped queries
\b
Exit codes:
  0  all went well
  1  nothing could be done
  2  wrong usage
  3  done, but some documents failed (report.json lists them)""",
)
@click.version_option(package_name="techkg", prog_name="kg")
def main() -> None:
    """TechKG turns German and English tech-industry text into a knowledge graph whose every edge shows its sentence."""
