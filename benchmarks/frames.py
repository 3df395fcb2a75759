"""How often the frames of the relater are right: `python benchmarks/frames.py [--wrong]`.

Runs them over the training themes of the corpus with its own names (no references) and prints, for each language and
property, how many facts they read, the share of these the annotation has in that sentence, and the share with the right
modality too.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from kg.language import analyse
from kg.parts import Reading
from kg.recognize.quantities import find_quantities
from kg.records import Document, Mention, Sentence, Value
from kg.relate.frames import FrameRelater
from kg.vocabulary import load_ontology

sys.path.insert(0, str(Path(__file__).parent.parent))
from training.split import CORPUS, files


def main() -> None:
    sys.path.insert(0, str(CORPUS))
    import check

    relater = FrameRelater(load_ontology())
    for lang in ("de", "en"):
        found, right, exact = Counter[str](), Counter[str](), Counter[str]()
        wrong: list[str] = []
        for path in files("training", lang):
            for article in check.read(path, []):
                read(article, lang, relater, (found, right, exact), wrong)
        for name, count in found.most_common():
            print(
                f"{lang} {name:16} {count:5}  right {right[name] / count:.2f}  with modality {exact[name] / count:.2f}"
            )
        print(
            f"{lang} {'all':16} {found.total():5}  right {right.total() / found.total():.2f}"
            f"  with modality {exact.total() / found.total():.2f}"
        )
        if "--wrong" in sys.argv:
            print("\n".join(wrong))


def read(article: dict, lang: str, relater: FrameRelater, counts: tuple[Counter[str], ...], wrong: list[str]) -> None:  # type: ignore[type-arg]
    text = article["text"]
    document = Document(article["id"], text, lang, (), article["id"], date=article["date"])
    named = [(b, e, i) for b, e, i, kind in article["mentions"] if kind == "name"]
    mentions = tuple(Mention(b, e, text[b:e], article["entities"][i], text[b:e]) for b, e, i in named)
    inside = [(m.begin, m.end) for m in mentions]
    quantities = tuple(
        q for q in find_quantities(text, lang, article["date"]) if not any(b < q.end and q.begin < e for b, e in inside)
    )
    sentences = tuple(Sentence(b, e) for b, e in article["sentences"])
    gold: dict[tuple[object, ...], set[str]] = {}
    for fact in article["facts"]:
        for number in fact["sentences"]:
            for key in ((fact["s"], fact["p"], fact["o"]), (fact["o"], fact["p"], fact["s"])):
                gold.setdefault((number, *key), set()).add(fact["modality"])
    for relation in relater(analyse(document), Reading(sentences, mentions, quantities, ())):
        subject = named[relation.subject][2]
        target = plain(relation.object) if isinstance(relation.object, Value) else named[relation.object][2]
        found, right, exact = counts
        modalities = gold.get((relation.sentence + 1, subject, relation.predicate, target), set())
        found[relation.predicate] += 1
        right[relation.predicate] += bool(modalities)
        exact[relation.predicate] += relation.modality in modalities
        if relation.modality not in modalities:
            s = sentences[relation.sentence]
            wrong.append(
                f"  {text[mentions[relation.subject].begin : mentions[relation.subject].end]} {relation.predicate} "
                f"{target} {relation.modality} | {text[s.begin : s.end]}"
            )


def plain(value: Value) -> str:
    if value.number is not None:
        return f"{value.number.normalize():f}"
    return value.date or f"{value.low}..{value.high}"


if __name__ == "__main__":
    main()
