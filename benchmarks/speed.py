"""Words per second, end to end and per stage, and peak memory: `python benchmarks/speed.py [INPUT...]`.

Without inputs the documents that ship with the project are read over and over until 50,000 words are reached, each copy
under an identifier of its own. Every run is a process of its own; ratios of one run are worth more than its seconds.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from pathlib import Path

from kg import Settings
from kg.read import read_documents
from kg.records import Document
from kg.run import build

ROOT = Path(__file__).parent.parent
WORDS = 50_000


def corpus(folder: Path) -> Path:
    """A JSONL file of the shipped documents, repeated."""
    documents = [d for d in read_documents([ROOT / "seeds" / "documents"], Settings()) if isinstance(d, Document)]
    words = sum(len(d.text.split()) for d in documents)
    path = folder / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for copy in range(WORDS // words + 1):
            for d in documents:
                stream.write(json.dumps({"id": f"{d.id}-{copy}", "text": d.text, "lang": d.lang}) + "\n")
    return path


def main(inputs: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = inputs or [str(corpus(folder))]
        report = build(paths, folder / "output")
        total = sum(report.seconds.values())
        print(f"{report.read} documents, {report.words:,} words, {report.entities} entities, {report.claims} claims")
        print(f"{'stage':18} {'seconds':>8} {'share':>6} {'words/s':>10}")
        for stage, seconds in report.seconds.items():
            print(f"{stage:18} {seconds:8.2f} {seconds / total:6.1%} {report.words / seconds:10,.0f}")
        print(f"{'end to end':18} {total:8.2f} {1:6.1%} {report.words / total:10,.0f}")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        for path in report.files:
            print(f"{path.name:18} {path.stat().st_size / 1e6:8.2f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
