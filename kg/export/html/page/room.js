// Room on the screen: rectangles, and which are taken.
const CELL = 64;

// Rectangles taken so far, in a grid so that looking up is quick.
class Taken {
  constructor() {
    this.cells = new Map();
  }

  *keys(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield x * 10000 + y;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
    }
  }

  // The first rectangle in the way but for that of the label's own node.
  hit(box, own = null) {
    for (const key of this.keys(box)) {
      for (const one of this.cells.get(key) || []) {
        const apart = one.right <= box.left || box.right <= one.left || one.bottom <= box.top || box.bottom <= one.top;
        if (!apart && (own === null || one.owner !== own)) return one;
      }
    }
    return null;
  }
}

// A slanted label's room as a row of small squares.
function alongText(place, angle, width, height) {
  const pieces = Math.max(1, Math.ceil(width / height));
  return Array.from({ length: pieces }, (_, i) => {
    const offset = ((i + 0.5) / pieces - 0.5) * width;
    return around(place.x + Math.cos(angle) * offset, place.y + Math.sin(angle) * offset, height, height);
  });
}

function around(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
