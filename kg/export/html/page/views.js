// What the panel can show: an overview, an entity, or claims.

function overview() {
  const busiest = [...entities.values()].filter((one) => one.degree > 0).sort((a, b) => b.degree - a.degree).slice(0, 6);
  return [
    heading(say("overview")),
    h("p", { class: "lead" }, entities.size ? say("overviewText") : say("empty")),
    busiest.length ? h("h3", {}, say("mostConnected")) : null,
    h("ol", { class: "plain" }, busiest.map((one) => h("li", { class: "row" }, swatch(one.group), entityButton(one.id), quietly(count("factCount", one.degree))))),
    documents.size ? h("h3", {}, say("documents")) : null,
    h(
      "ul",
      { class: "plain" },
      [...documents.values()].map((one) =>
        h(
          "li",
          { class: "entry" },
          h("button", { type: "button", class: "link", onclick: () => show({ kind: "document", id: one.id }) }, name(documentTitle(one))),
          documentFacts(one),
        ),
      ),
    ),
  ];
}

function entityView({ id }) {
  const entity = entities.get(id);
  const all = entity.facts.map((claim) => claims.get(claim));
  const values = all.filter((claim) => claim.value);
  const facts = all.filter((claim) => !claim.value);
  return [
    heading(name(entity.label)),
    h("p", { class: "kind" }, swatch(entity.group), label(entity.cls), entity.mentions ? quietly(`· ${count("mentionCount", entity.mentions)}`) : null),
    entity.aliases.length ? h("h3", {}, say("aliases")) : null,
    entity.aliases.length ? h("ul", { class: "aliases" }, entity.aliases.map((alias) => h("li", {}, name(alias)))) : null,
    values.length ? h("h3", {}, say("values")) : null,
    values.length ? h("ul", { class: "plain" }, values.map(valueRow)) : null,
    h("h3", {}, say("facts")),
    facts.length ? groups(facts, id) : h("p", { class: "lead" }, say("noFacts")),
  ];
}

function valueRow(claim) {
  const text = valueText(claim);
  const words = claim.value.words;
  const time = timeText(claim);
  return h(
    "li",
    { class: "entry" },
    h("span", { class: "row" }, h("span", { class: "property" }, label(claim.property)), h("strong", {}, text), chip(claim)),
    h(
      "span",
      { class: "row small" },
      words === text ? null : h("q", { dir: "auto" }, words),
      time ? h("span", {}, time) : null,
      evidenceButton(claim),
    ),
  );
}

// Facts by property; what goes out from the entity and what comes in are set apart.
function groups(facts, id) {
  const groupOf = new Map();
  for (const claim of facts) {
    const key = `${claim.subject === id ? "→" : "←"} ${claim.property}`;
    groupOf.set(key, [...(groupOf.get(key) || []), claim]);
  }
  const inOrder = [...groupOf].sort(([a], [b]) => (a[0] === b[0] ? a.localeCompare(b) : a[0] === "→" ? -1 : 1));
  return inOrder.map(([key, members]) => {
    const outgoing = key[0] === "→";
    const title = h("h4", {}, h("span", { class: "arrow", title: say(outgoing ? "outgoing" : "incoming"), "aria-label": say(outgoing ? "outgoing" : "incoming") }, key[0]), " ", label(members[0].property));
    return h("section", { class: "group" }, title, h("ul", { class: "plain" }, members.map((claim) => factRow(claim, outgoing ? claim.object : claim.subject))));
  });
}

function factRow(claim, other) {
  const titles = [...new Set(claim.evidence.map((one) => documentTitle(documents.get(one.document))))];
  return h(
    "li",
    { class: "entry" },
    h("span", { class: "row" }, swatch(entities.get(other).group), entityButton(other), claim.modality === "Asserted" ? null : chip(claim)),
    h("span", { class: "row small" }, h("span", { class: "title" }, name(titles.join(", "))), evidenceButton(claim)),
  );
}

function evidenceButton(claim) {
  const object = claim.value ? valueText(claim) : entities.get(claim.object).label;
  const fact = `${entities.get(claim.subject).label} ${label(claim.property)} ${object}`;
  return h("button", { type: "button", class: "quiet", "aria-label": say("evidenceOf", { fact }), onclick: () => showClaim(claim) }, say("evidence"));
}

function claimsView({ edge, claim }) {
  const drawn = edge ? edges.get(edge) : null;
  const first = (drawn ? drawn.claims : [claim]).map((id) => claims.get(id));
  first.sort((a, b) => Number(b.id === claim) - Number(a.id === claim));
  const others = drawn
    ? [...edges.values()].filter((one) => one.id !== edge && samePair(one, drawn)).flatMap((one) => one.claims.map((id) => claims.get(id)))
    : [];
  return [
    heading(say("claims")),
    first.map(claimCard),
    others.length ? h("h3", {}, say("alsoBetween")) : null,
    others.map(claimCard),
  ];
}

function samePair(one, other) {
  return (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);
}

function heading(...children) {
  return h("h2", { tabindex: "-1" }, children);
}

function quietly(text) {
  return h("span", { class: "quietly" }, text);
}
