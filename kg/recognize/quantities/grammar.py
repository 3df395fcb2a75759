"""The grammar of a language's quantities, made once from its lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.errors import DataError
from kg.recognize.quantities.context import ContextGrammar, context_grammar
from kg.recognize.quantities.dates import DateGrammar, date_grammar
from kg.recognize.quantities.lexicon import Lexicon, Symbols, lexicon, symbols
from kg.recognize.quantities.measures import MeasureGrammar, measure_grammar
from kg.recognize.quantities.nouns import NounGrammar, noun_grammar
from kg.recognize.quantities.numerals import NumeralGrammar, numeral_grammar
from kg.recognize.quantities.shares import ShareGrammar, share_grammar


@dataclass(frozen=True, slots=True)
class Grammar:
    """What quantities look like in one language; `ordinal` is the mark after digits that are one, empty for none."""

    ordinal: str
    numerals: NumeralGrammar
    measures: MeasureGrammar
    nouns: NounGrammar
    context: ContextGrammar
    shares: ShareGrammar
    dates: DateGrammar


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of a language, compiled at its first use."""
    words, where = lexicon(lang), f"kg/language/{lang}/quantities.toml"
    try:
        return make_grammar(words, symbols())
    except re.error as error:
        raise DataError(f"{where}: a template makes no regular expression: {error}; mend it") from error
    except KeyError as error:
        place = f"{{{error.args[0]}}}"
        raise DataError(f"{where}: a template has the unknown place {place}; use a table or list of it") from error


def make_grammar(words: Lexicon, signs: Symbols) -> Grammar:
    """Compile the expressions of a lexicon."""
    numerals, context = numeral_grammar(words, signs), context_grammar(words)
    return Grammar(
        ordinal=words.numerals.ordinal,
        numerals=numerals,
        measures=measure_grammar(words, signs),
        nouns=noun_grammar(words.nouns),
        context=context,
        shares=share_grammar(words, numerals, context),
        dates=date_grammar(words, signs, numerals, context),
    )
