"""Dates: in full, in part, told from the day of publication, and without it."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.recognize.quantities import find_quantities

FRIDAY = "2025-03-14"


def dates(text: str, lang: str, date: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    """The dates of a text, with ~ behind those that are approximate."""
    found = (q for q in find_quantities(text, lang, date) if q.kind == "date")
    return [(q.value.words, f"{q.value.date}{'~' if q.value.approximate else ''}") for q in found]


ABSOLUTE = [
    ("de", "am 3. März 2025", "3. März 2025", "2025-03-03"),
    ("de", "am 03.03.2025", "03.03.2025", "2025-03-03"),
    ("de", "im März 2025", "März 2025", "2025-03"),
    ("de", "im Jahr 2019", "2019", "2019"),
    ("de", "seit 2019", "2019", "2019"),
    ("de", "das Q3 2025", "Q3 2025", "2025-35"),
    ("de", "drittes Quartal 2025", "drittes Quartal 2025", "2025-35"),
    ("de", "im 3. Quartal 2025", "3. Quartal 2025", "2025-35"),
    ("de", "im Sommer 2026", "Sommer 2026", "2026-22"),
    ("de", "zweites Halbjahr 2025", "zweites Halbjahr 2025", "2025-41"),
    ("de", "Ende 2025", "2025", "2025~"),
    ("de", "Anfang März 2026", "März 2026", "2026-03~"),
    ("de", "an Weihnachten 2025", "Weihnachten 2025", "2025-12"),
    ("en", "on March 3, 2025", "March 3, 2025", "2025-03-03"),
    ("en", "on 3 March 2025", "3 March 2025", "2025-03-03"),
    ("en", "the 3rd of March 2025", "3rd of March 2025", "2025-03-03"),
    ("en", "in March 2025", "March 2025", "2025-03"),
    ("en", "on 2025-03-03", "2025-03-03", "2025-03-03"),
    ("en", "on 14/3/2025", "14/3/2025", "2025-03-14"),
    ("en", "on 3/14/2025", "3/14/2025", "2025-03-14"),
    ("en", "on 3/4/2025", "2025", "2025"),
    ("en", "in 2019", "2019", "2019"),
    ("en", "the third quarter of 2025", "third quarter of 2025", "2025-35"),
    ("en", "H1 2026", "H1 2026", "2026-40"),
    ("en", "the second half of 2026", "second half of 2026", "2026-41"),
    ("en", "spring 2026", "spring 2026", "2026-21"),
    ("en", "the autumn of 2026", "autumn of 2026", "2026-23"),
    ("en", "early 2026", "2026", "2026~"),
    ("en", "mid-2025", "2025", "2025~"),
    ("en", "by the end of 2025", "2025", "2025~"),
]


@pytest.mark.parametrize(("lang", "text", "words", "date"), ABSOLUTE)
def test_dates_with_a_year_need_no_publication_date(lang: str, text: str, words: str, date: str) -> None:
    assert dates(text, lang, None) == [(words, date)]
    assert dates(text, lang) == [(words, date)]


RELATIVE = [
    ("de", "ab heute", "heute", "2025-03-14"),
    ("de", "erst gestern", "gestern", "2025-03-13"),
    ("de", "ab sofort", "ab sofort", FRIDAY),
    ("de", "am Montag", "Montag", "2025-03-10"),
    ("de", "am Freitag", "Freitag", FRIDAY),
    ("de", "ab Montag", "Montag", "2025-03-17"),
    ("de", "am kommenden Montag", "kommenden Montag", "2025-03-17"),
    ("de", "letztes Jahr", "letztes Jahr", "2024"),
    ("de", "im vergangenen Jahr", "vergangenen Jahr", "2024"),
    ("de", "in diesem Jahr", "diesem Jahr", "2025"),
    ("de", "Anfang des Jahres", "Anfang des Jahres", "2025~"),
    ("de", "Anfang nächsten Jahres", "nächsten Jahres", "2026~"),
    ("de", "im kommenden Monat", "kommenden Monat", "2025-04"),
    ("de", "vergangene Woche", "vergangene Woche", "2025-03"),
    ("de", "vor drei Jahren", "vor drei Jahren", "2022"),
    ("de", "in zwei Jahren", "in zwei Jahren", "2027"),
    ("de", "vor einem Monat", "vor einem Monat", "2025-02"),
    ("de", "vor zehn Tagen", "vor zehn Tagen", "2025-03-04"),
    ("de", "im dritten Quartal wuchs es", "dritten Quartal", "2024-35"),
    ("de", "im vergangenen November", "vergangenen November", "2024-11"),
    ("de", "im Sommer des vergangenen Jahres", "Sommer des vergangenen Jahres", "2024-22"),
    ("de", "zum Jahresende", "Jahresende", "2025"),
    ("en", "out today", "today", FRIDAY),
    ("en", "it said yesterday", "yesterday", "2025-03-13"),
    ("en", "open tomorrow", "tomorrow", "2025-03-15"),
    ("en", "it said on Monday", "Monday", "2025-03-10"),
    ("en", "next Monday", "next Monday", "2025-03-17"),
    ("en", "last Friday", "last Friday", "2025-03-07"),
    ("en", "last year", "last year", "2024"),
    ("en", "earlier this year", "earlier this year", "2025"),
    ("en", "early next year", "early next year", "2026~"),
    ("en", "next month", "next month", "2025-04"),
    ("en", "last week", "last week", "2025-03"),
    ("en", "three years ago", "three years ago", "2022"),
    ("en", "in two years", "in two years", "2027"),
    ("en", "a year ago", "a year ago", "2024"),
    ("en", "by year-end", "year-end", "2025"),
    ("en", "last spring", "last spring", "2024-21"),
    ("en", "fourth-quarter profit rose", "fourth-quarter", "2024-36"),
]


@pytest.mark.parametrize(("lang", "text", "words", "date"), RELATIVE)
def test_relative_dates_are_told_from_the_day_of_publication(lang: str, text: str, words: str, date: str) -> None:
    assert dates(text, lang) == [(words, date)]


@pytest.mark.parametrize(("lang", "text", "words", "date"), RELATIVE)
def test_relative_dates_are_left_out_without_it(lang: str, text: str, words: str, date: str) -> None:
    assert dates(text, lang, None) == []


@pytest.mark.parametrize(
    ("lang", "text", "date"),
    [
        ("de", "Im November kam das Gerät heraus.", "2024-11"),
        ("de", "Im November soll das Gerät kommen.", "2025-11"),
        ("de", "Seit November gibt es das.", "2024-11"),
        ("de", "Bis November wird gebaut.", "2025-11"),
        ("de", "Am 2. Juni wird es ausgeliefert.", "2025-06-02"),
        ("de", "Am 2. Januar wurde es ausgeliefert.", "2025-01-02"),
        ("de", "Im März war es so weit.", "2025-03"),
        ("de", "Im Herbst kommt es in den Handel.", "2025-23"),
        ("en", "It came out in November.", "2024-11"),
        ("en", "It will come out in November.", "2025-11"),
        ("en", "It is to be released on 2 June.", "2025-06-02"),
        ("en", "It was released on 2 June.", "2024-06-02"),
        ("en", "It has been on sale since May.", "2024-05"),
        ("en", "They plan to open by Christmas.", "2025-12"),
    ],
)
def test_the_sentence_tells_which_year(lang: str, text: str, date: str) -> None:
    assert [found for _, found in dates(text, lang)] == [date]


def test_without_a_cue_the_nearer_year_is_meant() -> None:
    assert [date for _, date in dates("Termin im Mai", "de")] == ["2025-05"]
    assert [date for _, date in dates("Termin im Dezember", "de")] == ["2024-12"]


def test_an_entry_of_a_chronicle_has_its_year() -> None:
    assert dates("2015: Die Uhr erscheint am 3. Februar.", "de") == [("2015", "2015"), ("3. Februar", "2015-02-03")]


def test_a_day_without_a_year_or_publication_date_is_a_recurring_day() -> None:
    assert dates("am 21. März", "de", None) == [("21. März", "--03-21")]
    assert dates("on March 21", "en", None) == [("March 21", "--03-21")]


def test_relative_dates_take_as_much_of_the_publication_date_as_there_is() -> None:
    assert dates("letztes Jahr, heute, im November", "de", "2025") == [("letztes Jahr", "2024")]
    assert dates("letzter Monat, heute", "de", "2025-01") == [("letzter Monat", "2024-12")]


def test_a_week_across_two_months_is_left_out() -> None:
    assert dates("last week", "en", "2025-03-05") == []


def test_ranges_of_dates_are_two_dates() -> None:
    assert dates("2024–2026", "de") == [("2024", "2024"), ("2026", "2026")]
    assert dates("von 2024 bis 2026", "de") == [("2024", "2024"), ("2026", "2026")]
    assert dates("vom 3. bis 5. März 2025", "de") == [("3.", "2025-03-03"), ("5. März 2025", "2025-03-05")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "2000 Mitarbeiter"),
        ("de", "2.000 Leute"),
        ("en", "2000 employees"),
        ("en", "$2000"),
        ("de", "2025 Euro"),
        ("en", "May I go?"),
        ("de", "am 31. Februar"),
        ("de", "am 99.99.2025"),
        ("en", "the 1990s"),
        ("de", "1700"),
    ],
)
def test_no_dates(lang: str, text: str) -> None:
    assert dates(text, lang) == []


@pytest.mark.parametrize("date", ["", "gestern", "2025-13", "2025-02-30", "25-01-01"])
def test_a_faulty_publication_date_is_an_error_that_says_so(date: str) -> None:
    with pytest.raises(KgError, match=r"not ISO 8601; give YYYY"):
        find_quantities("heute", "de", date)
