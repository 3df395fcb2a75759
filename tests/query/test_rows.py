from __future__ import annotations

import csv
import io
import json

import pytest

from kg.errors import UnknownPartError
from kg.query.rows import FORMATS, Rows, render

ROWS = Rows(("name", "note"), [('A "B", C', None), ("line\nbreak", "pipe | here"), ("ümlaut 😀", "")])


def test_csv_can_be_read_back() -> None:
    assert list(csv.reader(io.StringIO(render(ROWS, "csv")))) == [
        ["name", "note"], ['A "B", C', ""], ["line\nbreak", "pipe | here"], ["ümlaut 😀", ""]
    ]  # fmt: skip


def test_json_leaves_out_what_is_unbound() -> None:
    assert json.loads(render(ROWS, "json"))[0] == {"name": 'A "B", C'}


def test_markdown_has_a_line_a_row() -> None:
    assert render(ROWS, "markdown").splitlines()[2:] == [
        '| A "B", C |  |',
        "| line break | pipe \\| here |",
        "| ümlaut 😀 |  |",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_no_rows_is_a_header_or_an_empty_list(name: str) -> None:
    assert render(Rows(("x",), []), name).strip() in {"x", "[]", "| x |\n| --- |"}


def test_an_unknown_format_lists_the_known() -> None:
    with pytest.raises(UnknownPartError, match="no result format named 'xml'; known: csv, json, markdown"):
        render(ROWS, "xml")
