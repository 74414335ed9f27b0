// What pages have in common, as text.
const SITE = "Harbour years";
const ADDRESS = "https://example.org";
const NAV = [["/", "Timeline"], ["/sources/", "Sources"], ["/people/", "People"],
  ["/organisations/", "Organisations"], ["/places/", "Places"], ["/tags/", "Topics"],
  ["/about/", "About"]];
const MORE = [["/", "Timeline"], ["/years/", "Years"], ["/undated/", "Undated"],
  ["/methodology/", "Methodology"], ["/corrections/", "Corrections"], ["/data/", "Data"],
  ["/feed.xml", "Feed"]];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

const items = (links) =>
  links.map(([address, name]) => `<li><a href="${address}">${name}</a></li>`).join("\n");

const MASTHEAD = `<header class="masthead"><div class="masthead-inner">
  <a class="masthead-title" href="/">${SITE}</a>
  <nav class="masthead-nav" aria-label="Main"><ul>${items(NAV)}</ul></nav>
</div></header>`;

const FOOTER = `<footer class="footer"><div class="footer-inner">
  <p class="footer-promise">Every statement here is proven by a passage of a source.</p>
  <nav aria-label="More"><ul>${items(MORE)}</ul></nav>
</div></footer>`;

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

function page({ title, description, url }, main) {
  const said = escaped(description || SITE);
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title ? `${escaped(title)} · ` : ""}${SITE}</title>
  <meta name="description" content="${said}">
  <meta name="color-scheme" content="light dark">
  <link rel="canonical" href="${ADDRESS}${url}">
  <meta property="og:url" content="${ADDRESS}${url}">
  <meta property="og:title" content="${escaped(title || SITE)}">
  <meta property="og:site_name" content="${SITE}">
  <meta property="og:type" content="article">
  <meta property="og:description" content="${said}">
  <link rel="stylesheet" href="/assets/theme.css">
  <link rel="stylesheet" href="/assets/layout.css">
  <link rel="stylesheet" href="/assets/content.css">
  <link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
  <link rel="alternate" type="application/rss+xml" title="${SITE}" href="/feed.xml">
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  ${MASTHEAD}
  <main class="page" id="content" tabindex="-1">
${main}
  </main>
  ${FOOTER}
</body>
</html>
`;
}

function when(event) {
  const day = event.data.day;
  const [year, month, number] = day.split("-");
  const words = `${Number(number)} ${MONTHS[month - 1]} ${year}`;
  const edtf = event.data.edtf || day;
  return `<time class="date" datetime="${day}" data-edtf="${edtf}">${words}</time>`;
}

const crumbs = (...links) =>
  `<nav class="crumbs" aria-label="Where you are"><ol>${items([["/", "Timeline"], ...links])}</ol></nav>`;

const link = (event) =>
  `<a href="/events/${event.data.id}/"><bdi>${escaped(event.data.title)}</bdi></a>`;

function names(event, labels) {
  return ["people", "organisations", "places"]
    .flatMap((kind) => (event.data[kind] || []).map(
      (id) => `<a href="/${kind}/${id}/"><bdi>${escaped(labels[id].label)}</bdi></a>`))
    .join(", ");
}

// The first paragraph of what Markdown made, without tags.
const lead = (event) => event.content.split("</p>", 1)[0].replace(/<[^>]*>/g, "").trim();

const ROWS = new Map();

// A row is the same on every page.
function row(event, labels) {
  let text = ROWS.get(event.data.id);
  if (text === undefined) {
    const { status, sources } = event.data;
    text = `<li class="entry" data-status="${status}" data-factuality="happened"><article>
  <p class="entry-date">${when(event)}</p>
  <div class="entry-body">
    <h3 class="entry-title">${link(event)}</h3>
    <p class="entry-lead">${lead(event)}</p>
    <p class="entry-meta"><span class="entry-sources">${sources.length} source</span>
      <span class="entry-names">${names(event, labels)}</span></p>
  </div>
</article></li>`;
    ROWS.set(event.data.id, text);
  }
  return text;
}

const rows = (events, labels) =>
  `<div class="line"><ol class="spine">\n${events.map((e) => row(e, labels)).join("\n")}\n</ol></div>`;

module.exports = { ADDRESS, SITE, crumbs, escaped, lead, link, names, page, rows, when };
