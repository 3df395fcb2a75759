"""The regular expressions of a language, made once from its lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.recognize.quantities.lexicon import (
    Lexicon,
    Meanings,
    Numbers,
    Spelt,
    Symbols,
    lexicon,
    meanings,
    numbers,
    symbols,
    words_of,
)
from kg.recognize.quantities.patterns import BLANK, fill, key, one_of

Pattern = re.Pattern[str]
LOOSE = rf"(?:{BLANK}|-)?"
"""What may stand between a number and what belongs to it: 5 km, 5km, a 5-km run."""
TIGHT = rf"(?:{BLANK}|-)"
# Groups of three after a blank, or digits with any marks inside, which `parse_digits` judges; possessive, so that it never backs up.
DIGITS = (
    r"(?:[0-9]{0,3}[½¼¾]|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}(?![0-9]))++(?:[.,][0-9]++)?+"
    r"|[0-9]++(?:[.,'’][0-9]++)*+)"
)
DATE_PARTS = {
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    "year": r"(?:1[89][0-9]{2}|20[0-9]{2}|2100)(?![0-9])",
    "numeric_day": r"(?:3[01]|[12][0-9]|0?[1-9])",
    "numeric_month": r"(?:1[0-2]|0?[1-9])",
    "two_digit_day": r"(?:3[01]|[12][0-9]|0[1-9])",
    "two_digit_month": r"(?:1[0-2]|0[1-9])",
    "quarter_digit": "[1-4]",
    "half_digit": "[12]",
}


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled expressions and the meanings of their words, for one language."""

    lexicon: Lexicon
    numeral: Pattern
    morpheme: Pattern
    values: Numbers
    scales: Numbers
    attached: Numbers
    fractions: Numbers
    measure: Pattern
    money_before: Pattern
    money: Meanings
    minor: Meanings
    thousands: Meanings
    units: Meanings
    power: frozenset[str]
    noun: Pattern
    singular: Meanings
    endings: Meanings
    approximate_before: frozenset[str]
    approximate_after: Pattern
    range_link: Pattern
    shared_link: Pattern
    shares: Templates
    dates: Templates
    tables: Mapping[str, Meanings]


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates as one expression that finds any of them, and one each that names its parts."""

    anywhere: Pattern
    each: tuple[Pattern, ...]

    def find(self, text: str) -> list[re.Match[str]]:
        """Matches from left to right, with their parts named."""
        found = []
        for match in self.anywhere.finditer(text):
            which = int((match.lastgroup or "t0")[1:])
            named = self.each[which].match(text, match.start())
            if named is not None:
                found.append(named)
        return found


@lru_cache(maxsize=None)
def grammar(lang: str) -> Grammar:
    """The grammar of a language, compiled at its first use."""
    return build_grammar(lexicon(lang), symbols())


def build_grammar(words: Lexicon, signs: Symbols) -> Grammar:
    """Compile the expressions of a lexicon."""
    numerals, measures, context = words.numerals, words.measures, words.context
    word = _number_word(words)
    money = {**{sign: code for code, all_ in signs.money_signs.items() for sign in all_}, **{c: c for c in signs.money_codes}}
    alias = {word: unit for unit, all_ in signs.unit_alias.items() for word in all_}
    units = {**{unit: unit for unit in (*signs.power, *signs.units)}, **alias}
    return Grammar(
        lexicon=words,
        numeral=re.compile(_numeral(words, signs, word)),
        morpheme=re.compile(one_of(
            (*numerals.one, *words_of(numerals.ones), *words_of(numerals.teens), *words_of(numerals.tens), *words_of(numerals.powers)),
            capitals=False,
        )),
        values=numbers(numerals.ones, numerals.teens, numerals.tens, numerals.powers, numerals.fixed,
                       {"1": (*numerals.one, *numerals.articles)}),
        scales=numbers(numerals.scales),
        attached=numbers(numerals.attached),
        fractions=numbers(numerals.fractions),
        measure=re.compile(LOOSE + _measure(words, signs)),
        money_before=re.compile(rf"(?:(?<!\w){one_of(signs.money_codes, capitals=False)}|(?<![A-Za-z]){one_of(words_of(signs.money_signs), capitals=False)})\s{{0,2}}\Z"),
        money={**meanings(measures.money), **money},
        minor=meanings(measures.minor),
        thousands=meanings(measures.thousands),
        units={**meanings(measures.units), **units},
        power=frozenset(signs.power),
        noun=re.compile(TIGHT + _phrase(words)),
        singular=meanings(words.nouns.singular),
        endings=meanings(words.nouns.endings),
        approximate_before=frozenset(map(key, context.approximate_before)),
        approximate_after=re.compile(rf"\+(?![\w])|[ -]{one_of(context.approximate_after)}(?!\w)"),
        range_link=re.compile(_link(context.range_links, context.approximate_before)),
        shared_link=re.compile(_link(context.shared_links, context.approximate_before)),
        shares=_templates(words.shares.templates, _share_parts(words, word), words.shares.whole),
        dates=_templates((*signs.date_templates, *words.dates.templates), _date_parts(words, word), ()),
        tables={name: meanings(table) for name, table in
                {**words.dates.tables, "denominator": words.shares.denominator, "ordinal": words.shares.ordinal}.items()},
    )


def _number_word(words: Lexicon) -> str:
    numerals = words.numerals
    lists: dict[str, str] = {"one": one_of(numerals.one)}
    lists |= {name: one_of(words_of(getattr(numerals, name))) for name in ("ones", "teens", "tens", "powers")}
    for name, template in numerals.parts.items():
        lists[name] = f"(?:{fill(template, lists.__getitem__)})"
    return f"(?:{fill(numerals.word, lists.__getitem__)})"


def _numeral(words: Lexicon, signs: Symbols, word: str) -> str:
    numerals = words.numerals
    scale, articles = one_of(words_of(numerals.scales)), one_of(numerals.articles)
    attached = one_of(words_of(numerals.attached), capitals=False)
    start = rf"(?:(?<!\w)|(?<={'|'.join(signs.money_codes)}))"
    half = fill(numerals.and_a_half, str) or "(?!)"
    return start + "(?:" + "|".join((
        rf"(?P<digits>{DIGITS})(?:(?P<attached>{attached})(?!\w)|{LOOSE}(?P<scale>{scale})(?!\w))?",
        rf"(?:(?P<article>{articles}){BLANK})?(?P<fraction>{one_of(words_of(numerals.fractions))}){LOOSE}(?P<part_of>{scale})(?!\w)",
        rf"(?P<word>{one_of(words_of(numerals.fixed))}|{word})(?!\w)(?P<half>{half}(?!\w))?(?:{TIGHT}(?P<times>{scale})(?!\w))?",
        rf"(?P<single>{articles}){TIGHT}(?P<single_scale>{scale})(?!\w)",
        rf"(?P<unit_article>{articles})(?={TIGHT}{_measured_article(words, signs)})",
    )) + ")"


def _measured_article(words: Lexicon, signs: Symbols) -> str:
    units = (unit for unit in words_of(words.measures.units) if len(unit) > 2)
    return rf"{one_of((*words.measures.percent, *words_of(words.measures.money), *words_of(words.measures.minor), *units))}(?!\w)"


def _measure(words: Lexicon, signs: Symbols) -> str:
    measures = words.measures
    money = (*words_of(signs.money_signs), *signs.money_codes)
    units = (*signs.power, *signs.units, *words_of(signs.unit_alias))
    choices = {
        "skipped": one_of(measures.skipped),
        "percent": rf"{measures.percent_adjective}|{one_of(measures.percent)}",
        "minor": one_of(words_of(measures.minor)),
        "thousands": one_of(words_of(measures.thousands), capitals=False),
        "money": rf"{one_of(words_of(measures.money))}|{one_of(money, capitals=False)}",
        "unit": rf"{one_of(words_of(measures.units))}|{one_of(units, capitals=False)}",
    }
    return "(?:" + "|".join(rf"(?P<{name}>{choice})(?!\w)" for name, choice in choices.items()) + ")"


def _phrase(words: Lexicon) -> str:
    nouns = words.nouns
    known = {"stop": rf"(?:{one_of(nouns.stop)})(?!\w)", "adverbs": one_of(nouns.adverbs) or "(?!)", "known": one_of(words_of(nouns.singular))}
    return fill(nouns.phrase, known.__getitem__).replace("«", "(?P<noun>").replace("»", ")")


def _link(links: tuple[str, ...], approximators: tuple[str, ...]) -> str:
    return rf"\s{{0,2}}{one_of(links)}\s{{0,2}}(?:{one_of(approximators)}\s)?"


def _share_parts(words: Lexicon, word: str) -> Callable[[str, bool], str]:
    shares, count = words.shares, rf"(?:[0-9]{{1,3}}(?![0-9])|{one_of(words.numerals.one)}|{word})(?!\w)"
    places = {"numerator": count, "total": count, "articles": one_of(words.numerals.articles)}
    places |= {name: rf"{one_of(words_of(table))}(?!\w)" for name, table in (("denominator", shares.denominator), ("ordinal", shares.ordinal))}
    return lambda name, named=True: _group(name, places[name], named and name != "articles")


def _date_parts(words: Lexicon, word: str) -> Callable[[str, bool], str]:
    dates = words.dates
    groups = {**DATE_PARTS, "count": rf"(?:[0-9]{{1,3}}(?![0-9])|{word})(?!\w)"}
    groups |= {name: rf"{one_of(words_of(table))}(?!\w)" for name, table in dates.tables.items()}
    lists = {name: rf"{one_of(spelt)}(?!\w)" for name, spelt in dates.lists.items()}
    lists |= {"articles": rf"{one_of(words.numerals.articles)}(?!\w)", "any_month": groups["month"]}

    def place(name: str, named: bool = True) -> str:
        return lists[name] if name in lists else _group(name, groups[name], named)

    return place


def _group(name: str, expression: str, named: bool) -> str:
    return f"(?P<{name}>{expression})" if named else f"(?:{expression})"


def _templates(templates: tuple[str, ...], place: Callable[[str, bool], str], whole: tuple[str, ...]) -> Templates:
    plain = [fill(t, lambda name: place(name, False)).replace("«", "(?:").replace("»", r")(?!\w)") for t in templates]
    named = [fill(t, lambda name: place(name, True)).replace("«", "(?P<words>").replace("»", r")(?!\w)") for t in templates]
    if whole:
        plain.append(rf"{one_of(whole)}(?!\w)")
        named.append(rf"(?P<words>(?P<whole>{one_of(whole)}))(?!\w)")
    anywhere = r"(?<!\w)(?:" + "|".join(f"(?P<t{index}>{expression})" for index, expression in enumerate(plain)) + ")"
    return Templates(re.compile(anywhere), tuple(re.compile(r"(?<!\w)(?:" + expression + ")") for expression in named))
