"""SPARQL over an export."""

from kg.query.named import find_query, list_queries
from kg.query.rows import Rows
from kg.query.sparql import ask
from kg.query.validate import Violation, validate

__all__ = ["Rows", "Violation", "ask", "find_query", "list_queries", "validate"]
