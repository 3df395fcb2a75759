"""The spaCy component: gives every token of a Doc its vector and its tag."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.encoder.labels import OUTSIDE
from kg.encoder.runtime import Network, load_network
from kg.encoder.viterbi import best_path, softmax
from kg.encoder.windows import Encoded, encode

FACTORY = "techkg_encoder"
WINDOWS = "techkg_windows"  # key in Doc.user_data: the windows, for the heads that come later
TAGS = "techkg_tags"  # key in Doc.user_data: for each token an index into labels.tags()
SURE = "techkg_sure"  # key in Doc.user_data: for each token the probability of its tag


@Language.factory(FACTORY, requires=["doc.sents"], assigns=["doc.tensor"])
def make_encoder(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component with the shipped network, loaded once a process."""
    return Encoder(load_network())


class Encoder:
    """Sets `doc.tensor` (tokens x width; white space has zeros) and the tags of the tokens."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def __call__(self, doc: Doc) -> Doc:
        """Read the text window by window; every token's results come from the window it is in the core of."""
        found = encode(doc, self._network)
        width = found[0].trunk.shape[1] if found else 0
        doc.tensor = np.zeros((len(doc), width), dtype=np.float32)
        tags, sure = [OUTSIDE] * len(doc), [1.0] * len(doc)
        for window in found:
            _set_vectors(doc, window)
            _set_tags(doc, window, tags, sure)
        doc.user_data |= {WINDOWS: found, TAGS: tags, SURE: sure}
        return doc


def _set_vectors(doc: Doc, window: Encoded) -> None:
    for i in window.core:
        doc.tensor[window.tokens[i]] = window.trunk[window.first[i]]


def _set_tags(doc: Doc, window: Encoded, tags: list[int], sure: list[float]) -> None:
    """The best tags of each sentence by itself: no name crosses a sentence's end."""
    begin = window.core.start
    for i in window.core:
        last = i + 1 == window.core.stop or doc[window.tokens[i + 1]].is_sent_start
        if last:
            places = range(begin, i + 1)
            scores = window.scores[[window.first[k] for k in places]]
            chances = softmax(scores)
            for row, (k, tag) in enumerate(zip(places, best_path(scores), strict=True)):
                tags[window.tokens[k]], sure[window.tokens[k]] = tag, float(chances[row, tag])
            begin = i + 1
