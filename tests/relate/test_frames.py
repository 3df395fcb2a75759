from __future__ import annotations

import pytest

from kg.language import LANGUAGES, analyse
from kg.parts import Reading
from kg.recognize.quantities import find_quantities
from kg.records import Document, Mention, Relation, Sentence, Value
from kg.relate.frames import FrameRelater, load_frames
from kg.vocabulary import load_ontology

CLASSES = {"P": "Person", "C": "Company", "L": "Place", "H": "Hardware", "I": "DataCenter"}


def relate(text: str, lang: str) -> tuple[tuple[Relation, ...], list[Mention]]:
    """Relations of a sentence in which names are written as P1 (a person), C1 (a company), L1, H1, I1."""
    import re

    mentions = [
        Mention(m.start(), m.end(), m.group(), CLASSES[m.group()[0]], m.group())
        for m in re.finditer(r"\b[PCLHI]\d\b", text)
    ]
    quantities = tuple(
        q for q in find_quantities(text, lang) if not any(m.begin < q.end and q.begin < m.end for m in mentions)
    )
    doc = analyse(Document("x", text, lang, (), "x"))
    return FrameRelater(load_ontology())(
        doc, Reading((Sentence(0, len(text)),), tuple(mentions), quantities, ())
    ), mentions


def facts(text: str, lang: str) -> set[str]:
    relations, mentions = relate(text, lang)
    shown = set()
    for r in relations:
        target = str(r.object.literal()) if isinstance(r.object, Value) else mentions[r.object].text
        shown.add(
            f"{mentions[r.subject].text} {r.predicate} {target}"
            + ("" if r.modality == "Asserted" else f" {r.modality}")
        )
    return shown


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "P1, CEO of C1, spoke.", {"P1 leads C1"}),
        ("en", "C1 CEO P1 spoke with C2's chairman P2.", {"P1 leads C1", "P2 leads C2"}),
        ("en", "Former C1 CEO P1 spoke.", {"P1 formerlyAt C1"}),
        ("en", "C1 was founded in 2019 by P1 and P2.", {"P1 founded C1", "P2 founded C1", "C1 foundedOn 2019"}),
        ("en", "C1 has acquired the robot maker C2.", {"C1 acquired C2"}),
        ("en", "C1 plans to acquire C2.", {"C1 acquired C2 Planned"}),
        ("en", "C1 has not acquired C2.", set()),
        ("en", "Has C1 acquired C2?", set()),
        ("en", "C1 is headquartered in L1.", {"C1 headquarteredIn L1"}),
        ("en", "C1 was founded in 2019.", {"C1 foundedOn 2019"}),
        ("en", "C1 employs about 1,200 people.", {"C1 employeeCount 1200"}),
        ("en", "L1 CEO P1 spoke.", set()),
        ("en", "Then P1, CEO of C1, spoke.", {"P1 leads C1"}),
        ("en", "P1, CEO of C1 until 2011, spoke.", set()),
        ("en", "C1 bought C2 shares.", set()),
        ("en", "P1 claims C1 has acquired C2.", set()),
        ("de", "C1-Chef P1 sprach mit P2, Geschäftsführerin von C2.", {"P1 leads C1", "P2 leads C2"}),
        ("de", "Der frühere C1-Chef P1 sprach.", {"P1 formerlyAt C1"}),
        ("de", "C1-Gründer P1 und C2-Chef P2 sprachen.", {"P1 founded C1", "P2 leads C2"}),
        ("de", "C1 wurde 2019 von P1 und P2 gegründet.", {"P1 founded C1", "P2 founded C1", "C1 foundedOn 2019"}),
        ("de", "C1 übernimmt den Roboterbauer C2.", {"C1 acquired C2"}),
        ("de", "C1 übernimmt C2 nicht.", set()),
        ("de", "Die EU will C1 aus L1 verdrängen.", set()),
        ("de", "C1 kauft C2 Chips ab.", set()),
        ("de", "C1 gehört zu C2 als Rivale.", set()),
        ("de", "C1 aus L1 baut H1.", {"C1 headquarteredIn L1"}),
        ("de", "C1 bringt im Mai H1 auf den Markt.", {"C1 develops H1"}),
        ("de", "C1-Tochter C2 wächst.", {"C2 subsidiaryOf C1"}),
        ("de", "C1 mit Sitz in L1 betreibt das Rechenzentrum I1.", {"C1 headquarteredIn L1"}),
        ("de", "C1 betreibt das Rechenzentrum I1.", {"C1 operates I1"}),
        ("de", "C1 beschäftigt rund 1.200 Mitarbeiter.", {"C1 employeeCount 1200"}),
        ("de", "P1 und C1 trafen C2 in L1.", set()),
    ],
)
def test_frames(lang: str, text: str, expected: set[str]) -> None:
    assert facts(text, lang) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_frame_says_what_the_ontology_admits_of_some_classes(lang: str) -> None:
    ontology = load_ontology()
    for frame in load_frames(lang).frames:
        groups, prop, shown = frame.pattern.groupindex.keys(), frame.property, frame.pattern.pattern
        assert len(groups & {"subject", "subjects"}) == 1, shown
        assert len(groups & {"object", "objects", "value"}) == 1, shown
        objects: tuple[str | None, ...] = (None,) if "value" in groups else ontology.classes
        assert any(ontology.admits(prop, s, o) for s in ontology.classes for o in objects), shown
        assert ("value" in groups) == (ontology.property(prop).quantity is not None), shown


def test_signs_in_a_text_do_no_harm() -> None:
    assert facts("\ue0000\ue002, CEO of C1, and P1, CEO of C1, spoke.", "en") == {"P1 leads C1"}
