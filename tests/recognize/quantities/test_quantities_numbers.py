"""Numbers, shares, money, power and counts, as both languages write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.recognize.quantities import find_quantities
from kg.records.quantity import Value


def told(text: str, lang: str) -> list[str]:
    """Every quantity in one line: its kind, words and value, with ~ where it is approximate."""
    return [f"{q.kind} {q.value.words!r} {_value(q.value)}" for q in find_quantities(text, lang)]


def _value(value: Value) -> str:
    number = f"{value.low}..{value.high}" if value.number is None else str(value.number)
    return (value.date or number) + (f" {value.unit}" if value.unit else "") + ("~" if value.approximate else "")


NUMBERS = [
    ("de", "Der Rechner hat 200.000 neue Chips.", "count '200.000' 200000 Chip"),
    ("de", "Der Umsatz stieg auf 3,716 Mrd. Euro.", "money '3,716 Mrd. Euro' 3716000000 EUR"),
    ("de", "Es fehlt 1 Million Nutzer.", "count '1 Million' 1000000 Nutzer"),
    ("de", "Sie zahlt 2.300.000,50 Euro.", "money '2.300.000,50 Euro' 2300000.5 EUR"),
    ("de", "Es wohnen 1 234 567 Leute dort.", "count '1 234 567' 1234567 Person"),
    ("de", "Es kostet 1'234'567 Franken.", "money \"1'234'567 Franken\" 1234567 CHF"),
    ("de", "Man zählt 12\u202f500 Geräte.", "count '12\\u202f500' 12500 Gerät"),
    ("de", "Das sind 1.5 Mrd. Dollar.", "money '1.5 Mrd. Dollar' 1500000000 USD"),
    ("de", "Es schuldet zwei Billionen Dollar.", "money 'zwei Billionen Dollar' 2000000000000 USD"),
    ("de", "Es sind 5 Tsd. Stück.", "count '5 Tsd.' 5000 Stück"),
    ("de", "Es fehlen zehntausend Leute.", "count 'zehntausend' 10000 Person"),
    ("de", "Es sind dreihundertzwölf Filialen.", "count 'dreihundertzwölf' 312 Filiale"),
    ("de", "Hunderttausend Geräte warten.", "count 'Hunderttausend' 100000 Gerät"),
    ("de", "Er bot eine halbe Milliarde Euro.", "money 'eine halbe Milliarde Euro' 500000000 EUR"),
    ("de", "Er suchte anderthalb Jahre.", "count 'anderthalb' 1.5 Jahr"),
    ("de", "Zwei Dutzend Firmen zahlen.", "count 'Zwei Dutzend' 24 Firma"),
    ("de", "Sie bauen ein halbes Megawatt.", "power 'ein halbes Megawatt' 0.5 MW"),
    ("en", "It has 200,000 new chips.", "count '200,000' 200000 chip"),
    ("en", "It has 1.5bn users.", "count '1.5bn' 1500000000 user"),
    ("en", "It raised $1.5bn.", "money '$1.5bn' 1500000000 USD"),
    ("en", "It gained 2,5 percent.", "share '2,5 percent' 0.025"),
    ("en", "It serves 3.7 million users.", "count '3.7 million' 3700000 user"),
    ("en", "A dozen firms pay.", "count 'A dozen' 12 firm"),
    ("en", "It employs two hundred and fifty people.", "count 'two hundred and fifty' 250 person"),
    ("en", "Half a million people came.", "count 'Half a million' 500000 person"),
    ("en", "It lost a quarter of a million dollars.", "money 'a quarter of a million dollars' 250000 USD"),
    ("en", "It lost one and a half million euros.", "money 'one and a half million euros' 1500000 EUR"),
    ("en", "It lost a million and a half.", "count 'a million and a half' 1500000"),
    ("en", "A good billion devices listen.", "count 'A good billion' 1000000000 device"),
    ("en", "It is worth 2tn yen.", "money '2tn yen' 2000000000000 JPY"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NUMBERS)
def test_numbers(lang: str, text: str, expected: str) -> None:
    assert told(text, lang) == [expected]


RANGES = [
    (
        "de",
        "Es kostet 20 bis 30 Milliarden US-Dollar.",
        "money '20 bis 30 Milliarden US-Dollar' 20000000000..30000000000 USD",
    ),
    ("de", "Der Anteil liegt zwischen 5 und 7 Prozent.", "share '5 und 7 Prozent' 0.05..0.07"),
    ("de", "Das dauert zwei bis drei Jahre.", "count 'zwei bis drei' 2..3 Jahr"),
    (
        "de",
        "Es ist 900 Millionen bis 1,1 Milliarden Euro wert.",
        "money '900 Millionen bis 1,1 Milliarden Euro' 900000000..1100000000 EUR",
    ),
    ("en", "It costs between $5 and $7 billion.", "money '$5 and $7 billion' 5000000000..7000000000 USD"),
    ("en", "They want $20-30bn.", "money '$20-30bn' 20000000000..30000000000 USD"),
    ("en", "It fell 20 to 30 percent.", "share '20 to 30 percent' 0.2..0.3"),
    ("en", "It will hire between 300 and about 500 people.", "count '300 and about 500' 300..500 person"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), RANGES)
def test_ranges(lang: str, text: str, expected: str) -> None:
    assert told(text, lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Der Anteil stieg von 5 auf 7 Prozent.", ["share '5' 0.05", "share '7 Prozent' 0.07"]),
        (
            "de",
            "Sie wuchs von 290 auf 510 Beschäftigte.",
            ["count '290' 290 Beschäftigte", "count '510' 510 Beschäftigte"],
        ),
        ("en", "The share went from 51 to 70 percent.", ["share '51' 0.51", "share '70 percent' 0.7"]),
        ("en", "Sales rose to $3.7bn from $3.1bn.", ["money '$3.7bn' 3700000000 USD", "money '$3.1bn' 3100000000 USD"]),
        ("de", "Rot hält 18 Prozent, Blau neun.", ["share '18 Prozent' 0.18", "share 'neun' 0.09"]),
        (
            "en",
            "It raised 8 million dollars at a valuation of 35 million.",
            ["money '8 million dollars' 8000000 USD", "money '35 million' 35000000 USD"],
        ),
        (
            "en",
            "It made 3 million dollars and has 40 users.",
            ["money '3 million dollars' 3000000 USD", "count '40' 40 user"],
        ),
        (
            "en",
            "It made 3 million dollars. The other nine stayed.",
            ["money '3 million dollars' 3000000 USD", "count 'nine' 9"],
        ),
    ],
)
def test_units_said_once(lang: str, text: str, expected: list[str]) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    "approximator",
    [
        "rund",
        "etwa",
        "circa",
        "ca.",
        "knapp",
        "fast",
        "mehr als",
        "über",
        "mindestens",
        "bis zu",
        "gut",
        "weniger als",
        "höchstens",
    ],
)
def test_german_approximators_are_no_part_of_the_words(approximator: str) -> None:
    assert told(f"Er hat {approximator} 500 Kunden.", "de") == ["count '500' 500 Kunde~"]


@pytest.mark.parametrize(
    "approximator",
    ["about", "around", "nearly", "almost", "more than", "over", "at least", "up to", "some", "roughly", "fewer than"],
)
def test_english_approximators_are_no_part_of_the_words(approximator: str) -> None:
    assert told(f"It has {approximator} 500 customers.", "en") == ["count '500' 500 customer~"]


def test_over_is_not_always_more_than() -> None:
    assert told("It turns over 5 million euros.", "en") == ["money '5 million euros' 5000000 EUR"]
    assert told("Der Vertrag über 5 Millionen Euro gilt.", "de") == ["money '5 Millionen Euro' 5000000 EUR"]


MONEY = [
    ("de", "300 kanadische Dollar", "300 CAD"),
    ("de", "5 Hongkong-Dollar", "5 HKD"),
    ("de", "20 Schweizer Franken", "20 CHF"),
    ("de", "50 Rupien", "50 INR"),
    ("de", "30 schwedische Kronen", "30 SEK"),
    ("de", "9 Yuan", "9 CNY"),
    ("de", "99 Cent", "0.99 EUR"),
    ("de", "EUR 5 Mio.", "5000000 EUR"),
    ("de", "20 Mio. €", "20000000 EUR"),
    ("de", "500 TEUR", "500000 EUR"),
    ("de", "40 Kronen", "40"),
    ("en", "£3", "3 GBP"),
    ("en", "€4.99", "4.99 EUR"),
    ("en", "A$5m", "5000000 AUD"),
    ("en", "HK$3bn", "3000000000 HKD"),
    ("en", "US$20", "20 USD"),
    ("en", "R$5", "5 BRL"),
    ("en", "EUR5m", "5000000 EUR"),
    ("en", "20 Danish kroner", "20 DKK"),
    ("en", "20 Canadian dollars", "20 CAD"),
    ("en", "99 pence", "0.99 GBP"),
    ("en", "300 won", "300 KRW"),
    ("en", "a dollar", "1 USD"),
]


@pytest.mark.parametrize(("lang", "words", "expected"), MONEY)
def test_money(lang: str, words: str, expected: str) -> None:
    assert told(words, lang) == [f"money {words!r} {expected}"]


@pytest.mark.parametrize(
    ("lang", "text", "words"), [("de", "12,99 Euro pro Monat", "12,99 Euro"), ("en", "$5 a month", "$5")]
)
def test_what_it_is_paid_for_is_no_part_of_the_words(lang: str, text: str, words: str) -> None:
    assert [q.value.words for q in find_quantities(text, lang)] == [words]


SHARES = [
    ("de", "ein Viertel der Anteile", "'ein Viertel' 0.25"),
    ("de", "die Hälfte der Firma", "'die Hälfte' 0.5"),
    ("de", "zwei Drittel der Leute", "'zwei Drittel' 0.6667"),
    ("de", "jeder fünfte Kunde", "'jeder fünfte' 0.2"),
    ("de", "eine Chance von eins zu zehn", "'eins zu zehn' 0.1"),
    ("de", "sechzig zu vierzig", "'sechzig zu vierzig' 0.6"),
    ("de", "eine hundertprozentige Tochter", "'hundertprozentige' 1"),
    ("de", "-3,2 Prozent", "'-3,2 Prozent' -0.032"),
    ("en", "a third of the firm", "'a third' 0.3333"),
    ("en", "half of it", "'half' 0.5"),
    ("en", "two-thirds of it", "'two-thirds' 0.6667"),
    ("en", "one in five", "'one in five' 0.2"),
    ("en", "nine out of ten users", "'nine out of ten' 0.9"),
    ("en", "5 per cent", "'5 per cent' 0.05"),
    ("en", "100% of it", "'100%' 1"),
    ("en", "nearly a quarter of the shares", "'a quarter' 0.25~"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SHARES)
def test_shares(lang: str, text: str, expected: str) -> None:
    assert told(text, lang) == [f"share {expected}"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "um 2 Prozentpunkte"),
        ("en", "two percentage points"),
        ("en", "a third factory"),
        ("en", "half an hour"),
        ("en", "the second half"),
        ("de", "im Viertel der Künstler"),
    ],
)
def test_no_shares(lang: str, text: str) -> None:
    assert told(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "150 MW", "power '150 MW' 150 MW"),
        ("de", "7,5 Megawatt", "power '7,5 Megawatt' 7.5 MW"),
        ("de", "ein 12-Megawatt-Rechenzentrum", "power '12-Megawatt' 12 MW"),
        ("en", "three gigawatts", "power 'three gigawatts' 3 GW"),
        ("en", "a 48-megawatt campus", "power '48-megawatt' 48 MW"),
        ("de", "3 kWh", "count '3 kWh' 3 kWh"),
        ("de", "20 Megawattstunden", "count '20 Megawattstunden' 20 MWh"),
        ("de", "7 nm", "count '7 nm' 7 nm"),
        ("de", "-5 °C", "count '-5 °C' -5 °C"),
        ("en", "20 GB", "count '20 GB' 20 GB"),
        ("en", "30 miles", "count '30 miles' 30 [mi_i]"),
    ],
)
def test_power_and_other_units(lang: str, text: str, expected: str) -> None:
    assert told(text, lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "1,200 additional staff", "count '1,200' 1200 staff"),
        ("en", "500 bidirectional Solex Duo chargers", "count '500' 500 charger"),
        ("en", "220 solar fridges for schools", "count '220' 220 fridge"),
        ("en", "three countries", "count 'three' 3 country"),
        ("en", "18 months", "count '18' 18 month"),
        ("en", "the 15 of yesterday", "count '15' 15"),
        ("de", "300 wöchentliche Nutzer", "count '300' 300 Nutzer"),
        ("de", "40 Robotern", "count '40' 40 Roboter"),
        ("de", "8 Köpfe", "count '8' 8 Kopf"),
        ("de", "90 Rechenkarten", "count '90' 90 Rechenkarte"),
        ("de", "12 Wünsche", "count '12' 12"),
    ],
)
def test_counted_nouns(lang: str, text: str, expected: str) -> None:
    """The unit is the noun in the singular, where the lexicon or a rule knows it; it is no part of the words."""
    assert told(text, lang) == [expected]


def test_numbers_are_exact_whatever_the_context_of_the_caller() -> None:
    from decimal import localcontext

    with localcontext(prec=3):
        quantity = find_quantities("123456789,123456 Mrd. Euro", "de")[0]
    assert quantity.value.number == Decimal("123456789123456000")
