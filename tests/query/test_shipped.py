"""Every shipped query says in both languages what it asks, and answers a small graph with exactly the right rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest

from kg.export.rdf import write_ntriples
from kg.query import ask, find_query, list_queries
from kg.records import Claim, Document, Entity, Evidence, KnowledgeGraph, Name, Value
from kg.settings import Settings

QUERIES = {q.name: q for q in list_queries()}

LEADS = "Ada Berg has led Acme since 2020."
PRODUCT = "Acme develops Robo, which came out in May 2024."
RIVALS = "Acme and Bolt are rivals."
RIVALS_AGAIN = "Bolt competes with Acme."
MACHINE = "Acme operates Titan with 100 GPUs, and 30 MW are planned."
PLAN = "Acme will acquire Cirro in 2026, Berg said."
FOUNDED = "Ben Wolf gründete Bolt 2019."
BOUGHT = "Acme kaufte Bolt im März 2024 für 5 Mio. Euro."
INVESTED = "Bolt investierte in Cirro."
DENIAL = "Acme leitet er nicht."
SIZE = "Bolt hat rund 100 bis 120 Mitarbeiter, sagte Wolf."
SENTENCES = {
    "en": (LEADS, PRODUCT, RIVALS, RIVALS_AGAIN, MACHINE, PLAN),
    "de": (FOUNDED, BOUGHT, INVESTED, DENIAL, SIZE),
}
TEXTS = {lang: " ".join(sentences) for lang, sentences in SENTENCES.items()}

ENTITIES = (
    Entity("acme", "Company", Name("Acme"), (Name("Acme Corp", "en"), Name("Acme AG", "de")), "Q1"),
    Entity("bolt", "Company", Name("Bolt")),
    Entity("cirro", "Company", Name("Cirro")),
    Entity("ada", "Person", Name("Ada Berg"), (Name("Berg"),)),
    Entity("ben", "Person", Name("Ben Wolf")),
    Entity("robo", "AIModel", Name("Robo")),
    Entity("titan", "Supercomputer", Name("Titan")),
)

EURO = Value("5 Mio. Euro", number=Decimal(5_000_000), unit="EUR")
GPUS = Value("100 GPUs", number=Decimal(100), unit="GPU")
MEGAWATTS = Value("30 MW", number=Decimal(30), unit="MW")
STAFF = Value("100 bis 120", low=Decimal(100), high=Decimal(120), approximate=True)
MAY, YEAR = Value("May 2024", date="2024-05"), Value("2019", date="2019")


def places(*sentences: str) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(lang, text.index(sentence), text.index(sentence) + len(sentence))
        for sentence in sentences
        for lang, text in TEXTS.items()
        if sentence in SENTENCES[lang]
    )


CLAIMS = (
    Claim("c01", "ada", "leads", "acme", "Asserted", 0.9, places(LEADS), since="2020"),
    Claim("c02", "ada", "leads", "acme", "Asserted", 0.8, places(PLAN), since="2020"),
    Claim("c03", "acme", "develops", "robo", "Asserted", 0.9, places(PRODUCT)),
    Claim("c04", "robo", "releasedOn", MAY, "Asserted", 0.9, places(PRODUCT)),
    Claim("c05", "acme", "competesWith", "bolt", "Asserted", 0.9, places(RIVALS)),
    Claim("c06", "bolt", "competesWith", "acme", "Asserted", 0.9, places(RIVALS_AGAIN)),
    Claim("c07", "acme", "operates", "titan", "Asserted", 0.9, places(MACHINE)),
    Claim("c08", "titan", "unitCount", GPUS, "Asserted", 0.9, places(MACHINE)),
    Claim("c09", "titan", "powerCapacity", MEGAWATTS, "Planned", 0.9, places(MACHINE)),
    Claim("c10", "acme", "acquired", "cirro", "Planned", 0.8, places(PLAN), "ada", at="2026"),
    Claim("c11", "ben", "founded", "bolt", "Asserted", 0.9, places(FOUNDED)),
    Claim("c12", "bolt", "foundedOn", YEAR, "Asserted", 0.9, places(FOUNDED)),
    Claim("c13", "acme", "acquired", "bolt", "Asserted", 0.95, places(BOUGHT), at="2024-03"),
    Claim("c14", "bolt", "price", EURO, "Asserted", 0.9, places(BOUGHT)),
    Claim("c15", "bolt", "investedIn", "cirro", "Asserted", 0.9, places(INVESTED)),
    Claim("c16", "ben", "leads", "acme", "Denied", 0.7, places(DENIAL)),
    Claim("c17", "bolt", "employeeCount", STAFF, "Asserted", 0.9, places(SIZE), "ben"),
)


def fact(claim: str, said: str, confidence: str, sentence: str) -> tuple[str, ...]:
    """A row of `evidence`; what is said is subject, relation, object and modality, parted by bars."""
    lang = "en" if sentence in SENTENCES["en"] else "de"
    begin = TEXTS[lang].index(sentence)
    end = begin + len(sentence)
    return (*said.split("|"), confidence, sentence, lang, str(begin), str(end), f"tkgclaim:{claim}")


def figure(said: str, words: str, modality: str = "Asserted", speaker: str = "") -> tuple[str, ...]:
    """A row of `values`; what is said is entity, property, value, low, high, unit and approximate."""
    return (*said.split("|"), words, modality, speaker, "")


ANSWERS: dict[str, list[tuple[str, ...]]] = {
    "acquisitions": [
        ("Acme", "Bolt", "Asserted", "2024-03", "5000000", "EUR", BOUGHT),
        ("Acme", "Cirro", "Planned", "2026", "", "", PLAN),
    ],
    "competitors": [("Acme", "Bolt", "2")],
    "entity-names": [
        ("Acme", "Company", "main", "Acme", "", "Q1", "tkgid:acme"),
        ("Acme", "Company", "other", "Acme AG", "de", "Q1", "tkgid:acme"),
        ("Acme", "Company", "other", "Acme Corp", "en", "Q1", "tkgid:acme"),
        ("Ada Berg", "Person", "main", "Ada Berg", "", "", "tkgid:ada"),
        ("Ada Berg", "Person", "other", "Berg", "", "", "tkgid:ada"),
        ("Ben Wolf", "Person", "main", "Ben Wolf", "", "", "tkgid:ben"),
        ("Bolt", "Company", "main", "Bolt", "", "", "tkgid:bolt"),
        ("Cirro", "Company", "main", "Cirro", "", "", "tkgid:cirro"),
        ("Robo", "AIModel", "main", "Robo", "", "", "tkgid:robo"),
        ("Titan", "Supercomputer", "main", "Titan", "", "", "tkgid:titan"),
    ],
    "evidence": [
        fact("c13", "Acme|acquired|Bolt|Asserted", "0.95", BOUGHT),
        fact("c10", "Acme|acquired|Cirro|Planned", "0.8", PLAN),
        fact("c05", "Acme|competesWith|Bolt|Asserted", "0.9", RIVALS),
        fact("c03", "Acme|develops|Robo|Asserted", "0.9", PRODUCT),
        fact("c07", "Acme|operates|Titan|Asserted", "0.9", MACHINE),
        fact("c01", "Ada Berg|leads|Acme|Asserted", "0.9", LEADS),
        fact("c02", "Ada Berg|leads|Acme|Asserted", "0.8", PLAN),
        fact("c11", "Ben Wolf|founded|Bolt|Asserted", "0.9", FOUNDED),
        fact("c16", "Ben Wolf|leads|Acme|Denied", "0.7", DENIAL),
        fact("c06", "Bolt|competesWith|Acme|Asserted", "0.9", RIVALS_AGAIN),
        fact("c17", "Bolt|employeeCount|100 bis 120|Asserted", "0.9", SIZE),
        fact("c12", "Bolt|foundedOn|2019|Asserted", "0.9", FOUNDED),
        fact("c15", "Bolt|investedIn|Cirro|Asserted", "0.9", INVESTED),
        fact("c14", "Bolt|price|5000000 EUR|Asserted", "0.9", BOUGHT),
        fact("c04", "Robo|releasedOn|2024-05|Asserted", "0.9", PRODUCT),
        fact("c09", "Titan|powerCapacity|30 MW|Planned", "0.9", MACHINE),
        fact("c08", "Titan|unitCount|100 GPU|Asserted", "0.9", MACHINE),
    ],
    "infrastructure": [("Titan", "Supercomputer", "Acme", "operates", "Asserted", "100 GPU", "30 MW (Planned)")],
    "investments": [("Bolt", "Cirro", "Company", "Asserted", "", INVESTED)],
    "plans": [
        ("Denied", "Ben Wolf", "leads", "Acme", "", "", "2025-02", DENIAL),
        ("Planned", "Acme", "acquired", "Cirro", "2026", "Ada Berg", "2025-01-15", PLAN),
        ("Planned", "Titan", "powerCapacity", "30 MW", "", "", "2025-01-15", MACHINE),
    ],
    "products-by-company": [("Acme", "develops", "Robo", "AIModel", "2024-05")],
    "values": [
        figure("Bolt|employeeCount|100 bis 120|100|120||true", "100 bis 120", speaker="Ben Wolf"),
        figure("Bolt|foundedOn|2019||||false", "2019"),
        figure("Bolt|price|5000000|||EUR|false", "5 Mio. Euro"),
        figure("Robo|releasedOn|2024-05||||false", "May 2024"),
        figure("Titan|powerCapacity|30|||MW|false", "30 MW", "Planned"),
        figure("Titan|unitCount|100|||GPU|false", "100 GPUs"),
    ],
    "who-founded": [("Bolt", "Ben Wolf", "2019", FOUNDED)],
    "who-leads": [("Acme", "Ada Berg", "2020", "", "0.9", "2")],
    "who-says": [
        ("Ada Berg", "Acme", "acquired", "Cirro", "Planned", PLAN),
        ("Ben Wolf", "Bolt", "employeeCount", "100 bis 120", "Asserted", SIZE),
    ],
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dates = {"en": "2025-01-15", "de": "2025-02"}
    written = KnowledgeGraph(
        {entity.id: entity for entity in ENTITIES},
        {claim.id: claim for claim in CLAIMS},
        {lang: Document(lang, text, lang, (), lang, date=dates[lang]) for lang, text in TEXTS.items()},
        {},
        nx.MultiDiGraph(),
    )
    folder = tmp_path_factory.mktemp("queries")
    write_ntriples(written, folder / "graph.nt", Settings())
    return folder


def test_there_are_a_dozen_and_each_has_its_answer_here() -> None:
    assert len(QUERIES) >= 12
    assert QUERIES.keys() == ANSWERS.keys()


@pytest.mark.parametrize("name", QUERIES)
def test_each_is_titled_in_both_languages(name: str) -> None:
    query = QUERIES[name]
    assert query.title != name
    assert query.title_de not in (name, query.title)


@pytest.mark.parametrize("name", QUERIES)
def test_each_gives_exactly_its_rows(name: str, graph: Path) -> None:
    assert ask(graph, find_query(name)).rows == ANSWERS[name]


def test_the_graph_asked_keeps_the_shapes(graph: Path) -> None:
    from kg.query import validate

    assert validate(graph) == ()
