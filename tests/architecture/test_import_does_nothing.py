"""Importing loads no model and no heavy library, sets up no logging, opens no connection."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "spacy",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "rich",
    "numpy",
    "onnxruntime",
    "igraph",
    "pyshacl",
    "click",
)


def test_import_kg_loads_nothing_heavy() -> None:
    code = f"import sys, kg; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


def test_importing_every_module_prints_nothing_sets_up_no_logging_and_opens_no_connection() -> None:
    code = """
import importlib, logging, pkgutil, socket, kg
tried = []
def refuse(*args, **kwargs):
    tried.append(args)  # noted, for an importing module may swallow the error
    raise OSError("importing must open no connection")
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.create_connection = socket.getaddrinfo = refuse
for module in pkgutil.walk_packages(kg.__path__, "kg."):
    importlib.import_module(module.name)
assert not tried, tried
assert not logging.getLogger().handlers
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
