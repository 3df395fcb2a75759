"""Cut the vocabulary to the pieces of German and English text: `python -m training.vocabulary E5_FILE DATA BUILD`.

250,002 pieces become some 34,000, and the network 35 M parameters of 118 M. Kept is every piece met twice in the text
of DATA (all of its train/ and the raw text of compare/: counting pieces learns nothing from them), and every single
letter, so that any word can be spelt. Writes BUILD/tokenizer.json, BUILD/embeddings.npy and BUILD/layers.npz.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from training.e5 import E5, read_e5

# A word, or one other character, with the blank before it: no piece joins a name and a hyphen.
_WORDS = Regex(r"▁?[\p{L}\p{N}\p{M}_]+|▁?[^\p{L}\p{N}\p{M}_▁]|▁")
_WIDTH = 384
_SPECIAL = 4  # begin, padding, end, unknown
_LATIN_END = 0x250
_MARKUP = re.compile(r"\[~?([^\[\]|]+)\|[^\]]*\]")


def make_tokenizer(pieces: Iterable[tuple[str, float]], unknown: int) -> Tokenizer:
    """The tokenizer of a list of pieces with their scores."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Replace(" ", "▁")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(_WORDS, "isolated")
    return tokenizer


def texts(data: Path) -> Iterator[str]:
    """All text whose words the network should know."""
    for path in sorted(data.glob("train/techkg_*/*/*.txt")):
        yield _MARKUP.sub(r"\1", path.read_text(encoding="utf-8"))
    for pattern in ("train/*/*.jsonl", "compare/raw*/*.jsonl", "compare/*/de*.jsonl"):
        for path in sorted(data.glob(pattern)):
            if "multiconer" not in path.name and "multiconer" not in path.parent.name:  # lower-cased
                with path.open(encoding="utf-8") as stream:
                    for line in stream:
                        yield json.loads(line).get("text", "")
    for path in sorted(data.glob("train/*/*.conllu")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        yield " ".join(row[1] for row in rows if len(row) > 5 and row[0].isdigit())


def kept(e5: E5, counts: Counter[int]) -> list[int]:
    """The indices of the pieces that stay, in order."""

    def letter(piece: str) -> bool:
        bare = piece.removeprefix("▁")
        return len(bare) == 1 and ord(bare) < _LATIN_END

    return [i for i, p in enumerate(e5.pieces) if i < _SPECIAL or counts[i] >= 2 or p == "▁" or letter(p)]


def main(e5_file: Path, data: Path, build: Path) -> None:
    """Count, cut, write."""
    build.mkdir(parents=True, exist_ok=True)
    e5 = read_e5(e5_file)
    whole = make_tokenizer(zip(e5.pieces, map(float, e5.scores), strict=True), e5.unknown)
    counts: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts(data):
        batch.append(" " + text)
        if len(batch) == 2000:
            for encoding in whole.encode_batch(batch):
                counts.update(encoding.ids)
            batch = []
    for encoding in whole.encode_batch(batch):
        counts.update(encoding.ids)
    keep = kept(e5, counts)
    share = sum(counts[i] for i in keep) / counts.total()
    print(f"{len(e5.pieces)} pieces, {counts.total()} in the text; kept {len(keep)}, which cover {share:.4%}")
    table = e5.tensors["emb.word"].reshape(-1, _WIDTH)
    np.save(build / "embeddings.npy", table[keep])
    np.savez(build / "layers.npz", **{name: t for name, t in e5.tensors.items() if name != "emb.word"})
    cut = make_tokenizer([(e5.pieces[i], float(e5.scores[i])) for i in keep], keep.index(e5.unknown))
    cut.save(str(build / "tokenizer.json"), pretty=False)


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
