const { SITE, page, rows } = require("../lib/parts.js");

module.exports.data = {
  permalink: "/",
  eleventyImport: { collections: ["events", "terms"] },
};

module.exports.render = function ({ collections, names, papers }) {
  const years = collections.terms.filter((term) => term.kind === "years");
  const links = years.map(({ id, events }) =>
    `<li><a class="years-link" href="/years/${id}/"><span class="years-name">${id}</span> <span class="count">${events.length} events</span></a></li>`);
  return page({ url: "/" }, `<header class="opening"><h1 class="opening-title">${SITE}</h1>
<p class="opening-facts"><strong>${collections.events.length} events</strong> from <a href="/sources/">${Object.keys(papers).length} sources</a>.</p></header>
<section class="year"><h2 class="year-name">Key events</h2>${rows(collections.events.slice(0, 12), names)}</section>
<section class="year"><h2 class="year-name">All years</h2><ol class="years">${links.join("\n")}</ol></section>`);
};
