"""Numerals: where a text has a number, in digits or words, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal

from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.patterns import key

LONGEST = 15
"""Digits of the longest number that is one; anything longer is an account, a hash, an identifier."""
EXACT = Context(prec=100)
"""Wide enough for the longest number with the largest scale, whatever the caller's own context."""
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_BLANKS = str.maketrans("", "", " \u00a0\u2009\u202f'’")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f'’][0-9]{3})+(?:[.,][0-9]+)?\Z")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: `number` before the scale word, `scale` what it is multiplied by (1 where there is none).

    `digits` is false for number words; `bare` where there are digits and nothing else, as in a year.
    """

    begin: int
    end: int
    number: Decimal
    scale: Decimal
    digits: bool
    bare: bool

    @property
    def value(self) -> Decimal:
        """The number with its scale."""
        return EXACT.multiply(self.number, self.scale)


def numerals(text: str, grammar: Grammar) -> Iterator[Numeral]:
    """Every numeral from left to right; versions, dates in digits and other codes with marks in them are none."""
    for match in grammar.numeral.finditer(text):
        numeral = _numeral(match, grammar)
        if numeral is not None:
            yield numeral


def _numeral(match: re.Match[str], grammar: Grammar) -> Numeral | None:
    one = Decimal(1)
    begin, end = match.span()
    kind = match.lastgroup
    if (digits := match["digits"]) is not None:
        number = parse_digits(digits, grammar)
        if number is None:
            return None
        if kind == "attached":
            return Numeral(begin, end, number, grammar.attached[key(match["attached"])], True, False)
        scale = grammar.scales[key(match["scale"])] if kind == "scale" else one
        return Numeral(begin, end, number, scale, True, kind == "digits" and digits.isdecimal())
    if (fraction := match["fraction"]) is not None:
        return Numeral(begin, end, grammar.fractions[key(fraction)], grammar.scales[key(match["part_of"])], False, False)
    if (word := match["word"]) is not None:
        number = parse_words(word, grammar) + (Decimal("0.5") if match["half"] else 0)
        scale = grammar.scales[key(match["times"])] if match["times"] else one
        return Numeral(begin, end, number, scale, False, False)
    scale = grammar.scales[key(match["single_scale"])] if match["single_scale"] else one
    return Numeral(begin, end, one, scale, False, False)


def parse_digits(written: str, grammar: Grammar) -> Decimal | None:
    """The number that digits with marks stand for in this language, or None where they are a code.

    The marks are read as the language has it, unless they cannot be: 1.5 is one and a half in German too, 1.000.000 a
    million in English too, and 2.000 or 2,000 is two thousand in both, for nobody writes three noughts after the decimal sign.
    """
    if written[-1] in _VULGAR:
        return Decimal(written[:-1] or 0) + _VULGAR[written[-1]]
    if _GROUPED.match(written):
        whole, mark, rest = _split_last(written.translate(_BLANKS))
    elif any(blank in written for blank in " '’\u00a0\u2009\u202f"):
        return None
    else:
        plain = _plain(written, grammar.lexicon.numerals.decimal)
        if plain is None:
            return None
        whole, mark, rest = plain.partition(".")
    if len(whole) > LONGEST or len(rest) > LONGEST or (whole[0] == "0" and len(whole) > 1):
        return None
    return Decimal(f"{whole}.{rest}") if mark else Decimal(whole)


def _split_last(written: str) -> tuple[str, str, str]:
    return written.replace(",", ".").partition(".")


def _plain(written: str, decimal: str) -> str | None:
    """Digits with at most a decimal point, from digits with marks of any kind."""
    marks = [mark for mark in written if mark in ".,"]
    if not marks:
        return written
    head, *groups = re.split("[.,]", written)
    in_threes = 1 <= len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in groups)
    if len(marks) == 1:
        thousands = in_threes and (marks[0] != decimal or groups[0] == "000")
        return written.replace(marks[0], "" if thousands else ".")
    if len(set(marks)) == 1:
        return "".join((head, *groups)) if in_threes else None
    *thousands_groups, rest = groups
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and all(len(group) == 3 for group in thousands_groups) and len(head) <= 3:
        return "".join((head, *thousands_groups)) + "." + rest
    return None


def parse_words(written: str, grammar: Grammar) -> Decimal:
    """The number that number words stand for; the grammar has seen to it that they are in order."""
    whole = grammar.values.get(key(written))
    if whole is not None:
        return whole
    total, current = Decimal(0), Decimal(0)
    for morpheme in grammar.morpheme.findall(written.lower()):
        value = grammar.values[morpheme]
        if value < 100:
            current += value
        elif value == 100:
            current = (current or 1) * value
        else:
            total, current = total + (current or 1) * value, Decimal(0)
    return total + current
