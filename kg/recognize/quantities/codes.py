"""Numerals that are no quantity: parts of names, versions, labels, times of day, numbers of telephones."""

from __future__ import annotations

from kg.recognize.quantities.context import in_address, is_code_word, starts_sentence, word_before, words_before
from kg.recognize.quantities.grammar import Grammar
from kg.recognize.quantities.nouns import counted_noun
from kg.recognize.quantities.numerals import Numeral
from kg.recognize.quantities.patterns import key

NAMED_UP_TO = 100
"""Numbers below it after a capitalised word are mostly part of a name (Duo 14, Windows 11)."""


def is_code(text: str, numeral: Numeral, grammar: Grammar, *, measured: bool) -> bool:
    """Whether a numeral only looks like a quantity; one with a unit is a code only where it hangs on a name."""
    if not numeral.digits:
        return _is_word_code(text, numeral, grammar, measured=measured)
    begin, end = numeral.begin, numeral.end
    if _hangs_on_name(text, begin, grammar) or in_address(text, begin, end):
        return True
    if measured:
        return False
    return (
        text[end : end + 1].isalnum()
        or _in_marks(text, begin, end)
        or _is_vague(text, begin, grammar)
        or (numeral.scale == 1 and (_is_ordinal(text, numeral, grammar) or _is_label(text, numeral, grammar)))
    )


def _is_word_code(text: str, numeral: Numeral, grammar: Grammar, *, measured: bool) -> bool:
    begin = numeral.begin
    if text[begin - 1 : begin] == "-" and text[begin - 2 : begin - 1].isalpha():
        return True
    if _is_vague(text, begin, grammar):
        return True
    name = text[begin].isupper() and numeral.scale == 1 and not measured and not starts_sentence(text, begin)
    return name or (not measured and text[numeral.end : numeral.end + 1].isalnum())


def _hangs_on_name(text: str, begin: int, grammar: Grammar) -> bool:
    before = text[begin - 1 : begin] if begin else ""
    if before in ("-", "–"):
        return text[begin - 2 : begin - 1].isalpha() and words_before(text, begin - 1)[-1] not in grammar.date_parts
    return before in ("#", "@", "_", "\\") or (before == "+" and text[begin - 2 : begin - 1].isalnum())


def _in_marks(text: str, begin: int, end: int) -> bool:
    """14:30, 3:1, 24/7, Phone (3), v.2, '25."""
    before, after = text[max(0, begin - 2) : begin], text[end : end + 2]
    if before[-1:] in (":", "/") and before[:1].isalnum() and len(before) == 2:
        return True
    if before[-1:] in (".", ",", "'", "’", "*", "^", "="):
        return True
    if after[:1] in (":", "/") and after[1:].isdigit():
        return not (after[0] == "/" and end - begin == 4)
    return before[-1:] == "(" and after[:1] == ")" and end - begin <= 2


def _is_vague(text: str, begin: int, grammar: Grammar) -> bool:
    words = words_before(text, begin)
    return bool(words) and words[-1] in grammar.vague


def _is_ordinal(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    """The third, written 3. as in German: after an article, or before a small letter."""
    mark = grammar.lexicon.numerals.ordinal
    end = numeral.end
    if not mark or not text.startswith(mark + " ", end) or not numeral.bare:
        return False
    following = text[end + len(mark) + 1 : end + len(mark) + 2]
    return following.islower() or key(word_before(text, numeral.begin)) in grammar.ordinal_before


def _is_label(text: str, numeral: Numeral, grammar: Grammar) -> bool:
    word = word_before(text, numeral.begin)
    if not word:
        return False
    if key(word) in grammar.labels:
        return True
    word = word.lstrip("(„\"“»«'‘")
    if numeral.bare and numeral.end - numeral.begin == 4:
        return False  # a year, as in CES 2026
    followed = counted_noun(text, numeral.end, grammar) is not None
    if followed or not word[:1].isalpha():
        return False
    if is_code_word(word):
        return True
    named = word[0].isupper() and numeral.number < NAMED_UP_TO and not word.endswith((".", ",", ":", ";", "!", "?"))
    return named and not starts_sentence(text, text.rfind(word, 0, numeral.begin))
