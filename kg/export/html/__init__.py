"""The interactive page: one HTML file that needs no network."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OutputError
from kg.export.html.drawing import drawing
from kg.export.html.naming import Labels
from kg.export.html.page import page
from kg.export.html.payload import embedded, page_data
from kg.records import KnowledgeGraph

__all__ = ["Labels", "write_html"]

_NO_LABELS: Labels = {}


def write_html(graph: KnowledgeGraph, path: Path, labels: Labels = _NO_LABELS) -> None:
    """Write the graph as one interactive page; raises OutputError, leaving what was there, where that fails.

    `labels` names classes and properties by language, as in `{"de": {"leads": "leitet"}}`; without it they are
    their English names in words. The same graph gives the same bytes.
    """
    data = page_data(graph, labels)
    data["network"] = drawing(graph, data["labels"]["en"])
    _replace(path, page(embedded(data)))


def _replace(path: Path, text: str) -> None:
    """Write beside the file and then put it in its place, so that no half page is ever seen."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose a folder that can be") from error
