"""One thing of the world, over all documents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name with its language, which is empty where the name is the same in all."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A node: `id` without namespace, its most specific class, its name, all other names met or known.

    `wikidata` is an identifier taken from a data file, never guessed; `mentions` counts where it was met.
    """

    id: str
    cls: str
    label: Name
    aliases: tuple[Name, ...] = ()
    wikidata: str | None = None
    mentions: int = 0
