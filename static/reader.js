// What every page gets: settings, copying, shortcuts, and the scripts of larger parts once
// a reader comes near them. Nothing here is needed for reading.
"use strict";

// What the larger parts share.
const dateline = {
  // "2024-06" is known by its month: from the first of June, in days from 1970, to the
  // first of July. No date is open at both ends.
  ends(date) {
    if (!date) return [-Infinity, Infinity];
    const [, y, m, d] = /^(-?\d+)(?:-(\d+))?(?:-(\d+))?$/.exec(date);
    const day = (month, day) => new Date(0).setUTCFullYear(y, month, day) / 864e5;
    return m ? [day(m - 1, d || 1), d ? day(m - 1, +d + 1) : day(m, 1)] : [day(0, 1), day(12, 1)];
  },
  fill: (words, ...values) => words.replace(/\{(\d)}/g, (_, n) => values[n - 1]),
};

{
  const all = (selector) => document.querySelectorAll(selector);
  const root = document.documentElement.dataset;
  const note = document.querySelector("[data-note]");
  let saying;
  const say = (words) => {
    note.textContent = words;
    clearTimeout(saying);
    saying = setTimeout(() => (note.textContent = ""), 5000);
  };

  for (const control of all("[data-scripted]")) control.hidden = false;

  // A setting's button goes round its values; the first is what holds without a choice.
  for (const button of all("[data-setting]")) {
    const { setting, values, names } = button.dataset;
    const each = values.split("|");
    const now = () => each.indexOf(root[setting] || "");
    const show = () => {
      button.title = names.split("|")[now()];
      button.setAttribute("aria-label", button.title);
    };
    button.onclick = () => {
      root[setting] = each[(now() + 1) % each.length];
      try {
        localStorage.setItem(`dateline-${setting}`, root[setting]);
      } catch {} // then it holds for this page
      show();
      say(button.title);
    };
    show();
  }

  // One button stands for all texts that it can copy; each gets its own.
  for (const pattern of all("[data-copy]")) {
    const { copy, copied, selected } = pattern.dataset;
    pattern.remove();
    for (const text of all(copy)) {
      const button = pattern.cloneNode(true);
      button.hidden = false;
      text.after(button);
      button.onclick = async () => {
        try {
          await navigator.clipboard.writeText(text.textContent.trim());
          say(copied);
        } catch {
          getSelection().selectAllChildren(text); // no clipboard without a secure connection
          say(selected);
        }
      };
    }
  }

  // To the next title of the list that is not folded away; on an event's page, to the next.
  const step = (by) => {
    const titles = [...all(".entry-title a")].filter((title) => title.getClientRects().length);
    if (!titles.length) return document.querySelector(by > 0 ? ".step[rel=next]" : ".step[rel=prev]")?.click();
    const here = document.activeElement.closest(".entry");
    let at = titles.findIndex((title) => title.closest(".entry") === here) + by;
    if (!here) at = titles.findIndex((title) => title.getBoundingClientRect().top > 0) - (by < 0);
    titles.at(Math.max(0, Math.min(at, titles.length - 1))).focus();
  };

  // Links carry their key in data-go: signs go there by themselves, letters after "g".
  let goes = false;
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    // Single keys can be switched off, for those who speak to their machine (WCAG 2.1.4).
    if (root.keys || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (key.length > 1 || target.matches("input, textarea, select, [contenteditable]")) return;
    const field = key === "/" && document.querySelector("input[type=search]");
    const link = (goes || "/?".includes(key)) && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    goes = key === "g";
    if (field || link) {
      event.preventDefault();
      if (field) field.focus();
      else {
        if (key === "/") link.hash = "write"; // search.js knows it
        link.click();
      }
    } else if (key === "j") step(1);
    else if (key === "k") step(-1);
  });

  // Larger parts name their scripts. A button that is pressed before waits for them.
  for (const part of all("[data-scripts]")) {
    let pressed;
    const hold = (event) => {
      pressed = event.target.closest("button");
      if (pressed) event.stopPropagation();
    };
    const load = () => {
      for (const sign of signs) part.removeEventListener(sign, load);
      let script;
      for (const address of part.dataset.scripts.split(" ")) {
        script = document.createElement("script");
        script.async = false; // in the order given
        script.src = address;
        document.body.append(script);
      }
      script.onload = () => {
        part.removeEventListener("click", hold, true);
        pressed?.click();
      };
    };
    const signs = ["pointerover", "focusin", "touchstart"];
    for (const sign of signs) part.addEventListener(sign, load, { passive: true });
    part.addEventListener("click", hold, true);
    if (location.search && part.matches("details")) load();
  }
}
