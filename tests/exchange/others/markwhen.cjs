// Reads a text for Markwhen on standard input and tells what its own parser finds.
const { parse } = require("@markwhen/parser");
const text = require("fs").readFileSync(0, "utf8");
const found = [];
const walk = (node) => {
  if (node.firstLine) {
    found.push({
      from: node.dateRangeIso.fromDateTimeIso,
      to: node.dateRangeIso.toDateTimeIso,
      rest: node.firstLine.restTrimmed,
      properties: node.properties,
      id: node.id,
    });
  } else {
    (node.children || []).forEach(walk);
  }
};
const parsed = parse(text);
walk(parsed.events);
console.log(JSON.stringify({ events: found, messages: parsed.parseMessages }));
