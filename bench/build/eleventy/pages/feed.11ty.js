const { ADDRESS, SITE, escaped, lead } = require("../lib/parts.js");

module.exports.data = {
  permalink: "/feed.xml",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["events", "terms"] },
};

module.exports.render = function ({ collections }) {
  const items = collections.events.slice(-50).reverse().map((event) => {
    const address = `${ADDRESS}/events/${event.data.id}/`;
    return `<item><title>${escaped(event.data.title)}</title><link>${address}</link><guid>${address}</guid><description>${escaped(lead(event))}</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${SITE}</title><link>${ADDRESS}/</link><description>${SITE}</description>
${items.join("\n")}
</channel></rss>
`;
};
