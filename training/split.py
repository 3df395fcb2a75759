"""Which files train, which develop and which give the final figure: whole themes, by name, never at random."""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"


def files(part: str, lang: str, corpus: Path = CORPUS) -> list[Path]:
    """The corpus files of a part: `final`, `development`, or `training`, which is every other file of the folder."""
    held = tomllib.loads((HERE / "split.toml").read_text(encoding="utf-8"))
    if part in held:
        return [corpus / lang / f"{name}.txt" for name in held[part][lang]]
    apart = {name for other in held.values() for name in other[lang]}
    return [path for path in sorted((corpus / lang).glob("*.txt")) if path.stem not in apart]
