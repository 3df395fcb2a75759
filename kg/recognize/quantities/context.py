"""What the words around a number say of it: that it is approximate, that it is a label or part of a code."""

from __future__ import annotations

import re

from kg.recognize.quantities.grammar import Grammar

WINDOW = 40
"""Characters looked back at: three words of the longest kind that the lexicons have before a number."""
_CODE = re.compile(r"(?:[^\W\d_]*[^\W\d_A-ZÄÖÜ][A-ZÄÖÜ]\w*|[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9-]+|\w*[0-9]\w*)\Z")
_ADDRESS = re.compile(r"://|www\.|@")


def words_before(text: str, begin: int) -> list[str]:
    """Up to three words before a place, in small letters, without brackets and quotation marks before them."""
    return [word.lstrip("([„\"“»«‘'") for word in text[max(0, begin - WINDOW) : begin].lower().split()[-3:]]


def is_approximate(text: str, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether the words before or after say that a number is not exact."""
    words = words_before(text, begin)
    before = any(" ".join(words[-count:]) in grammar.approximate_before for count in range(1, len(words) + 1))
    return before or grammar.approximate_after.match(text, end) is not None


def word_before(text: str, begin: int) -> str:
    """The word right before a place, as it is written; empty where there is none in the same line."""
    window = text[max(0, begin - WINDOW) : begin]
    if not window.endswith((" ", "\u00a0")) or not window.strip():
        return ""
    return window.split()[-1]


def starts_sentence(text: str, begin: int) -> bool:
    """Whether a place is the first of a sentence, a line or a quotation."""
    before = text[max(0, begin - 4) : begin].rstrip(" ")
    return not before or before[-1] in ".!?:;\n\"“„»«‘'–—(•·|…"


def is_code_word(word: str) -> bool:
    """Whether a word is written as names of models are: iPhone, RTX, H100."""
    return _CODE.match(word) is not None


def in_address(text: str, begin: int, end: int) -> bool:
    """Whether a number is inside a web or mail address."""
    window_begin = max(0, begin - 200)
    chunk = (text[window_begin:begin].split(None) or [""])[-1] if begin and not text[begin - 1].isspace() else ""
    rest = text[end : end + 60].split(None, 1)
    return _ADDRESS.search(chunk + (rest[0] if rest and not text[end : end + 1].isspace() else "")) is not None
