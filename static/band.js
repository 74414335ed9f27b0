// Looks closer at the overview, by buttons, keys, dragging and pinching. The data are in
// data/band.js, every date by the unit that it is known by.
"use strict";
{
  const { ends, fill } = dateline;
  const figure = document.querySelector(".band");
  const drawing = figure.querySelector(".band-drawing");
  const says = figure.dataset;

  // How many events have which bounds, and between what they surely go on: the last day of
  // their first unit, and the first of their last.
  const spans = (dates, lasts) =>
    Object.entries(dates).map(([key, many]) => {
      let [from, to = from] = key.split("/");
      if (/^\d\d(-|$)/.test(to)) to = from.slice(0, -to.length) + to; // "2019-05/07"
      const [low, begun, ending, high] = [...ends(from), ...ends(to)];
      return { key, many, low, high, core: lasts ? [begun - 1, ending + 1] : [] };
    });
  let low = 0;
  const all = timelineBand.days.map((later) => ({ low: (low += later), high: low + 1, many: 1, core: [] }));
  all.push(...spans(timelineBand.spans), ...spans(timelineBand.lasting, true));
  const sections = spans(timelineBand.sections).sort((a, b) => a.low - b.low || b.high - a.high);

  const begin = ends(says.begin)[0];
  const whole = ends(says.end)[1] - begin;
  let [start, length] = [begin, whole];
  const share = (days) => `${(100 * days) / length}%`;

  // What is known no better than by several bars is shared among them.
  const BARS = 96;
  const paths = drawing.querySelectorAll(".band-bars path"); // possible, then certain
  const drawBars = () => {
    const width = Math.max(length / BARS, 1); // a day at least
    const first = Math.floor(start / width); // a bar keeps its days while the window moves
    const certain = Array(Math.ceil(length / width) + 1).fill(0);
    const change = [...certain, 0];
    for (const { low, high, many } of all) {
      const one = Math.floor((Math.max(low, begin) + 0.5) / width) - first;
      const last = Math.floor((Math.min(high, begin + whole) - 0.5) / width) - first;
      if (last < 0 || one >= certain.length) continue;
      if (one === last) certain[one] += many;
      change[Math.max(one, 0)] += many / (last - one + 1);
      change[Math.min(last + 1, certain.length)] -= many / (last - one + 1);
    }
    let sum = 0;
    const possible = certain.map((_, i) => (sum += change[i]));
    const unit = (BARS * width) / length;
    const left = (first - start / width) * unit;
    const scale = 100 / Math.max(...possible, 0.01);
    [possible, certain].forEach((heights, i) => {
      const bars = heights.map((many, k) => (many > 0.001 ? `M${left + k * unit} 100v${-many * scale}h${0.85 * unit}V100z` : ""));
      paths[i].setAttribute("d", bars.join(""));
    });
  };

  // Marks keep their lanes. Their places are exact enough to give back the day.
  const marks = [...drawing.querySelectorAll(".band-marks [x1]")].flatMap((mark) =>
    ["x1", "x2"].map((name) => [mark, name, Math.round((parseFloat(mark.getAttribute(name)) / 100) * whole)]),
  );

  // The scale: as many cells as it had, of so many months, counted from year 0.
  const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];
  const dayOf = (month) => new Date(0).setUTCFullYear(0, month, 1) / 864e5;
  const monthOf = (day) => {
    const date = new Date(day * 864e5);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const [inYear, inMonth, inBoth, inFull] = [["numeric"], [undefined, "short"], ["numeric", "short"], ["numeric", "long"]].map(([year, month]) => {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { year, month, timeZone: "UTC" });
    return (number) => format.format(dayOf(number) * 864e5);
  });
  const scale = drawing.querySelector(".band-scale");
  const models = [".band-cell", ".band-tick"].map((name) => scale.querySelector(name));
  const drawCells = () => {
    const step = STEPS.find((months) => length / months < 250) || 12000;
    const byYear = step > 6;
    const focused = scale.contains(document.activeElement);
    let named = false;
    scale.replaceChildren();
    for (let month = Math.floor(monthOf(start) / step) * step; dayOf(month) < start + length; month += step) {
      const [low, high] = [dayOf(month), dayOf(month + step)];
      const left = Math.max(low, start);
      const wide = Math.min(high, start + length) - left;
      const [cell, tick] = models.map((model) => model.cloneNode(true));
      const [box, label] = ["rect", "text"].map((name) => cell.querySelector(name));
      for (const [part, name] of [[box, "x"], [label, "x"], [tick, "x1"], [tick, "x2"]]) part.setAttribute(name, share(left - start));
      box.setAttribute("width", share(wide));
      // A cell that the window cuts has no room for a label; the first label says its year.
      const room = wide > length / 12;
      label.textContent = room ? (byYear || month % 12 === 0 ? inYear : named ? inMonth : inBoth)(month) : "";
      named ||= room;
      const inside = sections.filter((section) => section.low >= low && section.high <= high);
      if (inside.length) {
        let key = inside[0].key.replace("/", "-");
        if (byYear) key = key.replace(/-\d\d$/, "");
        if (says.address[0] !== "#") key = key.replace(/-(\d\d)$/, "/$1");
        const many = inside.reduce((sum, section) => sum + section.many, 0);
        const [from, to] = [month, month + step - 1].map(byYear ? inYear : inFull);
        cell.setAttribute("href", says.address.replace("~", key));
        cell.setAttribute("aria-label", fill(from === to ? says.cell : says.cells, from, to, many));
      } else for (const name of ["href", "aria-label"]) cell.removeAttribute(name);
      scale.append(cell, tick);
    }
    if (focused) drawing.focus({ preventScroll: true });
  };

  // What is in view, said once it rests.
  const status = figure.querySelector("[role=status]");
  const tell = () => {
    const stop = start + length;
    let [sure, maybe] = [0, 0];
    for (const { low, high, many, core } of all) {
      if ((low >= start && high <= stop) || (core[0] < stop && core[1] > start)) sure += many;
      else if (low < stop && high > start) maybe += many;
    }
    const words = fill(maybe ? says.viewMaybe : says.view, inFull(monthOf(start)), inFull(monthOf(stop - 1)), sure, maybe);
    status.textContent = length < whole ? words : "";
  };

  // Steps aside by a share of the width, and zooms around what is `at` its share of it.
  let [frame, rest] = [0, 0];
  const look = (factor, aside = 0, at = 0.5) => {
    const long = Math.min(Math.max(length * factor, 92), whole);
    start = Math.max(begin, Math.min(start + aside * length + at * (length - long), begin + whole - long));
    length = long;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (paths.length) drawBars();
      for (const [mark, name, day] of marks) mark.setAttribute(name, share(begin + day - start));
      drawCells();
    });
    clearTimeout(rest);
    rest = setTimeout(tell, 400);
  };
  const acts = [
    ["zoom-in", "+=", 0.5],
    ["zoom-out", "-_", 2],
    ["zoom-reset", "0", Infinity],
    ["pan-earlier", "ArrowLeft", 1, -0.25],
    ["pan-later", "ArrowRight", 1, 0.25],
  ];
  for (const [name, , ...how] of acts) figure.querySelector(`[data-${name}]`).onclick = () => look(...how);
  figure.onkeydown = (event) => {
    const act = acts.find(([, keys]) => keys === event.key || (keys.length < 3 && keys.includes(event.key)));
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    look(...act.slice(2));
  };

  // Fingers and the mouse. Up and down stays the page's, and so does the wheel.
  const fingers = new Map();
  let moved = 0;
  drawing.tabIndex = -1;
  drawing.onpointerdown = ({ pointerId, clientX, button }) => {
    if (!fingers.size) moved = 0;
    if (!button) fingers.set(pointerId, clientX);
  };
  drawing.onpointermove = ({ pointerId, pointerType, clientX }) => {
    // A finger may have come before this script did, which its touch has loaded.
    if (pointerType === "touch" && !fingers.has(pointerId)) fingers.set(pointerId, clientX);
    if (!fingers.has(pointerId)) return;
    const { left, width } = drawing.getBoundingClientRect();
    const [one, other] = fingers.values();
    const by = clientX - fingers.get(pointerId);
    fingers.set(pointerId, clientX);
    moved += Math.abs(by);
    if (moved < 6) return; // it may become a click on a link
    drawing.setPointerCapture(pointerId);
    const [now, beside] = fingers.values();
    if (fingers.size > 1) look((Math.abs(one - other) + 9) / (Math.abs(now - beside) + 9), 0, ((now + beside) / 2 - left) / width);
    else look(1, -by / width);
  };
  drawing.onpointerup = drawing.onpointercancel = ({ pointerId }) => fingers.delete(pointerId);
  drawing.onclick = () => moved < 6;
  drawing.ondragstart = () => false;
}
