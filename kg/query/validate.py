"""Whether an export keeps the shape the vocabulary fixes, by SHACL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.query.store import graph_file
from kg.resources import shipped


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a shape: what is wrong, and with which value where one is to blame."""

    node: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        return f"{self.node}: {self.message}" + (f" (found {self.value})" if self.value else "")


def validate(graph: str | Path) -> tuple[Violation, ...]:
    """The violations in a graph file or output folder, sorted; none where it conforms."""
    from pyshacl import validate as run_shacl  # noqa: PLC0415 - slow to import, and only this needs it
    from rdflib import RDF, SH, Graph  # noqa: PLC0415

    file = graph_file(Path(graph))
    try:
        data = Graph().parse(file)
    except Exception as error:  # rdflib's parsers raise whatever they meet
        raise QueryError(f"{file}: is not readable as RDF ({error}); build it again") from error
    shapes = Graph().parse(shipped("ontology", "shapes.ttl"))
    ontology = Graph().parse(shipped("ontology", "tech.ttl"))
    _, results, _ = run_shacl(
        data, shacl_graph=shapes, ont_graph=ontology, advanced=True, inference="none", inplace=True
    )
    assert isinstance(results, Graph)
    return tuple(
        sorted(
            {
                Violation(
                    str(results.value(result, SH.focusNode)),
                    str(
                        next(
                            iter(
                                sorted(
                                    results.objects(result, SH.resultMessage),
                                    key=lambda m: getattr(m, "language", "") != "en",
                                )
                            ),
                            "",
                        )
                    ),
                    None if results.value(result, SH.value) is None else str(results.value(result, SH.value)),
                )
                for result in results.subjects(RDF.type, SH.ValidationResult)
            },
            key=lambda v: (v.node, v.message, v.value or ""),
        )
    )
