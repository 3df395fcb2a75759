"""Sentence boundaries, by rule: abbreviations, decimals, ordinals, quotations and headlines survive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.language.lexicon import Lexicon, load_lexicon

FACTORY = "techkg_sentences"
BLOCK_STARTS = "techkg_block_starts"  # key in Doc.user_data: character offsets at which a block of the document begins

_FINAL = frozenset({".", "!", "?", "…", "...", "?!", "!?", "..", "!!", "!!!", "??"})
_CLOSING = frozenset({"“", "”", "«", "»", "’", "‘", "‹", "›", '"', "'", ")", "]", "''"})
_INITIAL = re.compile(r"^[^\W\d_]\.?$")
_ORDINAL = re.compile(r"^\d{1,2}$")


@Language.factory(FACTORY, assigns=["token.is_sent_start", "doc.sents"])
def make_splitter(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The splitter of the pipeline's language."""
    return SentenceSplitter(load_lexicon(nlp.lang))


class SentenceSplitter:
    """Marks the first token of every sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Set where sentences start; white space belongs to the sentence before it."""
        starts = np.fromiter(self._starts(doc), dtype=np.int64, count=len(doc)).astype(np.uint64)
        # All at once: setting it token by token looks at the whole Doc each time.
        return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]

    def _starts(self, doc: Doc) -> Iterator[int]:
        """For each token 1 where a sentence starts, -1 where none does."""
        blocks: frozenset[int] = doc.user_data.get(BLOCK_STARTS, frozenset())
        previous: Token | None = None  # the last token that is not white space
        gap = False  # is there an empty line or a new line between?
        for token in doc:
            if token.is_space:
                yield 1 if token.i == 0 else -1
                gap = gap or "\n" in token.text or "\u2029" in token.text
                continue
            starts = token.i == 0 or token.idx in blocks or (gap and not blocks)
            starts = starts or (previous is not None and self._boundary(doc, previous, token))
            yield 1 if starts else -1
            previous, gap = token, False

    def _boundary(self, doc: Doc, previous: Token, token: Token) -> bool:
        """Whether a sentence ends at `previous` and another begins at `token`."""
        if not _can_begin(token) or (token.text in _CLOSING and not _opens(doc, token)):
            return False
        end = previous
        while end.text in _CLOSING and end.i > 0 and not _opens(doc, end):
            end = doc[end.i - 1]
        if end.text in _FINAL:
            if end.text == "." and end.i > 0 and not doc[end.i - 1].whitespace_:
                return self._full_stop(doc[end.i - 1], token)
            return True
        if end.text.endswith(".") and len(end.text) > 1 and end is previous:
            return self._abbreviation(end.text, token)
        return False

    def _full_stop(self, before: Token, token: Token) -> bool:
        """Whether the full stop after `before` ends a sentence, `token` following."""
        word = before.text
        if self._lexicon.after_ordinal and _ORDINAL.match(
            word
        ):  # "am 3. März", "das 21. Jahrhundert"; but "nur 12. Die ..."
            return token.text not in self._lexicon.after_ordinal and self._starter(token)
        if _INITIAL.match(word) and word.isupper():
            return self._starter(token)
        if word.casefold() + "." in self._lexicon.abbreviations:
            return self._abbreviation(word + ".", token)
        return True

    def _abbreviation(self, word: str, token: Token) -> bool:
        """Whether an abbreviation with its full stop also ends the sentence."""
        lowered = word.casefold()
        if lowered in self._lexicon.abbreviations and lowered not in self._lexicon.final_abbreviations:
            return False
        return self._starter(token)

    def _starter(self, token: Token) -> bool:
        """Whether a token is capitalised only at the beginning of a sentence, or opens a quotation."""
        return token.text in self._lexicon.sentence_starters or token.text in {"„", "“", "»", "«", '"'}


def _can_begin(token: Token) -> bool:
    """A sentence begins with a capital, a digit, an opening mark, or a name with a capital inside ("xAI")."""
    text = token.text
    first = text[0]
    if first.isalpha():
        return not first.islower() or any(c.isupper() for c in text[1:])
    return first.isdigit() or first in "„“”»«\"'‚‘(–—-•*[$€£¥#@" or not first.isascii()


def _opens(doc: Doc, token: Token) -> bool:
    """Whether a mark opens a quotation here: white space stands before it and none after."""
    before = doc[token.i - 1]
    return token.text not in {")", "]"} and (bool(before.whitespace_) or before.is_space) and not token.whitespace_
