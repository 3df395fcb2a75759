// The panel on the right: one view at a time, and the way back.
const VIEWS = { overview, entity: entityView, claims: claimsView, document: documentView };
const panel = document.getElementById("panel");
const visited = [];
let current = { kind: "overview" };

// Show a view; focus goes to its heading if it was in the panel, whose old contents are gone.
function show(view) {
  if (JSON.stringify(view) !== JSON.stringify(current)) visited.push(current);
  current = view;
  renderPanel();
}

function back() {
  current = visited.pop() || { kind: "overview" };
  renderPanel();
  emphasise(current);
}

function close() {
  visited.length = 0;
  current = { kind: "overview" };
  renderPanel();
  emphasise(current);
}

function renderPanel() {
  const hadFocus = panel.contains(document.activeElement);
  const bar = current.kind === "overview" ? null : h(
    "div",
    { class: "bar" },
    h("button", { type: "button", class: "quiet", onclick: back }, `← ${say("back")}`),
    h("button", { type: "button", class: "quiet", onclick: close, "aria-label": say("close"), title: say("close") }, "×"),
  );
  const body = h("div", { class: "view", "data-view": current.kind }, VIEWS[current.kind](current).flat(Infinity).filter(Boolean));
  panel.replaceChildren(...(bar ? [bar, body] : [body]));
  panel.scrollTop = 0;
  if (hadFocus) panel.querySelector("h2").focus({ preventScroll: true });
  const sentence = panel.querySelector("mark.sentence");
  if (sentence) sentence.scrollIntoView({ block: "center" });
  else if (current.kind !== "overview" && narrow()) panel.scrollIntoView({ block: "start" });
  document.getElementById("status").textContent = announcement();
}

function narrow() {
  return matchMedia("(max-width: 820px)").matches;
}

function announcement() {
  if (current.kind !== "entity") return current.kind === "overview" ? "" : panel.querySelector("h2").textContent;
  const entity = entities.get(current.id);
  return say("selected", { name: entity.label, facts: count("factCount", entity.facts.length) });
}

// Choose an entity, from wherever: its panel opens and the drawing moves to it.
function select(id) {
  if (!entities.has(id)) return;
  const view = { kind: "entity", id };
  show(view);
  emphasise(view);
  moveTo(id);
}

function selectEdge(id) {
  if (!edges.has(id)) return;
  const view = { kind: "claims", edge: id };
  show(view);
  emphasise(view);
}

function showClaim(claim) {
  const view = { kind: "claims", edge: edgeOfClaim.get(claim.id), claim: claim.id };
  show(view);
  emphasise(view);
}
