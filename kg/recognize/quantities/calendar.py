"""Dates worked out: from what a text says and the day it was published to ISO 8601 and its extension EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.errors import KgError

Outlook = Literal["past", "future", "near"]
SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of the EDTF seasons, spring to winter (north of the equator; EDTF's 21 to 24 do not say where)."""
QUARTER_MONTH = {33: 1, 34: 4, 35: 7, 36: 10}
HALF_MONTH = {40: 1, 41: 7}
HALF_A_YEAR = 6
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?\Z")


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that relative dates are counted from, as precisely as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def exact(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None


def parse_reference(written: str | None) -> Reference | None:
    """A publication date in ISO 8601; raises KgError where it is none."""
    if written is None:
        return None
    match = _ISO.match(written)
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*[*parts, 1, 1][:3])
    except (TypeError, ValueError):
        remedy = "give YYYY, YYYY-MM or YYYY-MM-DD, or none"
        raise KgError(f"publication date {written!r} is not ISO 8601; {remedy}") from None
    return Reference(*parts)


def day_of(year: int, month: int, day: int) -> str | None:
    """A day of the calendar, or None where there is none such."""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def shifted_days(reference: Reference, days: int) -> str | None:
    """So many days from the reference."""
    try:
        return None if reference.exact is None else (reference.exact + timedelta(days)).isoformat()
    except OverflowError:
        return None


def shifted(reference: Reference, period: str, count: int) -> str | None:
    """So many periods from the reference, to the period's precision; a week's is the month, if it lies in one."""
    if period == "day":
        return shifted_days(reference, count)
    if period == "year":
        return f"{reference.year + count:04}" if 0 < reference.year + count < 10_000 else None
    if reference.month is None:
        return None
    if period == "week":
        return _week(reference, count)
    months = reference.year * 12 + reference.month - 1 + count * (3 if period == "quarter" else 1)
    year, month = divmod(months, 12)
    if not 0 < year < 10_000:
        return None
    return f"{year:04}-{33 + month // 3}" if period == "quarter" else f"{year:04}-{month + 1:02}"


def _week(reference: Reference, count: int) -> str | None:
    if reference.exact is None:
        return None
    try:
        monday = reference.exact - timedelta(reference.exact.weekday()) + timedelta(weeks=count)
        sunday = monday + timedelta(6)
    except OverflowError:
        return None
    return f"{monday:%Y-%m}" if monday.month == sunday.month else None


def weekday_near(reference: Reference, weekday: int, which: int | None, outlook: Outlook) -> str | None:
    """The last such day up to the reference, or the next after it where the words say so."""
    if reference.exact is None:
        return None
    ahead = (weekday - reference.exact.weekday()) % 7
    if which == 1 or (which is None and outlook == "future"):
        return shifted_days(reference, ahead or 7)
    back = ahead - 7 if ahead or which == -1 else 0
    return shifted_days(reference, back)


def year_of(month: int, day: int | None, reference: Reference, which: int | None, outlook: Outlook) -> int | None:
    """The year of a month or day that is told without one: the last, the next, or whichever is nearer."""
    if which is not None and which not in (-1, 1):
        return reference.year + which
    if reference.month is None:
        return None
    ahead = month - reference.month
    if ahead == 0 and day and reference.day:
        ahead = (day > reference.day) - (day < reference.day)
    if which is not None:
        return reference.year + (which if ahead * which <= 0 else 0)
    if outlook == "near":
        months = (month - reference.month) % 12
        outlook = "future" if 0 < months < HALF_A_YEAR or (months == 0 and ahead > 0) else "past"
    if outlook == "future":
        return reference.year + (1 if ahead < 0 else 0)
    return reference.year - (1 if ahead > 0 else 0)


def easter_month(year: int) -> int:
    """The month of Easter Sunday in the Gregorian calendar (the Meeus/Jones/Butcher rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    return (h + week - 7 * ((a + 11 * h + 22 * week) // 451) + 114) // 31
