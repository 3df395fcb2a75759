"""Names and texts as sequences of atoms, so that spelling variants of one name are one sequence.

An atom is a run of letters and digits, or one other character. Hyphens inside words are left out: "GPT-4" and "GPT 4"
are the same atoms.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ATOM = re.compile(r"[^\W_]+|[^\w\s]|_")
_HYPHENS = frozenset("-‐‑")


class Atom(NamedTuple):
    """Characters `begin` to `end` of a text; `key` is what is compared."""

    key: str
    begin: int
    end: int


def atoms_of(text: str, begin: int = 0, end: int | None = None) -> list[Atom]:
    """The atoms of a stretch of a text.

    >>> [a.key for a in atoms_of("GPT-4 – Teslas")]
    ['gpt', '4', '–', 'teslas']
    """
    stop = len(text) if end is None else end
    atoms = []
    for match in _ATOM.finditer(text, begin, stop):
        first, last = match.span()
        if match.group() in _HYPHENS and text[first - 1 : first].strip() and text[last : last + 1].strip():
            continue
        atoms.append(Atom(match.group().casefold(), first, last))
    return atoms
