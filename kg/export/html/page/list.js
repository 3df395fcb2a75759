// Search and the list of entities, through which everything can be reached without the drawing.
const MOST_SHOWN = 300;
const list = document.getElementById("list");
const search = document.getElementById("search");

// Small letters without marks, so that "uber" finds "Über".
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const searchable = new Map(
  data.entities.map((entity) => [entity.id, [entity.label, ...entity.aliases].map((text) => ({ text, plain: plain(text) }))]),
);

// How well a name answers: 0 begins with it, 1 a word begins with it, 2 contains it, 3 does not.
function rank(text, wanted) {
  const at = text.indexOf(wanted);
  if (at <= 0) return at === 0 ? 0 : 3;
  return /[\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1;
}

function matches() {
  const wanted = plain(search.value.trim());
  const order = new Intl.Collator(language, { numeric: true });
  const found = [];
  for (const entity of data.entities) {
    const names = searchable.get(entity.id).map((one, place) => ({ text: one.text, place, rank: rank(one.plain, wanted) }));
    const best = names.reduce((a, b) => (b.rank < a.rank ? b : a));
    if (best.rank < 3) found.push({ entity, alias: best.place ? best.text : null, rank: best.rank });
  }
  const byName = (a, b) => order.compare(a.entity.label, b.entity.label);
  return found.sort((a, b) => (wanted ? a.rank - b.rank || b.entity.degree - a.entity.degree : 0) || byName(a, b));
}

function renderList() {
  const found = matches();
  const rows = found.slice(0, MOST_SHOWN).map(({ entity, alias }) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", "data-entity": entity.id, "aria-current": current.kind === "entity" && current.id === entity.id ? "true" : null, onclick: () => select(entity.id) },
        swatch(entity.group),
        h("span", { class: "who" }, name(entity.label), alias ? h("small", {}, name(alias)) : null),
        h("small", { class: "what" }, label(entity.cls)),
      ),
    ),
  );
  if (found.length > MOST_SHOWN) rows.push(h("li", { class: "quietly" }, count("moreCount", found.length - MOST_SHOWN)));
  list.replaceChildren(...rows);
  const asked = search.value.trim() !== "";
  document.getElementById("found").textContent = asked ? (found.length ? count("foundCount", found.length) : say("nothingFound")) : "";
}

function markCurrent() {
  for (const button of list.querySelectorAll("button")) {
    if (current.kind === "entity" && button.dataset.entity === current.id) {
      button.setAttribute("aria-current", "true");
      list.scrollTop += Math.min(0, button.offsetTop - list.scrollTop) || Math.max(0, button.offsetTop + button.offsetHeight - list.scrollTop - list.clientHeight);
    } else button.removeAttribute("aria-current");
  }
}

function listenToList() {
  search.addEventListener("input", renderList);
  search.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.key === "Enter" && first) select(first.dataset.entity);
    if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const buttons = [...list.querySelectorAll("button")];
    const next = buttons.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    (buttons[next] || search).focus();
  });
}
