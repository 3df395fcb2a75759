"""Tokens: spaCy's rules of the language, with compounds taken apart so that the names in them are tokens.

`xAI-Mitarbeitern`, `Grok 5-Modell` and `Colossus-Dateninfrastruktur` give `xAI`, `Grok 5` and `Colossus`; a full stop
after a number is a token of its own (the sentence splitter decides what it means); `5G/LTE` is two names.
"""

from __future__ import annotations

from typing import Any

from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

_DASHES = "-‐‑–—"
_INFIXES = (
    rf"(?<=[{ALPHA}0-9.+])[{_DASHES}](?=[{ALPHA}0-9])",  # a hyphen inside a word
    rf"(?<=[{ALPHA}0-9])[{_DASHES}](?=[(\"'„“«»])",
    rf"(?<=[{ALPHA}0-9])[/&+](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])[:*_](?=innen\b|in\b)",  # German gender marks
    r"[…;,](?=[^\W\d])",  # a mark that lost its space
    rf"(?<=[a-zäöüß])[.!?](?=[A-ZÄÖÜ„“\"][{ALPHA}])(?![A-Za-z]+\.(?:[a-z]))",  # a sentence that lost its space
)
# "Tesla’s", "Tesla's": the clitic is a token in German text as well, where foreign names carry it.
_SUFFIXES = (r"(?<=[0-9])\.", r"['’]s", r"['’]S", r"(?<=[0-9])[%€$£¥]", rf"(?<=[{ALPHA}0-9])[{_DASHES}]")


def install_tokenizer_rules(nlp: Language) -> None:
    """Extend the tokenizer of a pipeline in place."""
    base_suffixes = list(nlp.Defaults.suffixes or ())
    base_infixes = list(nlp.Defaults.infixes or ())
    tokenizer: Any = nlp.tokenizer  # typed as a plain callable by spaCy
    tokenizer.suffix_search = compile_suffix_regex([*_SUFFIXES, *base_suffixes]).search
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *base_infixes]).finditer
