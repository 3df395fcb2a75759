"""What a user names, as documents: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import DocumentError, DuplicateDocument
from kg.parts import Reader, known, part
from kg.records import Document, Source
from kg.settings import Settings
from kg.vocabulary.iris import digest

STDIN = "-"


def read_documents(inputs: Iterable[str | Path], settings: Settings) -> Iterator[Document | DocumentError]:
    """The documents of the inputs, in order; what cannot be read comes as a DocumentError in its place.

    A folder gives its files that a reader knows, in the order of their paths, hidden ones left out. A text met a second
    time is left out, and so is an identifier used for two texts; both are reported.
    """
    seen: dict[str, tuple[str, str]] = {}
    for item in inputs:
        for source in _sources(item):
            documents = iter((source,)) if isinstance(source, DocumentError) else _documents(source, settings)
            for document in documents:
                yield document if isinstance(document, DocumentError) else _first(document, seen)


def _sources(item: str | Path) -> Iterator[Source | DocumentError]:
    if str(item) == STDIN:
        yield Source("standard input", data=sys.stdin.buffer.read())
        return
    path = Path(item)
    endings = ", ".join("." + suffix for suffix in known("reader"))
    try:
        if path.is_dir():
            sources = [Source(str(p), p) for p in _files(path)]
        elif path.exists():
            sources = [Source(str(item), path)]
        else:
            yield DocumentError(str(item), "does not exist", "check the path")
            return
    except OSError as error:
        place = str(error.filename or item)
        yield DocumentError(place, f"cannot be read ({error.strerror})", "check the path and its permissions")
        return
    if not sources:
        yield DocumentError(str(item), "has no documents", f"put files into it that end in {endings}")
    for source in sources:
        if source.kind in known("reader"):
            yield source
        else:
            yield DocumentError(source.origin, "is of a kind no reader knows", f"give files that end in {endings}")


def _files(folder: Path) -> list[Path]:
    """The files below a folder that a reader knows, hidden ones left out, in order; OSError for one that is closed."""

    def closed(error: OSError) -> None:
        raise error

    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place) / name for name in files if not name.startswith(".")]
    return sorted(p for p in found if p.suffix.lower().lstrip(".") in known("reader"))


def _documents(source: Source, settings: Settings) -> Iterator[Document | DocumentError]:
    reader: Reader = part("reader", source.kind)
    try:
        yield from reader(source, settings)
    except DocumentError as error:
        yield error
    except OSError as error:
        yield DocumentError(source.origin, f"cannot be read ({error.strerror})", "check the file and its permissions")


def _first(document: Document, seen: dict[str, tuple[str, str]]) -> Document | DocumentError:
    """The document, or where its identifier was met before, a note of that."""
    content = digest(document.text)
    if document.id not in seen:
        seen[document.id] = (document.origin, content)
        return document
    origin, known_content = seen[document.id]
    if content == known_content:
        return DuplicateDocument(document.origin, f"is the same text as {origin}", "it was read once")
    return DocumentError(
        document.origin, f"has the id {document.id!r} of {origin}, but another text", "give it an id of its own"
    )
