"""A tiny text to the exact Turtle: any change of the export's shape shows here. `python tests/golden/test_turtle.py`
writes the expected file anew; read the difference before it is committed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kg import Settings, build

HERE = Path(__file__).parent


def turtle(folder: Path) -> str:
    build(HERE / "tiny.txt", folder, Settings(date="2025-03-14", formats=("turtle",)))
    return (folder / "graph.ttl").read_text(encoding="utf-8")


def test_tiny_text(tmp_path: Path) -> None:
    assert turtle(tmp_path) == (HERE / "tiny.ttl").read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        (HERE / "tiny.ttl").write_text(turtle(Path(name)), encoding="utf-8")
