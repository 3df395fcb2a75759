"""Numerals: where a text has a number, in digits or words, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal

from kg.recognize.quantities.digits import DIGITS, parse_digits
from kg.recognize.quantities.lexicon import Lexicon, NumeralWords, Symbols, numbers, words_of
from kg.recognize.quantities.patterns import BLANK, LOOSE, TIGHT, fill, key, one_of
from kg.recognize.quantities.templates import Place

EXACT = Context(prec=100)
"""Wide enough for the longest number with the largest scale, whatever the caller's own context."""
ONE, HALF = Decimal(1), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: `number` before the scale word, `scale` what it is multiplied by (1 where there is none).

    `digits` is false for number words; `bare` where there are digits and nothing else, as in a year.
    """

    begin: int
    end: int
    number: Decimal
    scale: Decimal = ONE
    digits: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class NumeralGrammar:
    """What numerals look like in a language, and what their words are worth."""

    anywhere: re.Pattern[str]
    word: re.Pattern[str]
    morpheme: re.Pattern[str]
    decimal: str
    values: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]
    attached: Mapping[str, Decimal]
    fractions: Mapping[str, Decimal]

    def find(self, text: str) -> Iterator[Numeral]:
        """Every numeral from left to right; versions and other codes with marks in them are none."""
        for match in self.anywhere.finditer(text):
            numeral = self._in_digits(match) if match["digits"] is not None else self._in_words(match)
            if numeral is not None:
                yield numeral

    def number(self, word: str) -> Decimal:
        """The number that number words stand for; the expression has seen to it that they are in order."""
        whole = self.values.get(key(word))
        if whole is not None:
            return whole
        total, current = Decimal(0), Decimal(0)
        for morpheme in self.morpheme.findall(word.lower()):
            value = self.values[morpheme]
            if value < 100:
                current += value
            elif value == 100:
                current = (current or 1) * value
            else:
                total, current = total + (current or 1) * value, Decimal(0)
        return total + current

    def count(self, written: str) -> Decimal | None:
        """The number of digits without marks or of a number word, or None where a word only begins like one."""
        if written.isdecimal():
            return Decimal(written)
        return self.number(written) if self.word.match(written) else None

    def _in_digits(self, match: re.Match[str]) -> Numeral | None:
        digits = match["digits"]
        number = parse_digits(digits, self.decimal)
        if number is None:
            return None
        if match["attached"]:
            return Numeral(*match.span(), number, self.attached[key(match["attached"])], digits=True)
        if match["scale"]:
            return Numeral(*match.span(), number, self.scales[key(match["scale"])], digits=True)
        return Numeral(*match.span(), number, digits=True, bare=digits.isdecimal())

    def _in_words(self, match: re.Match[str]) -> Numeral:
        scale = match["part_of"] or match["times"] or match["single_scale"]
        number = ONE
        if fraction := match["fraction"]:
            number = self.fractions[key(fraction)]
        elif word := match["word"]:
            number = self.number(word)
        if match["half"] or match["more"]:
            number += HALF
        return Numeral(*match.span(), number, self.scales[key(scale)] if scale else ONE)


def numeral_grammar(words: Lexicon, signs: Symbols) -> NumeralGrammar:
    """The grammar of a lexicon's numerals."""
    numerals = words.numerals
    tables = (numerals.ones, numerals.teens, numerals.tens, numerals.powers)
    word = _number_word(numerals)
    return NumeralGrammar(
        anywhere=re.compile(_anywhere(words, signs, word)),
        word=re.compile(rf"{one_of((*numerals.one, *numerals.articles, *words_of(numerals.fixed)))}\Z|{word}\Z"),
        morpheme=re.compile(one_of((*numerals.one, *words_of(*tables)), capitals=False)),
        decimal=numerals.decimal,
        values=numbers(*tables, numerals.fixed, {"1": (*numerals.one, *numerals.articles)}),
        scales=numbers(numerals.scales),
        attached=numbers(numerals.attached),
        fractions=numbers(numerals.fractions),
    )


def count_place(numerals: NumeralWords) -> Place:
    """The place of a small number; what only begins like a number word is left to `NumeralGrammar.count`."""
    tables = (numerals.ones, numerals.teens, numerals.tens, numerals.powers, numerals.fixed)
    first = one_of((*numerals.one, *words_of(*tables)))
    return Place(rf"(?:[0-9]{{1,3}}(?![0-9])|{first}\w*(?:-\w+)?)(?!\w)", f"[0-9]|{first}")


def _first_words(numerals: NumeralWords) -> str:
    """How a numeral in words may begin."""
    tables = (numerals.ones, numerals.teens, numerals.tens, numerals.powers, numerals.fixed, numerals.fractions)
    return one_of((*numerals.one, *numerals.articles, *words_of(*tables)))


def _number_word(numerals: NumeralWords) -> str:
    lists = {"one": one_of(numerals.one)}
    lists |= {name: one_of(words_of(getattr(numerals, name))) for name in ("ones", "teens", "tens")}
    lists |= {"hundred": one_of(numerals.powers["100"]), "thousand": one_of(numerals.powers["1000"])}
    for name, template in numerals.parts.items():
        lists[name] = f"(?:{fill(template, lists.__getitem__)})"
    return f"(?:{fill(numerals.word, lists.__getitem__)})"


def _anywhere(words: Lexicon, signs: Symbols, word: str) -> str:
    numerals = words.numerals
    scale, articles = one_of(words_of(numerals.scales)), one_of(numerals.articles)
    attached = one_of(words_of(numerals.attached), capitals=False)
    fraction, thousand = one_of(words_of(numerals.fractions)), one_of(numerals.powers["1000"])
    half = fill(numerals.and_a_half, str) or "(?!)"
    measured, adjective = _measured_by_article(words, signs), words.measures.percent_adjective
    return (
        rf"(?:(?<!\w)|(?<={'|'.join(signs.money_codes)}))(?=[0-9½¼¾]|{_first_words(numerals)})(?:"
        + "|".join(
            (
                # 2030 tausend is a year before a thousand
                rf"(?P<digits>{DIGITS})(?:(?P<attached>{attached})(?!\w)"
                rf"|(?!(?<=[0-9]{{4}}){BLANK}{thousand}){LOOSE}(?P<scale>{scale})(?!\w))?",
                rf"(?:{articles}{BLANK})?(?P<fraction>{fraction})(?:{LOOSE}(?P<part_of>{scale})(?!\w)|(?={TIGHT}{measured}))",
                rf"(?P<word>{one_of(words_of(numerals.fixed))}|{word})(?:(?!\w)|(?={adjective}))(?P<half>{half}(?!\w))?"
                rf"(?:{TIGHT}(?P<times>{scale})(?!\w))?",
                rf"{articles}(?:{TIGHT}(?:{one_of(numerals.inside)}{BLANK})?(?P<single_scale>{scale})(?!\w)(?P<more>{half}(?!\w))?|(?={TIGHT}{measured}))",
            )
        )
        + ")"
    )


def _measured_by_article(words: Lexicon, signs: Symbols) -> str:
    """What an article makes a number before: a percent, a dollar, a megawatt, but not a mile."""
    power = (word for unit, spelt in words.measures.units.items() if unit in signs.power for word in spelt)
    money = words_of(words.measures.money, words.measures.minor)
    return rf"{one_of((*words.measures.percent, *money, *power))}(?!\w)"
