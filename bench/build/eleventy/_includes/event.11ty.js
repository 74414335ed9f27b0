const { ADDRESS, SITE, crumbs, escaped, link, page, when } = require("../lib/parts.js");

module.exports.render = function (data) {
  const event = { data };
  const [year] = data.years, [month] = data.months;
  const url = `/events/${event.data.id}/`;
  const quotes = data.quotes.map(({ source, exact }) => {
    const paper = data.papers[source];
    return `<figure class="quote"><blockquote class="quote-text" dir="auto"><p><mark>${escaped(exact)}</mark></p></blockquote>
  <figcaption class="quote-source"><cite class="cited"><a href="/sources/${source}/"><bdi>${escaped(paper.title)}</bdi></a></cite>, ${paper.issued} <a class="quote-link" href="/sources/${source}/#passages">Read it in its context</a></figcaption></figure>`;
  });
  const chips = ["people", "organisations", "places", "tags"].map((kind) => {
    const ids = data[kind === "tags" ? "topics" : kind] || [];
    const linked = ids.map((id) => `<li><a class="chip" href="/${kind}/${id}/"><bdi>${escaped(data.names[id] ? data.names[id].label : id)}</bdi></a></li>`);
    return ids.length ? `<section class="side-part"><h2>${kind}</h2><ul class="chips">${linked.join("")}</ul></section>` : "";
  });
  const step = (word, rel, to) => to
    ? `<a class="step" rel="${rel}" href="/events/${to.data.id}/"><span class="step-word">${word}</span> <bdi>${escaped(to.data.title)}</bdi></a>` : "";
  const lead = data.content.split("</p>", 1)[0].replace(/<[^>]*>/g, "").trim();
  return page({ title: data.title, description: lead, url }, `${crumbs([`/years/${year}/`, year], [`/months/${month}/`, month])}
<article class="event" data-status="${data.status}">
  <header><p class="event-date">${when(event)}</p><h1 class="event-title"><bdi>${escaped(data.title)}</bdi></h1></header>
  <div class="event-columns"><div class="event-main">
    <div class="prose">${data.content}</div>
    <section class="evidence"><h2 id="evidence">What the sources say</h2>${quotes.join("\n")}</section>
    <section><h2>How the date is known</h2><p class="note">The last of the passages above gives it.</p></section>
  </div>
  <aside class="event-side">${chips.join("\n")}
    <section class="side-part"><h2>Cite this event</h2><p class="citation" id="citation"><bdi>${escaped(data.title)}</bdi> (${when(event)}). <bdi>${SITE}</bdi>. <a href="${ADDRESS}${url}">${ADDRESS}${url}</a></p></section>
    <section class="side-part"><h2>Status</h2><p>An editor has compared this event with its sources. It rests on ${data.quotes.length} passages from ${data.sources.length} sources.</p></section>
  </aside></div>
</article>
<nav class="steps" aria-label="Events">${step("Previous", "prev", data.earlier)}${step("Next", "next", data.later)}</nav>`);
};
