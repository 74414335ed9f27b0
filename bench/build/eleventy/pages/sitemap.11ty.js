const { ADDRESS } = require("../lib/parts.js");

module.exports.data = {
  permalink: "/sitemap.xml",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["events", "terms"] },
};

module.exports.render = function ({ collections }) {
  const paths = [
    ...collections.events.map((event) => `/events/${event.data.id}/`),
    ...collections.terms.map(({ kind, id }) => `/${kind}/${id}/`),
  ];
  const places = paths.map((path) => `<url><loc>${ADDRESS}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.join("\n")}
</urlset>
`;
};
