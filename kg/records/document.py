"""A text as it was read, with where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text that no sentence crosses; offsets in characters, end exclusive."""

    begin: int
    end: int
    kind: Literal["headline", "heading", "paragraph"]


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it; `text` is never changed after reading, so offsets into it hold.

    `id` is made from the content unless the source gave one; `date` is ISO 8601, to the precision known;
    `origin` says for messages where the text was found, `source` is the published address where known.
    """

    id: str
    text: str
    lang: str
    blocks: tuple[Block, ...]
    origin: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
