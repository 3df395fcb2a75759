"""The spaCy pipeline of a language."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.language import sentences
from kg.language.lexicon import folder
from kg.language.tokenizer import install_tokenizer_rules
from kg.records import Document


@cache
def load_pipeline(lang: str) -> Language:
    """The pipeline of a language, made once a process: tokenizer and sentence splitter on `spacy.blank`."""
    folder(lang)  # an unknown language is named here, with those known
    nlp = spacy.blank(lang)
    install_tokenizer_rules(nlp)
    nlp.add_pipe(sentences.FACTORY)
    return nlp


def analyse(document: Document) -> Doc:
    """A document's text as a spaCy Doc with tokens and sentences; no sentence crosses a block.

    `doc.text` is the document's text, so that every `token.idx` is an offset into it.
    """
    nlp = load_pipeline(document.lang)
    nlp.max_length = max(nlp.max_length, len(document.text) + 1)  # the reader has limited the size already
    doc = nlp.make_doc(document.text)
    doc.user_data[sentences.BLOCK_STARTS] = frozenset(block.begin for block in document.blocks)
    return nlp(doc)
