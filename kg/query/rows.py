"""The answer to a query, and how it is printed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import UnknownPartError


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns by name and rows of terms as text; an IRI is shortened by its prefix, an unbound variable is None."""

    columns: tuple[str, ...]
    rows: list[tuple[str | None, ...]]


def as_csv(rows: Rows) -> str:
    """Comma-separated values with a header, lines ending in LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows(rows.rows)
    return stream.getvalue()


def as_json(rows: Rows) -> str:
    """A list of objects, one a row; unbound variables are left out."""
    objects = [{c: v for c, v in zip(rows.columns, row, strict=True) if v is not None} for row in rows.rows]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def as_markdown(rows: Rows) -> str:
    """A Markdown table.

    >>> print(as_markdown(Rows(("who",), [("A|B",)])), end="")
    | who |
    | --- |
    | A\\|B |
    """

    def line(cells: tuple[str | None, ...]) -> str:
        return "| " + " | ".join(" ".join((cell or "").replace("|", "\\|").split()) for cell in cells) + " |"

    return "\n".join([line(rows.columns), line(("---",) * len(rows.columns)), *map(line, rows.rows)]) + "\n"


FORMATS: dict[str, Callable[[Rows], str]] = {"csv": as_csv, "json": as_json, "markdown": as_markdown}


def render(rows: Rows, name: str) -> str:
    """The rows in a format; UnknownPartError lists those there are."""
    if name not in FORMATS:
        raise UnknownPartError("result format", name, FORMATS)
    return FORMATS[name](rows)
