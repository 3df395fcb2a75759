"""Dates of documents: ISO 8601, to the precision known."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")


def iso_date(written: str) -> str | None:
    """A date as YYYY, YYYY-MM or YYYY-MM-DD, a time of day dropped; None where it is no date of the calendar.

    >>> iso_date("2025-11"), iso_date("2025-11-03T10:00:00Z"), iso_date("2025-02-30"), iso_date("20251103")
    ('2025-11', '2025-11-03', None, None)
    """
    match = _ISO.fullmatch(written.strip())
    if match is None:
        return None
    parts = [part for part in match.groups() if part]
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return "-".join(parts)
