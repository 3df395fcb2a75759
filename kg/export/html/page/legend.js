// What the shapes and lines mean, with how many there are.

function renderLegend() {
  const legend = document.querySelector("#legend > div");
  const byClass = tally(data.entities.map((entity) => entity.cls));
  const groupOf = new Map(data.entities.map((entity) => [entity.cls, entity.group]));
  const classes = [...byClass].sort(([a, m], [b, n]) => n - m || label(a).localeCompare(label(b), language));
  const byModality = tally(data.claims.filter((claim) => !claim.value).map((claim) => claim.modality));
  const lines = [...byModality].sort(([a], [b]) => MODALITIES.indexOf(a) - MODALITIES.indexOf(b));
  const row = (picture, text, n) => h("li", {}, picture, h("span", {}, text), h("span", { class: "n" }, number(n)));
  legend.replaceChildren(
    h("h3", {}, say("classes")),
    h("ul", { class: "classes" }, classes.map(([cls, n]) => row(swatch(groupOf.get(cls)), label(cls), n))),
    h("h3", {}, say("lines")),
    h("ul", { class: "lines" }, lines.map(([one, n]) => row(stroke(one), modality(one), n))),
  );
  document.getElementById("legend").hidden = !entities.size;
}

function tally(names) {
  const counts = new Map();
  for (const one of names) counts.set(one, (counts.get(one) || 0) + 1);
  return counts;
}
