"""Something to read: a file or standard input."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its path, or bytes already at hand; `origin` is how messages name it."""

    origin: str
    path: Path | None = None
    data: bytes = b""

    @property
    def kind(self) -> str:
        """The name of the reader that fits: the suffix of the file; bytes at hand are JSONL or plain text."""
        if self.path is not None:
            return self.path.suffix.lower().lstrip(".")
        return "jsonl" if self.data.lstrip()[:1] == b"{" else "txt"

    def open(self) -> BinaryIO:
        """A binary stream of the content."""
        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")
