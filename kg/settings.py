"""One frozen object of options, from kg.toml and the command line, validated once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from kg.dates import iso_date
from kg.errors import SettingsError

CONFIG_NAME = "kg.toml"
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`]+[/#]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told. Every field is an option of `kg build` or a key of kg.toml.

    `lang` and `date` are for documents that do not say themselves; `gazetteers` are CSV files of the user's own, in the
    format of seeds/entities; `base` is the namespace of entity IRIs; `max_chars` the longest document read.
    """

    lang: str | None = None
    date: str | None = None
    base: str = "https://w3id.org/techkg/id/"
    formats: tuple[str, ...] = ("turtle", "ntriples", "jsonld", "graphml", "html")
    gazetteers: tuple[Path, ...] = ()
    seeds: bool = True
    max_chars: int = 1_000_000
    recognizer: str = "patterns"
    resolver: str = "names"
    relater: str = "frames"
    linker: str = "names"

    def __post_init__(self) -> None:
        for name in ("formats", "gazetteers"):  # lists are taken too
            object.__setattr__(self, name, tuple(getattr(self, name)))
        if self.lang is not None and self.lang not in ("de", "en"):
            raise SettingsError(f"lang {self.lang!r} is not one TechKG reads; give de or en, or leave it out")
        if self.date is not None and iso_date(self.date) != self.date:
            raise SettingsError(f"date {self.date!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
        if not _BASE.fullmatch(self.base):
            raise SettingsError(f"base {self.base!r} cannot begin IRIs; give an http(s) address that ends in / or #")
        if self.max_chars < 1:
            raise SettingsError(f"max_chars {self.max_chars} must be at least 1")
        if not self.formats:
            raise SettingsError("formats is empty; name at least one")

    def with_options(self, options: Mapping[str, Any]) -> Settings:
        """These settings with the options given (not None) put over them."""
        return replace(self, **{key: value for key, value in options.items() if value is not None})


_TYPES: dict[str, type] = {"max_chars": int, "seeds": bool, "formats": list, "gazetteers": list}


def load_settings(path: Path | None = None) -> Settings:
    """Settings from a kg.toml: the one named, else one in the current folder, else the defaults."""
    if path is None:
        path = Path(CONFIG_NAME)
        if not path.exists():
            return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); give another file with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; mend the file") from None
    return _settings(data, path)


def _settings(data: dict[str, Any], path: Path) -> Settings:
    known = [field.name for field in fields(Settings)]
    for key, value in data.items():
        if key not in known:
            raise SettingsError(f"{path}: no setting named {key!r}; known: {', '.join(sorted(known))}")
        wanted = _TYPES.get(key, str)
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise SettingsError(f"{path}: {key} must be a {wanted.__name__}, not {value!r}")
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise SettingsError(f"{path}: {key} must be a list of strings")
    values = dict(data)
    if "formats" in values:
        values["formats"] = tuple(values["formats"])
    if "gazetteers" in values:
        values["gazetteers"] = tuple(path.parent / name for name in values["gazetteers"])
    try:
        return Settings(**values)
    except SettingsError as error:
        raise SettingsError(f"{path}: {error}") from None
