"""Runs: a build from inputs to files."""

from kg.run.build import build

__all__ = ["build"]
