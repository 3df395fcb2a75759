"""Make docs/screenshot.png: the page of the documents that ship with the project, one edge chosen.

python docs/make_screenshot.py     (needs the test extra and Debian's chromium)
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from kg import build

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Build, open, choose the first edge of the best connected node, and take the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(ROOT / "seeds" / "documents", folder)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 800})
        page.goto((Path(folder) / "graph.html").as_uri())
        page.wait_for_function("window.techkg && window.techkg.network")
        page.evaluate("""() => {
            const { network } = window.techkg;
            const busiest = network.body.nodeIndices.reduce((a, b) =>
                network.getConnectedEdges(a).length >= network.getConnectedEdges(b).length ? a : b);
            window.techkg.selectEdge(network.getConnectedEdges(busiest)[0]);
        }""")
        page.wait_for_timeout(800)
        page.screenshot(path=ROOT / "docs" / "screenshot.png")
        browser.close()


if __name__ == "__main__":
    main()
