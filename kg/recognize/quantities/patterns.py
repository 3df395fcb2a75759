"""Spellings of a lexicon, and the regular expressions made from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

BLANK = r"\s{1,3}"
LOOSE = rf"(?:{BLANK}|-)?"
"""What may stand between a number and what belongs to it: 5 km, 5km, a 5-km run."""
TIGHT = rf"(?:{BLANK}|-)"
_Tree = dict[str, "_Tree"]
_BRACES = re.compile(r"\{([^{}]*)\}")
_PLACE = re.compile(r"\{([a-z_]+)\}")


def spellings(compact: str) -> Iterator[str]:
    """Every spelling a compact one stands for.

    >>> list(spellings("kanadische{,n,r} Dollar"))
    ['kanadische Dollar', 'kanadischen Dollar', 'kanadischer Dollar']
    """
    braces = _BRACES.search(compact)
    if braces is None:
        yield compact
        return
    for choice in braces[1].split(","):
        yield from spellings(compact[: braces.start()] + choice + compact[braces.end() :])


def key(text: str) -> str:
    """How a spelling is looked up: in small letters, with single blanks.

    >>> key("US  Dollar")
    'us dollar'
    """
    return " ".join(text.split()).lower()


def one_of(words: Iterable[str], *, capitals: bool = True) -> str:
    """A regular expression for any of the words, the longest that fits; it shares beginnings, so that it is fast.

    A word that begins with a small letter is also found with a capital one, unless `capitals` is false.

    >>> one_of(["two", "ten"])
    '[Tt](?:en|wo)'
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for place, character in enumerate(word):
            step = BLANK if character == " " else re.escape(character)
            if capitals and place == 0 and len(word) > 1 and character.islower():
                step = f"[{character.upper()}{character}]"
            node = node.setdefault(step, {})
        node[""] = {}
    return _branches(tree) if tree else "(?!)"


def _branches(node: _Tree) -> str:
    choices = [step + _branches(below) for step, below in sorted(node.items()) if step]
    if not choices:
        return ""
    if len(choices) == 1 and "" not in node:
        return choices[0]
    return f"(?:{'|'.join(choices)}){'?' if '' in node else ''}"


def fill(template: str, expression: Callable[[str], str]) -> str:
    """The regular expression of a template: its {names} filled in, its blanks as white space.

    >>> fill("{day} {month}", {"day": "[0-9]", "month": "May"}.__getitem__).replace(BLANK, "_")
    '[0-9]_May'
    """
    return _PLACE.sub(lambda place: expression(place[1]), template.replace(" ", BLANK))
