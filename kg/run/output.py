"""The output folder: files are complete before they replace what was there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import OutputError


@contextmanager
def replacing(folder: Path, stale: Iterable[str] = ()) -> Iterator[Path]:
    """A folder to write into, whose files are moved to `folder` when all are written.

    The files `stale` of another run are then removed. Where nothing is written nothing changes. Raises OutputError
    where the folder cannot be made or written to; then, and after any other failure, what was there before is
    untouched.
    """
    with writing(folder):
        made = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        yield staging
        with writing(folder):
            written = sorted(staging.iterdir())
            for path in written:
                os.replace(path, folder / path.name)  # noqa: PTH105 - in one step on the same file system
            for name in stale if written else ():
                (folder / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Say which folder could not be written where what is done inside fails for the file system."""
    try:
        yield
    except OSError as error:
        problem = f"{folder}: cannot be written ({error.strerror})"
        raise OutputError(f"{problem}; check its permissions and space, or give another folder with -o") from None
