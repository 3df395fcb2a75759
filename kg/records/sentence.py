"""A sentence of a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its characters in the document's text, end exclusive, without white space around it."""

    begin: int
    end: int
