"""A place in a text where something is named or referred to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of a document that mean one thing; `text` is exactly `document.text[begin:end]`.

    `name` is the form without inflection ("Teslas" has "Tesla"), `seed` the gazetteer entry it was matched to,
    `found_by` the recogniser that found it, `score` how sure that is, 0 to 1.
    """

    begin: int
    end: int
    text: str
    cls: str
    name: str
    kind: MentionKind = "name"
    score: float = 1.0
    found_by: str = ""
    seed: str | None = None
