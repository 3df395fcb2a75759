"""The interactive page: one HTML file that needs no network."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OutputError
from kg.export.html.drawing import drawing
from kg.export.html.naming import Labels
from kg.export.html.page import page
from kg.export.html.payload import embedded, page_data
from kg.records import KnowledgeGraph
from kg.settings import Settings
from kg.vocabulary import load_ontology

__all__ = ["HtmlWriter", "Labels", "write_html"]


class HtmlWriter:
    """The graph as one page to explore: every line leads to the sentences behind it."""

    suffix = "html"

    def __call__(
        self, graph: KnowledgeGraph, path: Path, settings: Settings | None = None, *, labels: Labels | None = None
    ) -> None:
        """Write the page; raises OutputError, leaving what was there, where that fails.

        `labels` names classes and properties by language, as in `{"de": {"leads": "leitet"}}`; without it they are
        called what the ontology calls them. The same graph gives the same bytes.
        """
        data = page_data(graph, load_ontology().labels if labels is None else labels)
        data["network"] = drawing(graph, data["labels"]["en"])
        _replace(path, page(embedded(data)))


def _replace(path: Path, text: str) -> None:
    """Write beside the file and then put it in its place, so that no half page is ever seen."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError as error:
        if unfinished.exists():
            unfinished.unlink()
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose a folder that can be") from error


write_html = HtmlWriter()
