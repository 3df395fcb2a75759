"""Where the files that ship with TechKG are: ontology/ and seeds/entities/, in a checkout and in a wheel."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from kg.errors import DataError

PACKAGE = Path(__file__).parent


def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder, as in `shipped("ontology", "tech.ttl")`.

    A wheel carries them in kg/_shipped; a checkout has them beside kg/.
    """
    for root in (PACKAGE / "_shipped", PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise DataError(f"{'/'.join(parts)} is missing from this installation of techkg; install it again")


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML data file as a dictionary; a fault in it is named with file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: {error}; mend the file") from None
