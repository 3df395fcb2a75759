"""JSONL: one document a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import DocumentError
from kg.read.decode import decode
from kg.read.making import make_document
from kg.read.structure import blocks_of
from kg.records import Document, Source
from kg.settings import Settings

_FIELDS = ("id", "lang", "date", "title", "source")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MEND = "mend that line; the others are read"


def read_jsonl(source: Source, settings: Settings) -> Iterator[Document | DocumentError]:
    """The documents of a JSONL file; a line that is none is named by its number, and the rest goes on."""
    with source.open() as stream:
        start = stream.read(2)
        stream.seek(0)
        # UTF-16 cannot be cut at line feeds before it is decoded.
        whole = start in (b"\xff\xfe", b"\xfe\xff")
        lines = decode(stream.read(), source.origin).encode().splitlines() if whole else stream
        found = False
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            found = True
            origin = f"{source.origin}:{number}"
            try:
                yield _document(decode(line, origin), origin, settings)
            except DocumentError as error:
                yield error
    if not found:
        yield DocumentError(source.origin, "is empty", "give a file with a JSON object a line")


def _document(line: str, origin: str, settings: Settings) -> Document:
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a bare ValueError
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error).split(";")[0]
        raise DocumentError(origin, f"is not JSON ({reason})", _MEND) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise DocumentError(origin, 'is not an object with a string "text"', _MEND)
    given: dict[str, str] = {}
    for field in _FIELDS:
        value = record.get(field)
        if value is None or value == "":
            continue
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise DocumentError(origin, f'"{field}" must be a string', _MEND)
        given[field] = str(value)
    text = record["text"]
    for field, value in (("text", text), *given.items()):
        if _SURROGATE.search(value):
            raise DocumentError(origin, f'"{field}" holds half a character (a lone surrogate)', _MEND)
    return make_document(text, blocks_of(text), origin, settings, given)
