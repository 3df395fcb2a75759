"""All mentions of one thing in one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions (by index into the Extraction's) that mean one thing, with what the document tells of it.

    `id` is the entity's identifier as far as this document alone can know it, without the namespace; `names` are
    the forms met, best first; `seed` is the gazetteer entry, where there is one.
    """

    id: str
    cls: str
    label: str
    names: tuple[str, ...]
    mentions: tuple[int, ...]
    seed: str | None = None
