"""The command `kg`: one command a file; each parses, calls the library, and prints."""

from kg.cli.main import main

__all__ = ["main"]
