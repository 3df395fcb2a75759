"""An exported graph in memory, ready to be asked."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.errors import QueryError

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
# In a folder, the first of these that is there: N-Triples loads fastest.
_IN_FOLDER = ("graph.nt", "graph.ttl", "graph.jsonld")


def graph_file(path: Path) -> Path:
    """The RDF file meant by a path: the file itself, or what `kg build` wrote into the folder."""
    if path.is_dir():
        for name in _IN_FOLDER:
            if (path / name).is_file():
                return path / name
        raise QueryError(f"{path}: holds no {', '.join(_IN_FOLDER)}; run `kg build … -o {path}` first")
    if not path.exists():
        raise QueryError(f"{path}: does not exist; name a graph file or the folder `kg build` wrote")
    return path


def load_store(path: Path) -> Store:
    """The triples of a graph file or output folder."""
    file = graph_file(path)
    if file.suffix not in _FORMATS:
        raise QueryError(f"{file}: is not RDF by its name; name a file that ends in {', '.join(_FORMATS)}")
    store = Store()
    try:
        store.bulk_load(path=file, format=_FORMATS[file.suffix])
    except SyntaxError as error:
        raise QueryError(f"{file}: {error}; build it again") from None
    except OSError as error:
        raise QueryError(f"{file}: cannot be read ({error}); check the file") from None
    return store
