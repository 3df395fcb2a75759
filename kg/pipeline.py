"""The whole flow on one page.

Per document: Document -> spaCy Doc -> Mentions -> chains -> Relations = Extraction. Then one fold over all of them:
Extractions -> Entities -> Claims -> KnowledgeGraph -> files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.assemble import assemble
from kg.errors import DataError, DocumentError, UnknownPartError
from kg.language import analyse
from kg.parts import Reading, Recognizer, Relater, Resolver, part
from kg.read import read_documents
from kg.records import Document, Extraction, KnowledgeGraph, Sentence
from kg.report import Report
from kg.settings import Settings

_REPORT = "please report it with the text; the others are read"

Watcher = Callable[[Document], None]


class Extractor:
    """The per-document half: holds the stages the settings name, loaded once."""

    def __init__(self, settings: Settings, report: Report | None = None) -> None:
        self._report = report or Report()
        with self._report.stage("load"):
            self._recognize: Recognizer = part("recognizer", settings.recognizer)(settings)
            self._resolve: Resolver = part("resolver", settings.resolver)(settings)
            self._relate: Relater = part("relater", settings.relater)(settings)

    def __call__(self, document: Document) -> Extraction:
        """Everything read from one document."""
        stage = self._report.stage
        with stage("language"):
            doc = analyse(document)
            sentences = tuple(_sentence(s.start_char, s.text) for s in doc.sents if s.text.strip())
        with stage("recognize"):
            found = self._recognize(doc, document)
        with stage("resolve"):
            resolved = self._resolve(doc, found)
        with stage("relate"):
            reading = Reading(sentences, resolved.mentions, found.quantities, resolved.chains)
            relations = self._relate(doc, reading)
        self._report.words += sum(not (token.is_space or token.is_punct) for token in doc)
        return Extraction(document, sentences, resolved.mentions, found.quantities, resolved.chains, relations)


def _sentence(begin: int, text: str) -> Sentence:
    """A sentence without the white space around it."""
    begin += len(text) - len(text.lstrip())
    return Sentence(begin, begin + len(text.strip()))


def extract(inputs: Iterable[str | Path], settings: Settings | None = None) -> Iterator[Extraction | DocumentError]:
    """What is read from each document of the inputs, in order; a document that cannot be read comes as its error."""
    return _extract(inputs, settings or Settings(), Report(), None)


def _extract(
    inputs: Iterable[str | Path], settings: Settings, report: Report, watch: Watcher | None
) -> Iterator[Extraction | DocumentError]:
    extractor: Extractor | None = None
    documents = read_documents(inputs, settings)
    while True:
        with report.stage("read"):
            document = next(documents, None)
        if document is None:
            return
        if isinstance(document, DocumentError):
            report.missed(document)
            yield document
            continue
        extractor = extractor or Extractor(settings, report)
        try:
            extraction = extractor(document)
        except (DataError, UnknownPartError):  # not the document's fault
            raise
        except Exception as error:  # whatever it is, it costs this document and is reported
            failure = DocumentError(document.origin, f"could not be read ({type(error).__name__}: {error})", _REPORT)
            report.missed(failure)
            yield failure
            continue
        report.read += 1
        if watch is not None:
            watch(document)
        yield extraction


def build_graph(
    inputs: Iterable[str | Path],
    settings: Settings | None = None,
    report: Report | None = None,
    watch: Watcher | None = None,
) -> KnowledgeGraph:
    """The graph of all documents of the inputs; the report, if given, is filled in with what happened."""
    settings, report = settings or Settings(), report or Report()
    extractions = [e for e in _extract(inputs, settings, report, watch) if isinstance(e, Extraction)]
    with report.stage("link"):
        linking = part("linker", settings.linker)(settings)(extractions)
    with report.stage("assemble"):
        graph = assemble(extractions, linking)
    report.counts, report.entities, report.claims = graph.counts, len(graph.entities), len(graph.claims)
    return graph
