// The preview's script: brings this page up to date when a new site stands, and shows
// what is wrong when the last build failed. Published pages do not have it.
(() => {
  "use strict";
  let version = document.currentScript.dataset.version;
  const memory = `dateline-preview:${location.pathname}`;
  let overlay = null;

  // <details> are told apart by their summary and by which of its name it is.
  const details = (root) => {
    const seen = new Map();
    return [...root.querySelectorAll("details")].map((element) => {
      const name = element.querySelector("summary")?.textContent.trim() ?? "";
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return { element, key: `${nth}:${name}` };
    });
  };

  const opened = () =>
    Object.fromEntries(
      details(document).map(({ element, key }) => [key, element.open]),
    );

  const open = (root, states) => {
    for (const { element, key } of details(root)) {
      if (key in states) element.open = states[key];
    }
  };

  const reload = () => {
    const state = { x: scrollX, y: scrollY, open: opened() };
    sessionStorage.setItem(memory, JSON.stringify(state));
    location.reload();
  };

  const restore = () => {
    const kept = sessionStorage.getItem(memory);
    if (!kept) return;
    sessionStorage.removeItem(memory);
    const state = JSON.parse(kept);
    open(document, state.open);
    scrollTo({ left: state.x, top: state.y, behavior: "instant" });
  };

  // Makes the element *old* like *fresh* and leaves alone what is equal in both, so
  // that what the reader did there, and where they are, is kept.
  const patch = (old, fresh) => {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    const was = [...old.childNodes];
    const now = [...fresh.childNodes];
    let after = null;
    while (was.length && now.length && was.at(-1).isEqualNode(now.at(-1))) {
      after = was.pop();
      now.pop();
    }
    let first = 0;
    while (first < was.length && first < now.length) {
      const [one, other] = [was[first], now[first]];
      if (!one.isEqualNode(other)) {
        if (one.nodeType !== 1 || one.nodeName !== other.nodeName) break;
        patch(one, other);
      }
      first += 1;
    }
    for (const node of was.slice(first)) node.remove();
    for (const node of now.slice(first)) old.insertBefore(node, after);
  };

  const loaded = (root) =>
    [...root.querySelectorAll("link[rel=stylesheet], script")]
      .map((element) => element.getAttribute("href") ?? element.getAttribute("src"))
      .join();

  // A steady script does no more to a page than what follows here, and hears of no
  // other parts than these. Others may not bear being patched.
  const isData = (script) => script.type === "application/ld+json";
  const isSteady = (script) =>
    isData(script) || "steady" in script.dataset || "version" in script.dataset;
  const parts = (root) => [
    ...root.querySelectorAll("[data-note], [data-setting], [data-copy], [data-scripts]"),
  ];

  const asScriptsLeaveIt = (fresh) => {
    Object.assign(fresh.documentElement.dataset, document.documentElement.dataset);
    for (const control of fresh.querySelectorAll("[data-scripted]")) control.hidden = false;
    for (const pattern of fresh.querySelectorAll("[data-copy]")) {
      pattern.remove();
      for (const text of fresh.querySelectorAll(pattern.dataset.copy)) {
        const button = pattern.cloneNode(true);
        button.hidden = false;
        text.after(button);
      }
    }
    for (const button of fresh.querySelectorAll("[data-setting]")) {
      const shown = document.querySelector(`[data-setting="${button.dataset.setting}"]`);
      button.title = shown?.title ?? "";
      button.setAttribute("aria-label", button.title);
    }
  };

  const update = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const script = fresh.querySelector("script[data-version]");
    const others = ![...document.scripts].every(isSteady);
    if (!script || others || loaded(fresh) !== loaded(document)) return reload();
    open(fresh, opened());
    asScriptsLeaveIt(fresh);
    const place = { left: scrollX, top: scrollY, behavior: "instant" };
    const heard = parts(document);
    version = script.dataset.version;
    patch(document.documentElement, fresh.documentElement);
    scrollTo(place);
    const now = parts(document);
    const isHeard = now.length === heard.length && now.every((part, at) => part === heard[at]);
    if (!isHeard) reload();
  };

  const show = (trouble) => {
    overlay?.remove();
    overlay = null;
    if (!trouble) return;
    overlay = document.createElement("aside");
    overlay.id = "dateline-preview-trouble";
    overlay.setAttribute("role", "alert");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; }
      div { box-sizing: border-box; max-height: 60vh; overflow: auto; padding: 1rem;
            background: #2a1512; color: #fff4ef; border-top: 4px solid #ff7a5c;
            font: 14px/1.5 ui-monospace, monospace; }
      h2 { margin: 0 0 .5rem; font: 700 16px/1.3 system-ui, sans-serif; }
      pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    `);
    const root = overlay.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const box = document.createElement("div");
    const title = document.createElement("h2");
    title.textContent = "The site could not be built; this is its last good state";
    const text = document.createElement("pre");
    text.textContent = trouble;
    box.append(title, text);
    root.append(box);
    document.documentElement.append(overlay);
  };

  // One look at a time; what is heard meanwhile is a reason for another.
  let looking = false;
  let again = false;

  const look = async () => {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      try {
        const answer = await fetch("/__status.json", { cache: "no-store" });
        const status = await answer.json();
        show("");
        if (status.version !== version) {
          await update();
          again = true; // the making of this page may have failed
        }
        show(status.trouble);
      } catch {
        // The preview has ended; the socket's closing leads to another look.
      }
    }
    looking = false;
  };

  // livereload's protocol 7. Every message, and every new connection, is only a
  // reason to look: a page that missed a message is stale no longer than that.
  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/livereload`);
    const protocols = ["http://livereload.com/protocols/official-7"];
    socket.onopen = () => {
      socket.send(JSON.stringify({ command: "hello", protocols }));
      socket.send(JSON.stringify({ command: "info", url: location.href }));
    };
    socket.onmessage = look;
    socket.onclose = () => setTimeout(connect, 1000);
  };

  document.addEventListener("visibilitychange", look);
  restore();
  connect();
})();
