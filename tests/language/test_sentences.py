from __future__ import annotations

import pytest

from kg.language import analyse
from kg.read.structure import blocks_of
from kg.records import Document

# One case a line; | marks where a sentence ends.
GERMAN = """
Am 3. März 2025 kam die Nachricht.| Der Kurs stieg.
Der Umsatz lag bei 3,716 Mrd. Euro.| Das sind 1.200 Mio. mehr.
Die Dr. Meyer GmbH & Co. KG baut z. B. Chips, d. h. Prozessoren.| Mehr nicht.
„Wir wachsen.| Das ist gut“, sagte sie.| Dann ging sie.
„Wirklich?“, fragte er.| „Ja!“| Niemand lachte.
Er sagte: „Das ist so.“| Der Rest schwieg.
Im 21. Jahrhundert gibt es die 5. Generation.| Sie kam 2019.| Danach nichts.
J. K. Müller und H. Schmidt kamen.| xAI nicht.| iPhones auch nicht.
Es kamen Autos, Züge usw.| Die Firma baut alles.
Das kostet 5 Euro (rund 6 Dollar).| Wer zahlt?| Alle!
Der Konzern (u. a. Chips) wächst um 2,5 Prozent ... und weiter.
Das war 2024.| Danach kam nichts.
Die Version 2.0 läuft auf Web.de und 1&1.| Gut so.
"""
ENGLISH = """
Apple Inc. said Mr. Cook met U.S. officials.| He left.
He lives in the U.S.| The firm does not.
Revenue was $1.5bn, up 3.5 percent.| It grew.
"We weren't moving," said Dreyer.| "Really?" she asked.| "Yes!"| Nobody laughed.
He said: “It works.”| Then he left.
At 10:30 p.m. on Nov. 3 it ended.| All went home.
J. K. Rowling and George W. Bush came.| xAI did not.
It cost $5 (about 4 euros).| Who pays?| Everyone!
The firm, e.g. Acme Corp., grew.| Dr. No did not.
It was version 2.0 of No. 5.| Good.
The end.The beginning.
"""


def cases(block: str) -> list[str]:
    return [line for line in block.splitlines() if line]


@pytest.mark.parametrize(
    ("lang", "line"),
    [*(("de", c) for c in cases(GERMAN)), *(("en", c) for c in cases(ENGLISH[: ENGLISH.rindex("The end.")]))],
)
def test_sentences(lang: str, line: str) -> None:
    doc = analyse(Document("x", line.replace("|", ""), lang, (), "x"))
    assert [s.text.strip() for s in doc.sents] == [part.strip() for part in line.split("|")]


def test_a_sentence_that_lost_its_space() -> None:
    doc = analyse(Document("x", "The plan has ended.The next begins.", "en", (), "x"))
    assert [s.text for s in doc.sents] == ["The plan has ended.", "The next begins."]


def test_no_sentence_crosses_a_block() -> None:
    text = "Musk plant mehr\n\nDer Konzern wächst\nZusammenfassung\nEs geht weiter."
    doc = analyse(Document("x", text, "de", blocks_of(text), "x"))
    assert [s.text.strip() for s in doc.sents] == text.replace("\n\n", "\n").split("\n")


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    text = "Der Konzern will bis 2030\nein neues Werk bauen."
    doc = analyse(Document("x", text, "de", blocks_of(text), "x"))
    assert len(list(doc.sents)) == 1
