// Building blocks. Text of the data becomes text nodes only, never markup.
const SVG = "http://www.w3.org/2000/svg";

// h("button", {class: "quiet", onclick: f}, "text", element, …); null children and attributes are left out.
function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// A name of the data: set apart, so that its writing direction does not reach the words around it.
function name(text) {
  return h("bdi", { dir: "auto" }, text);
}

const OUTLINES = {
  dot: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
  square: "M4 4h12v12H4z",
  diamond: "M10 2l8 8l-8 8l-8-8z",
  hexagon: "M6 3h8l4 7l-4 7H6l-4-7z",
  triangle: "M10 3l8 14H2z",
  triangleDown: "M10 17L2 3h16z",
  star: "M10 1.5l2.5 5.6l6 .6l-4.5 4.1l1.300 6L10 14.800l-5.300 3l1.300-6L1.500 7.700l6-.6z",
};
const SHAPES = new Map(data.network.nodes.map((node) => [node.group, node.shape]));

function swatch(group) {
  return svg(
    "svg",
    { class: "swatch", viewBox: "0 0 20 20", "aria-hidden": "true", "data-group": group },
    svg("path", { d: OUTLINES[SHAPES.get(group)] || OUTLINES.dot }),
  );
}

function stroke(modalityName) {
  const edge = data.network.edges.find((one) => one.modality === modalityName);
  const dashes = edge && edge.dashes ? edge.dashes.join(" ") : null;
  return svg(
    "svg",
    { class: "stroke", viewBox: "0 0 44 10", "aria-hidden": "true", "data-modality": modalityName },
    svg("path", { d: "M1 5h42", "stroke-dasharray": dashes }),
  );
}

function entityButton(id, attributes = {}) {
  return h("button", { type: "button", class: "link", onclick: () => select(id), ...attributes }, name(entities.get(id).label));
}

function documentTitle(one) {
  return one.title || one.id || say("untitled");
}

// Only addresses of the web become links; anything else is shown as it is.
function sourceLink(address) {
  let web = null;
  try {
    web = new URL(address);
  } catch {
    return h("span", { class: "address" }, address);
  }
  if (!["http:", "https:"].includes(web.protocol)) return h("span", { class: "address" }, address);
  return h("a", { href: web.href, rel: "noopener noreferrer", target: "_blank", title: address }, say("source"));
}
