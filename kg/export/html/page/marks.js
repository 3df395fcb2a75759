// Which characters of a sentence to mark: the two names and the words that say it.

// Places where one of the names stands. A short ending may follow a longer name ("Teslas"), no letter a short one.
function placesOf(names, text) {
  const places = [];
  const longestFirst = [...new Set(names)].filter((one) => one.length > 1).sort((a, b) => b.length - a.length);
  for (const one of longestFirst) {
    for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length)) {
      const end = at + one.length;
      const ending = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + 8))[0].length;
      const fits = !/[\p{L}\p{N}]/u.test(text.slice(at - 1, at) || " ") && ending <= (one.length > 3 ? 2 : 0);
      if (fits && !places.some((place) => at < place.end && place.begin < end)) places.push({ begin: at, end });
    }
  }
  return places;
}

function namesOf(id) {
  const entity = entities.get(id);
  return entity ? [entity.label, ...entity.aliases] : [];
}

// Ranges within the sentence that one piece of evidence of a claim points to.
function rangesOf(claim, evidence, sentence) {
  const ranges = placesOf(namesOf(claim.subject), sentence).map((place) => ({ ...place, kind: "subject" }));
  const words = claim.value ? [claim.value.words] : namesOf(claim.object);
  ranges.push(...placesOf(words, sentence).map((place) => ({ ...place, kind: "object" })));
  if (evidence.trigger) {
    const [begin, end] = evidence.trigger.map((place) => place - evidence.begin);
    if (begin >= 0 && end <= sentence.length && begin < end) ranges.push({ begin, end, kind: "trigger" });
  }
  return ranges;
}

// The text as text nodes and <mark> elements; where ranges overlap, a character carries all their kinds.
function marked(text, ranges) {
  const cuts = [...new Set([0, text.length, ...ranges.flatMap((range) => [range.begin, range.end])])].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [begin, end] = [cuts[i], cuts[i + 1]];
    const kinds = ranges.filter((range) => range.begin <= begin && end <= range.end).map((range) => range.kind);
    const piece = text.slice(begin, end);
    pieces.push(kinds.length ? h("mark", { class: [...new Set(kinds)].join(" ") }, piece) : piece);
  }
  return pieces;
}
