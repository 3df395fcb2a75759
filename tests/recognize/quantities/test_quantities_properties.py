"""What holds for any text: no error, exact offsets, order, the same result twice, and an end for the longest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.recognize.quantities import find_quantities

PIECES = [
    "1",
    "20",
    "300",
    "1.000",
    "2,5",
    "2025",
    "½",
    ".",
    ",",
    "-",
    "–",
    " ",
    "\u00a0",
    "\n",
    ":",
    "/",
    "%",
    " %",
    "€",
    "$",
    "US$",
    "'",
    "+",
    "@",
    "(",
    ")",
    " Mrd.",
    " Millionen",
    "bn",
    "k",
    "K",
    " Euro",
    " dollars",
    " MW",
    "-megawatt",
    " kWh",
    "zwei",
    "hundert",
    "und",
    "eine",
    "halbe",
    "a ",
    "half",
    " million",
    " bis ",
    " to ",
    "zwischen ",
    "between ",
    " und ",
    " and ",
    "from ",
    "rund ",
    "bis zu ",
    "minus ",
    "März",
    "May",
    "3. ",
    "Ende ",
    "im ",
    "vor ",
    " Jahren",
    " years ago",
    "Q3",
    "drittes Quartal",
    "Montag",
    "today",
    "einem",
    "Nutzer",
    " users",
    " neue",
    "GPT",
    "iPhone",
    "Viertel",
    " der",
    "third",
    " of",
    "www.",
    "ISBN",
    "0",
    "٣",
    "²",
    "ß",
    "é",
    "\x00",
    "🙂",
    "Uhr",
    "pm",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
DATES = st.sampled_from([None, "2025", "2025-02", "2024-02-29", "0001-01-01", "9999-12-31", "2025-03-14T08:00:00"])


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(["de", "en"]), date=DATES)
def test_any_text(text: str, lang: str, date: str | None) -> None:
    found = find_quantities(text, lang, date)
    assert found == find_quantities(text, lang, date)
    last_end = 0
    for quantity in found:
        value = quantity.value
        assert last_end <= quantity.begin < quantity.end <= len(text)
        last_end = quantity.end
        assert value.words == text[quantity.begin : quantity.end]
        assert sum((value.number is not None, value.low is not None, value.date is not None)) == 1
        assert (value.low is None) == (value.high is None)
        assert (quantity.kind == "date") == (value.date is not None)
        if value.low is not None and value.high is not None:
            assert value.low < value.high


SIZE = 200_000  # characters; what takes quadratic time would not end before the run is given up


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "1 ",
        "12 345",
        ",",
        " ",
        "\n",
        "a@",
        "hundert",
        "two hundred and ",
        "3. ",
        "5 bis ",
        "5-",
        "Über ",
    ],
)
def test_a_long_adversarial_text_is_read_to_its_end(piece: str, lang: str) -> None:
    text = piece * (SIZE // len(piece))
    found = find_quantities(text, lang, "2025-03-14")
    assert len(found) <= text.count(piece) + 1
    assert all(q.value.words == text[q.begin : q.end] for q in found)
