"""How classes and modalities are drawn: shape, size and dash; colours are the stylesheet's."""

from __future__ import annotations

from typing import Final

OTHER: Final = "Other"

# The six scored classes of the vocabulary and Event; a subclass is drawn as its parent.
GROUP_OF: Final = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "NewsMedia": "Organization",
    "ResearchInstitution": "Organization",
    "GovernmentBody": "Organization",
    "Product": "Product",
    "AIModel": "Product",
    "Software": "Product",
    "Hardware": "Product",
    "Infrastructure": "Infrastructure",
    "DataCenter": "Infrastructure",
    "Supercomputer": "Infrastructure",
    "Factory": "Infrastructure",
    "Network": "Infrastructure",
    "Place": "Place",
    "Technology": "Technology",
    "Event": "Event",
}

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

# Properties that hold both ways are drawn without an arrow.
SYMMETRIC: Final = frozenset({"competesWith", "mergedWith", "partnersWith"})

SMALLEST, LARGEST = 10.0, 30.0


def group_of(cls: str) -> str:
    """The group a class is drawn as.

    >>> group_of("AIModel"), group_of("Recipe")
    ('Product', 'Other')
    """
    return GROUP_OF.get(cls, OTHER)


def node_size(cls: str, degree: int) -> int:
    """The size of a node in pixels: its area grows with the number of its claims.

    >>> node_size("Person", 0), node_size("Person", 9), node_size("Company", 9)
    (10, 19, 17)
    """
    _, factor = SHAPE_OF[group_of(cls)]
    return round(min(LARGEST, SMALLEST + 3 * degree**0.5) * factor)
