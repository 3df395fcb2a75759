from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.read.structure import blocks_of


def parts(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.begin : b.end]) for b in blocks_of(text)]


def test_headline_heading_and_paragraphs() -> None:
    text = "Firm buys firm\r\n\r\nThe firm buys a firm.\r\nWhat comes next\r\nMore is planned."
    assert parts(text) == [
        ("headline", "Firm buys firm"),
        ("paragraph", "The firm buys a firm."),
        ("heading", "What comes next"),
        ("paragraph", "More is planned."),
    ]


def test_one_paragraph_is_no_headline() -> None:
    assert [kind for kind, _ in parts("The firm buys a firm.")] == ["paragraph"]


def test_hard_wrapped_lines_are_one_block() -> None:
    text = (
        "Title\n\nThis report was written for a narrow page and its lines\n"
        "break wherever the page ends, so that a sentence goes on in\n"
        "The next line although that begins with a capital letter.\n\nSecond paragraph."
    )
    assert len(parts(text)) == 3


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert parts("Der Konzern will\nnächstes Jahr bauen.") == [("paragraph", "Der Konzern will\nnächstes Jahr bauen.")]


def test_a_name_that_begins_small_begins_a_block() -> None:
    assert [text for _, text in parts("Ein Bericht\nxAI baut weiter.")] == ["Ein Bericht", "xAI baut weiter."]


@given(st.text())
def test_blocks_are_ordered_and_without_white_space_around(text: str) -> None:
    end = 0
    for block in blocks_of(text):
        assert end <= block.begin < block.end <= len(text)
        assert text[block.begin : block.end].strip() == text[block.begin : block.end]
        end = block.end


@given(st.text())
def test_every_letter_is_in_a_block(text: str) -> None:
    inside = set[int]().union(*(range(b.begin, b.end) for b in blocks_of(text)))
    assert all(i in inside for i, c in enumerate(text) if c.isalnum())
