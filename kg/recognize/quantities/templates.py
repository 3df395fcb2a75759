"""Phrases with places in them, as a lexicon writes them, compiled so that a text is read once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.errors import DataError
from kg.recognize.quantities.context import phrases_before
from kg.recognize.quantities.patterns import fill, key, one_of
from kg.recognize.quantities.typed_toml import Names

_BEFORE = re.compile(r"\{([a-z_]+)\} (?=«)")
_LEAD = re.compile(r"«?(?:\{([a-z_]+)\}|\(\?:([^()]*)\)(?!\?)|(\w|\[[^\]]*\]))")


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand in a template's place; `lead` finds how it begins, `named` asks for what stood there."""

    expression: str
    lead: str
    named: bool = True
    words: Names = ()

    def written(self, name: str) -> str:
        """The expression as a group."""
        return f"(?P<{name}>{self.expression})" if self.named else f"(?:{self.expression})"


def word_place(words: Names, *, named: bool = True) -> Place:
    """The place of one of some words."""
    return Place(rf"{one_of(words)}(?!\w)", one_of(words), named, words)


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates as one expression that finds any of them, and one each that names its parts."""

    anywhere: re.Pattern[str]
    named: tuple[str, ...]
    before: tuple[frozenset[str] | None, ...]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Matches from left to right, with their parts named and `words` for the characters between « and »."""
        for match in self.anywhere.finditer(text):
            begin = match.start()
            for index in range(int((match.lastgroup or "t0")[1:]), len(self.named)):
                before = self.before[index]
                if before is None or not before.isdisjoint(phrases_before(text, begin)):
                    named = _compiled(self.named[index]).match(text, begin)
                    if named is not None:
                        yield named
                        break


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def make_templates(templates: Names, places: Mapping[str, Place]) -> Templates:
    """Compile templates; of two that fit at one place the first wins.

    A list that a template begins with is looked for backwards: its words (in, the, of) are too common to begin with.

    >>> day = Place("[0-9]+", "[0-9]")
    >>> found = make_templates(("on «{day}\\\\.»",), {"day": day}).find("It is out on 5.")
    >>> [(match["words"], match["day"]) for match in found]
    [('5.', '5')]
    """
    before, bare = zip(*(_split_before(template, places) for template in templates), strict=True)
    named = [_marked(fill(template, lambda name: places[name].written(name)), "(?P<words>") for template in bare]
    plain = [_marked(fill(template, lambda name: f"(?:{places[name].expression})"), "(?:") for template in bare]
    leads = dict.fromkeys(_lead(template, places) for template in bare)
    choices = "|".join(f"(?P<t{index}>{expression})" for index, expression in enumerate(plain))
    # Most words begin no template; the look-ahead tells so before each template is tried.
    anywhere = re.compile(rf"(?<!\w)(?={'|'.join(leads)})(?:{choices})")
    return Templates(anywhere, tuple(rf"(?<!\w)(?:{each})" for each in named), before)


def _split_before(template: str, places: Mapping[str, Place]) -> tuple[frozenset[str] | None, str]:
    """The words of the list that a template begins with, and the template without it."""
    match = _BEFORE.match(template)
    if match is None or places[match[1]].named:
        return None, template
    return frozenset(map(key, places[match[1]].words)), template[match.end() :]


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
