// A claim as the panel shows it: subject, property, object, who says so, when, and the sentences.

function valueText(claim) {
  const value = claim.value;
  const unit = value.unit && !(SHARES.has(claim.property) && ["%", "1"].includes(value.unit)) ? `\u00a0${value.unit}` : "";
  const show = SHARES.has(claim.property) && !unit ? share : number;
  let text = null;
  if (value.number !== undefined) text = show(value.number) + unit;
  else if (value.low !== undefined || value.high !== undefined) {
    const ends = [value.low, value.high].filter((end) => end !== undefined).map(show);
    text = (ends.length === 2 ? say("range", { low: ends[0], high: ends[1] }) : ends[0]) + unit;
  } else if (value.date !== undefined) text = date(value.date);
  if (text === null) return value.words;
  return value.approximate ? say("about", { value: text }) : text;
}

function chip(claim) {
  return h("span", { class: "chip", "data-modality": claim.modality }, modality(claim.modality));
}

// "When: 2025, from …, until …" as one line of words, or null.
function timeText(claim) {
  const parts = ["at", "since", "until"].filter((key) => claim[key]);
  return parts.map((key) => (key === "at" ? date(claim.at) : `${say(key)} ${date(claim[key])}`)).join(", ") || null;
}

function claimCard(claim) {
  const object = claim.value
    ? h("span", { class: "value" }, valueText(claim))
    : entityButton(claim.object, { class: "link object" });
  const time = timeText(claim);
  return h(
    "article",
    { class: "claim", "data-claim": claim.id },
    h("h4", {}, entityButton(claim.subject, { class: "link subject" }), " ", h("span", { class: "property" }, label(claim.property)), " ", object),
    h("p", { class: "chips" }, chip(claim), h("span", { class: "quietly" }, say("confidence", { n: share(claim.confidence) }))),
    claim.speaker || time
      ? h(
          "dl",
          {},
          claim.speaker ? [h("dt", {}, say("speaker")), h("dd", {}, entityButton(claim.speaker))] : [],
          time ? [h("dt", {}, say("at")), h("dd", {}, time)] : [],
        )
      : null,
    claim.evidence.map((evidence) => evidenceFigure(claim, evidence)),
  );
}

function evidenceFigure(claim, evidence) {
  const from = documents.get(evidence.document);
  const sentence = from.text.slice(evidence.begin, evidence.end);
  return h(
    "figure",
    {},
    h("blockquote", { lang: from.lang, dir: "auto" }, marked(sentence, rangesOf(claim, evidence, sentence))),
    h(
      "figcaption",
      {},
      h("span", { class: "title" }, name(documentTitle(from))),
      documentFacts(from),
      h("button", { type: "button", class: "quiet", onclick: () => show({ kind: "document", id: from.id, evidence }) }, say("readWhole")),
    ),
  );
}

// Identifier, date and source of a document, as far as they are known.
function documentFacts(one) {
  const facts = [one.title ? h("span", { class: "id" }, name(one.id)) : null];
  if (one.date) facts.push(h("time", { datetime: one.date }, date(one.date)));
  if (one.source) facts.push(sourceLink(one.source));
  return h("span", { class: "facts" }, facts);
}
