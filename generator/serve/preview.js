// The preview's script: reloads this page when a new site stands, and shows what is
// wrong when the last build failed. Published pages do not have it.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const memory = `dateline-preview:${location.pathname}`;
  let overlay = null;

  // <details> are told apart by their summary and by which of its name it is.
  const details = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((element) => {
      const name = element.querySelector("summary")?.textContent.trim() ?? "";
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      return { element, key: `${nth}:${name}` };
    });
  };

  const reload = () => {
    const open = Object.fromEntries(
      details().map(({ element, key }) => [key, element.open]),
    );
    const state = { x: scrollX, y: scrollY, open };
    sessionStorage.setItem(memory, JSON.stringify(state));
    location.reload();
  };

  const restore = () => {
    const kept = sessionStorage.getItem(memory);
    if (!kept) return;
    sessionStorage.removeItem(memory);
    const state = JSON.parse(kept);
    for (const { element, key } of details()) {
      if (key in state.open) element.open = state.open[key];
    }
    scrollTo({ left: state.x, top: state.y, behavior: "instant" });
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
    document.body.append(overlay);
  };

  const look = async () => {
    try {
      const answer = await fetch("/__status.json", { cache: "no-store" });
      const status = await answer.json();
      if (status.version !== version) reload();
      else show(status.trouble);
    } catch {
      // The preview has ended; the socket's closing leads to another look.
    }
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

  restore();
  connect();
})();
