"""How classes and modalities are drawn: shape, size and dash; colours are the stylesheet's."""

from __future__ import annotations

import math
from typing import Final

from kg.vocabulary import load_ontology

OTHER: Final = "Other"

# A group's shape, and the factor that gives the shape the area of a circle of the same size.
SHAPE_OF: Final = {
    "Person": ("dot", 1.0),
    "Organization": ("square", 0.89),
    "Product": ("diamond", 1.2),
    "Infrastructure": ("hexagon", 1.1),
    "Place": ("triangleDown", 1.15),
    "Technology": ("star", 1.2),
    "Event": ("triangle", 1.15),
    OTHER: ("dot", 0.85),
}

# Dash patterns in pixels: on, off, on, off. Modalities differ by pattern as well as by colour.
DASHES: Final[dict[str, list[int] | bool]] = {
    "Asserted": False,
    "Planned": [10, 6],
    "Predicted": [10, 5, 2, 5],
    "Possible": [2, 5],
    "Denied": [4, 4],
}

SMALLEST, LARGEST = 10.0, 30.0


def group_of(cls: str) -> str:
    """What a class is drawn as: its top class, or Other where the ontology does not know it.

    >>> group_of("AIModel"), group_of("Recipe")
    ('Product', 'Other')
    """
    ontology = load_ontology()
    return ontology.coarse(cls) if cls in ontology.parents else OTHER


def both_ways(properties: list[str]) -> bool:
    """Whether all of these properties hold in both directions, so that a line needs no arrow.

    >>> both_ways(["partnersWith"]), both_ways(["owns", "partnersWith"])
    (True, False)
    """
    known = load_ontology().properties
    return all(name in known and known[name].symmetric for name in properties)


def node_size(cls: str, degree: int) -> int:
    """The size of a node in pixels: its area grows with the number of its claims.

    >>> node_size("Person", 0), node_size("Person", 9), node_size("Company", 9)
    (10, 19, 17)
    """
    _, factor = SHAPE_OF[group_of(cls)]
    return round(min(LARGEST, SMALLEST + 3 * math.sqrt(degree)) * factor)
