"""The date that the parts of a phrase mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.recognize.quantities import calendar
from kg.recognize.quantities.calendar import Outlook, Reference

Parts = Mapping[str, str]
"""From the name of a template's place to the meaning of what stands there, or to the digits."""


def resolve(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    """A date in ISO 8601 or EDTF, or None where it takes a publication date that is not known so precisely.

    >>> resolve({"month": "11", "year": "2025"}, None, "past")
    '2025-11'
    >>> resolve({"month": "11"}, Reference(2025, 3, 14), "past")
    '2024-11'
    """
    for name, rule in _RULES.items():
        if name in parts:
            return rule(parts, reference, outlook)
    return None


def _number(parts: Parts, name: str) -> int | None:
    return int(parts[name]) if name in parts else None


def _year(parts: Parts, reference: Reference | None) -> int | None:
    """The year that is written, or that words like "of last year" give."""
    if "year" in parts:
        return int(parts["year"])
    if "context_year" in parts and "which" not in parts and "which_year" not in parts:
        return int(parts["context_year"])
    if "which_year" in parts and reference is not None:
        return reference.year + int(parts["which_year"])
    return None


def _recurring(month: int, day: int | None, parts: Parts, reference: Reference | None, outlook: Outlook) -> int | None:
    year = _year(parts, reference)
    if year is not None or reference is None or "which_year" in parts:
        return year
    return calendar.year_of(month, day, reference, _number(parts, "which"), outlook)


def _day(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    month, day = int(parts["month"]), int(parts["day"])
    year = _recurring(month, day, parts, reference, outlook)
    if year is None:
        return f"--{month:02}-{day:02}" if calendar.day_of(2000, month, day) else None
    return calendar.day_of(year, month, day)


def _month(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    month = int(parts["month"])
    if "day" in parts:
        return _day(parts, reference, outlook)
    year = _recurring(month, None, parts, reference, outlook)
    return None if year is None else f"{year:04}-{month:02}"


def _coded(name: str, months: Mapping[int, int]) -> Callable[[Parts, Reference | None, Outlook], str | None]:
    """The rule of parts of a year that EDTF has a code for in the month's place."""

    def rule(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
        code = int(parts[name])
        if name != "season" and outlook == "near":
            outlook = "past"  # what is said of quarters is mostly that they are over
        year = _recurring(months[code], None, parts, reference, outlook)
        return None if year is None else f"{year:04}-{code}"

    return rule


def _feast(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    name = parts["feast"]
    month, _, _ = ("04" if name == "easter" else name).partition("-")
    year = _recurring(int(month), None, parts, reference, outlook)
    if year is None:
        return None
    if name == "easter":
        return f"{year:04}-{calendar.easter_month(year):02}"
    return f"{year:04}-{name}"


def _weekday(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    if reference is None:
        return None
    return calendar.weekday_near(reference, int(parts["weekday"]), _number(parts, "which"), outlook)


def _period(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    if reference is None:
        return None
    count = int(parts["which"]) if "which" in parts else int(parts["direction"]) * int(parts.get("count", "1"))
    return calendar.shifted(reference, parts["period"], count)


def _offset(name: str, period: str) -> Callable[[Parts, Reference | None, Outlook], str | None]:
    def rule(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
        return None if reference is None else calendar.shifted(reference, period, int(parts[name]))

    return rule


def _part(parts: Parts, reference: Reference | None, outlook: Outlook) -> str | None:
    year = _year({"which_year": "0", **parts}, reference)
    return None if year is None else f"{year:04}"


_RULES: Mapping[str, Callable[[Parts, Reference | None, Outlook], str | None]] = {
    "daily": _offset("daily", "day"),
    "yearly": _offset("yearly", "year"),
    "month_now": _offset("month_now", "month"),
    "part": _part,
    "weekday": _weekday,
    "period": _period,
    "month": _month,
    "season": _coded("season", calendar.SEASON_MONTH),
    "quarter": _coded("quarter", calendar.QUARTER_MONTH),
    "half": _coded("half", calendar.HALF_MONTH),
    "feast": _feast,
    "year": _part,
}
