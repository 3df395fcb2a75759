// A document in full, with the sentence marked that a claim rests on.

function documentView({ id, evidence }) {
  const one = documents.get(id);
  return [
    heading(name(documentTitle(one))),
    h("p", { class: "kind" }, documentFacts(one)),
    h("div", { class: "reading", lang: one.lang, dir: "auto" }, paragraphs(one).map((block) => paragraph(one, block, evidence))),
  ];
}

// The document's blocks, and as paragraphs whatever text lies between them.
function paragraphs(one) {
  const blocks = [];
  let at = 0;
  for (const [begin, end, kind] of [...one.blocks].sort((a, b) => a[0] - b[0])) {
    if (begin < at) continue;
    if (one.text.slice(at, begin).trim()) blocks.push([at, begin, "paragraph"]);
    blocks.push([begin, end, kind]);
    at = end;
  }
  if (one.text.slice(at).trim()) blocks.push([at, one.text.length, "paragraph"]);
  return blocks;
}

function paragraph(one, [begin, end, kind], evidence) {
  const from = evidence ? Math.max(begin, evidence.begin) : 0;
  const to = evidence ? Math.min(end, evidence.end) : 0;
  const ranges = from < to ? [{ begin: from - begin, end: to - begin, kind: "sentence" }] : [];
  return h(kind === "paragraph" ? "p" : "h3", {}, marked(one.text.slice(begin, end), ranges));
}
