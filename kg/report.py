"""What a run did: documents read and failed, what the graph holds, and how long each stage took."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import DocumentError, DuplicateDocument


@dataclass(slots=True)
class Report:
    """Filled in while a build runs; `seconds` is the one part that differs between two runs over the same input."""

    read: int = 0
    words: int = 0
    failed: list[DocumentError] = field(default_factory=list)
    skipped: list[DuplicateDocument] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    entities: int = 0
    claims: int = 0
    seconds: Counter[str] = field(default_factory=Counter)
    files: list[Path] = field(default_factory=list)

    def missed(self, error: DocumentError) -> None:
        """Note a document that could not be read, or was read before."""
        if isinstance(error, DuplicateDocument):
            self.skipped.append(error)
        else:
            self.failed.append(error)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done inside under a stage's name."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - start  # type: ignore[assignment]

    def to_json(self) -> str:
        """The report as it is written to report.json."""
        data = {
            "documents": {
                "read": self.read,
                "words": self.words,
                "failed": [{"where": e.origin, "problem": e.problem, "remedy": e.remedy} for e in self.failed],
                "skipped": [{"where": e.origin, "problem": e.problem, "remedy": e.remedy} for e in self.skipped],
            },
            "entities": self.entities,
            "claims": self.claims,
            **self.counts,
            "seconds": {name: round(seconds, 3) for name, seconds in self.seconds.items()},
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
