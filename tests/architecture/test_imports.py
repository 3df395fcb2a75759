"""Who may import whom, as docs/design.md draws it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

STAGES = {"read", "recognize", "resolve", "relate", "link", "assemble", "export"}
FOUNDATION = {"records", "errors", "resources"}
LANGUAGE = FOUNDATION | {"dates", "language", "vocabulary", "settings", "parts"}
# package or module of kg -> what else of kg it may import
MAY = {
    "records": {"records"},
    "errors": set(),
    "resources": {"errors"},
    "dates": set(),
    "settings": {"dates", "errors"},
    "parts": FOUNDATION | {"settings"},
    "language": FOUNDATION | {"language"},
    "vocabulary": FOUNDATION | {"vocabulary"},
    "encoder": LANGUAGE | {"encoder"},
    **{stage: LANGUAGE | {"encoder", stage} for stage in STAGES},
    "report": {"errors"},
    "pipeline": LANGUAGE | STAGES | {"report"},
    "run": LANGUAGE | {"pipeline", "report", "run"},
    "query": FOUNDATION | {"vocabulary", "query"},
    "cli": LANGUAGE | {"cli", "run", "query", "pipeline", "report"},
    "__main__": {"cli"},
    "__init__": {"errors", "pipeline", "query", "read", "records", "run", "settings"},
}
# library -> the packages of kg that may import it
LIBRARIES = {
    "spacy": {"language", "encoder", "recognize", "resolve", "relate", "parts"},
    "onnxruntime": {"encoder"},
    "tokenizers": {"encoder"},
    "torch": set(),
    "rdflib": {"vocabulary", "export", "query"},
    "pyoxigraph": {"vocabulary", "export", "query"},
    "pyshacl": {"query"},
    "networkx": {"assemble", "export", "records"},
    "igraph": {"export"},
    "pyvis": {"export"},
    "click": {"cli"},
    "rich": {"cli"},
}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The modules a file imports, with the lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.lineno, node.module or ""


def modules(root: Path) -> list[tuple[str, Path]]:
    package = root / "kg"
    return [(path.relative_to(package).parts[0].removesuffix(".py"), path) for path in sorted(package.rglob("*.py"))]


def test_packages_import_only_what_the_design_lets_them(root: Path) -> None:
    wrong = []
    for package, path in modules(root):
        for line, module in imports(path):
            parts = module.split(".")
            if parts[0] == "kg" and len(parts) > 1 and parts[1] not in MAY[package]:
                wrong.append(f"{path.relative_to(root)}:{line}: {package} must not import {module}")
    assert not wrong, "\n".join(wrong)


def test_libraries_stay_where_they_belong(root: Path) -> None:
    wrong = []
    for package, path in modules(root):
        for line, module in imports(path):
            library = module.split(".")[0]
            if library in LIBRARIES and package not in LIBRARIES[library]:
                wrong.append(f"{path.relative_to(root)}:{line}: {package} must not import {library}")
    assert not wrong, "\n".join(wrong)


def test_the_rules_can_be_broken(tmp_path: Path) -> None:
    """The checks above would see an import wherever it stands."""
    source = tmp_path / "a.py"
    source.write_text("def f():\n    from kg.export import rdf\n    import torch\n")
    assert list(imports(source)) == [(2, "kg.export"), (3, "torch")]


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_no_module_is_named_for_nothing(root: Path, name: str) -> None:
    assert not list((root / "kg").rglob(f"{name}*"))


def test_files_stay_small(root: Path) -> None:
    long = [
        f"{path.relative_to(root)}: {count} lines"
        for _, path in modules(root)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert not long, "\n".join(long)


def test_functions_stay_small(root: Path) -> None:
    long = [
        f"{path.relative_to(root)}:{node.lineno}: {node.name} has {size} lines"
        for _, path in modules(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (size := (node.end_lineno or 0) - node.lineno + 1) > 60
    ]
    assert not long, "\n".join(long)
