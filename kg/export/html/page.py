"""The page itself: template, stylesheet, scripts and data put into one file that needs no other."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from string import Template
from typing import Final

_VIS: Final = "lib/vis-9.1.2/vis-network.min.js"
# In the order they run; together they are one script with one scope.
_SCRIPTS: Final = (
    "strings.js",
    "state.js",
    "elements.js",
    "marks.js",
    "claims.js",
    "views.js",
    "reader.js",
    "panel.js",
    "list.js",
    "legend.js",
    "room.js",
    "labels.js",
    "canvas.js",
    "page.js",
)
_ENDS_A_SCRIPT: Final = re.compile(r"</script|<!--", re.IGNORECASE)


def page(data: str) -> str:
    """The whole page around data that is already safe to stand in a script element."""
    style, vis, script = _resource("page.css"), vis_network(), page_script()
    return Template(_resource("page.html")).substitute(
        policy=policy([vis, script], [style]), style=style, vis=vis, data=data, script=script
    )


def policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy that lets these very scripts and styles run, and nothing load."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(map(_digest, scripts)),
            "style-src " + " ".join(map(_digest, styles)),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


@cache
def vis_network() -> str:
    """vis-network as pyvis ships it, without the source map that developer tools would fetch."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("//# sourceMappingURL=")]
    return _fit_for_a_script("\n".join(lines), _VIS)


@cache
def page_script() -> str:
    """Our own scripts as one."""
    body = "\n".join(_resource(name) for name in _SCRIPTS)
    return _fit_for_a_script(f'(() => {{\n"use strict";\n{body}\n}})();', "page.js")


@cache
def _resource(name: str) -> str:
    return files("kg.export.html").joinpath("page", name).read_text(encoding="utf-8").strip()


def _fit_for_a_script(text: str, name: str) -> str:
    if found := _ENDS_A_SCRIPT.search(text):
        raise ValueError(f"{name}: contains {found.group()!r}, which would end the script element; write it otherwise")
    return text


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
