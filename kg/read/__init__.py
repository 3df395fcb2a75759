"""Files to Documents."""

from kg.read.inputs import read_documents

__all__ = ["read_documents"]
