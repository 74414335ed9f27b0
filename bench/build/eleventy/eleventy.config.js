// The made-up timeline as Eleventy makes it: events are files, all other pages are
// made from lists of them.
const KINDS = ["people", "organisations", "places", "tags", "sources", "years", "months"];

module.exports = function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy({ static: "assets" });
  // By time, as every list has them, with the events before and after.
  config.addCollection("events", (api) => sorted(api));
  config.addCollection("terms", (api) => KINDS.flatMap((kind) => termsOf(kind, sorted(api))));
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "site" },
    templateFormats: ["md", "11ty.js"],
    markdownTemplateEngine: false,
  };
};

function sorted(api) {
  const events = api.getFilteredByGlob("content/events/*.md");
  events.sort((a, b) => a.date - b.date || (a.data.id < b.data.id ? -1 : 1));
  events.forEach((event, place) => {
    event.data.earlier = events[place - 1];
    event.data.later = events[place + 1];
  });
  return events;
}

function termsOf(kind, events) {
  const found = new Map();
  for (const event of events) {
    for (const id of event.data[kind === "tags" ? "topics" : kind] || []) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(event);
    }
  }
  return [...found.keys()].sort().map((id) => ({ kind, id, events: found.get(id) }));
}
