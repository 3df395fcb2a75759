from __future__ import annotations

import pytest

from kg.language import detect_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Der Konzern baut in Sachsen ein neues Werk für Halbleiter.", "de"),
        ("The company is building a new semiconductor plant in Saxony.", "en"),
        ("Google kauft Wiz für 32 Milliarden Dollar", "de"),
        ("Le gouvernement français a annoncé hier un nouveau plan pour les usines du pays et ses salariés.", "fr"),
        ("Il governo italiano ha annunciato ieri un nuovo piano per le fabbriche del paese e i suoi lavoratori.", "it"),
        ("  12.345 %", None),
        ("", None),
    ],
)
def test_languages(text: str, lang: str | None) -> None:
    assert detect_language(text) == lang
