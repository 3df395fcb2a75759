"""What the graph holds between two entities, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records.quantity import Value


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A sentence that says it: characters `begin` to `end` of the document, and the trigger in it where known."""

    document: str
    begin: int
    end: int
    trigger: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact with its modality, speaker, time and one or more pieces of evidence.

    `subject`, `attributed_to` and an `object` that is a string are entity ids; a Value object makes it a value claim.
    """

    id: str
    subject: str
    predicate: str
    object: str | Value
    modality: str
    confidence: float
    evidence: tuple[Evidence, ...]
    attributed_to: str | None = None
    at: str | None = None
    since: str | None = None
    until: str | None = None
