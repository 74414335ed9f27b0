const { crumbs, escaped, page } = require("../lib/parts.js");

module.exports.data = {
  eleventyImport: { collections: ["events", "terms"] },
  kinds: ["people", "organisations", "places", "tags", "sources", "years", "months"],
  pagination: { data: "kinds", size: 1, alias: "kind" },
  permalink: ({ kind }) => `/${kind}/`,
};

module.exports.render = function ({ kind, collections, names, papers }) {
  const items = collections.terms.filter((term) => term.kind === kind).map(({ id, events }) => {
    const title = names[id] ? names[id].label : papers[id] ? papers[id].title : id;
    return `<li><a class="names-link" href="/${kind}/${id}/"><bdi>${escaped(title)}</bdi> <span class="count">${events.length} events</span></a></li>`;
  });
  const main = `${crumbs()}\n<h1 class="title">${kind}</h1>\n<ul class="names">\n${items.join("\n")}\n</ul>`;
  return page({ title: kind, url: `/${kind}/` }, main);
};
