"""Rebuild the gazetteer files that come from open lists.

    python seeds/from_lists.py ../shared/data/lists seeds/entities

reads the list folders ``gaz_epoch_ai``, ``gaz_top500``, ``gaz_sp500`` and ``gaz_nsi_brands`` and writes
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
    """The identifier the program makes of a name."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, white space tidied."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [{k: tidy(v) for k, v in row.items() if k and isinstance(v, str)} for row in csv.DictReader(stream)]


def tidy(text: str) -> str:
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
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(HEADER)
        for r in rows:
            out.writerow(
                [r.name, r.cls, r.language, "|".join(r.aliases), "yes" if r.ambiguous else "", r.wikidata, r.id]
            )


# Names that are ordinary words, but in news texts nearly always the well-known bearer.
CLEAR = {"apple", "oracle", "intel", "meta", "adobe", "amazon", "ford", "caterpillar", "3m", "hp", "ups", "gm", "sora"}
# Ambiguous names of more than one word, and firms named like a living or well-known person.
PHRASES = {
    "air products", "american power", "american water works", "archer daniels midland", "arnold clark",
    "associated bank", "banting", "baskerville", "be charge", "best buy", "big red 200", "bing lee",
    "blue corner", "blue vela", "capital one", "capital power", "carrier global", "casey's", "champollion",
    "charging together", "charles schwab", "church & dwight", "citizens financial", "city charging",
    "city express", "commerce bank", "community bank", "computer-using agent", "cooper companies",
    "cooperative energy", "crown castle", "deep blue", "die post", "digital realty", "dollar general",
    "earth simulator", "easy charge", "edward jones", "el dorado", "equity bank", "estée lauder",
    "extra space storage", "fair isaac", "first charge", "gaffney", "general dynamics", "general mills",
    "genuine parts", "global payments", "grand chariot", "green motion", "hartford", "harvey norman",
    "henry schein", "hershey", "host hotels & resorts", "interactive brokers", "international paper",
    "iron mountain", "jack henry", "jacobs", "jean zay", "johnson controls", "koehr", "land rover",
    "lassen", "lincoln", "lowe's", "lyapunov", "marsh mclennan", "martin marietta", "mary coombs",
    "molecular simulator", "moody's", "movie gen", "northern trust", "old dominion", "owens corning",
    "philip morris", "piz daint", "plasma simulator", "post office", "power grid", "principal financial",
    "public service company", "public storage", "quest diagnostics", "ralph lauren", "raymond james",
    "realty income", "red e", "republic services", "robert half", "santander", "santos dumont",
    "segment anything model", "simon property", "smart charge", "southern company", "southern power",
    "stanley black & decker", "state street", "steel dynamics", "student of games", "t. rowe price",
    "the crust 2.5", "total wireless", "waste management", "williams",
}  # fmt: skip

# --------------------------------------------------------------------------------------------------
# Epoch AI: models

LISTS_OF_MODELS = ["notable_ai_models.csv", "large_scale_ai_models.csv", "frontier_ai_models.csv"]
SIZE = re.compile(
    r"[-_ ]?(?<![\d.x])(?:MoE-)?\d+(?:\.\d+)?[BbTM](?:[-_ ]?A\d+(?:\.\d+)?B)?(?:[-_ ](?:Base|Instruct|Chat|SFT|v2))?$"
)
# Before 2022 the list is mostly one of methods and experiments: only these are spoken of by name.
EARLY = {
    "ALBERT", "ALIGN", "ADALINE", "Agent57", "AlexNet", "AlphaFold", "AlphaFold 2", "AlphaFold-Multimer", "AlphaGo Fan",
    "AlphaGo Lee", "AlphaGo Master", "AlphaGo Zero", "AlphaStar", "AlphaZero", "CamemBERT", "Codex",
    "CogView", "DALL-E", "DETR", "DeBERTa", "Deep Blue", "DeepFace", "DeepStack", "DenseNet-264",
    "DistilBERT", "DistBelief Vision", "EfficientZero", "ELECTRA", "ELMo", "ERNIE 3.0", "ERNIE 3.0 Titan",
    "ESM1b", "EXAONE 1.0", "FLAN", "Florence", "GLaM", "GNMT", "GPT-1", "GPT-2", "GPT-3", "GoogLeNet", "Gopher",
    "HuBERT", "HyperCLOVA", "Inception v3", "Jurassic-1-Jumbo", "KataGo", "LeNet-5", "Libratus", "LongT5",
    "MetNet", "Megatron-LM", "Megatron-Turing NLG", "Meena", "MobileNet", "MobileNetV2", "MuZero", "MuseNet",
    "NETtalk", "Neocognitron", "OpenAI Five", "Perceptron Mark I", "Pluribus", "RoBERTa", "SciBERT", "SNARC",
    "SimCLR", "SqueezeNet", "StyleGAN", "StyleGAN2", "StyleGAN3-T", "TD-Gammon", "TransformerXL", "TrOCR", "Turing-NLG",
    "U-Net", "VGG16", "VGG19", "ViT-Huge/14", "WaveNet", "Wu Dao 2.0", "XLM-RoBERTa", "XLNet", "Xception", "YOLO",
    "YOLOv2", "YOLOv3", "Yuan 1.0", "Theseus", "mT5-XXL", "T5",
}  # fmt: skip
DESCRIPTIVE = re.compile(
    r" \+ |\+ |[:;†×λ=?,/]| for | with | from |LSTM|WT-?2|WT103|PTB|dynamic eval|ImageNet|CIFAR|Dropout|MLP|SVM|DQN"
    r"|trained|training|network|Network|reimplementation|recogni|learning|Learning|classif|Prediction|transcription"
    r"|Guidance|Encoder|Planning|Robot|Playing|Agent$|adapted|Production|preview$|MegaScale|Multi-Token|Unified"
    r"|Anthropic LM|MLM|RLSTM|_"
)
MODEL_NAMES = {
    "GLM-4 (0116)": "GLM-4", "GLM-4 (0520)": "GLM-4", "GPT-3 175B (davinci)": "GPT-3", "Sora 2.0": "Sora 2",
    "Gemini 2.5 Flash Image (Nano Banana)": "Nano Banana", "Midjourney V1": "Midjourney V1",
    "RoBERTa Large": "RoBERTa", "GoogLeNet / InceptionV1": "GoogLeNet", "Doubao-pro": "Doubao-pro",
    "Dou Bao": "Doubao", "Zi Yue": "Ziyue", "Zi Yue 2.0": "Ziyue 2.0", "Minimax Hailuo 02": "Hailuo 02",
    "Kling 2.0 Video Generation": "Kling 2.0", "Llama 4 Behemoth (preview)": "Llama 4 Behemoth",
    "PaLM (540B)": "PaLM", "Chirp 3 Speech-to-Text": "Chirp 3", "Chirp 3 HD Text-to-Speech": "Chirp 3 HD",
    "Chirp 2 Speech-to-Text": "Chirp 2", "Eleven Scribe": "Eleven Scribe", "BLOOM-176B": "BLOOM", "ESM3 (98B)": "ESM3",
    "NETtalk reimplementation": "NETtalk", "NetTalk (dictionary)": "NETtalk", "NetTalk (transcription)": "NETtalk",
    "T5-11B": "T5", "Imagen Video": "Imagen Video", "Firefly": "", "Viking": "Viking 33B",
    "MindLink-72B": "MindLink-72B", "Teuken 7B": "Teuken 7B", "Spark 3.0": "iFlytek Spark 3.0",
    "Spark 4.0": "iFlytek Spark 4.0", "ABAB": "abab", "Gen-1": "Runway Gen-1", "Gen-2": "Runway Gen-2",
    "Gen-3 Alpha": "Runway Gen-3 Alpha", "Gen-3 Alpha Turbo": "Runway Gen-3 Alpha Turbo",
    "Gen-4": "Runway Gen-4", "Gen-4 Turbo": "Runway Gen-4 Turbo", "ESM2-15B": "ESM2",
    "Stable Point Aware 3D (SPAR3D)": "SPAR3D", "Stable Diffusion (LDM-KL-8-G)": "Stable Diffusion",
    "RoseTTAFold All-Atom (RFAA)": "RoseTTAFold All-Atom", "GNoME for crystal discovery": "GNoME",
    "Segment Anything Model": "Segment Anything Model", "NVIDIA-Nemotron-Nano-9B-v2": "Nemotron Nano 2",
    "NVIDIA-Nemotron-Nano-12B-v2": "Nemotron Nano 2", "MiMo-7B-Base": "MiMo-7B", "MiMo-VL-7B-SFT": "MiMo-VL-7B",
    "ERNIE-4.5-VL-424B-A47B (文心大模型4.5)": "ERNIE 4.5", "ERNIE-4.5-300B-A47B": "ERNIE 4.5",
    "ERNIE-4.5-21B-A3B": "ERNIE 4.5", "ERNIE x1 (文心大模型X1)": "ERNIE X1", "Ernie 4.0 Turbo": "ERNIE 4.0 Turbo",
    "QWQ-Plus": "QwQ-Plus", "LLaMA-65B": "LLaMA", "LLaMA-33B": "LLaMA", "DALL·E 2": "DALL-E 2",
    "DALL·E 3": "DALL-E 3", "Theseus": "Theseus", "Deep Blue": "Deep Blue",
    "Computer-Using Agent (CUA)": "Computer-Using Agent", "FTW (For The Win)": "", "W.A.L.T": "W.A.L.T",
    "CICERO": "Cicero", "Kimi Explorer": "Kimi Explorer", "SeamlessM4T": "SeamlessM4T", "Baichuan2-13B": "Baichuan 2",
    "Baichuan2-53B": "Baichuan 2", "Mixtral 8x7B": "Mixtral 8x7B", "Mixtral 8x22B": "Mixtral 8x22B", "Ling-1T": "Ling-1T",
    "Wan 2.1 14B I2V": "Wan 2.1", "Wan 2.2 14B T2V": "Wan 2.2", "Step-2": "Step-2", "RETRO-7B": "RETRO-7B",
    "xTrimoPGLM -100B": "xTrimoPGLM", "Xinghai (星海)": "", "Xinghan Foundation Model": "", "Qwen2.5 Instruct (72B)": "Qwen2.5",
    "Firefly Video": "Firefly Video",
    "Hierarchical Reasoning Model (HPM)": "Hierarchical Reasoning Model",
}  # fmt: skip
# Descriptions, experiments and variants nobody speaks of by these names.
NO_MODEL = {
    "360 Smart Brain", "ALLaM adapted 70B", "ALM 1.0", "AR-LDM", "AbLang", "AltCLIP_M9", "BASIC-L", "BERT-RBP",
    "BIG-G 137B", "BLUUMI", "CTM", "CaLM", "CALM", "CoRe", "CoEdiT-xxl", "DITTO", "DDPM-IP", "DeepNet", "DiT-XL/2",
    "Diffusion Renderer", "Diffusion-GAN", "EVA-01", "FGN", "FinGPT-13B", "GGNN", "GOAT", "GPT3-2.7B", "GQA-8-XXL",
    "Hairuo", "Harrison.rad.1", "Hybrid H3-2.7B", "Infinity", "KwaiYii 13B", "LEP-AD", "LMSI-Palm", "LTM-1",
    "LightOn Mini", "Luca 2.0", "Lyra-Fr 10B", "MEB", "ManiGaussian", "MegaSyn", "MetaLM", "OmegaPLM", "OmniVec",
    "OntoProtein", "PeptideBERT", "PolySphere-1", "ProteinDT", "RT-Trajectory", "SauTech", "SenseNova Unified Large",
    "Show-1", "SigLIP 400M", "Sparse all-MLP", "Step-1", "Statement Curriculum", "Table Tennis Agent", "UL2",
    "TranceptEve", "VARCO LLM 2.0 base", "VLM-4", "Vega v2", "ViT-G", "Volcano 13B", "XMC-GAN", "Xinghan Foundation",
    "YAYI-Ultra", "Zi Yue", "bailing-pro-1120", "Bailing-Pro-20250225", "eDiff-I", "YuYan 11B", "AiLMe-100B v3",
    "Agile Soccer Robot", "Ankh_large", "DCLM 7B", "EnCodec", "Eagle 2", "Swift", "Fusion in Encoder", "ImmunoLLM",
    "GPT-2 Medium", "STORM-B/8", "Oryx 34B", "FragLlama", "Nucleotide Transformer", "SPHINX", "STaR", "S4", "Eve",
    "Mamba-24M", "VideoMAE V2", "DPO on Pythia-2.8B", "GPT-NeoX-20B-x", "Simulated", "SRU++ Large", "Aria",
    "Apollo 7B", "Octo-Base", "Jiutian", "Viking", "Goat-7B", "Ferret", "MMLSTM", "NEC LLM 13B", "CPM-Large",
    "Foundation-sec-8b", "AFM-on-device", "AFM-server", "MultiBand Diffusion", "Robot Parkour", "QRNN",
    "Cosmos-1.0- Diffusion-14B Video2World", "k0-math", "VALL-E-x", "Yi 6B", "Amazon Transcribe", "Ling-lite-1.5",
    "DreamerV3-x", "Mercury", "Seaweed-7B-x", "Cosmos-Predict2-2B-Text2Image", "Cosmos-Predict2-14B-Text2Image",
    "Cosmos-Predict2-2B-Video2World", "Cosmos-Predict2-14B-Video2World", "Cosmos-Predict1-7b-Video2World",
    "Cosmos-Predict1-14b-Video2World", "MiniMax Speech-01-HD", "MiniMax-Speech-02-turbo", "Minimax-Speech-02-HD",
    "GLM-Z1-Rumination-32B-0414", "GLM-4-9B-0414", "GLM-4-32B-0414", "Qwen-Audio-Chat", "ProGen2-xlarge",
    "CodeT5-large", "CodeT5+", "Diplodocus", "InternImage", "SimCSE", "AngularGPT", "Scribe", "PLaMo-13B",
    "PaLI-X", "JIUTIAN-139MoE", "Ling-mini-base-2.0-20T", "Ling-flash-base-2.0-20T", "Lyria-x", "ONE-PEACE",
    "PLUG", "Tongyi Qianwen 2.0", "TeleChat2-35B-x", "dots.llm1-x", "Mi:dm 200B", "abab7", "Phoenix 1.0 Ultra",
}  # fmt: skip
LOWER_OK = re.compile(r"^(o\d|gpt-|dots\.|data2vec|abab|phi-|tsuzumi|nekomata|mT\d|m[A-Z]|ru[A-Z]|x[A-Z])")
MODEL_ALIASES = {
    "Gemini 1.0 Ultra": ["Gemini Ultra"], "Gemini 1.0 Pro": ["Gemini Pro?"], "LLaMA": ["LLaMA-65B", "LLaMA 1"],
    "GPT-4o": ["GPT-4 Omni"], "GPT-4V": ["GPT-4 Vision"], "Nano Banana": ["Gemini 2.5 Flash Image"],
    "Doubao": ["Dou Bao"], "DALL-E": ["DALL·E"], "DALL-E 2": ["DALL·E 2", "Dall-E 2"],
    "DALL-E 3": ["DALL·E 3", "Dall-E 3"], "Deep Blue": ["IBM Deep Blue"], "SPAR3D": ["Stable Point Aware 3D"],
    "Hailuo 02": ["MiniMax Hailuo 02"], "GPT-3": ["GPT-3 175B"], "Stable Diffusion XL": ["SDXL"],
    "PaLM": ["PaLM 540B", "Pathways Language Model"], "Megatron-Turing NLG": ["MT-NLG"],
    "Runway Gen-4": ["Gen-4?"], "Runway Gen-3 Alpha": ["Gen-3 Alpha"], "Runway Gen-2": ["Gen-2?"],
    "Runway Gen-1": ["Gen-1?"], "Cicero": ["CICERO"], "ERNIE 4.0": ["Ernie 4.0"], "ERNIE 4.5": ["Ernie 4.5"],
    "ERNIE X1": ["Ernie X1"], "ERNIE 3.5": ["Ernie 3.5"], "Sora 2": ["Sora 2.0"], "ESM2": ["ESM-2"],
    "Segment Anything Model": ["Segment Anything"], "Hunyuan": ["Tencent Hunyuan"], "Kling": ["Kling AI"],
    "Cohere Command A": ["Command A?"], "LLaVA": ["LLaVA-13B"],
    "Computer-Using Agent": ["CUA?"], "iFlytek Spark 4.0": ["Spark 4.0?"], "iFlytek Spark 3.0": ["Spark 3.0?"],
    "Hierarchical Reasoning Model": ["HRM?"], "GPT-5 Pro": ["GPT-5 pro"],
}  # fmt: skip
COMPANY_NAMED = {"mistral", "falcon", "qwen", "yi", "opt", "deepseek", "nemotron", "granite", "baichuan", "mpt"}


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
    plain = base.casefold()
    if base != name:
        risky = len(base) <= 3 or gaz.unclear(base) or plain in COMPANY_NAMED
        if not risky and re.search(r"[A-Za-z]{2}", base):
            return base, [name, name.replace(f"{base}-", f"{base} ")]
    return name, []


def epoch_models(folder: Path, gaz: Gazetteer) -> list[Row]:
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
    if maker == "Google":
        return rest, [short, rest.replace("TPU v", "TPUv")]
    if maker == "Amazon" or maker == "AWS":
        return rest, [f"AWS {rest}", f"Amazon {rest}", re.sub(r"(\D)(\d)$", r"\1 \2", rest)]
    if maker in {"Huawei", "Meta", "Baidu", "Cambricon", "Intel", "AMD", "MetaX"}:
        return rest, [short]
    return short, []


def epoch_hardware(folder: Path, gaz: Gazetteer) -> list[Row]:
    rows: list[Row] = []
    for entry in read_rows(folder / "gaz_epoch_ai" / "ml_hardware.csv"):
        name, aliases = hardware_names(entry["Hardware name"])
        if name:
            rows.append(Row(name, "Hardware", list(aliases), ambiguous=len(name) <= 3 or name == "A100" or gaz.unclear(name)))
    return gaz.settle(rows)


# --------------------------------------------------------------------------------------------------
# Epoch AI: clusters and data centres; TOP500

OPERATORS = [
    "Oak Ridge NL", "Lawrence Livermore NL", "Lawrence Berkeley NL NERSC", "Los Alamos NL", "Argonne NL", "Sandia NL",
    "NVIDIA", "NVIDIA CoreWeave", "Microsoft Azure", "Microsoft", "xAI", "Tesla", "EuroHPC", "KAUST", "Eni", "CEA",
    "University of Bristol", "Novo Nordisk", "NFDG", "Samsung", "AIST", "SoftBank", "Nebius", "IBM", "JCAHPC", "TACC",
    "NAVER Corp", "Petrobras", "ExxonMobil", "Recursion", "Yandex", "Saudi Aramco", "AGH Cyfronet", "CSIRO", "SURF",
    "Ahrefs", "PCSS Poznan", "GENCI", "SberCloud", "Cineca", "FZJ", "Max-Planck-Gesellschaft", "NSC",
    "Karlsruher Institut für Technologie", "TotalEnergies", "University of Illinois NCSA", "Calcul Québec",
    "hessian.AI", "Aleph Alpha", "Pawsey Supercomputing Centre", "University of Edinburgh DiRAC", "CSCS",
    "Indiana University Bloomington", "University of Tokyo", "NSCC", "Osaka University", "University of Cambridge",
    "Leonardo SpA", "Princeton", "RPI", "TU Dresden", "University of Minnesota", "G42", "JAMSTEC", "Indiana University",
    "Universitaet Frankfurt", "Preferred Networks", "Texas A&M", "SiDi", "Dell", "MIT LLSC", "CSC", "NCI Australia",
    "High-Performance Computing Center Stuttgart", "GSIC", "University of Tsukuba", "Moscow State University",
    "Commissariat a l'Energie Atomique", "Simon Fraser University/Compute Canada", "University of Oxford", "MTS",
    "Laboratório Nacional de Computação Científica", "Cambridge", "iGenius", "Scaleway", "ParTec", "Sesterce",
    "Wroclaw Centre for Networking and Supercomputing", "NSTDA Supercomputer Center (ThaiSC)", "Atos",
    "Core42", "U.S. Army", "Horizon Compute", "Andreessen Horowitz", "Fastweb", "University of Florida",
    "Yotta", "KT", "Coreweave", "Anthropic-Amazon", "OpenAI", "Amazon", "Meta", "Opera Iceland",
]  # fmt: skip
NO_CLUSTER = re.compile(
    r"Anonymi[sz]ed|Paper on|cluster\b|Cluster\b|training|Rumou?r|plan\b|[Pp]lanned|\bClaim\b|Rental|Generic|rented"
    r"|Submission|Government|Investment|partnership|\d+k\b|[HAVBP]\d00|GB200|GH200|MI\d{3}|TPU|\d+ ?MW|\d+Mw|GW\b"
    r"|Supercomputer$|Possible|Company|Institute \d|supercomputer|Location \d|Datacenter|^Voltage Park|Alibaba Cloud in"
    r"|^Google |AI Gigafactory|data center|^Nscale|OpenAI/|\"|VMs?$|^AWS EC2|^P3|^Oracle |^Meta GenAI|Island \d|^X/|ND v2"
    r"|^Nebius (?:New|Kansas|Finland|8k)|^Sesterce (?:Grand|South|Val|Nord|H100)|^Microsoft Sweden|SambaNova|^xAI (?:5|Ful)"
    r"|in Claude|^CoreWeave|^Coreweave|^IREN|^Applied Digital|^Crusoe|^DataVolt|^HUMAIN|^SK Group|^Iris Energy|^Abu Dhabi"
    r"|^Hut 8|Stability|^Singtel|^Telangana|AI City|^Saudi Data|^NHN|^OneAsia|^PanaAI|^Foxconn|^Sustainable|^Chan |^Homer"
    r"|^HPE |^Denvr|^Ori |^MITRE|^MSU|^YTL|^SAKURA|^Sakura|^Siam|^SIAM|^Vultr|^Tesla (?:A100|Auto|Train)|^Meta (?:\d|Tem|Lou)"
    r"|Immunity|^SingularityNET|^Japan|^KDDI|DGX|^ImmunityBio|^Energy|^Vingroup|^Inflection|^GreenNode|^NHRI|^Google"
    r"|^FPT|^Huawei|^XTX|^Graphcore|^Stargate UAE|^OpenAI Stargate Abilene Oracle|^Core42 SuperPOD|Gcore|Scalable|Superpod"
    r"|^Microsoft Ares|^Microsoft Research|^Telecom|Wonder|VinAI|SuperPOD|^Azure OpenAI|^Continental|^Quebec|^Middle"
)
CLUSTER_NAMES = {
    "xAI Colossus Memphis": "Colossus", "xAI Colossus 2 Memphis": "Colossus 2", "Tesla Dojo 1": "Dojo 1",
    "Jupiter, Jülich": "JUPITER", "Mare Nostrum 5": "MareNostrum 5", "Jean Zay Supercomputer": "Jean Zay",
    "Alps Supercomputer": "Alps", "Petrobras Pegasus (Pégaso)": "Pégaso", "Meta Prometheus New Albany": "Prometheus",
    "Yotta Shakti Cloud NM1": "Shakti Cloud", "Yotta Shakti Cloud D1": "Shakti Cloud",
    "Meta Research SuperCluster (RSC-1)": "Research SuperCluster", "Samsung SSC4": "",
    "Meta Research SuperCluster 2 (RSC-2)": "Research SuperCluster 2", "Ezra-1 Stability AI AWS Cluster": "Ezra-1",
    "Center for Advanced Intelligence Project, RIKEN, RAIDEN": "RAIDEN", "Northern Data Group Njored": "Njoerd",
    "Argonne NL Sophia (Formerly Theta)": "Sophia", "University of Tokyo Wisteria/BDEC-01 (Aquarius)": "Wisteria/BDEC-01",
    "CSC Puhti": "Puhti", "AIRAWAT-PSAI": "AIRAWAT", "NVIDIA CoreWeave Eos-DFW Rumored": "", "NVIDIA SATURN V": "DGX Saturn V",
    "NVIDIA SATURN V Volta": "DGX Saturn V", "Nagoya University Flow Type II (Furo)": "Flow Type II",
    "JAMSTEC ZettaScaler-2.2 Gyoukou": "Gyoukou", "JAMSTEC ZettaScaler-2.0 Gyoukou": "Gyoukou",
    "Condor Galaxy 1 (CG-1)": "Condor Galaxy 1", "SENAI CIMATEC Ogbon Cimatec/Petrobras": "Ogbon",
    "Tesla Buffalo Dojo": "", "Oracle Vantage Data Centers Frontier": "", "Project Ceiba": "Project Ceiba",
    "Reliance Industries": "", "AWS Fast BERT Training": "", "Fluidstack France Gigawatt Campus": "", "RPI Supercomputer 2": "",
    "NSTDA Supercomputer Center (ThaiSC) LANTA": "Lanta", "Jetstream2": "Jetstream2", "Aramco Groq Inference Cluster": "",
    "Andreessen Horowitz Oxygen": "a16z Oxygen", "Microsoft Azure Eagle": "Azure Eagle", "MIT Supercloud": "MIT SuperCloud",
    "DeepL Mercury": "DeepL Mercury", "Princeton Della": "Della", "Project Rainier": "Project Rainier", "ND A100 v4": "",
    "NVIDIA Selene": "Selene", "GSIC TSUBAME 3.0": "TSUBAME3.0", "GSIC TSUBAME 2.5": "TSUBAME 2.5", "TACC Horizon": "Horizon",
    "Ubilink.AI": "Ubilink", "Texas A&M Grace": "Grace", "SK Telecom Titan": "SK Telecom Titan", "KT Internal": "",
    "RPI AiMOSx NPL": "", "Universitaet Frankfurt Goethe-NHR": "Goethe-NHR", "IBM DYEUS": "Dyeus",
    "SURF Snellius": "Snellius", "CEA EXA1-HE": "EXA1-HE", "Scaleway Nabuchodonosor": "Nabuchodonosor",
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
            name = full.removeprefix(operator + " ")
            return name, [full if name != full else ""]
    return full, []


def epoch_clusters(folder: Path, gaz: Gazetteer) -> list[Row]:
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


TOP500_LISTS = ["top500_june2023.csv", "top500_june2024.csv", "top500_november2024.csv", "top500_june2025.csv"]
PARTITION = re.compile(
    r"[ ,-]*\(?(?:(?:Scalable )?[CG]PU|Accelerator|Cluster|Booster|Data Centric|Scalable|Energy|AI/ML|ACC|GPP|SKL|ROME|TDS)"
    r"(?:[ -]?(?:X|only|segment|Partitions?|partition|Module|Nodes|Early Delivery))*\)?$"
    r"|[ ,-]*\((?:\d{4}|Phase \d|Green AI Accelerator|[CG]PU [Oo]nly|Odyssey|Aquarius)\)$| [Pp]hase \d(?: [CG]PU)?$"
    r"| Module \d$| -SX-Aurora TSUBASA$| Type II subsystem$| H100$| 128 Node DGX SuperPOD$| Early Delivery$"
    r"| Cluster us-east-1a$| - Subsystem A$| Node Group A$|, Tursa$| - JUPITER Exascale Transition Instrument$| - \d{4}$"
)
TOP500_PREFIX = re.compile(
    r"^(?:SNL/NNSA|LLNL/NNSA|LLNL|SNL|NVIDIA|DOE)?(?:[ -]?CTS-\d)?[ -](?=[A-Z])|^Supercomputer |^DiRAC, |^ATOS "
)
NO_SYSTEM = re.compile(
    r"^[A-Z]{1,4}\d+[A-Z]?$|^[A-Z]\d[A-Z]$|^N[AO][A-Z]*[\d-]|[Ss]ystem$|SuperPOD|GPU Cloud|^Amazon|^DA$|^PAI-|^SPR|THX|^JFRS"
    r"|^C24$|^AI-03$|^RE1$|^CTcluster$|^kakaocloud|Advanced Computing|^TTSystem|^CATT$|^42$|^43$|^Portage$|^Crash1$|^AMD |^UK\d"
    r"|^SEAS|^FPT|^NHN|^Cycloud|Simulator$|^WindRiver|^Alpha$|^Nano 5$|^C\d$|^Space HPC$|^HPCF|^Unizah|^ARF"
)
TOP500_NAMES = {
    "42": "fortytwo", "43": "", "SNL/NNSA CTS-1 Manzano": "Manzano", "LLNL-Tuolumne": "Tuolumne", "SuperMUC Phase 2": "SuperMUC",
    "Setonix – GPU": "Setonix", "HiPerGator AI": "HiPerGator", "DiRAC, Tursa": "Tursa", "TX-GAIA (Green AI Accelerator)": "TX-GAIA",
    "JETI - JUPITER Exascale Transition Instrument": "JETI", "JUPITER Booster": "JUPITER", "Earth Simulator -SX-Aurora TSUBASA":
    "Earth Simulator", "ITO - Subsystem A": "ITO", "Lise GPU-X": "Lise", "Flow Type II subsystem": "Flow Type II",
    "Eos NVIDIA DGX SuperPOD": "Eos", "NVIDIA Cambridge-1 DGX SuperPOD": "Cambridge-1", "Pre-Eos 128 Node DGX SuperPOD": "",
    "Opera Iceland KEF-1 SuperPOD": "", "KT DGX SuperPOD": "", "Honhai Super AI Computing Center 1": "", "AIRAWAT - PSAI": "AIRAWAT",
    "Emmy+": "Emmy", "Piz Daint Multicore": "Piz Daint", "DeepL Mercury": "DeepL Mercury", "DeepL Ceres": "DeepL Ceres",
    "Arka AI/ML": "Arka", "Unaizah-4": "Unaizah-4", "Cannon2-A100": "Cannon", "Greene-H100": "Greene", "Grace-GPU": "Grace",
    "Hopper NUS": "Hopper NUS", "Berzelius2": "Berzelius", "Berzelius3": "Berzelius", "El Capitan Early Delivery": "El Capitan",
    "Geely Wise Star-Dubhe": "", "Dhabi Supercomputer": "", "JD I1": "", "cascade": "Cascade", "occigen2": "Occigen2",
    "LANTA": "Lanta", "Hypercluster": "", "rzVernal": "rzVernal", "MN-3": "MN-3", "MTS GROM": "MTS Grom", "CLAIX (2018)": "CLAIX-2018", "Lockhart TDS": "",
    "VEGA HPC CPU": "Vega", "VEGA HPC GPU": "Vega", "Molecular Simulator": "", "Numerical Materials Simulator": "",
    "JOLIOT-CURIE ROME": "Joliot-Curie", "JOLIOT-CURIE SKL": "Joliot-Curie", "Frontier TDS": "Frontier", "ISEG": "ISEG",
    "Tianhe-2 LvLiang Solution": "Tianhe-2", "SSC-21 Scalable Module": "SSC-21", "SSC-24 Energy Module": "SSC-24",
    "Topaze-cpu": "Topaze", "Topaze-gpu": "Topaze", "LUMI-C": "LUMI", "Leonardo-CPU": "Leonardo", "Raven-GPU": "Raven",
    "Viper-GPU": "Viper", "Phoenix - 2022": "Phoenix", "ARF ACC": "", "Spartan GPU Partitions": "Spartan", "HSUper": "HSUper",
    "MareNostrum 5 ACC": "MareNostrum 5", "MareNostrum 5 GPP": "MareNostrum 5", "PITAGORA CPU": "Pitagora", "PITAGORA": "Pitagora",
    "Helios GPU": "Helios", "NeXXt AI Factory": "NeXXt AI Factory", "Grete Phase 3": "Grete", "Taranis": "Taranis",
    "MUSICA Phase 1": "MUSICA", "Plasma Simulator": "Plasma Simulator", "HEMUS": "Hemus", "Shaheen III - CPU": "Shaheen III",
    "Wisteria/BDEC-01 (Odyssey)": "Wisteria/BDEC-01", "ASPIRE 2A+": "ASPIRE 2A+", "THE CRUST 2.5": "", "ONYX": "Onyx",
    "Joule 2.0": "Joule 2.0", "Alex6": "", "Spartan2": "Spartan2", "NVIDIA DGX SuperPOD": "", "Ubilink": "Ubilink",
    "Cannon": "Cannon", "MAHTI": "Mahti", "COBRA": "Cobra", "IARA": "IARA", "CRONOS": "Cronos", "hotlum": "", "Jean Zay H100": "Jean Zay",
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
    "Apple Inc.": ("Apple", ["Apple Inc."]),
    "Coca-Cola Company": ("Coca-Cola", ["Coca-Cola Company", "The Coca-Cola Company"]),
    "Cooper Companies": ("Cooper Companies", ["The Cooper Companies"]),
    "Deere & Company": ("Deere", ["Deere & Company", "John Deere"]),
    "Dell Technologies": ("Dell", ["Dell Technologies"]),
    "Estée Lauder Companies": ("Estée Lauder", ["Estée Lauder Companies"]),
    "Ford Motor Company": ("Ford", ["Ford Motor", "Ford Motor Company"]),
    "Fox Corporation": ("Fox Corporation", ["Fox Corp."]),
    "Genuine Parts Company": ("Genuine Parts Company", []),
    "General Motors": ("General Motors", ["GM"]),
    "Goldman Sachs": ("Goldman Sachs", []),
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
    "Edison International": ("Edison International", []),
    "News Corp": ("News Corp", ["News Corporation"]),
    "Akamai Technologies": ("Akamai", ["Akamai Technologies"]),
    "Arista Networks": ("Arista Networks", ["Arista"]),
    "Cadence Design Systems": ("Cadence Design Systems", ["Cadence?"]),
    "Thermo Fisher Scientific": ("Thermo Fisher Scientific", ["Thermo Fisher"]),
    "Motorola Solutions": ("Motorola Solutions", []),
    "Merck & Co.": ("Merck & Co.", ["Merck Sharp & Dohme", "MSD"]),
    "Alphabet Inc.": ("Alphabet", ["Alphabet Inc."]),
    "FedEx Freight": ("FedEx Freight", []),
    "UnitedHealth Group": ("UnitedHealth", ["UnitedHealth Group"]),
    "United Airlines Holdings": ("United Airlines", ["United Airlines Holdings"]),
    "Wynn Resorts": ("Wynn Resorts", []),
    "Expedia Group": ("Expedia", ["Expedia Group"]),
    "CME Group": ("CME Group", ["CME"]),
    "Intercontinental Exchange": ("Intercontinental Exchange", []),
    "Texas Instruments": ("Texas Instruments", []),
    "Delta Air Lines": ("Delta Air Lines", ["Delta Airlines"]),
    "Warner Bros. Discovery": ("Warner Bros. Discovery", ["Warner Bros Discovery"]),
}
LEGAL = re.compile(r",? (?:Inc\.?|plc|Corporation|Corp\.|Limited|Ltd\.|& Co\.|& Company|Company|Holdings|N\.V\.)$")


def sp500(folder: Path, gaz: Gazetteer, known: dict[str, str]) -> list[Row]:
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
    "operators/telecom/data_center": 1, "operators/telecom/exchange": 1, "operators/office/energy_supplier": 1,
    "operators/power/generator": 1, "operators/power/plant": 1, "operators/man_made/works": 1,
    "operators/man_made/mast": 1, "operators/man_made/street_cabinet": 1, "operators/amenity/charging_station": 1,
    "brands/shop/car": 2, "brands/shop/motorcycle": 2, "brands/amenity/bank": 2, "brands/amenity/post_office": 2,
    "brands/amenity/charging_station": 2, "brands/shop/hifi": 2, "brands/shop/computer": 3,
    "brands/shop/electronics": 3, "brands/shop/mobile_phone": 3, "brands/shop/video_games": 3,
}  # fmt: skip
EU = {
    "be", "bg", "cy", "cz", "dk", "ee", "es", "fi", "fr", "fx", "gr", "hr", "hu", "ie", "it", "li", "lt", "lu", "lv",
    "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk",
}  # fmt: skip
FAR = {"ca", "jp", "in", "cn", "au", "kr", "tw", "br", "mx", "nz", "tr", "sa", "ae", "ua"}
NETWORKS = {
    "Aral pulse", "bp pulse", "ChargePlace Scotland", "Circuit électrique", "E.ON Drive", "Electrify America",
    "Electrify Canada", "Ladeverbund+", "Rivian Adventure Network", "Shell Recharge", "Tesla Supercharger",
    "Vattenfall InCharge", "Belib'", "Autolib'", "Source London", "eborn", "evpass", "GOFAST", "Move", "MOVE",
    "Mobi.E", "EKO Charge&Go", "FPL EVolution", "Révéo", "Mobive", "Modulo", "WiiiZ", "Ouest Charge",
}  # fmt: skip
# Identifiers that stand for another thing than the name: the shops, a part, or the maker of the named network.
NOT_ITS_ID = {
    "Samsung", "LG", "Rivian Adventure Network", "Telekom", "Deutsche Post", "Three", "Mail Boxes Etc.", "Constellation",
    "EE", "Verizon Wireless", "Lumen", "Bosch", "Jaguar", "Mercedes-Benz", "MINI", "Mini", "O2", "smart", "Smart", "Orlen",
    "Audi AG", "EnBW mobility+", "Innogy", "Nuon", "DPD", "Tata", "Meta", "T-Mobile", "Hero", "Bajaj", "TVS", "Volvo",
    "Norfolk Southern", "Shell", "Mercedes-Benz", "OTP Bank", "Duke Energy", "ExxonMobil", "Total", "Honor", "Orange",
    "Sparkasse", "Volksbank", "Raiffeisen", "Volkswagen", "Die Post", "Post Office", "Vivo",
}  # fmt: skip
NO_FIRM = re.compile(
    r"^(?:Stadt|Gemeinde|City of|Town of|Ville de|Mairie|Gemeente|Comune|Ajuntament|Land|Landkreis|Kreis|Federaci|Fédération"
    r"|Syndicat|Département|Communauté|Município|Mancomunidad)\b|\b(?:kommune|Kommune|Kommun|Kaupunki|kaupunki|County|Council|Police|Sheriff|University"
    r"|College|School|Department|Authority|Army|Air Force|Bundeswehr|Fire Brigade|Rundfunk|rundfunk|Railway Museum|Commission"
    r"|Wasserverband|Church|Caritas|Siochána|Síochána|District|Bureau|Agglom|Métropole|Shop|Store|Centre|Butik|Federal Credit"
    r"|kirche|Bund für|Trust$|Surgery|ministry)\b|butikken$|e\. ?V\.$|Credit Union$|^(?:Zwickau|Areal|Orplid|ABC|Galería|Nextbike)"
)
NO_BRAND = {
    "hi", "du", "au", "Game", "Beep", "Brain", "Bug", "Comfy", "Comet", "DATES MOBILE", "ASP", "ICE", "OK", "EO", "ETA", "EVC",
    "NEW", "EAM", "EP:", "UEM", "UTE", "WVV", "ALTIS", "K-Lataus", "ABC-lataus", "Discovery", "Defender", "Range Rover", "Oncos",
    "Best Buy Mobile", "Vertu", "Kapitol", "Zero", "Zest", "Loop", "Mobo", "Capi", "Elon", "Gitem", "Spar", "My Market", "Mace",
    "Baltimore Police Department", "Tesla Supercharger", "Enterprise Car Sales", "Hertz Car Sales", "BMW Motorrad", "Ubeeqo",
    "Lidl France", "Lidl Sverige KB", "Total Marketing France", "UAB Ignitis", "ADAC", "ÖAMTC", "BDBOS", "ORS", "Zara", "Whole Foods",
    "McDonald's", "Sainsbury's", "Sony Centre", "Charging the Regions", "Bürgerservice", "Jet", "Kreis", "Viva", "Toka", "Volg",
    "Garda Síochána", "Metropolitan Police Service", "Middlebury College", "Irish Rail", "V-MARKT", "Penny Market", "Eve",
    "National Bank", "Municipal Bank", "Universal Bank", "Union Bank", "Plus Bank", "Banking Hub", "Recharge", "Bank of Japan",
    "Banque de France", "Sparkassen", "American Towers", "Post Office", "Die Post", "Royal Dutch Shell", "ANFR", "One", "Plus",
    "United States Cellular", "Popular", "Public", "Partner", "Power", "Mercantil", "The Cumberland", "The Nottingham", "UNI",
    "Südwestrundfunk", "Agentschap Wegen en Verkeer", "USACE Northwestern Division", "SIEML", "SIEEEN", "SIPLEC", "Sigeif",
    "CSDD", "MDA", "Morbihan énergies", "S.T.P.T.", "Révéo", "Gremo na elektriko", "TNT", "Emotion", "eMotion", "Hartlauer", "Atlante", "Akademiska Hus", "Oslo kommune", "WPO", "FM Conway", "DEW",
    "Verizon Virginia", "Bond", "Starlink", "Tata", "Hero", "Alpine", "Lotus", "Genesis", "Indigo", "Zunder", "Modulo",
    "Kia Motors", "Nextbike", "Berliner Verkehrsbetriebe", "Cottbusverkehr", "Bernmobil", "London Fire Brigade", "Deviwa",
    "iHeartMedia", "Formosa Plastics", "NTR", "Boreas", "Landwind", "TSE", "Postcon", "Iris", "EB Games", "OVG", "EVO",
}  # fmt: skip
# Outside the German- and English-speaking countries only these categories hold names met in the news.
ABROAD = {
    "brands/office/company", "brands/office/it", "brands/office/telecommunication", "brands/shop/car",
    "brands/shop/motorcycle", "brands/shop/mobile_phone", "brands/shop/hifi", "operators/telecom/data_center",
    "operators/telecom/exchange",
}  # fmt: skip
IN_EUROPE = ABROAD | {
    "brands/amenity/bank", "brands/amenity/charging_station", "brands/amenity/post_office", "brands/shop/electronics",
    "operators/office/energy_supplier", "operators/amenity/charging_station", "brands/shop/computer",
}  # fmt: skip
# Short names that are always the firm's.
SHORT = {
    "BMW", "BYD", "ABB", "UBS", "NIO", "DHL", "DPD", "GLS", "KTM", "ÖBB", "SBB", "NTT", "LG", "AXA", "BP", "BT", "EDF", "OMV",
    "TIM", "RBS", "GMC", "GWM", "JBL", "DKB", "HVB", "BBVA", "ČEZ", "EVN", "EKZ", "BKW", "SFR", "ING", "TSB", "SEB",
}  # fmt: skip
# Names that become a place's or a common word without their legal form.
BRAND_NAMES = {
    "EnBW Energie Baden-Württemberg AG": "EnBW", "Vattenfall Europe AG": "Vattenfall Europe", "currys": "Currys",
    "cyberport": "Cyberport", "a2a": "A2A", "EDEKA": "Edeka",
}  # fmt: skip
KEEP_LEGAL = {"Energie AG", "Neckar AG", "Salzburg AG", "Westfalen AG", "Linz AG", "Taylor Corporation", "Green City AG", "Pro AG"}
FIRM_LEGAL = re.compile(
    r",? (?:AG(?: und Co\. ?KG)?|SE|S\.?A\.?S?|S\.?p\.?A\.?|GmbH(?: & Co\. ?KG)?|KG|KGaA|eG|Ltd\.?|Limited|Inc\.?|LLC|LP|plc|PLC"
    r"|Corp\.?|Corporation|A/S|AS|AB|N\.V\.|B\.V\.|Kft\.|a\.s\.|gGmbH|mbH|UG)$"
)


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


def brands(folder: Path) -> Iterator[tuple[int, int, str, list[str], str, str, str]]:
    """The usable rows: reach, trust, name, aliases, identifier, class, countries."""
    for entry in read_rows(folder / "gaz_nsi_brands" / "brands.csv"):
        trust = CATEGORIES.get(entry["category"], -1)
        full = entry["name"] if latin(entry["name"]) else entry["name_en"]
        distance = reach(entry["countries"])
        where = entry["category"]
        foreign = (distance == 5 and where not in ABROAD) or (distance in (3, 4) and where not in IN_EUROPE)
        if trust < 0 or distance == 9 or foreign or not full or not latin(full) or len(full) > MAX_NAME:
            continue
        name, aliases = firm(full)
        banned = NO_FIRM.search(full) or NO_FIRM.search(name) or name in NO_BRAND or full in NO_BRAND
        if banned or len(name) < 2 or re.match(r"^[a-z]{1,4}$", name):
            continue
        cls = "Network" if name in NETWORKS else "Company"
        yield distance, trust, name, aliases, entry["wikidata"], cls, entry["countries"]


def nsi_ids(folder: Path, american: bool = False) -> dict[str, str]:
    """Name (case folded) -> identifier, where exactly one trustworthy identifier carries the name.

    An identifier that also carries a longer name (Rivian, Rivian Adventure Network) is left out, since the list
    does not say which of the two it means. With ``american`` only firms active in the United States count.
    """
    found: dict[str, list[tuple[bool, int, int, str]]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    for _, _, name, _, wikidata, _, _ in brands(folder):
        bearers[wikidata].add(name.casefold())
    for distance, trust, name, aliases, wikidata, _, areas in brands(folder):
        if american and not {"us", "001", "conus"} & set(areas.split(";")):
            continue
        doubtful = name in NOT_ITS_ID or any(b.startswith(name.casefold() + " ") for b in bearers[wikidata])
        if wikidata and not doubtful:
            for n in {name, *aliases}:
                found[n.casefold()].append((bool(aliases) and n == name, trust, distance, wikidata))
    result: dict[str, str] = {}
    for name, ids in found.items():
        best = min(ids)
        if len({i[3] for i in ids if i[:3] == best[:3]}) == 1:
            result[name] = best[3]
    return result


def nsi_brands(folder: Path, gaz: Gazetteer, known: dict[str, str]) -> list[Row]:
    rows: list[Row] = []
    used: dict[str, str] = {}
    for _, _, name, aliases, wikidata, cls, _ in sorted(brands(folder), key=lambda b: (b[0], b[1], len(b[2]), b[2])):
        key = slug(name)
        if used.setdefault(wikidata, key) != key:
            continue  # another name under the same identifier: a branch or a trade name
        identifier = known.get(name.casefold(), "") if name not in NOT_ITS_ID else ""
        rows.append(Row(name, cls, list(aliases), name not in SHORT and (gaz.unclear(name) or len(name) <= 3), identifier))
    settled: dict[str, Row] = {}
    for row in rows:
        if slug(row.name) in settled or len(settled) < MAX_BRANDS:
            settled.setdefault(slug(row.name), row)
    return gaz.settle(settled.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", type=Path, help="the folder of lists")
    parser.add_argument("output", type=Path, help="the folder of the gazetteer")
    options = parser.parse_args()
    words_file = Path(__file__).with_name("ordinary_words.txt")
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
