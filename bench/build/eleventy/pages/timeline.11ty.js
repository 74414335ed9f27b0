const { SITE } = require("../lib/parts.js");

module.exports.data = {
  permalink: "/timeline.json",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["events", "terms"] },
};

module.exports.render = function ({ collections }) {
  const events = collections.events.map(({ data, rawInput }) => ({
    id: data.id, page: `/events/${data.id}/`, title: data.title, date: data.day,
    status: data.status, people: data.people, organisations: data.organisations,
    places: data.places, tags: data.topics, body: rawInput, citations: data.quotes,
  }));
  return JSON.stringify({ title: SITE, events }, null, 1);
};
