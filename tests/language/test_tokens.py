"""Names inside compounds are tokens of their own, and offsets are those of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import analyse
from kg.records import Document


def tokens(text: str, lang: str) -> list[str]:
    doc = analyse(Document("x", text, lang, (), "x"))
    assert doc.text == text
    return [token.text for token in doc]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("die xAI-Mitarbeitern", ["xAI"]),
        ("das Grok 5-Modell", ["Grok", "5"]),
        ("Teslas Optimus-Roboter", ["Teslas", "Optimus"]),
        ("die Colossus-Dateninfrastruktur", ["Colossus"]),
        ("das Colossus data center-Projekt", ["Colossus"]),
        ("ein Google-DeepMind-Team", ["Google", "DeepMind"]),
        ("die AWS/Azure-Kunden", ["AWS", "Azure"]),
        ("Nvidia’s neuer Chip", ["Nvidia", "’s"]),
        ("den Start-up-Gründer", ["Start", "up"]),
        ("im Jahr 2025.", ["2025", "."]),
        ("rund 1,5 Mrd. Euro", ["1,5", "Mrd.", "Euro"]),
        ("Web.de und 1&1", ["Web.de", "1&1"]),
    ],
)
def test_german(text: str, names: list[str]) -> None:
    assert set(names) <= set(tokens(text, "de"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Tesla-SpaceX deal", ["Tesla", "SpaceX"]),
        ("a Berlin-based firm", ["Berlin"]),
        ("Musk's $1.5bn plan", ["Musk", "'s", "$"]),
        ("OpenAI’s GPT-4", ["OpenAI", "’s", "GPT", "4"]),
        ("It ended.The next", ["ended", ".", "The"]),
    ],
)
def test_english(text: str, names: list[str]) -> None:
    assert set(names) <= set(tokens(text, "en"))


@pytest.mark.parametrize("lang", ["de", "en"])
@given(text=st.text(max_size=80))
def test_any_text_keeps_its_characters(lang: str, text: str) -> None:
    doc = analyse(Document("x", text, lang, (), "x"))
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)
