// Start: everything is put in place once, and again when the language changes.

function renderTexts() {
  document.documentElement.lang = language;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  const counted = { entities: count("entityCount", entities.size), facts: count("factCount", claims.size) };
  document.getElementById("counts").textContent = [counted.entities, counted.facts, count("documentCount", documents.size)].join(" · ");
  const button = document.getElementById("language");
  button.textContent = say("otherLanguage");
  button.lang = language === "en" ? "de" : "en";
  // The element that vis makes takes the keyboard's focus, so it carries the description.
  const drawn = document.querySelector("#canvas .vis-network");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", say("canvas", counted));
  for (const edge of data.network.edges) edge.shown = edgeLabel(edge);
}

function render() {
  renderTexts();
  renderList();
  renderLegend();
  renderPanel();
}

function listen() {
  listenToList();
  document.getElementById("language").addEventListener("click", () => {
    language = language === "en" ? "de" : "en";
    render();
    paint();
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.35));
  document.getElementById("further").addEventListener("click", () => zoom(1 / 1.35));
  document.getElementById("whole").addEventListener("click", () => showWhole(300));
  // vis focuses the drawing by script, which browsers take for the keyboard's doing.
  document.addEventListener("pointerdown", () => (document.documentElement.dataset.input = "pointer"), true);
  document.addEventListener("keydown", (event) => {
    document.documentElement.dataset.input = "keyboard";
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape" && current.kind !== "overview" && !(typing && search.value)) close();
  });
}

if (narrow()) document.getElementById("legend").open = false;
document.getElementById("empty").hidden = entities.size > 0;
for (const edge of data.network.edges) edge.shown = edgeLabel(edge);
drawNetwork();
render();
listen();
window.techkg = { network, select, selectEdge, data };
