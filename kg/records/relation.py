"""What a sentence says between two mentions, or of one mention and a value."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records.quantity import Value

MODALITIES = ("Asserted", "Planned", "Predicted", "Possible", "Denied")


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact read from one sentence; subject, object and speaker are indices into the Extraction's mentions.

    `sentence` is an index into its sentences. `trigger` are the characters that say it, where known.
    Dates are ISO 8601 to the precision the text gives.
    """

    subject: int
    predicate: str
    object: int | Value
    sentence: int
    confidence: float
    modality: str = "Asserted"
    speaker: int | None = None
    at: str | None = None
    since: str | None = None
    until: str | None = None
    trigger: tuple[int, int] | None = None
