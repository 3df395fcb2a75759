// Labels of the drawing. They keep their size on the screen, the most important are placed first, and one that would
// cover another waits until the reader zooms in or points at it.
const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const ALONG = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78];

const CHOSEN = 20000; // more than any number of claims

let drawnLabels = [];
let spotOf = new Map();
const widths = new Map();

function widthOf(context, text) {
  const key = `${context.font} ${text}`;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

// Called by vis after it has drawn nodes and edges.
function drawLabels(context) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const taken = new Taken();
  const scale = network.getScale();
  drawnLabels = [];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  taken.add(buttonsBox());
  const spots = nodeSpots(scale);
  spotOf = new Map(spots.map((spot) => [spot.id, spot]));
  // What is chosen or pointed at comes before everything else, and need not mind what is faint.
  const chosen = spots.filter((spot) => spot.weight >= CHOSEN);
  const others = spots.filter((spot) => spot.weight < CHOSEN);
  const take = (spot) => taken.add({ ...around(spot.x, spot.y, spot.radius * 2, spot.radius * 2), owner: spot.id });
  chosen.forEach(take);
  for (const spot of chosen) drawNodeLabel(context, spot, scale, taken);
  for (const edge of data.network.edges.filter(isChosen)) drawEdgeLabel(context, edge, scale, taken);
  others.forEach(take);
  for (const spot of others) drawNodeLabel(context, spot, scale, taken);
  if (!emphasised.edges) for (const edge of data.network.edges) if (!isChosen(edge)) drawEdgeLabel(context, edge, scale, taken);
  context.restore();
}

// The zoom buttons lie over the drawing.
function buttonsBox() {
  const buttons = document.querySelector(".zoom");
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = buttons;
  return { left, top, right: left + width, bottom: top + height, owner: null };
}

// Nodes on the screen, the most important first.
function nodeSpots(scale) {
  const places = network.getPositions();
  const spots = data.network.nodes.map((node) => {
    const { x, y } = network.canvasToDOM(places[node.id]);
    return { id: node.id, text: node.label, x, y, radius: node.size * scale, weight: importance(node.id) };
  });
  return spots.sort((a, b) => b.weight - a.weight);
}

function importance(id) {
  const near = emphasised.nodes && emphasised.nodes.has(id) ? CHOSEN : 0;
  return (hovered.node === id ? 1000000 : 0) + (emphasised.node === id ? 100000 : 0) + near + entities.get(id).degree;
}

function drawNodeLabel(context, spot, scale, taken) {
  if (!inView(context, spot)) return;
  const size = Math.min(15, Math.max(11.5, 12 * scale));
  const chosen = emphasised.node === spot.id || hovered.node === spot.id;
  context.font = `${chosen ? 700 : 500} ${size}px ${FONT}`;
  const width = widthOf(context, spot.text) + 6;
  const height = size + 5;
  const slots = nodeSlots(spot, width, height);
  const onScreen = (box) => box.left >= 0 && box.right <= context.canvas.clientWidth;
  const free = slots.filter((one) => onScreen(one) && !taken.hit(one, spot.id));
  const box = leastCrossed(free, spot) || (hovered.node === spot.id ? slots[0] : null);
  if (!box) return;
  taken.add({ ...box, owner: null });
  drawnLabels.push({ node: spot.id, boxes: [box] });
  const dim = emphasised.nodes && !emphasised.nodes.has(spot.id) && !chosen;
  write(context, spot.text, (box.left + box.right) / 2, (box.top + box.bottom) / 2, dim ? colours.faint : colours.ink);
}

function inView(context, { x, y }) {
  return x > -50 && y > -50 && x < context.canvas.clientWidth + 50 && y < context.canvas.clientHeight + 50;
}

// Below, above, right and left of a node; one without lines has its label beside it, as in a list.
function nodeSlots(spot, width, height) {
  const [down, aside] = [spot.radius + height / 2 + 1, spot.radius + width / 2 + 2];
  const [below, above, right, left] = [[0, down], [0, -down], [aside, 0], [-aside, 0]].map(([x, y]) => around(spot.x + x, spot.y + y, width, height));
  return neighbours.get(spot.id).length ? [below, above, right, left] : [right, left, below, above];
}

// The first of the boxes that the fewest of the node's own lines run through.
function leastCrossed(boxes, spot) {
  const lines = neighbours.get(spot.id);
  const crossings = boxes.map((box) => lines.filter((other) => runsThrough(spot, other, box)).length);
  return boxes[crossings.indexOf(Math.min(...crossings))] || null;
}

function runsThrough(spot, other, box) {
  const there = spotOf.get(other);
  const length = Math.hypot(there.x - spot.x, there.y - spot.y) || 1;
  return [4, 10, 16, 24, 32].some((step) => {
    const share = (spot.radius + step) / length;
    const [x, y] = [spot.x + (there.x - spot.x) * share, spot.y + (there.y - spot.y) * share];
    return share < 1 && box.left < x && x < box.right && box.top < y && y < box.bottom;
  });
}

function isChosen(edge) {
  return hovered.edge === edge.id || (emphasised.edges !== null && emphasised.edges.has(edge.id));
}

function drawEdgeLabel(context, edge, scale, taken) {
  if (!inView(context, spotOf.get(edge.from)) && !inView(context, spotOf.get(edge.to))) return;
  const size = Math.min(13, Math.max(10.5, 10.5 * scale));
  context.font = `400 ${size}px ${FONT}`;
  const width = widthOf(context, edge.shown) + 8;
  const spot = edgeSpot(edge, width, size + 3, taken);
  if (!spot) return;
  spot.boxes.forEach((box) => taken.add({ ...box, owner: null }));
  drawnLabels.push({ edge: edge.id, boxes: spot.boxes });
  context.save();
  context.translate(spot.x, spot.y);
  context.rotate(spot.angle);
  write(context, edge.shown, 0, 0, edge.modality === "Denied" ? colours.denied : isChosen(edge) ? colours.ink : colours.muted);
  context.restore();
}

// Where an edge's label fits: on the line, or for a chosen edge also beside it.
function edgeSpot(edge, width, height, taken) {
  const [begin, end] = [spotOf.get(edge.from), spotOf.get(edge.to)];
  const tooShort = Math.hypot(end.x - begin.x, end.y - begin.y) - begin.radius - end.radius < width + 8;
  if (tooShort && !isChosen(edge)) return null;
  const asides = isChosen(edge) ? [0, height, -height, 2 * height, -2 * height] : [0];
  for (const aside of tooShort ? asides.slice(1) : asides) {
    for (const t of ALONG) {
      const spot = besideEdge(edge, t, aside);
      spot.boxes = alongText(spot, spot.angle, width, height);
      if (!spot.boxes.some((box) => taken.hit(box))) return spot;
    }
  }
  // One edge alone always has its label, in the way or not.
  const alone = hovered.edge === edge.id || (emphasised.edges !== null && emphasised.edges.size === 1);
  return alone && isChosen(edge) ? { ...besideEdge(edge, 0.5, height), boxes: [] } : null;
}

// A point at a distance from the line, and the line's slant there, such that text on it is not upside down.
function besideEdge(edge, t, aside) {
  const [before, at, after] = [t - 0.03, t, t + 0.03].map((share) => edgePoint(edge.id, share));
  let angle = Math.atan2(after.y - before.y, after.x - before.x);
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
  return { x: at.x - Math.sin(angle) * aside, y: at.y + Math.cos(angle) * aside, angle };
}

function write(context, text, x, y, colour) {
  context.strokeStyle = colours.ground;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// The label under a point of the screen.
function labelAt({ x, y }) {
  return drawnLabels.find((one) => one.boxes.some((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom));
}
