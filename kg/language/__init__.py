"""What a language is: a spaCy pipeline (tokenizer, sentences) and its lexicon."""

from kg.language.detect import detect_language
from kg.language.lexicon import LANGUAGES, Lexicon, load_lexicon, without_legal_form
from kg.language.pipeline import analyse, load_pipeline

__all__ = ["LANGUAGES", "Lexicon", "analyse", "detect_language", "load_lexicon", "load_pipeline", "without_legal_form"]
