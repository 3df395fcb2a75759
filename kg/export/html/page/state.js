// The data, and what the reader has chosen.
const data = JSON.parse(document.getElementById("data").textContent);
const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
const documents = new Map(data.documents.map((one) => [one.id, one]));
const edges = new Map(data.network.edges.map((edge) => [edge.id, edge]));
const edgeOfClaim = new Map(data.network.edges.flatMap((edge) => edge.claims.map((claim) => [claim, edge.id])));
const neighbours = new Map(data.network.nodes.map((node) => [node.id, []]));
for (const { from, to } of data.network.edges) {
  neighbours.get(from).push(to);
  neighbours.get(to).push(from);
}

const MODALITIES = ["Asserted", "Planned", "Predicted", "Possible", "Denied"];
// Shares are stored as fractions ("10 %" is 0.1) without a unit.
const SHARES = new Set(["probability", "stake"]);

let language = (navigator.language || "en").toLowerCase().startsWith("de") ? "de" : "en";

function say(key, slots = {}) {
  return STRINGS[language][key].replace(/\{(\w+)\}/g, (_, slot) => String(slots[slot]));
}

function count(key, n) {
  const [one, many] = STRINGS[language][key];
  return (n === 1 ? one : many).replace("{n}", number(n));
}

function number(value) {
  const exact = Number(value);
  const digits = { maximumFractionDigits: 6, useGrouping: Math.abs(exact) >= 10000 || language === "en" };
  return Number.isFinite(exact) ? new Intl.NumberFormat(language, digits).format(exact) : String(value);
}

function share(value) {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(Number(value));
}

// "2025-11" as "November 2025"; what is no ISO date stays as it is.
function date(iso) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso);
  if (!parts || !parts[2]) return iso;
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] || 1)));
  const style = { year: "numeric", month: "long", timeZone: "UTC" };
  if (parts[3]) style.day = "numeric";
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "de-DE", style).format(day);
}

// What a class, property or modality is called.
function label(name) {
  const own = data.labels[language];
  if (own && Object.hasOwn(own, name)) return own[name];
  return Object.hasOwn(data.labels.en, name) ? data.labels.en[name] : name;
}

function modality(name) {
  return MODALITIES.includes(name) ? say(name) : name;
}

function edgeLabel(edge) {
  return edge.properties.map(label).join(", ");
}
