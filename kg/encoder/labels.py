"""What the network's outputs stand for; training and inference share them: their order is part of the weights."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.records import MODALITIES
from kg.vocabulary import load_ontology

REFERENCE = "~"  # the class of a nominal or pronoun before its antecedent is known
OUTSIDE = 0
__all__ = ["MODALITIES", "OUTSIDE", "QUANTITY_KINDS", "REFERENCE", "TIMES"]

QUANTITY_KINDS = ("count", "money", "share", "power", "date")
TIMES = ("at", "since", "until")


@cache
def classes() -> tuple[str, ...]:
    """The classes of names, in the order of the alphabet."""
    return load_ontology().classes


@cache
def tags() -> tuple[str, ...]:
    """O, then B- and I- of every class, then of a reference."""
    return ("O", *(f"{prefix}-{cls}" for cls in (*classes(), REFERENCE) for prefix in "BI"))


@cache
def kinds() -> tuple[str, ...]:
    """What a token can be marked as for the fact branch: a tag, or part of a quantity."""
    return (*tags(), *(f"{prefix}-{kind}" for kind in QUANTITY_KINDS for prefix in "BI"))


@cache
def properties() -> tuple[str, ...]:
    """Relations first, then the properties of values, each in the order of the alphabet."""
    known = load_ontology().properties
    relations = [name for name, p in known.items() if p.quantity is None]
    return (*relations, *(name for name, p in known.items() if p.quantity is not None))


@cache
def admissible() -> NDArray[np.bool_]:
    """Which properties can hold: subject class x (object class or quantity kind) x property."""
    ontology = load_ontology()
    table = np.zeros((len(classes()), len(classes()) + len(QUANTITY_KINDS), len(properties())), dtype=bool)
    for p, name in enumerate(properties()):
        prop = ontology.property(name)
        for s, subject in enumerate(classes()):
            if prop.quantity is not None:
                kind = len(classes()) + QUANTITY_KINDS.index(prop.quantity)
                table[s, kind, p] = ontology.admits(name, subject)
            else:
                for o, target in enumerate(classes()):
                    table[s, o, p] = ontology.admits(name, subject, target)
    return table
