from __future__ import annotations

from kg.language import analyse, load_lexicon
from kg.recognize.gazetteer import GazetteerMatcher
from kg.records import Document, Name
from kg.vocabulary import load_ontology
from kg.vocabulary.gazetteer import Entry, Gazetteer

ENTRIES = (
    Entry("tesla", "Company", Name("Tesla"), (Name("Tesla Inc."),)),
    Entry("meta", "Company", Name("Meta"), (Name("Meta Platforms"),), frozenset({"Meta"})),
    Entry("commission", "GovernmentBody", Name("European Commission", "en"), (Name("Europäische Kommission", "de"),)),
    Entry("gpt-4", "AIModel", Name("GPT-4")),
    Entry("iphone", "Hardware", Name("iPhone")),
    Entry("agi", "Technology", Name("artificial general intelligence", "en"), (Name("AGI"),)),
    Entry("grok", "AIModel", Name("Grok")),
    Entry("grok-voice", "Software", Name("Grok Voice")),
    Entry("it", "Company", Name("IT Now"), (Name("ITN"),)),
)


def found(text: str, lang: str = "de") -> list[tuple[str, str | None]]:
    matcher = GazetteerMatcher(Gazetteer({e.id: e for e in ENTRIES}, frozenset()), load_ontology())
    doc = analyse(Document("x", text, lang, (), "x"))
    mentions = matcher(doc, load_lexicon(lang))
    assert all(text[m.begin : m.end] == m.text for m in mentions)
    return [(m.text, m.seed) for m in mentions]


def test_inflection_compounds_and_the_longest_name() -> None:
    assert found("Teslas Grok Voice und die Tesla-Fahrer, auch Tesla Inc. selbst") == [
        ("Teslas", "tesla"),
        ("Grok Voice", "grok-voice"),
        ("Tesla", "tesla"),
        ("Tesla Inc.", "tesla"),
    ]


def test_spelling_variants() -> None:
    assert found("GPT 4 und GPT-4, TESLA und iPhones") == [
        ("GPT 4", "gpt-4"),
        ("GPT-4", "gpt-4"),
        ("TESLA", "tesla"),
        ("iPhones", "iphone"),
    ]


def test_small_letters_make_no_company() -> None:
    assert found("the tesla coil and itn and grok", "en") == []


def test_technologies_are_written_small() -> None:
    assert found("Artificial General Intelligence, or artificial general intelligence", "en") == [
        ("Artificial General Intelligence", "agi"),
        ("artificial general intelligence", "agi"),
    ]


def test_an_ambiguous_name_needs_support() -> None:
    assert found("Das ist sehr meta. Die Meta ist lang.") == []
    assert found("Er ging zu Meta.") == [("Meta", "meta")]
    assert found("Die Meta-Aktie stieg.") == [("Meta", "meta")]
    assert found("Meta Platforms wächst. Meta baut.") == [("Meta Platforms", "meta"), ("Meta", "meta")]
    assert found("He works at Meta now.", "en") == [("Meta", "meta")]
    assert found("Meta is a prefix.", "en") == []


def test_names_do_not_cross_sentences() -> None:
    assert found("Das sagte Tesla. Inc. ist anders") == [("Tesla", "tesla")]


def test_both_languages_mean_one_entry() -> None:
    assert found("Die Europäische Kommission") == [("Europäische Kommission", "commission")]
    assert found("The European Commission", "en") == [("European Commission", "commission")]
