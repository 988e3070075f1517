/** What is shown, as the part of an address behind "#": kept up to date, and read once at the start. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const KEY = "view=";

  function read() {
    const text = globalThis.location.hash.slice(1);
    if (!text.startsWith(KEY)) return null;
    try {
      const state = JSON.parse(decodeURIComponent(text.slice(KEY.length)));
      return state && typeof state === "object" && !Array.isArray(state) ? state : null;
    } catch {
      return null; // an address that someone cut or typed: the map opens as without it
    }
  }

  parts.link = {
    read,
    /** Address of a state, which the browser shows from now on without a step in its history. */
    write(state) {
      const address = `${globalThis.location.href.split("#")[0]}#${KEY}${encodeURIComponent(JSON.stringify(state))}`;
      globalThis.history.replaceState(globalThis.history.state, "", address);
      return address;
    },
  };
})();
