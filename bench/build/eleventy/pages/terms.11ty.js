const { crumbs, escaped, link, page, rows, when } = require("../lib/parts.js");

const MANY = 300;

module.exports.data = {
  pagination: { data: "collections.terms", size: 1, alias: "term" },
  permalink: ({ term }) => `/${term.kind}/${term.id}/`,
};

module.exports.render = function ({ term, names, papers }) {
  const { kind, id, events } = term;
  const title = names[id] ? names[id].label : papers[id] ? papers[id].title : id;
  const main = kind === "sources" ? passages(papers[id], events) : listed(events, names);
  const head = `${crumbs([`/${kind}/`, kind])}\n<h1 class="title">${escaped(title)}</h1>`;
  const side = names[id] ? together(id, events, names) : "";
  return page({ title, url: `/${kind}/${id}/` }, `${head}\n${main}\n${side}`);
};

function listed(events, names) {
  if (events.length > MANY) {
    return `<p class="note">${events.length} events. There are so many that only their titles stand here.</p>
${titles(events)}`;
  }
  return `<p class="note">${events.length} events.</p>\n${rows(events, names)}`;
}

const titles = (events) =>
  `<ul class="related">\n${events.map((e) => `<li>${link(e)} <span class="related-date">${when(e)}</span></li>`).join("\n")}\n</ul>`;

function together(id, events, names) {
  const found = new Set(events.flatMap((event) => ["people", "organisations", "places"]
    .flatMap((kind) => (event.data[kind] || []).map((other) => `${kind}/${other}`))));
  const chips = [...found].sort().map((path) =>
    `<li><a class="chip" href="/${path}/"><bdi>${escaped(names[path.split("/")[1]].label)}</bdi></a></li>`);
  return `<aside class="event-side"><dl class="card"><dt>First appearance</dt><dd>${when(events[0])}</dd>
<dt>Last appearance</dt><dd>${when(events[events.length - 1])}</dd></dl>
<ul class="chips">${chips.join("")}</ul></aside>`;
}

const CARD = ["Author", "Appeared in", "Publisher", "Address", "Archived copy", "Accessed", "Rights"];

function passages(paper, events) {
  const clippings = paper.passages.map((passage, place) => `<li class="clipping" id="passage-${place + 1}">
  <p class="clipping-text" dir="auto"><mark>${escaped(passage.exact)}</mark></p>
  <p class="clipping-events"><span class="clipping-number">Passage ${place + 1} proves</span> <a href="/events/${passage.event}/"><bdi>${escaped(passage.title)}</bdi></a></p></li>`);
  const card = CARD.map((name) => `<dt>${name}</dt><dd>not stated</dd>`).join("");
  return `<div class="event-columns"><div class="event-main"><section><h2 id="passages">Cited passages</h2>
<p class="note">${clippings.length} passages, in the order of the text.</p>
<ol class="clippings">${clippings.join("\n")}</ol></section></div>
<aside class="event-side"><dl class="card"><dt>Title</dt><dd>${escaped(paper.title)}</dd><dt>Date of publication</dt><dd>${paper.issued}</dd><dt>Language</dt><dd>en</dd>${card}</dl>
<h2>Events it proves</h2>${titles(events)}</aside></div>`;
}
