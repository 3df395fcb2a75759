"""Fixtures of all tests; what a machine lacks is said when a test skips, and is a failure in CI."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parent.parent


def lacking(what: str) -> NoReturn:
    """Skip a test for what the machine lacks; in CI nothing may be lacking."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must not skip: {what}")
    pytest.skip(what)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of held-out gold and scorer beside the checkout."""
    folder = ROOT.parent / "shared"
    if not (folder / "score" / "score.py").exists():
        lacking(f"needs the gold documents in {folder}")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        lacking("needs Chromium (Debian package chromium)")
    return path


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT
