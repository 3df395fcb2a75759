"""Numerals that are no quantity: parts of names, versions, labels, times of day, numbers of telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.quantities.context import OPENING, starts_sentence, word_before, words_before
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.numerals import Numeral
from kg.recognize.quantities.patterns import key

FIRST_YEAR, LAST_YEAR = 1800, 2100
ADDRESS_REACH = 200
"""Characters of a web address looked at before a number in it."""
# Telephones (+49 30 1234567, 030 1234567, 555-123-4567), ISBN and ISSN, IBAN; bounded, which keeps the time linear.
_SPANS = re.compile(
    r"\+[0-9]{1,3}[ /(-][0-9()/ -]{5,20}[0-9]|(?<![0-9.,])\(?0[1-9][0-9]{1,4}\)?[ /-]{1,3}[0-9][0-9 -]{3,12}[0-9]"
    r"|(?<![0-9.,])\(?[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}(?![0-9])|IS[BS]N(?:-1[03])?:? ?[0-9][0-9X -]{6,16}"
    r"|(?<!\w)[A-Z]{2}[0-9]{2}(?: [0-9]{4}){3,7}(?: [0-9]{1,4})?"
)
_CODE_WORD = re.compile(r"(?:[^\W\d_]*[^\W\d_A-ZÄÖÜ][A-ZÄÖÜ]\w*|[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9-]+|\w*[0-9]\w*)\Z")
_ADDRESS = re.compile(r"://|www\.|@")
_SHORT = re.compile(r"[0-9]{1,4}(?:\.[0-9])?\Z")
_RESOLUTIONS = frozenset("24568")


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of telephones, books and accounts are."""
    return (match.span() for match in _SPANS.finditer(text))


def is_code(text: str, numeral: Numeral, grammar: Grammar, *, measured: bool) -> bool:
    """Whether a numeral only looks like a quantity; one with a unit is a code only where it hangs on a name."""
    if not numeral.digits:
        vague = not grammar.context.vague.isdisjoint(words_before(text, numeral.begin)[-1:])
        named = not measured and numeral.scale == 1 and _is_name(text, numeral, grammar)
        return vague or named or _hangs_on_word(text, numeral.begin)
    if _hangs_on_name(text, numeral.begin, grammar) or _in_address(text, numeral):
        return True
    if measured:
        return False
    if text[numeral.end : numeral.end + 1].isalnum() or _in_marks(text, numeral.begin, numeral.end):
        return True
    return numeral.scale == 1 and (_is_ordinal(text, numeral, grammar) or _is_label(text, numeral, grammar))


def _hangs_on_word(text: str, begin: int) -> bool:
    return text[max(0, begin - 1) : begin] == "-" and text[max(0, begin - 2) : begin - 1].isalpha()


def _is_name(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """A number word with a capital inside a sentence, or before a noun with one where nouns have none: Three Rivers."""
    if not text[numeral.begin].isupper():
        return False
    if not starts_sentence(text, numeral.begin):
        return True
    noun = grammar.nouns.after(text, numeral.end)
    return noun is not None and noun.istitle() and not grammar.nouns.title_case


def _hangs_on_name(text: str, begin: int, grammar: Grammar) -> bool:
    """GPT-4, #5; but not mid-2025."""
    before = text[max(0, begin - 1) : begin]
    if before == "-":
        return _hangs_on_word(text, begin) and not grammar.context.is_part(text, begin - 1)
    return before in ("#", "@", "_", "\\")


def _in_address(text: str, numeral: Numeral) -> bool:
    """Whether a number is inside a web or mail address."""
    before = text[max(0, numeral.begin - ADDRESS_REACH) : numeral.begin]
    inside = before[-1:] and not before[-1].isspace()
    rest = text[numeral.end : numeral.end + ADDRESS_REACH].split(None, 1)
    behind = rest[0] if rest and not text[numeral.end].isspace() else ""
    return _ADDRESS.search((before.split()[-1] if inside else "") + behind) is not None


def _in_marks(text: str, begin: int, end: int) -> bool:
    """14:30, 3:1, 24/7, Phone (3), v.2, 1&1, 4K, and 9.15: in a live report."""
    before, after = text[max(0, begin - 2) : begin], text[end : end + 2]
    if before[-1:] in (":", "/") and before[:-1].isalnum():
        return True
    if before[-1:] in (".", ",", "'", "’", "*", "^", "=", "&") or after[:1] == "&":
        return True
    if after[:1] in (":", "/") and after[1:].isdigit():
        return after[0] == ":" or end - begin != 4  # 2024/25
    if after[:1] == ":" and "." in text[begin:end] and starts_sentence(text, begin):
        return True
    if text[end - 1] == "K" and text[begin : end - 1] in _RESOLUTIONS:
        return True
    return before[-1:] == "(" and after[:1] == ")" and end - begin <= 2


def _is_ordinal(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """The third, written 3. as in German: after an article, or before a small letter; and the third of a list."""
    end = numeral.end
    if not numeral.bare or end - numeral.begin > 2 or not text.startswith(". ", end):
        return False
    if starts_sentence(text, numeral.begin):
        return True
    small = text[end + 2 : end + 3].islower()
    return bool(grammar.ordinal) and (small or key(word_before(text, numeral.begin)) in grammar.context.ordinal_before)


def _is_label(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """Version 2, and numbers that end a name: iPhone 15, Duo 14."""
    word, written = word_before(text, numeral.begin), text[numeral.begin : numeral.end]
    noun = grammar.nouns.after(text, numeral.end)
    counted = noun is not None and grammar.nouns.known_singular(noun) is not None
    if key(word) in grammar.context.labels:
        return _SHORT.match(written) is not None and not counted
    word = word.lstrip(OPENING)
    year = numeral.bare and FIRST_YEAR <= numeral.number <= LAST_YEAR
    if year or not word[:1].isalpha() or _is_said_on(text, numeral.end, grammar):
        return False
    if counted or (noun is not None and grammar.nouns.title_case):
        return False
    if _CODE_WORD.match(word):
        return True
    if not _SHORT.match(written) or word.endswith((".", ",", ":", ";", "!", "?")):
        return False
    return word[0].isupper() and not starts_sentence(text, text.rfind(word, 0, numeral.begin))


def _is_said_on(text: str, end: int, grammar: Grammar) -> bool:
    """Whether what follows makes a number one: the end of its range, or a predicate."""
    link = grammar.context.range_link.match(text, end)
    joined = link is not None and grammar.numerals.anywhere.match(text, link.end()) is not None
    return joined or grammar.context.predicate.match(text, end) is not None
