"""Phrases with places in them, as a lexicon writes them, compiled so that a text is read once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.errors import DataError
from kg.recognize.quantities.patterns import fill, one_of
from kg.recognize.quantities.typed_toml import Names

_LEAD = re.compile(r"«?(?:\{([a-z_]+)\}|\(\?:([^()]*)\)(?!\?)|(\w|\[[^\]]*\]))")


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand in a template's place; `lead` finds how it begins, `named` asks for what stood there."""

    expression: str
    lead: str
    named: bool = True

    def written(self, name: str) -> str:
        """The expression as a group."""
        return f"(?P<{name}>{self.expression})" if self.named else f"(?:{self.expression})"


def word_place(words: Names, *, named: bool = True) -> Place:
    """The place of one of some words."""
    return Place(rf"{one_of(words)}(?!\w)", one_of(words), named)


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates as one expression that finds any of them, and one each that names its parts."""

    anywhere: re.Pattern[str]
    named: tuple[str, ...]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Matches from left to right, with their parts named and `words` for the characters between « and »."""
        for match in self.anywhere.finditer(text):
            named = _compiled(self.named[int((match.lastgroup or "t0")[1:])]).match(text, match.start())
            if named is not None:
                yield named


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def make_templates(templates: Names, places: Mapping[str, Place]) -> Templates:
    """Compile templates; of two that fit at one place the first wins.

    >>> day = Place("[0-9]+", "[0-9]")
    >>> found = make_templates(("on «{day}\\\\.»",), {"day": day}).find("It is out on 5.")
    >>> [(match["words"], match["day"]) for match in found]
    [('5.', '5')]
    """
    named = [_marked(fill(template, lambda name: places[name].written(name)), "(?P<words>") for template in templates]
    plain = [_marked(fill(template, lambda name: f"(?:{places[name].expression})"), "(?:") for template in templates]
    leads = dict.fromkeys(_lead(template, places) for template in templates)
    choices = "|".join(f"(?P<t{index}>{expression})" for index, expression in enumerate(plain))
    # Most words begin no template; the look-ahead tells so before each template is tried.
    anywhere = re.compile(rf"(?<!\w)(?={'|'.join(leads)})(?:{choices})")
    return Templates(anywhere, tuple(rf"(?<!\w)(?:{each})" for each in named))


def _marked(expression: str, opening: str) -> str:
    return expression.replace("«", opening).replace("»", r")(?!\w)")


def _lead(template: str, places: Mapping[str, Place]) -> str:
    match = _LEAD.match(template)
    if match is None:
        raise DataError(f"template {template!r} begins with neither a place, a group nor a letter; begin it with one")
    place, group, literal = match.groups()
    if place is not None:
        return places[place].lead
    if group is not None:
        return "|".join(_lead(choice, places) for choice in group.split("|"))
    return str(literal)
