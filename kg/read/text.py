"""Plain text and Markdown: one file, one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.errors import DocumentError
from kg.read.decode import decode
from kg.read.making import make_document
from kg.read.structure import blocks_of
from kg.records import Block, Document, Source
from kg.settings import Settings

_MARKUP = re.compile(r"#{1,6}\s+|[-*+]\s+|>\s*|\d+\.\s+")
_HEADING = re.compile(r"#{1,6}\s")
_BYTES_PER_CHAR = 4


def read_text(source: Source, settings: Settings) -> Iterator[Document | DocumentError]:
    """The one document of a plain text file."""
    text = _content(source, settings)
    yield make_document(text, blocks_of(text), source.origin, settings, {})


def read_markdown(source: Source, settings: Settings) -> Iterator[Document | DocumentError]:
    """The one document of a Markdown file: its text stays as it is, the marks before lines lie outside the blocks."""
    text = _content(source, settings)
    blocks = tuple(_unmarked(text, block, first=i == 0) for i, block in enumerate(blocks_of(text)))
    yield make_document(text, tuple(b for b in blocks if b.begin < b.end), source.origin, settings, {})


def _unmarked(text: str, block: Block, first: bool) -> Block:
    line = text[block.begin : block.end]
    mark = _MARKUP.match(line)
    if mark is None:
        return block
    inner = replace(block, begin=block.begin + mark.end())
    if _HEADING.match(line):
        return replace(inner, kind="headline" if first else "heading")
    return replace(inner, kind="paragraph")


def _content(source: Source, settings: Settings) -> str:
    limit = settings.max_chars * _BYTES_PER_CHAR
    with source.open() as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:  # too long in any encoding: not read to the end
        problem = f"has more than {limit:,} bytes, which is over the limit of {settings.max_chars:,} characters"
        raise DocumentError(source.origin, problem, "split it, or raise the limit with --max-chars")
    return decode(data, source.origin)
