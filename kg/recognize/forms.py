"""Names that show what they are by their form: people after given names and titles, firms by their legal form,
institutions by the word they begin or end with, acronyms in brackets, products by a number after a known name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg.language import Lexicon, without_legal_form
from kg.records import Mention

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.&]*")
_SURNAME = re.compile(r"(?:[A-ZÀ-ÖØ-ÞŠŽČ][a-zß-öø-ÿšžčćğışłńřý’']+)+")
_INITIAL = re.compile(r"[A-Z]\.?")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{0,4}[A-Z])\)")
_MODEL = re.compile(r"(?:\d{1,4}[a-z]{0,3}|[A-Z]{1,3}\d{1,4}[a-z]?|[IVX]{1,4})")
_VARIANTS = frozenset(
    {"Plus", "Pro", "Max", "Ultra", "Mini", "Edge", "Note", "Air", "Lite", "Turbo", "Flash", "Nano", "SE", "XL"}
)
_YEARS = range(1900, 2100)


def people(doc: Doc, lexicon: Lexicon, given_names: frozenset[str]) -> Iterator[Mention]:
    """A given name with a surname, or two capitalised words after a title or an office; never a firm's name."""
    firm_words = {*lexicon.legal_forms, *(item.split("=")[0] for item in lexicon.organization_tails)}
    for sentence in doc.sents:
        tokens = list(sentence)
        position = 0
        while position < len(tokens):
            length = _person(tokens, position, lexicon, given_names)
            if length and tokens[position + length - 1].text not in firm_words:
                yield _mention(doc[tokens[position].i : tokens[position].i + length], "Person", 0.85)
            position += length or 1


def _person(tokens: list[Token], start: int, lexicon: Lexicon, given_names: frozenset[str]) -> int:
    """The number of tokens of the person's name that begins at `start`, 0 where none does."""
    token = tokens[start]
    titled = start > 0 and tokens[start - 1].text in (*lexicon.titles, *lexicon.roles)
    if token.text not in given_names and not (titled and _SURNAME.fullmatch(token.text)):
        return 0
    end = start + 1
    while end < len(tokens) and (
        tokens[end].text in given_names
        or _INITIAL.fullmatch(tokens[end].text)
        or tokens[end].text in lexicon.particles
        or (tokens[end].text == "-" and not tokens[end - 1].whitespace_ and not tokens[end].whitespace_)
    ):
        if tokens[end].text in given_names and end + 1 < len(tokens) and not _surname(tokens[end + 1], lexicon):
            return end + 1 - start  # the second given name is the surname: "Bill James"
        end += 1
    if end < len(tokens) and _surname(tokens[end], lexicon):
        end += 1
        while (
            end + 1 < len(tokens)
            and tokens[end].text == "-"
            and not tokens[end].whitespace_
            and not tokens[end - 1].whitespace_
            and tokens[end + 1].text not in lexicon.roles
            and token.text in given_names
            and tokens[end - 1].text in given_names
            and _surname(tokens[end + 1], lexicon)
        ):
            end += 2
        second = tokens[end] if end < len(tokens) else None
        if (
            tokens[0].doc.lang_ == "en"
            and second is not None
            and tokens[end - 1].whitespace_
            and _surname(second, lexicon)
            and end + 1 < len(tokens)
            and not _surname(tokens[end + 1], lexicon)
            and not titled
        ):
            end += 1
        return end - start
    return 0


def _surname(token: Token, lexicon: Lexicon) -> bool:
    text = token.text
    return (
        bool(_SURNAME.fullmatch(text))
        and text not in lexicon.sentence_starters
        and text not in lexicon.roles
        and text not in lexicon.months
    )


def organizations(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    """Capitalised words before a legal form ("Nordlicht Compute GmbH") or around an institution's word."""
    forms = _classed((form, "Company") for form in lexicon.legal_forms)
    tails = _classed(item.split("=") for item in lexicon.organization_tails)
    heads = _classed(item.split("=") for item in lexicon.organization_heads)
    # In German every noun is capitalised: more than one word before "Ventures" is hardly all name.
    not_names = frozenset((*lexicon.roles, *lexicon.titles, *lexicon.sentence_starters, *lexicon.auxiliaries))
    reach = {id(forms): 5, id(tails): 1 if doc.lang_ == "de" else 5}
    for sentence in doc.sents:
        for i in range(sentence.start, sentence.end):
            for table in (forms, tails):
                length, cls = _at(doc, i, table)
                if not length:
                    continue
                floor = max(sentence.start, i - reach[id(table)])
                start = _name_start(doc, i, floor, not_names, lexicon.kinds_of_firm)
                if start < i:
                    yield _mention(doc[start : i + length], cls, 0.8)
                    break
            length, cls = _at(doc, i, heads)
            stop = i + length
            while length and stop < sentence.end and _NAME.fullmatch(doc[stop].text):
                stop += 1
                if doc.lang_ == "de":
                    break
            if stop > i + length:
                yield _mention(doc[i:stop], cls, 0.8)


Table = dict[str, list[tuple[tuple[str, ...], str]]]


def _classed(items: Iterable[Sequence[str]]) -> Table:
    """Words and the class they tell, by their first token."""
    table: Table = {}
    for words, cls in items:
        tokens = tuple(words.replace("-", " - ").split())
        table.setdefault(tokens[0], []).append((tokens, cls))
    return table


def _at(doc: Doc, i: int, table: Table) -> tuple[int, str]:
    """How many tokens at a place are an entry of a table, and of which class; the first in the table counts."""
    for words, cls in table.get(doc[i].text, ()):
        if tuple(token.text for token in doc[i : i + len(words)]) == words:
            return len(words), cls
    return 0, ""


def _name_start(doc: Doc, end: int, floor: int, not_names: frozenset[str], kinds_of_firm: tuple[str, ...]) -> int:
    """Where the run of capitalised words before a token begins."""
    start = end
    while start > floor:
        token = doc[start - 1]
        joined = token.text in {"-", "&", "+"} and start < end
        if not (joined or _NAME.fullmatch(token.text)) or token.text in not_names:
            break
        if token.text.casefold().endswith(kinds_of_firm):
            break
        start -= 1
    while start < end and doc[start].text in {"-", "&", "+"}:
        start += 1
    return start


def short_names(doc: Doc, mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Every other occurrence of a company that the document names with its legal form, without that form."""
    short: dict[str, Mention] = {}
    for mention in mentions:
        if mention.found_by == "form" and mention.cls == "Company":
            name = without_legal_form(mention.name, lexicon.legal_forms)
            short.setdefault(name, replace(mention, name=name))
    yield from _occurrences(doc, short, r"(?=s?(?!\w))")


def acronyms(doc: Doc, mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """An acronym in brackets after a name it abbreviates, and every other occurrence of it."""
    by_end = {m.end: m for m in mentions}
    short: dict[str, Mention] = {}
    for match in _ACRONYM.finditer(doc.text):
        full = by_end.get(match.start() - 1)
        if full is not None and _abbreviates(match.group(1), full.text, lexicon):
            short.setdefault(match.group(1), replace(full, found_by="acronym"))
    yield from _occurrences(doc, short, r"(?!\w)")


def _occurrences(doc: Doc, names: dict[str, Mention], after: str) -> Iterator[Mention]:
    """Where some names stand in a text, in one pass over it; each as the mention it is known from."""
    if not names:
        return
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    for place in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))}){after}", doc.text):
        yield replace(names[place.group()], begin=place.start(), end=place.end(), text=place.group(), score=0.8)


def _abbreviates(acronym: str, name: str, lexicon: Lexicon) -> bool:
    initials = "".join(word[0] for word in re.findall(r"[^\W_]+", name) if word not in lexicon.small_words)
    letters = iter(initials.casefold())
    return acronym[0].casefold() == initials[:1].casefold() and all(
        c.casefold() in letters for c in acronym if c.isupper()
    )


def models(doc: Doc, mentions: list[Mention], is_product: frozenset[str]) -> Iterator[Mention]:
    """A known product with a model number after it is a product of that name: "Grok 5", "Galaxy S7 Edge"."""
    for mention in mentions:
        if mention.cls not in is_product or mention.text != mention.name:
            continue
        span = doc.char_span(mention.begin, mention.end)
        if span is None or span.end >= len(doc) or not doc[span.end - 1].whitespace_:
            continue
        number = doc[span.end].text
        if not _MODEL.fullmatch(number) or (number.isdigit() and int(number) in _YEARS):
            continue
        end = span.end + 1
        while end < len(doc) and doc[end].text in _VARIANTS and doc[end - 1].whitespace_:
            end += 1
        if (
            end < len(doc)
            and doc[end].is_lower
            and doc[end].is_alpha
            and doc[end - 1].whitespace_
            and doc.lang_ == "en"
            and number.isdigit()
            and int(number) > 20
        ):
            continue  # "Starship 120 engineers" is a count
        yield _mention(doc[span.start : end], mention.cls, 0.8)


def surnames(doc: Doc, mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The surname alone of a person the document names in full, inflected or not; after an article it is a noun."""
    known = {m.name.split()[-1] for m in mentions if m.cls == "Person" and " " in m.name}
    for token in doc:
        text = token.text
        name = text if text in known else text[:-1] if text.endswith("s") and doc.lang_ == "de" else ""
        if name in known and len(name) > 1 and not (token.i and doc[token.i - 1].lower_ in lexicon.determiners):
            yield Mention(token.idx, token.idx + len(text), text, "Person", name, score=0.8, found_by="surname")


def _mention(span: Span, cls: str, score: float) -> Mention:
    return Mention(span.start_char, span.end_char, span.text, cls, span.text, score=score, found_by="form")
