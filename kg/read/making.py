"""A Document from a text and what its source says of it."""

from __future__ import annotations

from kg.dates import iso_date
from kg.errors import DocumentError
from kg.language import LANGUAGES, detect_language
from kg.records import Block, Document
from kg.settings import Settings
from kg.vocabulary.iris import digest


def make_document(
    text: str, blocks: tuple[Block, ...], origin: str, settings: Settings, given: dict[str, str]
) -> Document:
    """The Document of a text, `given` holding its id, lang, date, title and source where the source has them.

    Raises DocumentError for an empty or too long text, a language that is not read, or a date that is none.
    """
    if not text.strip():
        raise DocumentError(origin, "is empty", "give a file with text in it")
    if len(text) > settings.max_chars:
        problem = f"has {len(text):,} characters, more than the limit of {settings.max_chars:,}"
        raise DocumentError(origin, problem, "split it, or raise the limit with --max-chars")
    lang = _language(text, origin, given.get("lang") or settings.lang)
    date = given.get("date") or None
    if date is not None:
        known = iso_date(date)
        if known is None:
            raise DocumentError(origin, f"date {date!r} is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD")
        date = known
    headline = next((text[b.begin : b.end] for b in blocks if b.kind == "headline"), None)
    return Document(
        id=given.get("id") or digest(text),
        text=text,
        lang=lang,
        blocks=blocks,
        origin=origin,
        title=given.get("title") or headline,
        date=date or settings.date,
        source=given.get("source") or None,
    )


def _language(text: str, origin: str, given: str | None) -> str:
    lang = given.lower().replace("_", "-").split("-")[0] if given else detect_language(text)
    if lang is None:
        raise DocumentError(origin, "has no words", "give a text in German or English")
    if lang not in LANGUAGES:
        how = "says it is" if given else "seems to be"
        raise DocumentError(
            origin,
            f"{how} in {lang!r}, which TechKG does not read",
            "give German or English, or say which it is with --lang",
        )
    return lang
