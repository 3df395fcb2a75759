"""Options that several commands take, and the settings they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kg.settings import Settings, load_settings

_READING = (
    click.option("--lang", metavar="de|en", help="The language of documents that do not say; else it is detected."),
    click.option("--date", metavar="YYYY[-MM[-DD]]", help="The date of documents that do not say; empty for unknown."),
    click.option(
        "--gazetteer",
        "gazetteers",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="CSV",
        help="Names of your own, in the format of seeds/entities; may be given several times.",
    ),
    click.option("--max-chars", type=int, metavar="N", help="The longest document that is read (1,000,000)."),
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="Settings file (kg.toml in this folder)."
    ),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that reads documents."""
    for option in reversed(_READING):
        command = option(command)
    return command


def settings_from(config: Path | None, **options: Any) -> Settings:
    """Settings from kg.toml and the options given; an empty date is given too: it says that there is none."""
    settings = load_settings(config).with_options({k: v for k, v in options.items() if v not in ("", ())})
    return replace(settings, date=None) if options.get("date") == "" else settings
