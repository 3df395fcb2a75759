"""IRIs: namespaces, and identifiers made from content."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from itertools import chain, count
from urllib.parse import quote

ONTOLOGY = "https://w3id.org/techkg/ontology#"
DEFAULT_BASE = "https://w3id.org/techkg/id/"
WIKIDATA = "http://www.wikidata.org/entity/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"

PREFIXES = {
    "tkg": ONTOLOGY,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "wd": WIKIDATA,
}

# German letters are written out, so that "München" and "Muenchen" are one slug; other marks fall away.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "ł": "l"})


def slug(name: str) -> str:
    """A name as an identifier: lower case, ASCII where the script allows, words joined by hyphens.

    >>> slug("Grok 5"), slug("München"), slug("L'Oréal"), slug("華為")
    ('grok-5', 'muenchen', 'l-oreal', '華為')

    A name without letters or digits becomes a hash of itself, so that no two names share an empty slug.
    """
    lowered = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).casefold()
    marked = unicodedata.normalize("NFKD", lowered.translate(_WRITTEN_OUT))
    words = re.findall(r"[^\W_]+", "".join(c for c in marked if not unicodedata.combining(c)))
    return "-".join(words) or "x" + digest(name, 12)


def free_identifier(identifier: str, kind: str, taken: set[str]) -> str:
    """The identifier, or where it is taken the same with its kind and, if need be, a number; it is then taken.

    >>> taken = {"nova", "nova-software"}
    >>> free_identifier("nova", "Software", taken)
    'nova-software-2'
    """
    choices = chain(
        (identifier, f"{identifier}-{kind.lower()}"), (f"{identifier}-{kind.lower()}-{n}" for n in count(2))
    )
    chosen = next(choice for choice in choices if choice not in taken)
    taken.add(chosen)
    return chosen


def digest(text: str, length: int = 16) -> str:
    """The first `length` hexadecimal digits of the SHA-256 of a text.

    A lone surrogate, which no UTF-8 text holds, is hashed as its code point.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Minter:
    """Makes the IRIs of an export under one base."""

    base: str = DEFAULT_BASE

    def entity(self, identifier: str) -> str:
        """The IRI of an entity.

        >>> Minter().entity("xai")
        'https://w3id.org/techkg/id/xai'
        """
        return self.base + quote(identifier, safe="-._~")

    def claim(self, identifier: str) -> str:
        """The IRI of a claim."""
        return f"{self.base}claim/{identifier}"

    def document(self, identifier: str) -> str:
        """The IRI of a document."""
        return f"{self.base}document/{quote(identifier, safe='-._~')}"

    def sentence(self, document: str, begin: int, end: int) -> str:
        """The IRI of a sentence: its document and its characters in that.

        >>> Minter().sentence("a1", 0, 12)
        'https://w3id.org/techkg/id/sentence/a1-0-12'
        """
        return f"{self.base}sentence/{quote(document, safe='-._~')}-{begin}-{end}"

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes an export declares: the vocabularies it uses and the namespaces under the base."""
        own = {"claim": "claim/", "doc": "document/", "sent": "sentence/", "id": ""}
        return PREFIXES | {f"tkg{name}": self.base + path for name, path in own.items()}
