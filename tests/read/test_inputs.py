from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kg.errors import DocumentError, DuplicateDocument
from kg.read import read_documents
from kg.records import Document
from kg.settings import Settings

GERMAN = "Der Konzern baut ein neues Werk in Leipzig und sucht Personal."


def read(*inputs: str | Path, **options: object) -> list[Document | DocumentError]:
    return list(read_documents(inputs, Settings(**options)))  # type: ignore[arg-type]


def only(results: list[Document | DocumentError]) -> Document:
    assert len(results) == 1
    assert isinstance(results[0], Document), str(results[0])
    return results[0]


def test_a_text_file_keeps_its_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Headline\r\n\r\nThe plant opens in May.  \r\n")
    document = only(read(path, date="2025-05"))
    assert document.text == "Headline\r\n\r\nThe plant opens in May.  \r\n"
    assert (document.lang, document.title, document.date) == ("en", "Headline", "2025-05")


def test_the_identifier_depends_on_content_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    first, second = read(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, DuplicateDocument)
    assert "is the same text as" in str(second)
    assert only(read(tmp_path / "b.txt")).id == first.id


def test_a_folder_is_read_in_order_and_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(f"{GERMAN} {name}.", encoding="utf-8")
    results = read(tmp_path)
    assert [Path(r.origin).name for r in results] == ["a.md", "b.txt", "c.txt"]


def test_markdown_marks_lie_outside_the_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Neues Werk\n\n- Der Konzern baut.\n\n## Mehr\n\n> Das sagte er.\n", encoding="utf-8")
    document = only(read(path))
    assert document.title == "Neues Werk"
    assert [document.text[b.begin : b.end] for b in document.blocks] == [
        "Neues Werk",
        "Der Konzern baut.",
        "Mehr",
        "Das sagte er.",
    ]


def test_jsonl_goes_on_after_broken_lines(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    good = {
        "id": "n1",
        "text": GERMAN,
        "lang": "de",
        "date": "2025-01-02T10:00:00Z",
        "title": "T",
        "source": "https://x.org/",
    }
    lines = [
        json.dumps(good),
        "{not json",
        "",
        '{"id": 3}',
        '["list"]',
        '{"text": "Ein \\ud800 halbes Zeichen."}',
        '{"text": 5}',
        '{"text": "Ein Text mit Titel.", "title": "\\ud800"}',
        '{"text": "Ein Text mit Datum.", "date": "2025-02-30"}',
        '{"text": "Ein Text mit Zahl.", "id": ' + "9" * 5000 + "}",
        json.dumps({"id": "n1", "text": GERMAN + " Neu."}),
        "[" * 100_000,
        json.dumps({"id": 7, "text": "The plant opens in May."}),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    results = read(path)
    documents = [r for r in results if isinstance(r, Document)]
    assert [(d.id, d.lang, d.date) for d in documents] == [("n1", "de", "2025-01-02"), ("7", "en", None)]
    assert documents[0].source == "https://x.org/"
    failures = [str(r) for r in results if isinstance(r, DocumentError)]
    assert [f.split(":")[1] for f in failures] == ["2", "4", "5", "6", "7", "8", "9", "10", "11", "12"]


def test_jsonl_in_utf16(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(json.dumps({"text": GERMAN}, ensure_ascii=False).encode("utf-16"))
    assert only(read(path)).text == GERMAN


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x00\x01\x02binary" * 100, "binary"),
        ("Über".encode()[:1] + GERMAN.encode() + "ü".encode()[:1], "a"),
        (GERMAN.encode() + " für".encode()[:3], "ends in the middle"),
        (b"12 34 56", "no words"),
        (
            "Le président de la République française a annoncé hier soir que le gouvernement investira.".encode(),
            "seems to be in 'fr'",
        ),
    ],
)
def test_bad_files_say_what_and_where(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "bad.txt"
    if problem == "ends in the middle":
        content = "Köln: ".encode() + content
    path.write_bytes(content)
    (result,) = read(path)
    if problem == "a":  # not UTF-8 from its first byte on: it is read as cp1252
        assert isinstance(result, Document)
        return
    assert isinstance(result, DocumentError)
    assert problem in str(result)
    assert str(result).startswith(str(path))


def test_a_5_mb_line_is_refused_and_can_be_allowed(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Der Konzern baut ein Werk. " * 200_000, encoding="utf-8")
    for limit, problem in ((1_000_000, "more than 4,000,000 bytes"), (2_000_000, "has 5,400,000 characters")):
        (result,) = read(path, max_chars=limit)
        assert isinstance(result, DocumentError)
        assert problem in str(result)
        assert "--max-chars" in str(result)
    assert isinstance(read(path, max_chars=6_000_000)[0], Document)


def test_missing_files_unknown_kinds_and_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("x")
    (tmp_path / "empty").mkdir()
    results = read(tmp_path / "none.txt", tmp_path / "a.xyz", tmp_path / "empty")
    assert [str(r).split(": ", 1)[1].split(";")[0] for r in results] == [
        "does not exist",
        "is of a kind no reader knows",
        "has no documents",
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(GERMAN, encoding="utf-8")
    path.chmod(0)
    original = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:  # root may read everything
        if self == path:
            raise PermissionError(13, "Permission denied")
        return original(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    (result,) = read(path)
    assert str(result) == f"{path}: cannot be read (Permission denied); check the file and its permissions"


def test_standard_input_is_text_or_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (GERMAN.encode(), json.dumps({"text": GERMAN}).encode()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert only(read("-")).text == GERMAN


def test_a_language_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Grok Optimus Colossus", encoding="utf-8")
    assert only(read(path, lang="de")).lang == "de"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")
    first, second = read(path, tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, DuplicateDocument)


def test_a_date_of_no_calendar_costs_its_document(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": GERMAN, "date": "20251103"}), encoding="utf-8")
    (result,) = read(tmp_path / "a.jsonl")
    assert "date '20251103' is not a date" in str(result)
