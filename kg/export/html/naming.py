"""What classes and properties are called on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORD_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

Labels = Mapping[str, Mapping[str, str]]
"""A label for each class or property, by language: `{"de": {"leads": "leitet"}}`."""


def humanised(name: str) -> str:
    """A name in camel case as words; acronyms keep their capitals, a class its first one.

    >>> humanised("boardMemberOf"), humanised("DataCenter"), humanised("AIModel")
    ('board member of', 'Data center', 'AI model')
    """
    words = [word if len(word) > 1 and word.isupper() else word.lower() for word in _WORD_BOUNDARY.split(name)]
    phrase = " ".join(words)
    return phrase[:1].upper() + phrase[1:] if name[:1].isupper() else phrase


def labels_for(names: Iterable[str], given: Labels) -> dict[str, dict[str, str]]:
    """Labels of these names by language: what is given, and in English the name itself where nothing is.

    >>> labels_for(["leads"], {"de": {"leads": "leitet", "owns": "besitzt"}})
    {'en': {'leads': 'leads'}, 'de': {'leads': 'leitet'}}
    """
    wanted = sorted(set(names))
    english = given.get("en", {})
    labels = {"en": {name: english.get(name, humanised(name)) for name in wanted}}
    for language in sorted(set(given) - {"en"}):
        labels[language] = {name: given[language][name] for name in wanted if name in given[language]}
    return labels


def shortened(text: str, longest: int = 28) -> str:
    """A name that fits on the canvas: white space is one blank, the end of a long one is cut.

    >>> shortened("Technische  Universität München", 24)
    'Technische Universität …'
    """
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
