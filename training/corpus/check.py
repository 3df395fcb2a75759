#!/usr/bin/env python3
"""Parse and check the corpus: check.py FILE... prints every fault with file and line, then counts. Exits 1 on faults.

`read(path)` yields articles: {"id", "date", "lang", "text", "sentences": [(begin, end)], "mentions": [(begin, end, id, kind)],
"entities": {id: class}, "facts": [{"sentences", "s", "p", "o", "modality", ...}]}.
"""

import re
import sys
from collections import Counter
from pathlib import Path

PARENT = {
    "Company": "Organization",
    "NewsMedia": "Organization",
    "ResearchInstitution": "Organization",
    "GovernmentBody": "Organization",
    "AIModel": "Product",
    "Software": "Product",
    "Hardware": "Product",
    "DataCenter": "Infrastructure",
    "Supercomputer": "Infrastructure",
    "Factory": "Infrastructure",
    "Network": "Infrastructure",
}
CLASSES = set(PARENT) | {"Person", "Organization", "Product", "Infrastructure", "Place", "Technology", "Event"}
PE, OR, PR, IN, PL, TE, EV = "Person", "Organization", "Product", "Infrastructure", "Place", "Technology", "Event"
RELATIONS = {
    "founded": ({PE, OR}, {OR}),
    "leads": ({PE}, {OR}),
    "worksFor": ({PE}, {OR}),
    "formerlyAt": ({PE}, {OR}),
    "boardMemberOf": ({PE}, {OR}),
    "owns": ({PE, OR}, {OR, PR, IN}),
    "subsidiaryOf": ({OR}, {OR}),
    "acquired": ({OR, PE}, {OR, PR}),
    "mergedWith": ({OR}, {OR}),
    "investedIn": ({PE, OR}, {OR, IN, PR}),
    "partnersWith": ({OR}, {OR}),
    "competesWith": ({OR, PR}, {OR, PR}),
    "supplies": ({OR}, {OR}),
    "sued": ({PE, OR}, {PE, OR}),
    "regulates": ({OR}, {OR, PR}),
    "develops": ({PE, OR}, {PR, TE}),
    "offers": ({OR}, {PR}),
    "uses": ({PE, OR, PR, IN}, {PR, IN, TE}),
    "integratedInto": ({PR}, {PR, OR}),
    "basedOn": ({PR}, {PR, TE}),
    "versionOf": ({PR}, {PR}),
    "succeeds": ({PR}, {PR}),
    "operates": ({OR}, {IN}),
    "builds": ({OR}, {IN}),
    "equippedWith": ({IN, PR}, {PR}),
    "hosts": ({IN}, {PR, OR}),
    "headquarteredIn": ({OR}, {PL}),
    "locatedIn": ({OR, IN, EV, PL}, {PL}),
    "worksOn": ({PE, OR}, {TE}),
}
NUMBERS = {
    "unitCount",
    "powerCapacity",
    "employeeCount",
    "userCount",
    "funding",
    "valuation",
    "revenue",
    "price",
    "stake",
    "probability",
}
DATES = {"foundedOn", "releasedOn", "plannedFor"}
MODALITIES = {"Asserted", "Planned", "Predicted", "Possible", "Denied"}
MENTION = re.compile(r"\[(~?)([^\[\]|]+)\|([a-z]+\d+)(?::([A-Za-z]+))?\]")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
NUM = re.compile(r"\d+(\.\d+)?$")


class Fault(Exception):
    pass


def _finish(art, lines, fault):
    text, where = "", {}
    for number, line, raw in lines:
        if raw == "":
            text = text.rstrip("\n") + "\n\n" if text else ""
            continue
        if text and not text.endswith("\n"):
            text += "\n" if art["sentences"] and art["headline_open"] else " "
        begin, pos = len(text), 0
        out = ""
        for m in MENTION.finditer(raw):
            out += raw[pos : m.start()]
            tilde, surface, ident, cls = m.groups()
            if surface != surface.strip():
                fault(number, f"white space at the edge of [{surface}]")
            if cls:
                if cls not in CLASSES:
                    fault(number, f"unknown class {cls}")
                elif art["entities"].setdefault(ident, cls) != cls:
                    fault(number, f"{ident} is {art['entities'][ident]} and {cls}")
                if tilde:
                    fault(number, f"{ident} is introduced by a nominal; introduce it by its name")
            elif ident not in art["entities"]:
                fault(number, f"{ident} has no class at its first mention")
            art["mentions"].append(
                (begin + len(out), begin + len(out) + len(surface), ident, "nominal" if tilde else "name")
            )
            where.setdefault(len(art["sentences"]) + 1, set()).add(ident)
            out += surface
            pos = m.end()
        out += raw[pos:]
        if re.search(r"[\[\]|]", out):
            fault(number, f"stray bracket or bar: {out[:60]}")
        text += out
        art["sentences"].append((begin, len(text)))
        art["headline_open"] = line == "#"
    art["text"] = text
    return where


def read(path, faults=None):
    path = Path(path)
    lang = path.parent.name

    def fault(number, what):
        if faults is None:
            raise Fault(f"{path}:{number}: {what}")
        faults.append(f"{path}:{number}: {what}")

    art, body, facts = None, [], []

    def close():
        if art is None:
            return None
        where = _finish(art, body, fault)
        del art["headline_open"]
        for number, raw in facts:
            parts = raw.split()
            if len(parts) < 4:
                fault(number, f"too short: {raw}")
                continue
            sents, s, p, o, *rest = parts
            extra, modality = {}, "Asserted"
            for r in rest:
                if "=" in r:
                    k, v = r.split("=", 1)
                    extra[k] = v
                elif r in MODALITIES:
                    modality = r
                else:
                    fault(number, f"not understood: {r}")
            try:
                nums = [int(x) for x in sents.split("+")]
            except ValueError:
                fault(number, f"sentence numbers: {sents}")
                continue
            if any(n < 1 or n > len(art["sentences"]) for n in nums):
                fault(number, f"no sentence {sents}")
                continue
            near = set().union(*(where.get(n, set()) for n in nums))
            need = [s]
            if p in RELATIONS:
                need.append(o)
                dom, rng = RELATIONS[p]
                for ident, allowed in ((s, dom), (o, rng)):
                    cls = art["entities"].get(ident)
                    if cls and PARENT.get(cls, cls) not in allowed:
                        fault(number, f"{p}: {ident} is {cls}, not {'/'.join(sorted(allowed))}")
                if p == "competesWith" and {
                    PARENT.get(art["entities"].get(x, ""), art["entities"].get(x)) for x in (s, o)
                } == {OR, PR}:
                    fault(number, "competesWith joins two organizations or two products")
                if s == o:
                    fault(number, f"{p} joins {s} to itself")
            elif p in NUMBERS:
                if not all(NUM.match(x) for x in o.split("..")) or len(o.split("..")) > 2:
                    fault(number, f"not a number: {o}")
                if p in {"stake", "probability"} and any(float(x) > 1 for x in o.split("..") if NUM.match(x)):
                    fault(number, f"{p} is a share between 0 and 1: {o}")
            elif p in DATES:
                if not DATE.match(o):
                    fault(number, f"not a date: {o}")
            else:
                fault(number, f"unknown property {p}")
            need += [v for k, v in extra.items() if k in {"by", "of"}]
            for ident in need:
                if ident not in art["entities"]:
                    fault(number, f"unknown entity {ident}")
                elif ident not in near:
                    fault(number, f"{ident} is not mentioned in sentence {sents}")
            for k, v in extra.items():
                if (
                    k in {"at", "since", "until"}
                    and not DATE.match(v)
                    or k not in {"by", "of", "at", "since", "until", "unit"}
                ):
                    fault(number, f"not understood: {k}={v}")
            art["facts"].append({"sentences": nums, "s": s, "p": p, "o": o, "modality": modality, **extra})
        return art

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.rstrip()
        if line.startswith("@ "):
            done = close()
            if done:
                yield done
            parts = line.split()
            if len(parts) != 3 or not DATE.match(parts[2]):
                fault(number, "an article begins '@ id YYYY-MM-DD'")
            art = {
                "id": parts[1],
                "date": parts[-1],
                "lang": lang,
                "sentences": [],
                "mentions": [],
                "entities": {},
                "facts": [],
                "headline_open": False,
            }
            body, facts = [], []
        elif art is None:
            if line:
                fault(number, "text before the first '@' line")
        elif line.startswith("- "):
            facts.append((number, line[2:]))
        elif facts and line:
            fault(number, "text after the facts")
        elif line.startswith("# "):
            body.append((number, "#", line[2:]))
        elif not facts:
            body.append((number, "", line))
    done = close()
    if done:
        yield done


def main():
    faults, arts = [], []
    for path in sys.argv[1:]:
        arts += list(read(path, faults))
    print("\n".join(faults[:200]))
    ids = Counter(a["id"] for a in arts)
    twice = [i for i, n in ids.items() if n > 1]
    shapes = Counter()
    for a in arts:
        for b, e in a["sentences"]:
            spans = [m for m in a["mentions"] if b <= m[0] < e]
            out, pos = "", b
            for mb, me, _, _ in sorted(spans):
                out += a["text"][pos:mb] + "X"
                pos = me
            shapes[re.sub(r"\d+", "0", out + a["text"][pos:e]).strip()] += 1
    words = sum(len(a["text"].split()) for a in arts)
    print(
        f"articles {len(arts)}  words {words}  sentences {sum(len(a['sentences']) for a in arts)}  mentions {sum(len(a['mentions']) for a in arts)} "
        f"(nominal {sum(m[3] == 'nominal' for a in arts for m in a['mentions'])})  facts {sum(len(a['facts']) for a in arts)}  with speaker {sum('by' in f for a in arts for f in a['facts'])}"
    )
    print("classes   ", dict(Counter(c for a in arts for c in a["entities"].values()).most_common()))
    print("properties", dict(Counter(f["p"] for a in arts for f in a["facts"]).most_common()))
    print("modality  ", dict(Counter(f["modality"] for a in arts for f in a["facts"]).most_common()))
    print(
        "repeated sentence shapes",
        sum(n - 1 for n in shapes.values() if n > 1),
        [s for s, n in shapes.most_common(5) if n > 1],
    )
    if twice:
        print("ids used twice:", twice)
    print(f"faults {len(faults)}")
    return bool(faults or twice)


if __name__ == "__main__":
    sys.exit(main())
