// The drawing: vis-network with our colours, and what a click in it means.
// Pixels from a line at which a click means it: even through a label, or where there is nothing else.
const EXACT = 1.5;
const REACH = 14;
const STEPS = 12; // pieces a bent line is measured in
const colours = {};
const hovered = { node: null, edge: null };
// What is chosen: the node, and the nodes and edges that stay bright, or null where all do.
let emphasised = { node: null, nodes: null, edges: null };
const nodeSet = new vis.DataSet(data.network.nodes);
const edgeSet = new vis.DataSet(data.network.edges);
let network = null;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  for (const key of ["ink", "muted", "faint", "ground", "surface", "edge", "denied", "accent"]) colours[key] = style.getPropertyValue(`--${key}`).trim();
  colours.groups = {};
  for (const group of SHAPES.keys()) colours.groups[group] = style.getPropertyValue(`--${group}`).trim() || colours.muted;
}

function drawNetwork() {
  readColours();
  network = new vis.Network(document.getElementById("canvas"), { nodes: nodeSet, edges: edgeSet }, data.network.options);
  paint();
  network.on("afterDrawing", drawLabels);
  network.on("click", clicked);
  network.on("hoverNode", ({ node }) => point({ node, edge: null }));
  network.on("blurNode", () => point({ node: null, edge: null }));
  network.on("hoverEdge", ({ edge }) => point({ node: null, edge }));
  network.on("blurEdge", () => point({ node: null, edge: null }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readColours();
    paint();
  });
  showWhole(0);
}

// The whole graph, as large as it fits with room for the labels at its edge.
function showWhole(duration) {
  const places = Object.values(network.getPositions());
  if (!places.length) return;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const { clientWidth, clientHeight } = document.getElementById("canvas");
  const scale = Math.min((clientWidth - 130) / (right - left || 1), (clientHeight - 90) / (bottom - top || 1), 1.5);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05), animation: motion(duration) });
}

function motion(duration) {
  const still = !duration || matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration, easingFunction: "easeInOutQuad" };
}

function point(what) {
  Object.assign(hovered, what);
  document.getElementById("canvas").classList.toggle("pointing", what.node !== null || what.edge !== null);
  network.redraw();
}

// Colours by group and modality; what is not chosen is faint.
function paint() {
  const { nodes, edges: bright } = emphasised;
  nodeSet.update(
    data.network.nodes.map(({ id, group }) => {
      const fill = { background: colours.groups[group], border: emphasised.node === id ? colours.ink : colours.groups[group] };
      const strong = { background: colours.groups[group], border: colours.ink };
      return { id, color: { ...fill, highlight: strong, hover: strong }, opacity: nodes && !nodes.has(id) ? 0.18 : 1 };
    }),
  );
  edgeSet.update(
    data.network.edges.map(({ id, modality: kind }) => {
      const own = kind === "Denied" ? colours.denied : colours.edge;
      const strong = kind === "Denied" ? colours.denied : colours.accent;
      const chosen = bright && bright.has(id);
      return { id, label: edges.get(id).shown, color: { color: chosen ? strong : own, highlight: strong, hover: strong, opacity: bright && !chosen ? 0.15 : 1 } };
    }),
  );
}

// Make the drawing agree with what the panel shows.
function emphasise(view) {
  emphasised = { node: null, nodes: null, edges: null };
  network.unselectAll();
  if (view.kind === "entity") {
    const near = data.network.edges.filter((edge) => edge.from === view.id || edge.to === view.id);
    emphasised = { node: view.id, nodes: new Set([view.id, ...near.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(near.map((edge) => edge.id)) };
    network.selectNodes([view.id], false);
  } else if (view.kind === "claims") {
    const edge = edges.get(view.edge);
    if (edge) {
      emphasised = { node: null, nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
      network.selectEdges([edge.id]);
    } else {
      const { subject } = claims.get(view.claim);
      emphasised = { node: subject, nodes: new Set([subject]), edges: new Set() };
    }
  }
  paint();
  markCurrent();
}

function moveTo(id) {
  network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: motion(450) });
}

function clicked({ pointer }) {
  const place = pointer.DOM;
  const under = labelAt(place) || {};
  const node = network.getNodeAt(place);
  const edge = nearestEdge(place, EXACT) || under.edge || (under.node === undefined ? nearestEdge(place, REACH) : null);
  if (node !== undefined) chooseNode(node);
  else if (edge) selectEdge(edge);
  else if (under.node !== undefined) chooseNode(under.node);
  else close();
}

// A click on a node opens its panel but leaves the drawing where it is, under the pointer.
function chooseNode(id) {
  const view = { kind: "entity", id };
  show(view);
  emphasise(view);
}

// The line nearest to a point of the screen, if one is within reach.
function nearestEdge(place, reach) {
  let best = { id: null, distance: reach };
  for (const { id } of data.network.edges) {
    for (let step = 0; step < STEPS; step += 1) {
      const distance = toSegment(place, edgePoint(id, step / STEPS), edgePoint(id, (step + 1) / STEPS));
      if (distance < best.distance) best = { id, distance };
    }
  }
  return best.id;
}

function toSegment(place, begin, end) {
  const [dx, dy] = [end.x - begin.x, end.y - begin.y];
  const share = ((place.x - begin.x) * dx + (place.y - begin.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(begin.x + t * dx - place.x, begin.y + t * dy - place.y);
}

// A point of an edge, 0 at its begin and 1 at its end, in pixels of the screen.
function edgePoint(id, t) {
  return network.canvasToDOM(network.body.edges[id].edgeType.getPoint(t));
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: motion(150) });
}
