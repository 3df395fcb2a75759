"""Rebuild the gazetteer files that come from open lists.

    python seeds/from_lists.py LISTS seeds/entities

reads the folders ``gaz_epoch_ai``, ``gaz_top500``, ``gaz_sp500`` and ``gaz_nsi_brands`` of LISTS, where the open
lists that ``seeds/entities/sources.toml`` names were downloaded to, and writes
``epoch_models.csv``, ``epoch_hardware.csv``, ``epoch_clusters.csv``, ``top500.csv``, ``sp500.csv`` and
``nsi_brands.csv``. The files written by hand (``products.csv``, ``technologies.csv``, ``infrastructure.csv``)
are read first, if they lie in the output folder, so that nothing is entered twice; of the other files written
by hand only the identifiers are read, so that another thing of the same name gets one of its own.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEADER = ["name", "class", "language", "aliases", "ambiguous", "wikidata", "id"]
HAND_MADE = ["products.csv", "technologies.csv", "infrastructure.csv"]
OTHERS = ["companies.csv", "people.csv", "organizations.csv", "places.csv", "events.csv"]
COARSE = {
    "AIModel": "Product", "Software": "Product", "Hardware": "Product",
    "DataCenter": "Infrastructure", "Supercomputer": "Infrastructure", "Factory": "Infrastructure",
    "Network": "Infrastructure", "Company": "Organization", "NewsMedia": "Organization",
    "ResearchInstitution": "Organization", "GovernmentBody": "Organization",
}  # fmt: skip
MAX_BRANDS = 2000
MAX_NAME = 40


@dataclass
class Row:
    """One line of a gazetteer file."""

    name: str
    cls: str
    aliases: list[str] = field(default_factory=list)
    ambiguous: bool = False
    wikidata: str = ""
    id: str = ""
    language: str = ""


def slug(name: str) -> str:
    """A key under which names are compared here.

    The program makes its identifiers with ``kg.vocabulary.iris.slug``, which also writes out umlauts (ü as ue) and
    drops other marks; this key keeps them.
    """
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, white space tidied."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [{k: tidy(v) for k, v in row.items() if k and isinstance(v, str)} for row in rows]


def tidy(text: str) -> str:
    """A text with single blanks."""
    return re.sub(r"\s+", " ", text).strip()


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters throughout."""
    return all(ord(c) < 0x250 or c in "’–—™®" for c in name)


class Gazetteer:
    """Collects rows; knows ordinary words and what is already taken."""

    def __init__(self, words: set[str]) -> None:
        self.words = words
        self.taken: set[tuple[str, str]] = set()
        self.slugs: dict[str, str] = {}

    def unclear(self, name: str) -> bool:
        """Whether a name is likely to be met in another meaning."""
        low = name.casefold()
        if low in CLEAR:
            return False
        if low in PHRASES or low in self.words or re.fullmatch(r"[\d\W]+", name):
            return True
        bare = low.removesuffix("s")
        return len(name) <= 2 or (bare in self.words and bare != low)

    def note(self, row: Row) -> None:
        """Mark the names and the identifier of a row as taken."""
        for name in [row.name, *row.aliases]:
            self.taken.add((COARSE.get(row.cls, row.cls), slug(name.split("@")[0].rstrip("?"))))
        self.slugs.setdefault(row.id or slug(row.name), COARSE.get(row.cls, row.cls))

    def load(self, path: Path, whole: bool) -> None:
        """Read a file written by hand: its slugs, and if ``whole`` also its names as entered already."""
        for r in read_rows(path) if path.exists() else []:
            row = Row(r["name"], r["class"], [a for a in r["aliases"].split("|") if a], id=r["id"])
            if whole:
                self.note(row)
            else:
                self.slugs.setdefault(row.id or slug(row.name), COARSE.get(row.cls, row.cls))

    def settle(self, rows: Iterable[Row]) -> list[Row]:
        """Merge rows of the same slug, drop what is taken, give colliding slugs an id of their own."""
        merged: dict[str, Row] = {}
        for row in rows:
            old = merged.setdefault(slug(row.name), row)
            if old is not row:
                old.aliases += [row.name, *row.aliases]
                old.ambiguous = old.ambiguous or row.ambiguous
        result: list[Row] = []
        for key, row in merged.items():
            coarse = COARSE.get(row.cls, row.cls)
            if not key or (coarse, key) in self.taken:
                continue
            if self.slugs.get(key, coarse) != coarse:
                row.id = f"{key}-{row.cls.lower()}"
            result.append(row)
        names = {slug(r.name) for r in result}
        used: set[str] = set()
        for row in result:
            aliases: list[str] = []
            seen = {row.name}
            for alias in row.aliases:
                plain = alias.rstrip("?")
                key = slug(plain)
                foreign = key != slug(row.name) and (
                    key in names or key in used or (COARSE.get(row.cls, row.cls), key) in self.taken
                )
                if plain in seen or foreign or not key:
                    continue
                seen.add(plain)
                aliases.append(plain + "?" if alias.endswith("?") or self.unclear(plain) else plain)
            used |= {slug(a.rstrip("?")) for a in aliases}
            row.aliases = sorted(aliases)
        for row in result:
            self.note(row)
        return sorted(result, key=lambda r: (r.cls, r.name))


def write(path: Path, rows: list[Row]) -> None:
    """Write a gazetteer file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(HEADER)
        for r in rows:
            ambiguous = "yes" if r.ambiguous else ""
            out.writerow([r.name, r.cls, r.language, "|".join(r.aliases), ambiguous, r.wikidata, r.id])


# Names that are ordinary words, but in news texts nearly always the well-known bearer.
CLEAR = {"3m", "apple", "ford", "gm", "hp", "oracle", "sora", "ups"}
# Ambiguous names of more than one word, and firms named like a living or well-known person.
PHRASES = {
    "air products", "american water works", "archer daniels midland", "arnold clark", "associated bank",
    "banting", "baskerville", "be charge", "best buy", "big red 200", "blue corner", "capital one",
    "capital power", "carrier global", "casey's", "champollion", "charging together", "charles schwab",
    "church & dwight", "city charging", "city express", "commerce bank", "community bank",
    "computer-using agent", "cooper companies", "crown castle", "deep blue", "digital realty",
    "dollar general", "easy charge", "edward jones", "el dorado", "equity bank", "estée lauder",
    "extra space storage", "fair isaac", "first charge", "gaffney", "general dynamics", "general mills",
    "global payments", "grand chariot", "green motion", "henry schein", "hershey", "host hotels & resorts",
    "interactive brokers", "international paper", "iron mountain", "johnson controls", "koehr", "lincoln",
    "lowe's", "lyapunov", "marsh mclennan", "mary coombs", "moody's", "northern trust", "old dominion",
    "public storage", "quest diagnostics", "ralph lauren", "raymond james", "realty income", "red e",
    "republic services", "santander", "segment anything model", "smart charge", "southern company",
    "southern power", "stanley black & decker", "state street", "steel dynamics", "t. rowe price",
    "total wireless", "waste management",
}  # fmt: skip

# --------------------------------------------------------------------------------------------------
# Epoch AI: models

LISTS_OF_MODELS = ["notable_ai_models.csv", "large_scale_ai_models.csv", "frontier_ai_models.csv"]
SIZE = re.compile(
    r"[-_ ]?(?<![\d.x])(?:MoE-)?\d+(?:\.\d+)?[BbTM](?:[-_ ]?A\d+(?:\.\d+)?B)?(?:[-_ ](?:Base|Instruct"
    r"|Chat|SFT|v2))?$"
)
# Before 2022 the list is mostly one of methods and experiments: only these are spoken of by name.
EARLY = {
    "ADALINE", "ALBERT", "ALIGN", "Agent57", "AlexNet", "AlphaFold", "AlphaFold 2", "AlphaFold-Multimer",
    "AlphaGo Fan", "AlphaGo Lee", "AlphaGo Master", "AlphaGo Zero", "AlphaStar", "AlphaZero", "CamemBERT",
    "Codex", "CogView", "DALL-E", "DETR", "DeBERTa", "Deep Blue", "DeepFace", "DeepStack", "DenseNet-264",
    "DistBelief Vision", "DistilBERT", "ELECTRA", "ELMo", "ERNIE 3.0", "ERNIE 3.0 Titan", "ESM1b",
    "EXAONE 1.0", "EfficientZero", "FLAN", "Florence", "GLaM", "GNMT", "GPT-1", "GPT-2", "GPT-3",
    "GoogLeNet", "Gopher", "HuBERT", "HyperCLOVA", "Inception v3", "Jurassic-1-Jumbo", "KataGo", "LeNet-5",
    "Libratus", "LongT5", "Meena", "Megatron-LM", "Megatron-Turing NLG", "MetNet", "MobileNet",
    "MobileNetV2", "MuZero", "MuseNet", "NETtalk", "Neocognitron", "OpenAI Five", "Perceptron Mark I",
    "Pluribus", "RoBERTa", "SNARC", "SciBERT", "SimCLR", "SqueezeNet", "StyleGAN", "StyleGAN2",
    "StyleGAN3-T", "T5", "TD-Gammon", "Theseus", "TrOCR", "Turing-NLG", "U-Net", "VGG16", "VGG19",
    "ViT-Huge/14", "WaveNet", "Wu Dao 2.0", "XLM-RoBERTa", "XLNet", "Xception", "YOLO", "YOLOv2", "YOLOv3",
    "Yuan 1.0", "mT5-XXL",
}  # fmt: skip
DESCRIPTIVE = re.compile(
    r"\+ |Learning|Guidance|Robot|Agent$|preview$|MegaScale|Multi-Token|Unified|Anthropic LM|RLSTM"
)
MODEL_NAMES = {
    "Sora 2.0": "Sora 2", "Gemini 2.5 Flash Image (Nano Banana)": "Nano Banana", "RoBERTa Large": "RoBERTa",
    "GoogLeNet / InceptionV1": "GoogLeNet", "Dou Bao": "Doubao", "Zi Yue": "Ziyue",
    "Zi Yue 2.0": "Ziyue 2.0", "Minimax Hailuo 02": "Hailuo 02", "Kling 2.0 Video Generation": "Kling 2.0",
    "Chirp 3 Speech-to-Text": "Chirp 3", "Chirp 3 HD Text-to-Speech": "Chirp 3 HD",
    "Chirp 2 Speech-to-Text": "Chirp 2", "BLOOM-176B": "BLOOM", "NetTalk (transcription)": "NETtalk",
    "T5-11B": "T5", "Firefly": "", "Viking": "Viking 33B", "MindLink-72B": "MindLink-72B",
    "Teuken 7B": "Teuken 7B", "Spark 3.0": "iFlytek Spark 3.0", "Spark 4.0": "iFlytek Spark 4.0",
    "ABAB": "abab", "Gen-1": "Runway Gen-1", "Gen-2": "Runway Gen-2", "Gen-3 Alpha": "Runway Gen-3 Alpha",
    "Gen-3 Alpha Turbo": "Runway Gen-3 Alpha Turbo", "Gen-4": "Runway Gen-4",
    "Gen-4 Turbo": "Runway Gen-4 Turbo", "ESM2-15B": "ESM2", "Stable Point Aware 3D (SPAR3D)": "SPAR3D",
    "GNoME for crystal discovery": "GNoME", "NVIDIA-Nemotron-Nano-9B-v2": "Nemotron Nano 2",
    "NVIDIA-Nemotron-Nano-12B-v2": "Nemotron Nano 2", "MiMo-7B-Base": "MiMo-7B",
    "MiMo-VL-7B-SFT": "MiMo-VL-7B", "ERNIE-4.5-VL-424B-A47B (文心大模型4.5)": "ERNIE 4.5",
    "ERNIE-4.5-300B-A47B": "ERNIE 4.5", "ERNIE-4.5-21B-A3B": "ERNIE 4.5",
    "ERNIE x1 (文心大模型X1)": "ERNIE X1",
    "Ernie 4.0 Turbo": "ERNIE 4.0 Turbo", "QWQ-Plus": "QwQ-Plus", "LLaMA-65B": "LLaMA",
    "LLaMA-33B": "LLaMA", "DALL·E 2": "DALL-E 2", "DALL·E 3": "DALL-E 3",
    "Computer-Using Agent (CUA)": "Computer-Using Agent", "CICERO": "Cicero", "SeamlessM4T": "SeamlessM4T",
    "Baichuan2-13B": "Baichuan 2", "Baichuan2-53B": "Baichuan 2", "Ling-1T": "Ling-1T",
    "Wan 2.1 14B I2V": "Wan 2.1", "Wan 2.2 14B T2V": "Wan 2.2", "xTrimoPGLM -100B": "xTrimoPGLM",
    "Xinghai (星海)": "", "Xinghan Foundation Model": "", "Qwen2.5 Instruct (72B)": "Qwen2.5",
}  # fmt: skip
# Descriptions, experiments and variants nobody speaks of by these names.
NO_MODEL = {
    "360 Smart Brain", "AFM-on-device", "AFM-server", "ALLaM adapted 70B", "ALM 1.0", "AR-LDM", "AbLang",
    "AiLMe-100B v3", "AltCLIP_M9", "Amazon Transcribe", "Ankh_large", "Apollo 7B", "Aria", "BERT-RBP",
    "BIG-G 137B", "BLUUMI", "Bailing-Pro-20250225", "CALM", "CTM", "CaLM", "CoEdiT-xxl", "CoRe", "CodeT5+",
    "CodeT5-large", "Cosmos-1.0- Diffusion-14B Video2World", "Cosmos-Predict1-14b-Video2World",
    "Cosmos-Predict1-7b-Video2World", "Cosmos-Predict2-14B-Text2Image", "Cosmos-Predict2-14B-Video2World",
    "Cosmos-Predict2-2B-Text2Image", "Cosmos-Predict2-2B-Video2World", "DCLM 7B", "DDPM-IP", "DITTO",
    "DPO on Pythia-2.8B", "DeepNet", "DiT-XL/2", "Diffusion Renderer", "Diffusion-GAN", "Diplodocus",
    "EVA-01", "Eagle 2", "EnCodec", "FGN", "Ferret", "FinGPT-13B", "Foundation-sec-8b", "Fusion in Encoder",
    "GGNN", "GLM-4-32B-0414", "GLM-4-9B-0414", "GLM-Z1-Rumination-32B-0414", "GPT-2 Medium", "GPT3-2.7B",
    "GQA-8-XXL", "Goat-7B", "Hairuo", "Harrison.rad.1", "Hybrid H3-2.7B", "Infinity", "InternImage",
    "JIUTIAN-139MoE", "Jiutian", "KwaiYii 13B", "LEP-AD", "LMSI-Palm", "LTM-1", "LightOn Mini",
    "Ling-flash-base-2.0-20T", "Ling-lite-1.5", "Ling-mini-base-2.0-20T", "Luca 2.0", "Lyra-Fr 10B",
    "Mamba-24M", "ManiGaussian", "MegaSyn", "Mercury", "MetaLM", "Mi:dm 200B", "MiniMax Speech-01-HD",
    "MiniMax-Speech-02-turbo", "Minimax-Speech-02-HD", "MultiBand Diffusion", "NEC LLM 13B",
    "Nucleotide Transformer", "ONE-PEACE", "Octo-Base", "OmegaPLM", "OmniVec", "OntoProtein", "Oryx 34B",
    "PLaMo-13B", "PaLI-X", "PeptideBERT", "Phoenix 1.0 Ultra", "PolySphere-1", "ProGen2-xlarge",
    "ProteinDT", "Qwen-Audio-Chat", "RT-Trajectory", "SPHINX", "STORM-B/8", "SauTech", "Show-1",
    "SigLIP 400M", "SimCSE", "Sparse all-MLP", "Step-1", "Tongyi Qianwen 2.0", "TranceptEve", "UL2",
    "VARCO LLM 2.0 base", "VLM-4", "Vega v2", "ViT-G", "VideoMAE V2", "Volcano 13B", "XMC-GAN",
    "YAYI-Ultra", "Yi 6B", "YuYan 11B", "abab7",
}  # fmt: skip
LOWER_OK = re.compile(r"^(o\d|gpt-|dots\.|data2vec|abab|phi-|tsuzumi|nekomata|mT\d|m[A-Z]|ru[A-Z]|x[A-Z])")
MODEL_ALIASES = {
    "Gemini 1.0 Ultra": ["Gemini Ultra"], "Gemini 1.0 Pro": ["Gemini Pro?"], "GPT-4o": ["GPT-4 Omni"],
    "GPT-4V": ["GPT-4 Vision"], "Nano Banana": ["Gemini 2.5 Flash Image"], "Doubao": ["Dou Bao"],
    "DALL-E": ["DALL·E"], "DALL-E 2": ["DALL·E 2", "Dall-E 2"], "DALL-E 3": ["DALL·E 3", "Dall-E 3"],
    "Deep Blue": ["IBM Deep Blue"], "SPAR3D": ["Stable Point Aware 3D"], "Hailuo 02": ["MiniMax Hailuo 02"],
    "Stable Diffusion XL": ["SDXL"], "PaLM": ["PaLM 540B", "Pathways Language Model"],
    "Megatron-Turing NLG": ["MT-NLG"], "Runway Gen-4": ["Gen-4?"], "Runway Gen-3 Alpha": ["Gen-3 Alpha"],
    "Runway Gen-2": ["Gen-2?"], "Runway Gen-1": ["Gen-1?"], "Cicero": ["CICERO"],
    "ERNIE 4.0": ["Ernie 4.0"], "ERNIE 4.5": ["Ernie 4.5"], "ERNIE X1": ["Ernie X1"],
    "ERNIE 3.5": ["Ernie 3.5"], "Sora 2": ["Sora 2.0"], "ESM2": ["ESM-2"],
    "Segment Anything Model": ["Segment Anything"], "Hunyuan": ["Tencent Hunyuan"], "Kling": ["Kling AI"],
    "Cohere Command A": ["Command A?"], "LLaVA": ["LLaVA-13B"], "Computer-Using Agent": ["CUA?"],
    "Hierarchical Reasoning Model": ["HRM?"], "GPT-5 Pro": ["GPT-5 pro"],
}  # fmt: skip
COMPANY_NAMED = {"qwen"}


def model_forms(name: str) -> list[str]:
    """Other common spellings of a model's name."""
    forms: list[str] = []
    if m := re.match(r"^([A-Za-z]{3,})([- ])(v?\d.*)$", name):
        forms.append(f"{m[1]}{' ' if m[2] == '-' else '-'}{m[3]}")
    if m := re.match(r"^Claude (\d(?:\.\d)?) (Haiku|Sonnet|Opus)$", name):
        forms += [f"Claude {m[2]} {m[1]}", f"{m[2]} {m[1]}"]
    if m := re.match(r"^Claude (Haiku|Sonnet|Opus) (\d(?:\.\d)?)$", name):
        forms += [f"Claude {m[2]} {m[1]}", f"{m[1]} {m[2]}"]
    if name.startswith("Amazon Nova "):
        forms.append(name.removeprefix("Amazon "))
    return [f for f in forms if not f.startswith(("Claude-", "Amazon-", "Step ", "Gemini-"))]


def model_names(raw: str, gaz: Gazetteer) -> tuple[str, list[str]]:
    """The name a news text would print for an entry of the list, and the longer forms; '' if none."""
    if raw in MODEL_NAMES:
        return MODEL_NAMES[raw], []
    name = raw
    while re.search(r"\s*\([^()]*\)$", name):
        name = re.sub(r"\s*\([^()]*\)$", "", name)
    name = tidy(re.sub(r"[\u2e80-\uffff]+|\s*[\"“][^\"”]*[\"”]", "", name))
    if name in NO_MODEL or raw in NO_MODEL or len(name) > MAX_NAME or not latin(name):
        return "", []
    if DESCRIPTIVE.search(name) and name not in EARLY:
        return "", []
    base = SIZE.sub("", name).rstrip("-_ ")
    base = re.sub(r"-(?:large|xlarge|xxl|XXL|base|Base)$", "", base)
    if base != name:
        risky = len(base) <= 3 or gaz.unclear(base) or base.casefold() in COMPANY_NAMED
        if not risky and re.search(r"[A-Za-z]{2}", base):
            return base, [name, name.replace(f"{base}-", f"{base} ")]
    return name, []


def epoch_models(folder: Path, gaz: Gazetteer) -> list[Row]:
    """The models of the three lists, sizes of one family joined."""
    rows: list[Row] = []
    for filename in LISTS_OF_MODELS:
        for entry in read_rows(folder / "gaz_epoch_ai" / filename):
            raw = entry["Model"]
            name, longer = model_names(raw, gaz)
            if not name or (entry["Publication date"] < "2022" and name not in EARLY):
                continue
            if name[0].islower() and not LOWER_OK.match(name):
                continue
            rows.append(Row(name, "AIModel", longer + MODEL_ALIASES.get(name, []) + model_forms(name)))
    for row in rows:
        row.ambiguous = gaz.unclear(row.name) or len(row.name) <= 3
    return gaz.settle(rows)


# --------------------------------------------------------------------------------------------------
# Epoch AI: accelerators

HARDWARE_NAMES: dict[str, tuple[str, list[str]]] = {
    "Maia 100 (M100)": ("Maia 100", ["Microsoft Maia 100", "Azure Maia 100"]),
    "Google TPU v7 Ironwood": ("TPU v7", ["Ironwood?", "Google Ironwood", "TPU v7 Ironwood"]),
    "Google TPU v6e Trillium": ("TPU v6e", ["Trillium?", "Google Trillium", "TPU v6e Trillium"]),
    "Tesla D1 Dojo": ("Dojo D1", ["Tesla D1", "D1-Chip@de", "D1 chip@en"]),
    "GroqChip LPU v1": ("GroqChip", ["Groq LPU", "Groq LPU v1"]),
    "Intel Habana GAUDI HL-205": ("Gaudi HL-205", ["Habana Gaudi", "Intel Habana Gaudi"]),
    "Intel Habana Gaudi2": ("Gaudi 2", ["Gaudi2", "Habana Gaudi2", "Intel Gaudi 2"]),
    "Intel Habana Gaudi3": ("Gaudi 3", ["Gaudi3", "Habana Gaudi3", "Intel Gaudi 3"]),
    "T-Head Hanguang 800": ("Hanguang 800", ["Alibaba Hanguang 800"]),
    "Tianshu Zhixin Zhikai 100": ("Zhikai 100", ["Iluvatar Zhikai 100"]),
    "Tianshu Zhixin Tiangai 100 (BI-V100)": ("Tiangai 100", ["BI-V100", "Iluvatar Tiangai 100"]),
    "Sunway SW26010-Pro": ("SW26010-Pro", ["Sunway SW26010-Pro"]),
    "Biren BR100": ("BR100", ["Biren BR100"]),
    "Cambricon MLU370-S4/S8": ("", []),
    "Amazon Trainium1": ("Trainium1", ["AWS Trainium1"]),
    "NVIDIA Rubin CPX": ("Rubin CPX", ["Nvidia Rubin CPX"]),
}


def hardware_names(raw: str) -> tuple[str, list[str]]:
    """The short name of an accelerator and its full forms."""
    if raw in HARDWARE_NAMES:
        return HARDWARE_NAMES[raw]
    full = tidy(re.sub(r"\([^()]*\)", "", raw)).replace("PCle", "PCIe")
    short = re.sub(r" (?:SXM\d?|PCIe|NVL|DGXS|\d+ ?GB)\b", "", full)
    maker, _, rest = short.partition(" ")
    if maker == "NVIDIA":
        rest = re.sub(r"^HGX ", "", rest)
        data_center = re.sub(r"^(?:Tesla|TESLA) ", "", rest)
        aliases = [f"Nvidia {data_center}", f"NVIDIA {data_center}", full]
        if data_center != rest:
            aliases.append(f"Tesla {data_center}")
        if m := re.match(r"^GeForce (RTX \d.*|GTX \d.*)$", data_center):
            aliases.append(m[1])
        return data_center, aliases
    if maker == "AMD" and (m := re.search(r"(MI\d+\w*)$", rest)):
        return m[1], [f"Instinct {m[1]}", f"AMD Instinct {m[1]}", f"AMD {m[1]}", short]
    others = {
        "Google": [short, rest.replace("TPU v", "TPUv")],
        "Amazon": [f"AWS {rest}", f"Amazon {rest}", re.sub(r"(\D)(\d)$", r"\1 \2", rest)],
    }
    others["AWS"] = others["Amazon"]
    if maker in others or maker in {"Huawei", "Meta", "Baidu", "Cambricon", "Intel", "AMD", "MetaX"}:
        return rest, others.get(maker, [short])
    return short, []


def epoch_hardware(folder: Path, gaz: Gazetteer) -> list[Row]:
    """The accelerators, variants of one chip joined."""
    rows: list[Row] = []
    for entry in read_rows(folder / "gaz_epoch_ai" / "ml_hardware.csv"):
        name, aliases = hardware_names(entry["Hardware name"])
        if name:
            ambiguous = len(name) <= 3 or name == "A100" or gaz.unclear(name)  # the A100 is a motorway, too
            rows.append(Row(name, "Hardware", list(aliases), ambiguous))
    return gaz.settle(rows)


# --------------------------------------------------------------------------------------------------
# Epoch AI: clusters and data centres; TOP500

OPERATORS = [
    "Oak Ridge NL", "Lawrence Livermore NL", "Lawrence Berkeley NL NERSC", "Los Alamos NL", "Argonne NL",
    "Sandia NL", "NVIDIA", "NVIDIA CoreWeave", "Microsoft Azure", "Microsoft", "EuroHPC", "KAUST", "Eni",
    "University of Bristol", "Novo Nordisk", "NFDG", "Samsung", "AIST", "SoftBank", "Nebius", "IBM",
    "JCAHPC", "TACC", "NAVER Corp", "Petrobras", "ExxonMobil", "Recursion", "Yandex", "Saudi Aramco",
    "AGH Cyfronet", "CSIRO", "Ahrefs", "PCSS Poznan", "GENCI", "SberCloud", "Cineca", "FZJ",
    "Max-Planck-Gesellschaft", "NSC", "TotalEnergies", "University of Illinois NCSA", "Calcul Québec",
    "hessian.AI", "Aleph Alpha", "Pawsey Supercomputing Centre", "University of Edinburgh DiRAC", "CSCS",
    "Indiana University Bloomington", "NSCC", "Osaka University", "University of Cambridge", "Leonardo SpA",
    "RPI", "TU Dresden", "University of Minnesota", "G42", "Indiana University", "Preferred Networks",
    "SiDi", "Dell", "MIT LLSC", "NCI Australia", "University of Tsukuba", "Moscow State University",
    "Commissariat a l'Energie Atomique", "Simon Fraser University/Compute Canada", "University of Oxford",
    "MTS", "Cambridge", "iGenius", "ParTec", "Sesterce", "Wroclaw Centre for Networking and Supercomputing",
    "Atos", "Core42", "U.S. Army", "Horizon Compute", "Fastweb",
]  # fmt: skip
NO_CLUSTER = re.compile(
    r"Anonymi[sz]ed|Paper on|cluster\b|Cluster\b|Rumou?r|[Pp]lanned|\bClaim\b|Rental|Submission"
    r"|Government|partnership|[HAVBP]\d00|Supercomputer$|supercomputer|^Voltage Park|Alibaba Cloud in"
    r"|AI Gigafactory|OpenAI/|^AWS EC2|^P3|^Oracle |^Meta GenAI|Island \d|^X/|ND v2"
    r"|^Nebius (?:New|Kansas|Finland|8k)|^Sesterce (?:Grand|South|Val|Nord|H100)|^Microsoft Sweden"
    r"|^xAI (?:5|Ful)|in Claude|^CoreWeave|^Coreweave|^IREN|^Applied Digital|^Crusoe|^DataVolt|^HUMAIN"
    r"|^SK Group|^Abu Dhabi|Stability|^Singtel|AI City|^NHN|^OneAsia|^PanaAI|^Foxconn|^Sustainable"
    r"|^HPE |^MITRE|^MSU|^YTL|^SIAM|^Meta (?:\d|Tem|Lou)|Immunity|^SingularityNET|^KDDI|^Energy|^NHRI"
    r"|^Google|^FPT|^Huawei|^Graphcore|Gcore|Scalable|Superpod|^Microsoft Ares|Wonder|SuperPOD"
)
CLUSTER_NAMES = {
    "xAI Colossus Memphis": "Colossus", "xAI Colossus 2 Memphis": "Colossus 2", "Tesla Dojo 1": "Dojo 1",
    "Jupiter, Jülich": "JUPITER", "Mare Nostrum 5": "MareNostrum 5", "Jean Zay Supercomputer": "Jean Zay",
    "Alps Supercomputer": "Alps", "Petrobras Pegasus (Pégaso)": "Pégaso",
    "Meta Prometheus New Albany": "Prometheus", "Yotta Shakti Cloud NM1": "Shakti Cloud",
    "Yotta Shakti Cloud D1": "Shakti Cloud", "Samsung SSC4": "",
    "Meta Research SuperCluster 2 (RSC-2)": "Research SuperCluster 2",
    "Ezra-1 Stability AI AWS Cluster": "Ezra-1",
    "Center for Advanced Intelligence Project, RIKEN, RAIDEN": "RAIDEN",
    "Argonne NL Sophia (Formerly Theta)": "Sophia",
    "University of Tokyo Wisteria/BDEC-01 (Aquarius)": "Wisteria/BDEC-01", "CSC Puhti": "Puhti",
    "AIRAWAT-PSAI": "AIRAWAT", "NVIDIA SATURN V Volta": "DGX Saturn V",
    "Nagoya University Flow Type II (Furo)": "Flow Type II", "JAMSTEC ZettaScaler-2.2 Gyoukou": "Gyoukou",
    "JAMSTEC ZettaScaler-2.0 Gyoukou": "Gyoukou", "SENAI CIMATEC Ogbon Cimatec/Petrobras": "Ogbon",
    "Tesla Buffalo Dojo": "", "AWS Fast BERT Training": "", "Fluidstack France Gigawatt Campus": "",
    "RPI Supercomputer 2": "", "NSTDA Supercomputer Center (ThaiSC) LANTA": "Lanta",
    "Andreessen Horowitz Oxygen": "a16z Oxygen", "Microsoft Azure Eagle": "Azure Eagle",
    "MIT Supercloud": "MIT SuperCloud", "Princeton Della": "Della", "GSIC TSUBAME 3.0": "TSUBAME3.0",
    "GSIC TSUBAME 2.5": "TSUBAME 2.5", "Texas A&M Grace": "Grace",
    "Universitaet Frankfurt Goethe-NHR": "Goethe-NHR", "IBM DYEUS": "Dyeus", "SURF Snellius": "Snellius",
    "CEA EXA1-HE": "EXA1-HE", "Scaleway Nabuchodonosor": "Nabuchodonosor",
}  # fmt: skip
DATA_CENTERS = {
    "Amazon Madison Mega Site": ("Madison Mega Site", ["Amazon Madison Mega Site"]),
    "Anthropic-Amazon New Carlisle": ("", []),
    "Goodnight": ("Goodnight", ["Crusoe Goodnight"]),
    "OpenAI Stargate Abilene": ("Stargate Abilene", ["OpenAI Stargate Abilene"]),
    "OpenAI Stargate UAE": ("Stargate UAE", ["OpenAI Stargate UAE"]),
    "Coreweave Helios": ("Helios", ["CoreWeave Helios", "Galaxy Helios"]),
    "Microsoft Fairwater Atlanta": ("Fairwater Atlanta", ["Microsoft Fairwater Atlanta"]),
    "Microsoft Fairwater Wisconsin": ("Fairwater Wisconsin", ["Microsoft Fairwater Wisconsin"]),
}


def cluster_names(raw: str) -> tuple[str, list[str]]:
    """The proper name of a cluster and the form with its operator; '' if it has none."""
    full = tidy(re.sub(r" Phase \d+[ab]?$", "", raw.strip('"')))
    if full in CLUSTER_NAMES:
        return CLUSTER_NAMES[full], []
    if NO_CLUSTER.search(raw):
        return "", []
    full = tidy(re.sub(r"\s*\([^()]*\)", "", full))
    for operator in sorted(OPERATORS, key=len, reverse=True):
        if full.startswith(operator + " "):
            return full.removeprefix(operator + " "), [full]
    return full, []


def epoch_clusters(folder: Path, gaz: Gazetteer) -> list[Row]:
    """The clusters and data centres that have a name."""
    rows: list[Row] = []
    for entry in read_rows(folder / "gaz_epoch_ai" / "data_centers.csv"):
        title = entry["Title"]
        name, aliases = DATA_CENTERS.get(title, (title, []))
        if name:
            rows.append(Row(name, "DataCenter", list(aliases)))
    owners: dict[str, list[str]] = {row.name: row.aliases for row in rows}
    for entry in read_rows(folder / "gaz_epoch_ai" / "gpu_clusters.csv"):
        name, aliases = cluster_names(entry["Name"])
        other = owners.setdefault(name, aliases)
        if other != aliases and aliases:  # a namesake of another operator
            name, aliases = aliases[0], []
        if name and len(name) <= MAX_NAME and latin(name):
            rows.append(Row(name, "Supercomputer", list(aliases)))
    for row in rows:
        row.ambiguous = gaz.unclear(row.name) or len(row.name) <= 3
    return gaz.settle(rows)


TOP500_LISTS = [
    "top500_june2023.csv", "top500_june2024.csv", "top500_november2024.csv", "top500_june2025.csv",
]  # fmt: skip
PARTITION = re.compile(
    r"[ ,-]*\(?(?:(?:Scalable )?[CG]PU|Accelerator|Cluster|Booster|Data Centric|Scalable|Energy|AI/ML"
    r"|ACC|GPP|SKL|ROME|TDS)(?:[ -]?(?:X|only|segment|Partitions?|partition|Module|Nodes"
    r"|Early Delivery))*\)?$"
    r"|[ ,-]*\((?:\d{4}|Phase \d|Green AI Accelerator|[CG]PU [Oo]nly|Odyssey|Aquarius)\)$"
    r"| [Pp]hase \d(?: [CG]PU)?$| Module \d$| -SX-Aurora TSUBASA$| Type II subsystem$| H100$"
    r"| 128 Node DGX SuperPOD$| Early Delivery$| Cluster us-east-1a$| - Subsystem A$| Node Group A$"
    r"|, Tursa$| - JUPITER Exascale Transition Instrument$| - \d{4}$"
)
TOP500_PREFIX = re.compile(
    r"^(?:SNL/NNSA|LLNL/NNSA|LLNL|SNL|NVIDIA|DOE)?(?:[ -]?CTS-\d)?[ -](?=[A-Z])|^Supercomputer "
    r"|^DiRAC, |^ATOS "
)
NO_SYSTEM = re.compile(
    r"^[A-Z]{1,4}\d+[A-Z]?$|^N[AO][A-Z]*[\d-]|[Ss]ystem$|SuperPOD|GPU Cloud|^Amazon|^SPR|THX|^JFRS"
    r"|^CTcluster$|^kakaocloud|Advanced Computing|^CATT$|^Portage$|^Crash1$|^AMD |^SEAS|^FPT|^NHN"
    r"|^Cycloud|Simulator$|^WindRiver|^Alpha$|^Nano 5$|^Space HPC$|^HPCF|^Unizah|^ARF"
)
TOP500_NAMES = {
    "HiPerGator AI": "HiPerGator", "Honhai Super AI Computing Center 1": "", "AIRAWAT - PSAI": "AIRAWAT",
    "Piz Daint Multicore": "Piz Daint", "Cannon2-A100": "Cannon", "Greene-H100": "Greene",
    "Berzelius2": "Berzelius", "Berzelius3": "Berzelius", "Geely Wise Star-Dubhe": "",
    "Dhabi Supercomputer": "", "JD I1": "", "cascade": "Cascade", "occigen2": "Occigen2",
    "Hypercluster": "", "CLAIX (2018)": "CLAIX-2018", "Lockhart TDS": "", "VEGA HPC CPU": "Vega",
    "VEGA HPC GPU": "Vega", "Tianhe-2 LvLiang Solution": "Tianhe-2", "Topaze-cpu": "Topaze",
    "Topaze-gpu": "Topaze", "LUMI-C": "LUMI", "PITAGORA": "Pitagora", "HEMUS": "Hemus", "THE CRUST 2.5": "",
    "ONYX": "Onyx", "Alex6": "", "MAHTI": "Mahti", "COBRA": "Cobra", "CRONOS": "Cronos", "hotlum": "",
}  # fmt: skip


def system_name(raw: str) -> str:
    """The proper name of a TOP500 system; '' for inventory numbers and descriptions."""
    if raw in TOP500_NAMES:
        return TOP500_NAMES[raw]
    if NO_SYSTEM.search(raw):
        return ""
    name = TOP500_PREFIX.sub("", raw)
    while (shorter := PARTITION.sub("", name)) != name:
        name = shorter
    return tidy(name)


def top500(folder: Path, gaz: Gazetteer) -> list[Row]:
    """The systems of the TOP500 lists that have a name."""
    rows: list[Row] = []
    for filename in TOP500_LISTS:
        for entry in read_rows(folder / "gaz_top500" / filename):
            name = system_name(entry["Name"])
            if len(name) < 3 or NO_SYSTEM.search(name) or not latin(name):
                continue
            aliases = [entry["Name"]] if entry["Name"] == name.upper() else []
            rows.append(Row(name, "Supercomputer", aliases, ambiguous=len(name) <= 3 or gaz.unclear(name)))
    return gaz.settle(rows)


# --------------------------------------------------------------------------------------------------
# S&P 500

SP500_NAMES: dict[str, tuple[str, list[str]]] = {
    "Advanced Micro Devices": ("AMD", ["Advanced Micro Devices"]),
    "American International Group": ("AIG", ["American International Group"]),
    "Coca-Cola Company": ("Coca-Cola", ["Coca-Cola Company", "The Coca-Cola Company"]),
    "Cooper Companies": ("Cooper Companies", ["The Cooper Companies"]),
    "Deere & Company": ("Deere", ["Deere & Company", "John Deere"]),
    "Dell Technologies": ("Dell", ["Dell Technologies"]),
    "Estée Lauder Companies": ("Estée Lauder", ["Estée Lauder Companies"]),
    "Ford Motor Company": ("Ford", ["Ford Motor", "Ford Motor Company"]),
    "Fox Corporation": ("Fox Corporation", ["Fox Corp."]),
    "Genuine Parts Company": ("Genuine Parts Company", []),
    "General Motors": ("General Motors", ["GM"]),
    "Hartford": ("The Hartford", []),
    "Hewlett Packard Enterprise": ("Hewlett Packard Enterprise", ["HPE", "Hewlett-Packard Enterprise"]),
    "HP Inc.": ("HP", ["HP Inc.", "Hewlett-Packard"]),
    "International Flavors & Fragrances": ("International Flavors & Fragrances", ["IFF"]),
    "JPMorgan Chase": ("JPMorgan Chase", ["JPMorgan", "JP Morgan", "J.P. Morgan"]),
    "Lilly (Eli)": ("Eli Lilly", ["Eli Lilly and Company", "Lilly?"]),
    "Meta Platforms": ("Meta", ["Meta Platforms"]),
    "Micron Technology": ("Micron", ["Micron Technology"]),
    "Mosaic Company": ("The Mosaic Company", ["Mosaic?"]),
    "ON Semiconductor": ("Onsemi", ["ON Semiconductor", "onsemi"]),
    "Palantir Technologies": ("Palantir", ["Palantir Technologies"]),
    "Paramount Skydance Corporation": ("Paramount Skydance", ["Paramount?"]),
    "Procter & Gamble": ("Procter & Gamble", ["P&G"]),
    "Robinhood Markets": ("Robinhood", ["Robinhood Markets"]),
    "RTX Corporation": ("RTX Corporation", ["Raytheon Technologies"]),
    "Schlumberger": ("SLB", ["Schlumberger"]),
    "Southern Company": ("Southern Company", []),
    "Supermicro": ("Supermicro", ["Super Micro Computer"]),
    "Take-Two Interactive": ("Take-Two Interactive", ["Take-Two"]),
    "TJX Companies": ("TJX", ["TJX Companies"]),
    "Trade Desk": ("The Trade Desk", ["Trade Desk"]),
    "Travelers Companies": ("Travelers", ["The Travelers Companies"]),
    "United Parcel Service": ("UPS", ["United Parcel Service"]),
    "Walt Disney Company": ("Disney", ["Walt Disney", "Walt Disney Company", "The Walt Disney Company"]),
    "Seagate Technology": ("Seagate", ["Seagate Technology"]),
    "Marvell Technology": ("Marvell", ["Marvell Technology"]),
    "Booking Holdings": ("Booking Holdings", []),
    "Williams Companies": ("Williams Companies", ["The Williams Companies"]),
    "News Corp": ("News Corp", ["News Corporation"]),
    "Akamai Technologies": ("Akamai", ["Akamai Technologies"]),
    "Arista Networks": ("Arista Networks", ["Arista"]),
    "Cadence Design Systems": ("Cadence Design Systems", ["Cadence?"]),
    "Thermo Fisher Scientific": ("Thermo Fisher Scientific", ["Thermo Fisher"]),
    "Merck & Co.": ("Merck & Co.", ["Merck Sharp & Dohme", "MSD"]),
    "UnitedHealth Group": ("UnitedHealth", ["UnitedHealth Group"]),
    "Expedia Group": ("Expedia", ["Expedia Group"]),
    "CME Group": ("CME Group", ["CME"]),
    "Delta Air Lines": ("Delta Air Lines", ["Delta Airlines"]),
    "Warner Bros. Discovery": ("Warner Bros. Discovery", ["Warner Bros Discovery"]),
}
LEGAL = re.compile(r",? (?:Inc\.?|plc|Corporation|Corp\.|Limited|Ltd\.|& Co\.|& Company|Company|Holdings|N\.V\.)$")


def sp500(folder: Path, gaz: Gazetteer, known: dict[str, str]) -> list[Row]:
    """The firms of the S&P 500; ``known`` gives their identifiers."""
    rows: list[Row] = []
    for entry in read_rows(folder / "gaz_sp500" / "constituents.csv"):
        full = re.sub(r" \((?:The|Class [A-Z])\)", "", entry["Security"]).replace("’", "'")
        name, aliases = SP500_NAMES.get(full, ("", []))
        if not name:
            name = LEGAL.sub("", full)
            aliases = [full] if name != full else []
        wikidata = next((known[k] for n in [name, *aliases] if (k := n.casefold()) in known), "")
        rows.append(Row(name, "Company", list(aliases), gaz.unclear(name), wikidata))
    return gaz.settle(rows)


# --------------------------------------------------------------------------------------------------
# Brands of the name suggestion index

# Category -> how far its identifiers can be trusted to be the firm's own (0 best, 3: may be its shops).
CATEGORIES = {
    "brands/office/company": 0, "brands/office/it": 0, "brands/office/telecommunication": 0,
    "brands/office/financial": 0, "brands/office/financial_advisor": 0,
    "operators/telecom/data_center": 1, "operators/telecom/exchange": 1,
    "operators/office/energy_supplier": 1,
    "operators/power/generator": 1, "operators/power/plant": 1, "operators/man_made/works": 1,
    "operators/man_made/mast": 1, "operators/man_made/street_cabinet": 1,
    "operators/amenity/charging_station": 1,
    "brands/shop/car": 2, "brands/shop/motorcycle": 2, "brands/amenity/bank": 2,
    "brands/amenity/post_office": 2,
    "brands/amenity/charging_station": 2, "brands/shop/hifi": 2, "brands/shop/computer": 3,
    "brands/shop/electronics": 3, "brands/shop/mobile_phone": 3, "brands/shop/video_games": 3,
}  # fmt: skip
EU = {
    "be", "bg", "cy", "cz", "dk", "ee", "es", "fi", "fr", "fx", "gr", "hr", "hu", "ie", "it", "li",
    "lt", "lu", "lv",
    "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
}  # fmt: skip
FAR = {"ca", "jp", "in", "cn", "au", "kr", "tw", "br", "mx", "nz", "tr", "sa", "ae", "ua"}
NETWORKS = {
    "Aral pulse", "ChargePlace Scotland", "E.ON Drive", "EKO Charge&Go", "Electrify America", "GOFAST",
    "Ladeverbund+", "MOVE", "Mobi.E", "Ouest Charge", "Shell Recharge", "Vattenfall InCharge", "bp pulse",
    "eborn", "evpass",
}  # fmt: skip
# Identifiers that stand for another thing than the name: its shops, a part, the maker of the network.
NOT_ITS_ID = {
    "Bajaj", "Constellation", "DPD", "EE", "EnBW mobility+", "Honor", "Innogy", "Jaguar", "LG",
    "Mail Boxes Etc.", "Mercedes-Benz", "Meta", "Mini", "Norfolk Southern", "O2", "OTP Bank", "Orange",
    "Orlen", "Samsung", "Shell", "Smart", "Sparkasse", "T-Mobile", "TVS", "Three", "Verizon Wireless",
    "Vivo", "Volksbank", "Volkswagen", "Volvo",
}  # fmt: skip
NO_FIRM = re.compile(
    r"^(?:Stadt|Gemeinde|City of|Town of|Ville de|Mairie|Gemeente|Comune|Ajuntament|Land|Landkreis"
    r"|Kreis|Federaci|Fédération|Syndicat|Département|Communauté|Município|Mancomunidad)\b"
    r"|\b(?:kommune|Kommune|Kommun|Kaupunki|kaupunki|County|Council|Police|Sheriff|University|College"
    r"|School|Department|Authority|Army|Air Force|Bundeswehr|Fire Brigade|Rundfunk|rundfunk"
    r"|Railway Museum|Commission|Wasserverband|Church|Caritas|Siochána|Síochána|District|Bureau"
    r"|Agglom|Métropole|Shop|Store|Centre|Butik|Federal Credit|kirche|Bund für|Trust$|Surgery"
    r"|ministry)\b|butikken$|Credit Union$|^(?:Zwickau|Areal|Orplid|ABC|Galería|Nextbike)"
)
NO_BRAND = {
    "ADAC", "ALTIS", "ASP", "Akademiska Hus", "Alpine", "American Towers", "Atlante", "BDBOS",
    "BMW Motorrad", "Banking Hub", "Banque de France", "Beep", "Berliner Verkehrsbetriebe", "Bernmobil",
    "Best Buy Mobile", "Boreas", "CSDD", "Capi", "Comet", "Cottbusverkehr", "DATES MOBILE", "Defender",
    "Deviwa", "Discovery", "EAM", "EO", "EP:", "ETA", "EVC", "EVO", "Elon", "Enterprise Car Sales",
    "FM Conway", "Formosa Plastics", "Game", "Genesis", "Gitem", "Gremo na elektriko", "Hartlauer", "Hero",
    "Hertz Car Sales", "Indigo", "Irish Rail", "K-Lataus", "Landwind", "Lidl France", "Lidl Sverige KB",
    "Loop", "Lotus", "MDA", "McDonald's", "Mercantil", "Modulo", "Morbihan énergies", "Municipal Bank",
    "My Market", "NEW", "NTR", "OK", "ORS", "Penny Market", "Plus", "Plus Bank", "Popular", "Post Office",
    "Power", "Public", "Range Rover", "Recharge", "Royal Dutch Shell", "Révéo", "S.T.P.T.", "SIEEEN",
    "SIEML", "SIPLEC", "Sainsbury's", "Sigeif", "Spar", "Sparkassen", "Starlink", "Südwestrundfunk", "Tata",
    "Tesla Supercharger", "The Cumberland", "The Nottingham", "Total Marketing France",
    "USACE Northwestern Division", "Ubeeqo", "Union Bank", "United States Cellular", "V-MARKT",
    "Verizon Virginia", "Vertu", "WPO", "WVV", "Whole Foods", "Zunder", "eMotion", "iHeartMedia", "ÖAMTC",
}  # fmt: skip
# Outside the German- and English-speaking countries only these categories hold names met in the news.
ABROAD = {
    "brands/office/company", "brands/office/it", "brands/office/telecommunication", "brands/shop/car",
    "brands/shop/hifi", "brands/shop/mobile_phone", "brands/shop/motorcycle",
    "operators/telecom/data_center", "operators/telecom/exchange",
}  # fmt: skip
IN_EUROPE = ABROAD | {
    "brands/amenity/bank", "brands/amenity/charging_station", "brands/amenity/post_office",
    "brands/shop/electronics",
    "operators/office/energy_supplier", "operators/amenity/charging_station", "brands/shop/computer",
}  # fmt: skip
# Short names that are always the firm's.
SHORT = {
    "ABB", "AXA", "BKW", "BMW", "BP", "BT", "BYD", "DHL", "DPD", "EKZ", "EVN", "GMC", "GWM", "ING", "JBL",
    "KTM", "LG", "NIO", "NTT", "OMV", "RBS", "SBB", "SEB", "TIM", "TSB", "UBS", "ÖBB", "ČEZ",
}  # fmt: skip
BRAND_NAMES = {
    "EnBW Energie Baden-Württemberg AG": "EnBW", "currys": "Currys", "cyberport": "Cyberport", "a2a": "A2A",
    "EDEKA": "Edeka",
}  # fmt: skip
# Names that become a place's or a common word without their legal form.
KEEP_LEGAL = {
    "Energie AG", "Green City AG", "Linz AG", "Neckar AG", "Salzburg AG", "Taylor Corporation",
    "Westfalen AG",
}  # fmt: skip
FIRM_LEGAL = re.compile(
    r",? (?:AG(?: und Co\. ?KG)?|SE|S\.?A\.?S?|S\.?p\.?A\.?|GmbH(?: & Co\. ?KG)?|KG|KGaA|eG|Ltd\.?"
    r"|Limited|Inc\.?|LLC|LP|plc|PLC|Corp\.?|Corporation|A/S|AS|AB|N\.V\.|B\.V\.|Kft\.|a\.s\.|gGmbH"
    r"|mbH|UG)$"
)


@dataclass(frozen=True)
class Brand:
    """A usable row of the index."""

    distance: int
    trust: int
    name: str
    aliases: list[str]
    wikidata: str
    areas: set[str]


def reach(countries: str) -> int:
    """How near a brand's area is to the texts: 0 world-wide or a German-speaking country ... 9 elsewhere."""
    areas = countries.split(";")
    nations = {a for a in areas if re.fullmatch(r"[a-z]{2}", a)}
    if nations & {"de", "at", "ch"} or {"001", "150", "155", "2", "conus"} & set(areas):
        return 0
    if any(a.startswith(("de-", "at-", "ch-")) for a in areas):
        return 1
    if nations & {"us", "gb", "ie"} or any(a.startswith(("gb-eng", "gb-sct")) for a in areas):
        return 2
    if nations & EU:
        return 3 if len(nations & EU) > 1 else 4
    return 5 if nations & FAR else 9


def firm(name: str) -> tuple[str, list[str]]:
    """A firm's name without its legal form, and the full name."""
    if name in BRAND_NAMES:
        return BRAND_NAMES[name], [name]
    short = name
    while name not in KEEP_LEGAL and (cut := FIRM_LEGAL.sub("", short)) != short and len(cut) > 2:
        short = cut
    return short, [name] if short != name else []


def brands(folder: Path) -> Iterator[Brand]:
    """The usable rows of the index."""
    for entry in read_rows(folder / "gaz_nsi_brands" / "brands.csv"):
        where, countries = entry["category"], entry["countries"]
        full = entry["name"] if latin(entry["name"]) else entry["name_en"]
        distance = reach(countries)
        foreign = (distance == 5 and where not in ABROAD) or (distance in (3, 4) and where not in IN_EUROPE)
        if where not in CATEGORIES or distance == 9 or foreign:
            continue
        name, aliases = firm(full)
        if not 2 <= len(name) <= len(full) <= MAX_NAME or not latin(full) or re.match(r"^[a-z]{1,4}$", name):
            continue
        if any(NO_FIRM.search(n) or n in NO_BRAND for n in (full, name)):
            continue
        yield Brand(distance, CATEGORIES[where], name, aliases, entry["wikidata"], set(countries.split(";")))


def nsi_ids(folder: Path, american: bool = False) -> dict[str, str]:
    """Name (case folded) -> identifier, where exactly one trustworthy identifier carries the name.

    An identifier that also carries a longer name (Rivian, Rivian Adventure Network) is left out, since the
    list does not say which of the two it means. With ``american`` only firms active in the United States
    count.
    """
    found: dict[str, list[tuple[bool, int, int, str]]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    for brand in brands(folder):
        bearers[brand.wikidata].add(brand.name.casefold())
    for brand in brands(folder):
        if american and not {"us", "001", "conus"} & brand.areas:
            continue
        longer = any(b.startswith(brand.name.casefold() + " ") for b in bearers[brand.wikidata])
        if brand.wikidata and brand.name not in NOT_ITS_ID and not longer:
            for n in {brand.name, *brand.aliases}:
                shortened = bool(brand.aliases) and n == brand.name
                found[n.casefold()].append((shortened, brand.trust, brand.distance, brand.wikidata))
    result: dict[str, str] = {}
    for name, ids in found.items():
        best = min(ids)
        if len({i[3] for i in ids if i[:3] == best[:3]}) == 1:
            result[name] = best[3]
    return result


def nsi_brands(folder: Path, gaz: Gazetteer, known: dict[str, str]) -> list[Row]:
    """The firms and charging networks of the index, the nearest first, one name for an identifier."""
    rows: dict[str, Row] = {}
    bearer: dict[str, str] = {}
    for brand in sorted(brands(folder), key=lambda b: (b.distance, b.trust, len(b.name), b.name)):
        name, key = brand.name, slug(brand.name)
        if bearer.setdefault(brand.wikidata, key) != key or key in rows:
            continue  # another name under the same identifier (a branch, a trade name), or a namesake
        cls = "Network" if name in NETWORKS else "Company"
        ambiguous = name not in SHORT and (gaz.unclear(name) or len(name) <= 3)
        identifier = known.get(name.casefold(), "") if name not in NOT_ITS_ID else ""
        rows[key] = Row(name, cls, list(brand.aliases), ambiguous, identifier)
    return gaz.settle(list(rows.values())[:MAX_BRANDS])


def main() -> None:
    """Read the lists and write the files."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("lists", type=Path, help="the folder of lists")
    parser.add_argument("output", type=Path, help="the folder of the gazetteer")
    options = parser.parse_args()
    words_file = Path(__file__).with_name("entities") / "ordinary_words.txt"
    gaz = Gazetteer(set(words_file.read_text(encoding="utf-8").split()))
    for filename in HAND_MADE:
        gaz.load(options.output / filename, whole=True)
    for filename in OTHERS:
        gaz.load(options.output / filename, whole=False)
    known = nsi_ids(options.lists)
    files = {
        "epoch_models.csv": epoch_models(options.lists, gaz),
        "epoch_hardware.csv": epoch_hardware(options.lists, gaz),
        "epoch_clusters.csv": epoch_clusters(options.lists, gaz),
        "top500.csv": top500(options.lists, gaz),
        "sp500.csv": sp500(options.lists, gaz, nsi_ids(options.lists, american=True)),
        "nsi_brands.csv": nsi_brands(options.lists, gaz, known),
    }
    for filename, rows in files.items():
        write(options.output / filename, rows)
        print(f"{filename}: {len(rows)}")


if __name__ == "__main__":
    main()
