"""Numbers in digits, read as a language writes them."""

from __future__ import annotations

import re
from decimal import Decimal

LONGEST = 15
"""Digits of the longest number that is one; anything longer is an account, a hash, an identifier."""
# Groups of three after a blank, or digits with any marks inside, which `parse_digits` judges; it never backs up.
DIGITS = (
    r"(?:[0-9]{0,3}[½¼¾]|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9]))++(?:[.,][0-9]++)?+"
    r"|[0-9]++(?:[.,'’][0-9]++)*+)"
)
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_BLANKS = " \u00a0\u2009\u202f'’"
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}})+(?:[.,][0-9]+)?\Z")


def parse_digits(written: str, decimal: str) -> Decimal | None:
    """The number that digits with marks stand for where `decimal` is the decimal sign, or None where they are a code.

    The marks are read as the language has it, unless they cannot be: 1.5 is one and a half in German too, 1.000.000 a
    million in English too, and 2.000 or 2,000 is two thousand in both, for nobody writes three noughts after the
    decimal sign.

    >>> parse_digits("2.300.000,50", ","), parse_digits("3,716", ","), parse_digits("3,716", ".")
    (Decimal('2300000.50'), Decimal('3.716'), Decimal('3716'))
    """
    if written[-1] in _VULGAR:
        return Decimal(written[:-1] or 0) + _VULGAR[written[-1]]
    if _GROUPED.match(written):
        plain: str | None = written.translate(dict.fromkeys(map(ord, _BLANKS))).replace(",", ".")
    elif any(blank in written for blank in _BLANKS):
        return None
    else:
        plain = _without_groups(written, decimal)
    if plain is None:
        return None
    whole, _, rest = plain.partition(".")
    if len(whole) > LONGEST or len(rest) > LONGEST or (whole[0] == "0" and len(whole) > 1):
        return None
    return Decimal(plain)


def _without_groups(written: str, decimal: str) -> str | None:
    """Digits with at most a decimal point, from digits with points and commas."""
    marks = [mark for mark in written if mark in ".,"]
    head, *groups = re.split("[.,]", written)
    in_threes = len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in groups)
    if len(marks) <= 1:
        thousands = in_threes and marks and (marks[0] != decimal or groups[0] == "000")
        return "".join((head, *groups)) if thousands else written.replace(",", ".")
    if len(set(marks)) == 1:
        return "".join((head, *groups)) if in_threes else None
    if len(set(marks[:-1])) == 1 and len(head) <= 3 and all(len(group) == 3 for group in groups[:-1]):
        return "".join((head, *groups[:-1])) + "." + groups[-1]
    return None
