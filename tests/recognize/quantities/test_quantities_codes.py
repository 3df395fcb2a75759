"""What only looks like a quantity."""

from __future__ import annotations

import pytest

from kg.recognize.quantities import find_quantities

CODES = [
    ("de", "GPT-4 und der A380"),
    ("de", "das iPhone 15 kann mehr"),
    ("de", "nach § 12 gilt"),
    ("de", "die Version 2.3.1"),
    ("de", "Version 2 ist da"),
    ("de", "das 5G-Netz"),
    ("de", "im B2B-Handel"),
    ("de", "um 14:30 Uhr"),
    ("de", "um 20 Uhr"),
    ("de", "ein 3:1 für Blau"),
    ("de", "Tel. 030 1234567"),
    ("de", "Tel. +49 89 1234567"),
    ("de", "www.a24.de/2025/x und a12@b3.de"),
    ("de", "Dutzende Firmen"),
    ("de", "mehrere hundert Leute"),
    ("de", "der dritte"),
    ("de", "der 3. Platz"),
    ("de", "ein Jahr, eine Firma"),
    ("de", "dreimal"),
    ("de", "die 10.000er"),
    ("de", "ein 4K-Bild"),
    ("de", "der 39-Jährige"),
    ("de", "0800 123456"),
    ("de", "IBAN DE89 3704 0044 0532 0130 00"),
    ("de", "der 1&1-Konzern"),
    ("de", "eine Zahl wie 12345678901234567890"),
    ("en", "the iPhone 15 sells"),
    ("en", "the Vellum 2 costs more"),
    ("en", "Windows 11 is out"),
    ("en", "at 10:30pm or 5 p.m."),
    ("en", "24/7"),
    ("en", "No. 5"),
    ("en", "call (555) 123-4567"),
    ("en", "ISBN 978-3-16-148410-0"),
    ("en", "one of them"),
    ("en", "a company"),
    ("en", "the third"),
    ("en", "the 3rd"),
    ("en", "Three Rivers Fund"),
    ("en", "at Capital One"),
    ("en", "a 44-year-old"),
    ("en", "at https://example.org/2024/12"),
    ("en", "the 192.168.0.1 host"),
]


@pytest.mark.parametrize(("lang", "text"), CODES)
def test_codes_are_no_quantities(lang: str, text: str) -> None:
    assert find_quantities(text, lang) == ()


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("de", "bei SAP 200 Millionen Nutzer", "200 Millionen"),
        ("de", "im Quartal 20 bis 30 Euro", "20 bis 30 Euro"),
        ("de", "auf Platz 200 Menschen", "200"),
        ("en", "MWC 2025", "2025"),
        ("en", "at Solex 200 people left", "200"),
        ("de", "Es waren nach Zählung der Griechen 120 sein Lohn", "120"),
        ("de", "Sie kam auf 612. Danach", "612"),
    ],
)
def test_after_names_numbers_may_be_quantities(lang: str, text: str, words: str) -> None:
    assert [q.value.words for q in find_quantities(text, lang)] == [words]
