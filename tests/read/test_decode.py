from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.read.decode import decode

TEXT = "Köln übernimmt München – „größer“ als je.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        (TEXT * 5).encode("utf-16-le"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf8", "utf8-bom", "utf16", "utf16-be", "utf16-unmarked", "cp1252", "utf32"],
)
def test_encodings(data: bytes) -> None:
    assert decode(data, "a.txt").replace(TEXT, "") == ""


def test_cp1252_that_ends_in_what_could_begin_a_utf8_character() -> None:
    assert decode("Das macht Spaß".encode("cp1252"), "a.txt") == "Das macht Spaß"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (TEXT.encode()[:-1] + "ä".encode()[:1], "ends in the middle of a character"),
        ("Preis: 5 €".encode()[:-1], "ends in the middle of a character"),
        (TEXT.encode("utf-16")[:-1], "ends in the middle of a character"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40, "binary"),
        (bytes(range(256)) * 30, "binary"),
        (b"PK\x03\x04\x14", "binary"),
        ("Zürich kauft Köln. ".encode() + b"\xe4 x", "is UTF-8 but for byte 21"),
    ],
)
def test_what_is_no_text(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_document_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except DocumentError:
        return
    text.encode("utf-8")  # no lone surrogates


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_survives(text: str) -> None:
    assert decode(text.encode("utf-8"), "x") == text.removeprefix("\ufeff")
