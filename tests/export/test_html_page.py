from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.errors import DataError, OutputError
from kg.export.html import write_html
from kg.export.html.payload import embedded, page_data
from kg.records import Block, Claim, Document, Entity, Evidence, KnowledgeGraph, Name, Value

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GERMAN = (
    "Nordlicht 🚀 übernimmt Quarzfeld\n\n"
    "Nordlicht Compute übernimmt Quarzfeld Systems, einen Chipentwickler aus Dresden. "
    "Nordlichts Chefin Jana Petersen plant einen Bau in Freising.\n\n"
    "Wir haben Veldhorn nicht gekauft, sagte Wendt. Veldhorn arbeitet mit Nordlicht zusammen."
)
ENGLISH = (
    "Jana Petersen leads Nordlicht Compute. Nordlicht Compute contains 12,000 processors. Kestrel took 15 percent."
)
HOSTILE = (
    "</script><script>window.__pwned = 1</script>",
    "<!-- <script> <img src=x onerror=window.__pwned=1>",
    "\"'`${window.__pwned=1}&amp;\u2028\u2029",
    "\u202eevil\u202c \u200f🦊👩‍👩‍👧‍👦 \x00\x07",
    "x" * 10_000,
    "constructor",
)


def evidence(document: str, text: str, sentence: str, trigger: str | None = None) -> Evidence:
    begin = text.index(sentence)
    at = None if trigger is None else text.index(trigger, begin)
    place = None if at is None or trigger is None else (at, at + len(trigger))
    return Evidence(document, begin, begin + len(sentence), place)


def graph_of(entities: list[Entity], claims: list[Claim], documents: list[Document]) -> KnowledgeGraph:
    return KnowledgeGraph(
        {e.id: e for e in entities},
        {c.id: c for c in claims},
        {d.id: d for d in documents},
        {},
        nx.MultiDiGraph(),
    )


def small_graph() -> KnowledgeGraph:
    def german(sentence: str, trigger: str | None = None) -> tuple[Evidence, ...]:
        return (evidence("de", GERMAN, sentence, trigger),)

    def english(sentence: str) -> tuple[Evidence, ...]:
        return (evidence("en", ENGLISH, sentence),)

    buys = "Nordlicht Compute übernimmt Quarzfeld Systems, einen Chipentwickler aus Dresden."
    plans = "Nordlichts Chefin Jana Petersen plant einen Bau in Freising."
    leads, has, took = (sentence.strip() + "." for sentence in ENGLISH.rstrip(".").split("."))
    denies, works = "Wir haben Veldhorn nicht gekauft, sagte Wendt.", "Veldhorn arbeitet mit Nordlicht zusammen."
    entities = [
        Entity("nordlicht", "Company", Name("Nordlicht Compute"), (Name("Nordlicht"), Name("NLC")), mentions=4),
        Entity("quarzfeld", "Company", Name("Quarzfeld Systems"), (Name("Quarzfeld"),)),
        Entity("veldhorn", "Company", Name("Veldhorn AI"), (Name("Veldhorn"),)),
        Entity("petersen", "Person", Name("Jana Petersen")),
        Entity("wendt", "Person", Name("Tobias Wendt"), (Name("Wendt"),)),
        Entity("kestrel", "Company", Name("Kestrel Vale Capital"), (Name("Kestrel"),)),
        Entity("dresden", "Place", Name("Dresden")),
    ]
    stake = Value("15 percent", number=Decimal("0.15"))
    processors = Value("12,000 processors", number=Decimal("12000.0"), unit="processor", approximate=True)
    claims = [
        Claim("c1", "nordlicht", "acquired", "quarzfeld", "Asserted", 0.93, german(buys, "übernimmt"), at="2025-03"),
        Claim("c2", "quarzfeld", "headquarteredIn", "dresden", "Asserted", 0.81, german(buys, "aus")),
        Claim("c3", "nordlicht", "acquired", "veldhorn", "Denied", 0.77, german(denies, "gekauft"), "wendt"),
        Claim("c4", "veldhorn", "partnersWith", "nordlicht", "Asserted", 0.6, german(works)),
        Claim("c5", "petersen", "leads", "nordlicht", "Asserted", 0.9, english(leads) + german(plans)),
        Claim("c6", "petersen", "worksFor", "nordlicht", "Asserted", 0.9, english(leads)),
        Claim("c7", "nordlicht", "unitCount", processors, "Asserted", 0.8, english(has)),
        Claim("c8", "kestrel", "stake", stake, "Planned", 0.7, english(took), since="2025-07-01"),
    ]
    end = GERMAN.index("\n")
    documents = [
        Document("de", GERMAN, "de", (Block(0, end, "headline"),), "de.txt", "Nordlicht kauft", "2025-03-14"),
        Document("en", ENGLISH, "en", (), "en.txt", "Nordlicht grows", "2025", "https://example.org/n?a=1&b=2"),
    ]
    return graph_of(entities, claims, documents)


def hostile_graph() -> KnowledgeGraph:
    text = " ".join(f"{name} owns {name}." for name in HOSTILE)
    entities = [Entity(f"e{i}", "Product", Name(name), (Name(name + "!"),)) for i, name in enumerate(HOSTILE)]
    entities.append(Entity("constructor", "toString", Name("__proto__")))
    proof = (Evidence("<d>", 0, len(text), (3, 9)),)
    claims = [Claim(f"c{i}", f"e{i}", "</script>", "constructor", "<Odd>", 0.5, proof) for i in range(len(HOSTILE))]
    claims.append(Claim("self", "e0", "owns", "e0", "Possible", 0.5, proof, "e1"))
    document = Document("<d>", text, '"><script>', (), "x", HOSTILE[0], "</script>", "javascript:window.__pwned=1")
    return graph_of(entities, claims, [document])


def written(graph: KnowledgeGraph, folder: Path) -> str:
    path = folder / "graph.html"
    write_html(graph, path)
    return path.read_bytes().decode("utf-8")


def data_in(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    loaded: dict[str, Any] = json.loads(found.group(1))
    return loaded


def scripts_in(page: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


class TestTheFile:
    def test_is_the_same_whatever_the_hash_seed(self, tmp_path: Path) -> None:
        code = (
            "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
            "from test_html_page import small_graph, write_html\n"
            "write_html(small_graph(), Path(sys.argv[2]))"
        )
        pages = []
        for seed in ("1", "2"):
            path = tmp_path / f"{seed}.html"
            command = [sys.executable, "-c", code, str(Path(__file__).parent), str(path)]
            subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=Path.cwd())
            pages.append(path.read_bytes())
        assert pages[0] == pages[1]

    def test_does_not_depend_on_the_order_of_the_graph(self, tmp_path: Path) -> None:
        graph = small_graph()
        turned = graph_of(
            list(graph.entities.values())[::-1],
            list(graph.claims.values())[::-1],
            list(graph.documents.values())[::-1],
        )
        assert written(graph, tmp_path) == written(turned, tmp_path)

    def test_loads_nothing_and_has_no_carriage_returns(self, tmp_path: Path) -> None:
        page = written(small_graph(), tmp_path)
        assert "\r" not in page
        assert "sourceMappingURL" not in page
        assert not re.search(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"(?!data:)", page)

    def test_policy_names_the_scripts_and_styles_there_are(self, tmp_path: Path) -> None:
        page = written(small_graph(), tmp_path)
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
        assert policy
        parts = dict(part.split(" ", 1) for part in policy.group(1).split("; "))
        styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)

        def digests(texts: list[str]) -> str:
            hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
            return " ".join(f"'sha256-{one}'" for one in hashes)

        assert parts["default-src"] == "'none'"
        assert parts["script-src"] == digests(scripts_in(page))
        assert parts["style-src"] == digests(styles)
        assert "unsafe" not in policy.group(1)

    def test_hostile_text_stays_data(self, tmp_path: Path) -> None:
        page = written(hostile_graph(), tmp_path)
        assert len(re.findall(r"<script", page)) == len(re.findall(r"<script", written(small_graph(), tmp_path)))
        assert [one["label"] for one in data_in(page)["entities"]][1:] == list(HOSTILE)

    def test_embedded_json_has_nothing_that_ends_a_script(self) -> None:
        assert not set(embedded({"a": "".join(HOSTILE)})) & set("<>&\u2028\u2029")

    def test_import_prints_and_writes_nothing(self, tmp_path: Path) -> None:
        root = Path(__file__).parents[2]
        environment = {**os.environ, "PYTHONPATH": str(root), "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", "import kg.export.html"]
        done = subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=environment)
        assert (done.stdout, done.stderr, list(tmp_path.iterdir())) == (b"", b"", [])

    def test_failure_leaves_what_was_there(self, tmp_path: Path) -> None:
        taken = tmp_path / "graph.html"
        taken.mkdir()
        with pytest.raises(OutputError, match=r"graph\.html: cannot be written"):
            write_html(small_graph(), taken)
        with pytest.raises(OutputError):
            write_html(small_graph(), tmp_path / "missing" / "graph.html")
        assert list(tmp_path.iterdir()) == [taken]


class TestTheData:
    def test_offsets_are_those_of_javascript(self) -> None:
        data = page_data(small_graph(), {})
        (proof,) = next(claim for claim in data["claims"] if claim["id"] == "c1")["evidence"]
        units = GERMAN.encode("utf-16-le")
        begin, end = proof["trigger"]
        assert units[2 * begin : 2 * end].decode("utf-16-le") == "übernimmt"

    def test_claims_of_one_direction_and_modality_are_one_line(self, tmp_path: Path) -> None:
        edges = {edge["id"]: edge for edge in data_in(written(small_graph(), tmp_path))["network"]["edges"]}
        joined = edges["petersen Asserted nordlicht"]
        assert (joined["label"], joined["claims"]) == ("leads, works for", ["c5", "c6"])
        assert edges["nordlicht Denied veldhorn"]["dashes"] != edges["nordlicht Asserted quarzfeld"]["dashes"]
        assert edges["veldhorn Asserted nordlicht"]["arrows"] == ""

    def test_values_keep_all_digits(self) -> None:
        claims = {claim["id"]: claim for claim in page_data(small_graph(), {})["claims"]}
        assert claims["c7"]["value"]["number"] == "12000"
        assert "object" not in claims["c7"]

    def test_labels_that_are_given_are_used(self, tmp_path: Path) -> None:
        path = tmp_path / "graph.html"
        write_html(small_graph(), path, labels={"en": {"leads": "heads"}, "de": {"leads": "leitet"}})
        data = data_in(path.read_text(encoding="utf-8"))
        assert (data["labels"]["de"], data["labels"]["en"]["leads"]) == ({"leads": "leitet"}, "heads")

    def test_a_claim_that_points_nowhere_is_an_error(self, tmp_path: Path) -> None:
        lost = Claim("c1", "a", "owns", "b", "Asserted", 1.0, ())
        with pytest.raises(DataError, match=r"claim 'c1': names entity 'b'"):
            write_html(graph_of([Entity("a", "Company", Name("A"))], [lost], []), tmp_path / "graph.html")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a graph's page; at the end no request but the file's, no dialog and no error must have been seen."""
    seen: list[str] = []
    contexts = []

    def opened(graph: KnowledgeGraph, **options: Any) -> Any:
        path = tmp_path / "graph.html"
        write_html(graph, path)
        options = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", "locale": "en-GB", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if request.url == path.as_uri() else seen.append(request.url))
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        page.wait_for_function("window.techkg !== undefined")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert seen == []


def click_at(page: Any, x: str, y: str) -> None:
    """A click of the mouse at a place of the drawing, given as JavaScript."""
    place = page.evaluate(
        f"""() => {{
            const at = (id) => techkg.network.getPosition(id);
            const box = document.getElementById("canvas").getBoundingClientRect();
            const dom = techkg.network.canvasToDOM({{ x: {x}, y: {y} }});
            return [box.x + dom.x, box.y + dom.y];
        }}"""
    )
    page.mouse.click(*place)
    page.wait_for_timeout(400)  # vis waits for a second click before it tells of the first


def click_edge(page: Any, source: str, target: str) -> None:
    x, y = (f"(at('{source}').{axis} + at('{target}').{axis}) / 2" for axis in "xy")
    click_at(page, x, y)


@pytest.mark.browser
class TestThePage:
    def test_shows_names_labels_counts_and_legend(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        assert page.locator("#counts").inner_text() == "7 entities · 8 facts · 2 documents"
        names = page.locator("#list button .who").all_inner_texts()
        assert names == sorted(names)
        assert "Quarzfeld Systems" in names
        assert {"acquired", "headquartered in", "leads, works for"} <= set(
            page.evaluate("techkg.network.body.data.edges.get().map((edge) => edge.label)")
        )
        legend = page.locator("#legend").inner_text()
        assert "Company" in legend
        assert "Denied" in legend
        assert "Planned" not in legend  # only a value is planned, and a value is no line

    def test_a_click_on_an_edge_shows_its_sentence(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        click_edge(page, "nordlicht", "quarzfeld")
        panel = page.locator("#panel")
        assert panel.locator("blockquote").inner_text().startswith("Nordlicht Compute übernimmt Quarzfeld")
        assert panel.locator("mark.subject").all_inner_texts() == ["Nordlicht Compute"]
        assert panel.locator("mark.object").all_inner_texts() == ["Quarzfeld Systems"]
        assert panel.locator("mark.trigger").all_inner_texts() == ["übernimmt"]
        shown = panel.inner_text()
        assert all(text in shown for text in ("Asserted", "confidence 93%", "March 2025", "Nordlicht kauft"))

    def test_denied_claim_says_who_denies_it(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        page.evaluate("techkg.selectEdge('nordlicht Denied veldhorn')")
        text = page.locator("#panel").inner_text()
        assert "Denied" in text
        assert "Tobias Wendt" in text
        assert text.index("nicht gekauft") < text.index("Also between the two") < text.index("arbeitet mit")

    def test_whole_text_marks_the_sentence(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph(), viewport={"width": 1200, "height": 300})
        page.evaluate("techkg.selectEdge('nordlicht Denied veldhorn')")
        page.get_by_role("button", name="Read the whole text").first.click()
        mark = page.locator("mark.sentence")
        assert mark.inner_text() == "Wir haben Veldhorn nicht gekauft, sagte Wendt."
        box = mark.bounding_box()
        assert box["y"] > 0
        assert box["y"] + box["height"] < 300
        assert page.locator(".reading h3").inner_text() == "Nordlicht 🚀 übernimmt Quarzfeld"

    def test_a_click_on_a_node_shows_its_panel(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        click_at(page, "at('nordlicht').x", "at('nordlicht').y")
        panel = page.locator("#panel")
        assert panel.locator("h2").inner_text() == "Nordlicht Compute"
        assert panel.locator(".aliases li").all_inner_texts() == ["Nordlicht", "NLC"]
        assert "about 12,000 processor" in panel.inner_text().replace("\u00a0", " ")
        panel.locator(".group").filter(has_text="acquired").get_by_role(
            "button", name="Quarzfeld Systems"
        ).first.click()
        assert panel.locator("h2").inner_text() == "Quarzfeld Systems"
        assert page.evaluate("document.activeElement.textContent") == "Quarzfeld Systems"
        panel.get_by_role("button", name="Back").click()
        assert panel.locator("h2").inner_text() == "Nordlicht Compute"

    def test_a_value_shows_its_evidence(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        page.evaluate("techkg.select('kestrel')")
        row = page.locator("#panel .entry")
        assert all(text in row.inner_text() for text in ("stake", "15%", "15 percent", "Planned", "From 1 July 2025"))
        row.get_by_role("button").click()
        assert page.locator("mark.object").inner_text() == "15 percent"
        link = page.locator("figcaption a")
        assert link.get_attribute("href") == "https://example.org/n?a=1&b=2"
        assert (link.get_attribute("rel"), link.get_attribute("target")) == ("noopener noreferrer", "_blank")

    def test_search_finds_aliases_and_enter_goes_there(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        page.keyboard.press("/")
        page.keyboard.type("nlc")
        assert page.locator("#list button .who").all_inner_texts() == ["Nordlicht Compute\nNLC"]
        page.keyboard.press("Enter")
        assert page.locator("#panel h2").inner_text() == "Nordlicht Compute"
        assert page.evaluate("techkg.network.getSelectedNodes()") == ["nordlicht"]
        view, place = page.evaluate("[techkg.network.getViewPosition(), techkg.network.getPosition('nordlicht')]")
        assert view == pytest.approx(place, abs=1)
        page.fill("#search", "nobody")
        assert page.locator("#found").inner_text() == "Nothing is called that"

    def test_everything_can_be_reached_by_keyboard(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph())
        page.focus("#search")
        for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
            page.keyboard.press(key)
        assert page.locator("#panel h2").inner_text() == "Dresden"
        page.get_by_role("button", name="Evidence: Quarzfeld Systems headquartered in Dresden").focus()
        page.keyboard.press("Enter")
        assert page.locator("blockquote").inner_text().endswith("aus Dresden.")
        page.keyboard.press("Escape")
        assert page.locator("#panel h2").inner_text() == "Overview"

    def test_german_and_dark(self, open_page: Callable[..., Any]) -> None:
        page = open_page(small_graph(), locale="de-DE", color_scheme="dark")
        assert page.locator("h1").inner_text() == "Wissensgraph"
        assert page.locator("#counts").inner_text() == "7 Entitäten · 8 Fakten · 2 Dokumente"
        channels = re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert max(map(int, channels)) < 60
        page.locator("#language").click()
        assert page.locator("h1").inner_text() == "Knowledge graph"
        assert page.evaluate("document.documentElement.lang") == "en"

    @pytest.mark.parametrize("width", [400, 720])
    def test_narrow_screens_scroll_one_way_only(self, open_page: Callable[..., Any], width: int) -> None:
        page = open_page(small_graph(), viewport={"width": width, "height": 700})
        page.evaluate("techkg.select('nordlicht')")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("#panel h2").is_visible()

    def test_hostile_text_does_no_harm(self, open_page: Callable[..., Any]) -> None:
        page = open_page(hostile_graph(), viewport={"width": 1000, "height": 700})
        for entity in [f"e{i}" for i in range(len(HOSTILE))] + ["constructor"]:
            page.evaluate("(id) => techkg.select(id)", entity)
            page.locator("#panel h2").wait_for()
        for edge in page.evaluate("techkg.data.network.edges.map((edge) => edge.id)"):
            page.evaluate("(id) => techkg.selectEdge(id)", edge)
        page.get_by_role("button", name="Read the whole text").first.click()
        assert page.evaluate("window.__pwned") is None
        assert page.locator("script").count() == 3
        assert page.locator("img, iframe").count() == 0
        assert page.locator('a[href^="javascript:"]').count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 1000

    def test_an_empty_graph_says_so(self, open_page: Callable[..., Any]) -> None:
        page = open_page(graph_of([], [], []))
        assert page.locator("#empty").inner_text().startswith("This graph is empty")
        assert page.locator("#legend").is_hidden()
