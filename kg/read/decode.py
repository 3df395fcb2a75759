"""Bytes to text: UTF-8 with and without a byte-order mark, UTF-16, and cp1252 for what is left."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters no text has; tab, line feed, form feed, carriage return and file separator are let pass.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_SAMPLE = 65_536


def decode(data: bytes, origin: str) -> str:
    """The text in some bytes, without its byte-order mark; raises DocumentError where there is none.

    >>> decode("Köln".encode("cp1252"), "a.txt"), decode("Köln".encode("utf-16"), "b.txt")
    ('Köln', 'Köln')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, origin)
    if b"\x00" in data[:_SAMPLE]:
        return _unmarked_utf16(data, origin)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0 and not data[: error.start].isascii():
            raise _truncated(origin, error.start) from None
        if error.reason == "unexpected end of data" and error.end - error.start > 1:
            raise _truncated(origin, error.start) from None
        guess = data.decode("utf-8", errors="replace")
        if sum(c > "\x7f" and c != "\ufffd" for c in guess) > guess.count("\ufffd"):
            problem = f"is UTF-8 but for byte {error.start}"
            raise DocumentError(origin, problem, "fetch the file again, or save it as UTF-8") from None
        text = data.decode("cp1252", errors="replace")
    if _BINARY.search(text[:_SAMPLE]):
        raise _binary(origin)
    return text


def _decode(data: bytes, encoding: str, origin: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 1:
            raise _truncated(origin, error.start) from None
        raise DocumentError(
            origin, f"is marked as {encoding.upper()} but is not, at byte {error.start}", "save it again as UTF-8"
        ) from None
    if _BINARY.search(text[:_SAMPLE]):
        raise _binary(origin)
    return text


def _unmarked_utf16(data: bytes, origin: str) -> str:
    """UTF-16 without a mark, told from binary data by a library that knows what text looks like."""
    match = from_bytes(data[:_SAMPLE], cp_isolation=["utf_16_le", "utf_16_be"]).best()
    if match is None:
        raise _binary(origin)
    return _decode(data, match.encoding.replace("_", "-"), origin)


def _binary(origin: str) -> DocumentError:
    return DocumentError(origin, "is not text but binary data", "give its text as .txt, .md or .jsonl")


def _truncated(origin: str, byte: int) -> DocumentError:
    return DocumentError(origin, f"ends in the middle of a character (byte {byte})", "fetch or copy the file again")
