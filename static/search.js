// Finds events and names by word in the site's own index, whose files docs/formats.md
// describes. Without this script the page is an index of links; it stays that where the
// files cannot be fetched, as from a folder on a disk.
"use strict";

(() => {
  const form = document.querySelector("form[data-search]");
  if (!form) return;
  const box = form.querySelector("input");
  const part = (name) => document.querySelector(`[data-search-${name}]`);
  const [told, results, names, events, chips, more, list] = [
    "told", "results", "names", "events", "chips", "more", "index",
  ].map(part);
  const PAGE = 10; // hits shown at once
  const THINGS = 5;
  const WIDE = 3; // a beginning of a word that leads to more files than that is too short
  // What others add to an address, such as how a reader came here, is no part of a search.
  const KEYS = ["q", "name", "topic", "says", "from", "to"];
  const DATE = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;
  // Nor is a period without a date in it.
  const means = ([key, value]) => KEYS.includes(key) && (!["from", "to"].includes(key) || DATE.test(value));
  const given = () => new URLSearchParams([...new URLSearchParams(location.search)].filter(means));
  const say = (word, number) =>
    form.dataset[word].replace("{}", number?.toLocaleString(document.documentElement.lang));

  // The index, fetched once somebody is about to search.

  let index;
  let files = new Map();

  async function answer(path, cache) {
    const got = await fetch(path, { cache });
    if (!got.ok) throw new Error(`${path}: ${got.status}`);
    return got;
  }

  async function opened(cache) {
    // There it may not be fetched, and to ask would leave a fault in the console.
    if (location.protocol === "file:") throw new Error("a page on a disk");
    const found = await (await answer("index.json", cache)).json();
    files = new Map();
    found.accents = new RegExp(found.marks, "gu");
    found.runs = new RegExp(`(${found.dense}+)`, "u");
    return found;
  }

  const open = (cache) => (index ??= opened(cache).catch((fault) => {
    index = undefined; // the next try may do better
    throw fault;
  }));

  // The index knows the version of each file, which is a part of its name.
  async function file(kind, n, read) {
    const { versions } = await open();
    const size = versions.dates.length; // there is one
    const name = `${kind}-${n}-${versions[kind].slice(n * size, (n + 1) * size)}`;
    if (!files.has(name)) {
      const text = answer(`${name}.txt`).then((got) => got.text());
      files.set(name, text.then(read));
    }
    return files.get(name);
  }

  const columns = (text) => text.split("\n").map((line) => line.split("\t"));

  // Numbers are written with a letter for each 64 and what is above it before that.
  function numbers(codes) {
    const found = [];
    let high = 0;
    for (let at = 0; at < codes.length; at++) {
      const code = codes.charCodeAt(at) - 33;
      if (code < 64) {
        found.push(high * 64 + code);
        high = 0;
      } else high = high * 30 + code - 64;
    }
    return found;
  }

  function ascending(codes = "") {
    let last = -1;
    return numbers(codes).map((gap) => (last += gap + 1));
  }

  // Words as the index has them (generator/pages/search_terms.py), but for the stems.

  const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

  function folded(word, { accents, letters }) {
    const bare = word.normalize("NFKC").toLowerCase().normalize("NFD").replace(accents, "");
    return bare.replace(/./gu, (letter) => letters[letter] ?? letter).normalize("NFC");
  }

  function words(text, known) {
    const found = [];
    for (const word of text.normalize("NFKC").match(WORD) ?? []) {
      const parts = word.split(/['’]/);
      for (const own of parts) {
        if (parts.length > 1 && own.length < 2) continue;
        for (const run of folded(own, known).split(known.runs).filter(Boolean)) {
          const letters = [...run];
          if (!known.runs.test(run) || letters.length < 2) found.push(run);
          else letters.slice(1).forEach((next, at) => found.push(letters[at] + next));
        }
      }
    }
    return found;
  }

  // What an index file says of a word: stem, forms, and where it occurs.
  const lines = (text) => columns(text).map(([head, strong, weak, called]) => {
    const [stem, endings] = head.split(":");
    const forms = endings === undefined ? [stem] : endings.split(",").map((ending) =>
      stem.slice(0, stem.length - (parseInt(ending, 10) || 0)) + ending.replace(/^\d+/, ""));
    return { stem, forms, strong, weak, called };
  });

  function stems(word, { endings }) {
    return Object.entries(endings).flatMap(([ending, others]) =>
      word.endsWith(ending) ? others.map((other) => word.slice(0, -ending.length) + other) : []);
  }

  // The lines of a word: its own; else of those that begin so; else of its stem.
  async function found(word, exact) {
    const known = await open();
    const place = (text) => Math.max(0, known.words.findLastIndex((key) => key <= text));
    const first = place(word);
    let last = place(`${word}\uffff`);
    const short = exact || last - first > WIDE;
    if (short) last = first;
    const asked = [];
    for (let at = first; at <= last; at++) asked.push(file("words", at, lines));
    const all = (await Promise.all(asked)).flat();
    const having = (test) => all.filter(({ forms }) => forms.some(test));
    const own = known.runs.test(word) ? [] : having((form) => form === word);
    if (own.length || short) return own;
    const begun = having((form) => form.startsWith(word));
    if (begun.length) return begun;
    const cut = stems(word, known);
    return all.filter(({ stem }) => cut.includes(stem));
  }

  // Numbers with their weight: 2 where the word is in title or names, 1 elsewhere.
  function weights(found) {
    const hits = new Map();
    for (const { weak } of found) for (const n of ascending(weak)) hits.set(n, 1);
    for (const { strong } of found) for (const n of ascending(strong)) hits.set(n, 2);
    return hits;
  }

  function common(maps) {
    const [least, ...others] = [...maps].sort((one, other) => one.size - other.size);
    const hits = new Map();
    for (const [n, weight] of least ?? []) {
      if (others.every((other) => other.has(n))) {
        hits.set(n, others.reduce((sum, other) => sum + other.get(n), weight));
      }
    }
    return [...hits.keys()].sort((a, b) => hits.get(b) - hits.get(a) || a - b);
  }

  // Days as the index counts them: as if each month had 31.
  function day(text, last) {
    const [, year, month, date] = DATE.exec(text ?? "") ?? [];
    if (!year) return last ? Infinity : -Infinity;
    return year * 372 + (month ? month - 1 : last * 11) * 31 + (date ? date - 1 : last * 30);
  }

  // Whether events can lie in a period: undefined for no, 1 for certainly, 0 for possibly.
  async function within(from, to) {
    const { first: base } = await open();
    const spans = await file("dates", 0, numbers);
    const [low, high] = [day(from, 0), day(to, 1)];
    return (n) => {
      const [start, rest] = [spans[2 * n], spans[2 * n + 1]];
      if (!start && rest < 2) return undefined;
      const first = start ? base + start - 1 : -Infinity;
      const last = rest > 1 ? base + Math.max(start, 1) + (rest >> 1) - 2 : Infinity;
      if (last < low || first > high) return undefined;
      return rest % 2 || (first >= low && last <= high) ? 1 : 0;
    };
  }

  async function search(asked) {
    const known = await open();
    const query = words(asked.get("q") ?? "", known);
    const facet = (mark, name) => asked.getAll(name).map((id) => [mark + id]);
    const says = asked.getAll("says").map((state) => `!${state}`);
    const facets = [...facet("@", "name"), ...facet("#", "topic"), ...(says.length ? [says] : [])];
    const [texts, marks] = await Promise.all([
      Promise.all(query.map((word) => found(word))),
      Promise.all(facets.map(async (group) =>
        (await Promise.all(group.map((word) => found(word, true)))).flat())),
    ]);
    let hits = common([...texts, ...marks].map(weights));
    let place = () => 1;
    if (asked.get("from") || asked.get("to")) {
      place = await within(asked.get("from"), asked.get("to"));
      if (!query.length && !facets.length) hits = Array.from({ length: known.events }, (_, n) => n);
      hits = hits.filter((n) => place(n) !== undefined);
    }
    const called = (found) => new Map(found.flatMap(({ called }) => ascending(called)).map((n) => [n, 1]));
    return {
      hits,
      place,
      things: common(texts.map(called)),
      facets: common(marks.map(called)),
      forms: new Set([...query, ...texts.flat().flatMap(({ forms }) => forms)]),
    };
  }

  // What is shown: the page's own markup, filled in.

  const shown = async (kind, n) => {
    const block = (await open()).blocks[kind];
    return (await file(kind, Math.floor(n / block), columns))[n % block];
  };

  const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

  const fill = (element, name, text = "") => {
    const place = element.querySelector(`[data-is=${name}]`);
    if (text) place.append(text);
    else place.remove();
    return place;
  };

  // The text with what was looked for marked in it.
  function marked(text = "", forms, known) {
    const parts = document.createDocumentFragment();
    let at = 0;
    for (const { 0: word, index: start } of text.matchAll(WORD)) {
      if (!words(word, known).some((own) => forms.has(own))) continue;
      const mark = document.createElement("mark");
      mark.append(word);
      parts.append(text.slice(at, start), mark);
      at = start + word.length;
    }
    parts.append(text.slice(at));
    return parts;
  }

  async function entry(n, { forms, place }) {
    const [known, columns] = await Promise.all([open(), shown("events", n)]);
    const [path, title, date, states, sources, lead] = columns;
    const element = copy("hit");
    fill(element, "title", marked(title, forms, known)).closest("a").href = `../${path}`;
    fill(element, "date", date);
    fill(element, "sources", sources);
    fill(element, "lead", lead && marked(lead, forms, known));
    if (place(n)) element.querySelector("[data-is=possibly]").remove();
    const worth = states.split(" ").filter((state) => state !== "reviewed");
    for (const label of element.querySelectorAll("[data-says]")) {
      if (!worth.includes(label.dataset.says)) label.remove();
    }
    return element;
  }

  async function thing(n) {
    const [path, label, kind, count] = await shown("names", n);
    const element = copy("thing");
    fill(element, "name", label).closest("a").href = `../${path}`;
    fill(element, "kind", kind);
    fill(element, "count", count);
    return element;
  }

  // A link for each thing that the address narrows the search down by; it leads on
  // without it.
  async function narrowing(asked) {
    const found = [...asked].filter(([key, value]) => key !== "q" && value);
    return Promise.all(found.map(async ([key, value]) => {
      const element = copy("chip");
      const others = new URLSearchParams([...asked].filter(([k, v]) => k !== key || v !== value));
      const name = await label(key, value);
      const link = fill(element, "name", name).closest("a");
      link.href = `?${others}`;
      link.ariaLabel = form.dataset.without.replace("{}", () => name); // it may hold “$&”
      return element;
    }));
  }

  async function label(key, value) {
    if (key === "from" || key === "to") return form.dataset[key].replace("{}", () => value);
    if (key === "says") {
      return part("hit").content.querySelector(`[data-says="${CSS.escape(value)}"]`)?.textContent ?? value;
    }
    const [line] = await found((key === "name" ? "@" : "#") + value, true);
    const [n] = ascending(line?.called);
    return n === undefined ? value : (await shown("names", n))[1];
  }

  let turn = 0;
  let result;

  const entries = (found, from) =>
    Promise.all(found.hits.slice(from, from + PAGE).map((n) => entry(n, found)));

  function append(next) {
    events.append(...next);
    more.hidden = events.children.length >= result.hits.length;
  }

  async function showMore() {
    const mine = turn;
    const next = await entries(result, events.children.length);
    if (mine !== turn) return;
    append(next);
    next[0].querySelector("a").focus();
  }

  async function show(again = true) {
    const mine = ++turn;
    const asked = given();
    const empty = ![...asked.values()].some((value) => value.trim());
    results.hidden = empty;
    list.hidden = !empty;
    if (empty) {
      told.textContent = "";
      return;
    }
    try {
      const found = await search(asked);
      // All at once: one after the other would take a telephone twice as long.
      const [things, narrowed, first] = await Promise.all([
        Promise.all(found.things.slice(0, THINGS).map(thing)), narrowing(asked), entries(found, 0),
      ]);
      if (mine !== turn) return;
      result = found;
      names.replaceChildren(...things);
      chips.replaceChildren(...narrowed);
      events.replaceChildren();
      append(first);
      const { length } = found.hits;
      told.textContent = say(length === 0 ? "none" : length === 1 ? "one" : "many", length);
    } catch (fault) {
      if (mine !== turn) return;
      // A site that was published meanwhile has other versions of its files.
      index = undefined;
      if (again && await open("reload").catch(() => false)) return show(false);
      results.hidden = true;
      list.hidden = false;
      told.textContent = say("failed");
    }
  }

  function typed() {
    const asked = given();
    asked.set("q", box.value);
    if (!box.value) asked.delete("q");
    history.replaceState(null, "", `?${asked}`);
    show();
  }

  form.hidden = false;
  box.value = given().get("q") ?? "";
  box.addEventListener("focus", () => open().catch(() => {}));
  box.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
  });
  more.addEventListener("click", showMore);
  if (location.hash === "#write") box.focus(); // whom the key "/" led here
  if (location.search.length > 1) show();
})();
