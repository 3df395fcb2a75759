"""What the README shows is what a user gets. `python tests/architecture/test_readme.py` writes the answers anew."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from kg import ask, build
from kg.query.rows import as_markdown

QUESTION = re.compile(r"```sparql\n(?P<query>[^`]*)```\n\n(?P<answer>(?:\|[^\n]*\n)+)")


def answers(root: Path, folder: Path) -> list[tuple[str, str]]:
    """The README's answers to its questions beside those of the graph."""
    build(root / "seeds" / "documents", folder)
    text = (root / "README.md").read_text(encoding="utf-8")
    return [(m["answer"], as_markdown(ask(folder, m["query"]))) for m in QUESTION.finditer(text)]


def test_answers_are_real(root: Path, tmp_path: Path) -> None:
    pairs = answers(root, tmp_path)
    assert len(pairs) == 3
    for shown, real in pairs:
        assert shown == real
        assert len(real.splitlines()) > 3


def test_python_example_runs(root: Path, tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    code = example.replace('"output"', repr(str(tmp_path))).replace(
        '"seeds/documents"', repr(str(root / "seeds" / "documents"))
    )
    exec(compile(code, "README.md", "exec"), {})  # our own file


if __name__ == "__main__":
    top = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as name:
        fresh = top.joinpath("README.md").read_text(encoding="utf-8")
        for old, new in answers(top, Path(name)):
            fresh = fresh.replace(old, new, 1)
        top.joinpath("README.md").write_text(fresh, encoding="utf-8")
    sys.exit(0)
