"""From inputs to an output folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.parts import Exporter, known, part
from kg.pipeline import Watcher, build_graph
from kg.report import Report
from kg.run.output import replacing, writing
from kg.settings import Settings


def build(
    inputs: Iterable[str | Path] | str | Path,
    out: str | Path = "output",
    settings: Settings | None = None,
    watch: Watcher | None = None,
) -> Report:
    """Read the inputs, write graph.* and report.json into `out`, and say what was done.

    Where no document can be read nothing is written, and what was there stays; the report names every failure.
    Raises OutputError, SettingsError, DataError or UnknownPartError, each with one clear line.
    """
    settings, report = settings or Settings(), Report()
    exporters: list[Exporter] = [part("exporter", name) for name in settings.formats]
    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    with replacing(Path(out), _stale(Path(out), exporters)) as folder:
        graph = build_graph(paths, settings, report, watch)
        if report.read:
            with writing(Path(out)):
                for name, exporter in zip(settings.formats, exporters, strict=True):
                    with report.stage(f"export {name}"):
                        exporter(graph, folder / f"graph.{exporter.suffix}", settings)
                (folder / "report.json").write_text(report.to_json(), encoding="utf-8", newline="\n")
            report.files = [Path(out) / path.name for path in sorted(folder.iterdir())]
    return report


def _stale(out: Path, exporters: Iterable[Exporter]) -> set[str]:
    """Graph files of an earlier run that this one will not write; other exporters are loaded only if there may be."""
    found = {path.name for path in out.glob("graph.*")} - {f"graph.{exporter.suffix}" for exporter in exporters}
    return found and found.intersection(f"graph.{part('exporter', name).suffix}" for name in known("exporter"))
