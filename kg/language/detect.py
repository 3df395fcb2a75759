"""Which language a text is in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kg.language.lexicon import LANGUAGES

# Characters looked at: more changes no decision on articles, and a large file is not normalised whole.
_SAMPLE = 20_000
# Below this probability of a third language, German or English is taken, whichever is likelier: headlines of
# company names look like anything.
_SURE = 0.95


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to import, often not needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> str | None:
    """The language of a text as an ISO 639-1 code, `de` or `en` wherever one of them is plausible; None for no words.

    >>> detect_language("Der Konzern baut ein neues Werk.")
    'de'
    >>> detect_language("12 345") is None
    True
    """
    sample = text[:_SAMPLE]
    if not any(c.isalpha() for c in sample):
        return None
    ranking: list[tuple[str, float]] = _identifier().rank(sample)
    language, probability = ranking[0]
    if language in LANGUAGES or probability >= _SURE:
        return language
    return next(language for language, _ in ranking if language in LANGUAGES)
