"""Headline, headings and paragraphs of a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kg.records import Block

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n]*(?:\r\n|[\r\n\u2028\u2029])")
_ENDS = re.compile(r"[.!?…:;,][\"'“”»«’)\]]*$")
# A headline or heading is one line of at most so many characters; longer ones are paragraphs.
_HEADING = 160
# Hard-wrapped text: lines of about one length, no longer than a terminal or a mail is wide.
_WRAP_MIN, _WRAP_MAX, _WRAP_FILL = 45, 120, 0.7

Line = tuple[int, int]


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order: every non-empty line, or several lines where a paragraph was hard-wrapped.

    The first is the headline where it is short and more text follows; a line in between that is short and ends in no
    punctuation is a heading.

    >>> [b.kind for b in blocks_of("A short headline\\n\\nThe text. It goes on.\\nMore text here.")]
    ['headline', 'paragraph', 'paragraph']
    """
    spans = [span for paragraph in _paragraphs(text) for span in _unwrapped(text, paragraph)]
    return tuple(
        Block(begin, end, _kind(text, begin, end, position, len(spans))) for position, (begin, end) in enumerate(spans)
    )


def _paragraphs(text: str) -> Iterator[list[Line]]:
    """Lines grouped by the empty lines between them, without white space around them."""
    group: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        content = match.group()
        stripped = content.strip()
        if not stripped:
            continue
        begin = match.start() + len(content) - len(content.lstrip())
        if group and _BLANK.search(text, previous, begin):
            yield group
            group = []
        group.append((begin, begin + len(stripped)))
        previous = begin + len(stripped)
    if group:
        yield group


def _unwrapped(text: str, lines: list[Line]) -> Iterator[Line]:
    """The lines of a paragraph, those joined that were broken to fit a width."""
    widest = max(end - begin for begin, end in lines)
    wrapped = (
        len(lines) > 1
        and _WRAP_MIN <= widest <= _WRAP_MAX
        and all(end - begin >= _WRAP_FILL * widest for begin, end in lines[:-1])
        and any(not _ENDS.search(text[begin:end]) for begin, end in lines[:-1])
    )
    begin, end = lines[0]
    for next_begin, next_end in lines[1:]:
        continues = text[next_begin].islower() and not any(c.isupper() for c in text[next_begin : next_begin + 4])
        if (wrapped and len(lines) > 2) or continues:
            end = next_end
        else:
            yield begin, end
            begin, end = next_begin, next_end
    yield begin, end


def _kind(text: str, begin: int, end: int, position: int, count: int) -> Literal["headline", "heading", "paragraph"]:
    if position == 0 and count > 1 and end - begin <= _HEADING:
        return "headline"
    if end - begin <= _HEADING and not _ENDS.search(text[begin:end]):
        return "heading"
    return "paragraph"
