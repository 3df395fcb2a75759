"""Importing loads no model and no heavy library, sets up no logging, opens no connection."""

from __future__ import annotations

import subprocess
import sys


def test_import_kg_loads_nothing_heavy() -> None:
    code = (
        "import sys, kg; print([m for m in ('spacy', 'rdflib', 'pyoxigraph', 'networkx', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


def test_importing_every_module_prints_nothing_and_sets_up_no_logging() -> None:
    code = """
import importlib, logging, pkgutil, kg
for module in pkgutil.walk_packages(kg.__path__, "kg."):
    importlib.import_module(module.name)
assert not logging.getLogger().handlers
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
