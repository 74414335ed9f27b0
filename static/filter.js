// Narrows a list down by what its entries say of themselves, with the state in the address:
// name, topic and says (which may repeat), from and to. Where a page does not hold all of
// its events, it leads on to the search page instead.
"use strict";
{
  const { ends, fill } = dateline;
  const block = document.querySelector(".filter");
  const says = block.dataset;
  const [result, clear, fault] = ["result", "clear", "fault"].map((name) => document.querySelector(`.filter-${name}`));
  const fields = block.querySelectorAll("input");
  const chips = block.querySelectorAll("[data-query]");

  const isDate = (date) => {
    const written = date.replace(/^-/, "-00"); // as JavaScript has years before 0
    return /^-?\d{4}(-\d\d){0,2}$/.test(date) && new Date(written).toJSON()?.startsWith(written);
  };

  const entries = [...document.querySelectorAll(".entry")].map((node) => {
    const { from, to, lasts, loose, names = "", topics = "", status, factuality, differ } = node.dataset;
    const [low, begun, ending, high] = [...ends(from), ...ends(to)];
    return {
      ...{ node, low, high, loose, name: names.split(" "), topic: topics.split(" ") },
      says: [status, factuality, differ === undefined ? "" : "differ"],
      dated: Boolean(from || to),
      // What lasts is sure to go on from the end of its first unit to the start of its last.
      core: lasts === undefined ? [] : [begun - 1, ending + 1],
    };
  });
  const sections = [...document.querySelectorAll(".month, .year")].filter((section) => section.querySelector(".entry"));

  let wanted = new URLSearchParams(location.search);
  const pairs = (chip) => [...new URLSearchParams(chip.dataset.query)];
  const isPressed = (chip) => pairs(chip).every(([key, value]) => wanted.getAll(key).includes(value));

  const show = () => {
    const [name, topic, word] = ["name", "topic", "says"].map((key) => wanted.getAll(key));
    const [from, to] = ["from", "to"].map((key) => wanted.get(key) || "");
    const wrong = [from, to].find((date) => date && !isDate(date));
    const [low, high] = wrong ? [] : [ends(from)[0], ends(to)[1]];
    fault.textContent = wrong ? fill(says.notADate, wrong) : low >= high ? says.backwards : "";
    const timed = (from || to) && !fault.textContent;

    let [shown, possible, undated] = [0, 0, 0];
    for (const { node, ...entry } of entries) {
      let fits =
        name.every((id) => entry.name.includes(id)) &&
        topic.every((slug) => entry.topic.includes(slug)) &&
        (!word.length || word.some((one) => entry.says.includes(one)));
      if (fits && timed && !entry.dated) undated++;
      fits &&= !timed || (entry.dated && entry.low < high && entry.high > low);
      const sure =
        !timed ||
        (entry.loose === undefined &&
          ((entry.low >= low && entry.high <= high) || (entry.core[0] < high && entry.core[1] > low)));
      node.hidden = !fits;
      shown += fits;
      possible += fits && !sure;
      // The style sheet writes the word behind the date.
      const date = node.querySelector(".entry-date").dataset;
      if (fits && !sure) date.possibly = says.maybe;
      else delete date.possibly;
    }
    for (const section of sections) section.hidden = !section.querySelector(".entry:not([hidden])");

    for (const chip of chips) chip.setAttribute("aria-pressed", isPressed(chip));
    for (const field of fields) {
      field.value = wanted.get(field.name) || "";
      field.setAttribute("aria-invalid", field.value === wrong);
    }
    clear.hidden = !(name.length || topic.length || word.length || from || to);
    result.textContent = clear.hidden
      ? ""
      : fill(says.result, shown, entries.length) + (possible ? fill(says.some, possible) : "") + (undated ? fill(says.undated, undated) : "");
  };

  const ask = (change) => {
    if (says.search) {
      const search = new URL(says.search, location.href);
      change(search.searchParams);
      return location.assign(search);
    }
    change(wanted);
    try {
      history.pushState(null, "", `?${wanted}`);
    } catch {} // a browser may refuse it for files
    show();
  };
  const toggle = (chip) => {
    const pressed = isPressed(chip);
    ask((query) => {
      for (const [key, value] of pairs(chip)) {
        const others = key === "from" || key === "to" ? [] : query.getAll(key).filter((other) => other !== value);
        query.delete(key);
        for (const other of pressed ? others : [...others, value]) query.append(key, other);
      }
    });
  };

  for (const control of block.querySelectorAll("[hidden]")) control.hidden = false;
  for (const chip of chips) {
    if (says.search && chip.href) {
      chip.href = says.search + chip.dataset.query;
      continue;
    }
    if (chip.href) chip.setAttribute("role", "button");
    chip.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to its page, elsewhere
      event.preventDefault();
      toggle(chip);
    };
    chip.onkeydown = (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      toggle(chip);
    };
  }
  for (const field of fields) {
    field.onchange = () => ask((query) => (field.value.trim() ? query.set(field.name, field.value.trim()) : query.delete(field.name)));
  }
  clear.onclick = () => {
    ask((query) => ["name", "topic", "says", "from", "to"].forEach((key) => query.delete(key)));
    block.querySelector("summary").focus(); // the button goes away
  };
  addEventListener("popstate", () => {
    wanted = new URLSearchParams(location.search);
    show();
  });
  if (says.search) wanted = new URLSearchParams();
  else show();
  block.open ||= !clear.hidden;
}
