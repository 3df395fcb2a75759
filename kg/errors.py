"""What goes wrong, said so that a user can act: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable


class KgError(Exception):
    """Any failure TechKG reports in one line; its text says what, where, and what to do."""


class DocumentError(KgError):
    """One document cannot be read; it costs that document and not the run."""

    def __init__(self, origin: str, problem: str, remedy: str) -> None:
        self.origin = origin
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{origin}: {problem}; {remedy}")


class DuplicateDocument(DocumentError):  # noqa: N818 - nothing failed: the text is in the graph
    """A document met a second time; it is left out, and the run has not failed."""


class SettingsError(KgError):
    """A setting or option is wrong."""


class DataError(KgError):
    """A data file (gazetteer, lexicon, ontology) is wrong; names the file and, where it has one, the line."""


class OutputError(KgError):
    """The output cannot be written; what was there before is untouched."""


class QueryError(KgError):
    """A query or the graph it asks cannot be used."""


class UnknownPartError(KgError):
    """A name was given for which there is no part, as in `no exporter named 'ttl'; known: graphml, html`."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"no {kind} named {name!r}; known: {', '.join(sorted(known))}")
