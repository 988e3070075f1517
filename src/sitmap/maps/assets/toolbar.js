/** Buttons over the map that open one panel at a time, or act at once. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, svg } = parts.dom;

  /** Room between a panel and the map's edge, pixels. */
  const EDGE = 8;

  /** What each button shows, drawn in a box of 18 pixels. */
  const PICTURES = {
    filter: "M2 3.5H16L10.8 9.8V15L7.2 13V9.8Z",
    time: "M9 2A7 7 0 1 0 9 16 7 7 0 1 0 9 2M9 5V9.4L12 11.4",
    search: "M7.5 2.5A5 5 0 1 0 7.5 12.5 5 5 0 1 0 7.5 2.5M11.2 11.2 15.8 15.8",
    measure: "M2 12.5 12.5 2 16 5.5 5.5 16ZM5 9.5 7 11.5M8 6.5 9.5 8M11 3.5 13 5.5",
    ring: "M9 2A7 7 0 1 0 9 16 7 7 0 1 0 9 2M9 9H16M9 8.2V9.8",
    link: "M7.5 10.5 10.5 7.5M8 5 10 3A3.6 3.6 0 0 1 15 8L13 10M10 13 8 15A3.6 3.6 0 0 1 3 10L5 8",
  };

  function picture(name) {
    return svg("svg", { viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true" }, svg("path", { d: PICTURES[name] }));
  }

  parts.toolbar = {
    /**
     * @param {L.Map} map
     * @param {Array<{name: string, label: string, panel: HTMLElement, opened: function(): void, closed: function(): void,
     *   press: function(): void}>} tools with a panel, or with `press` alone; `opened` and `closed` may be missing
     * @returns {{close: function(): void, flag: function(string, boolean): void, remove: function(): void}}
     *   flag marks a button whose tool changes what is shown
     */
    create(map, tools) {
      const L = globalThis.L;
      const buttons = new Map();
      let open = null;

      function show(tool) {
        const last = open;
        open = tool === open ? null : tool;
        for (const other of tools.filter(({ panel }) => panel)) {
          other.panel.hidden = other !== open;
          buttons.get(other.name).setAttribute("aria-expanded", String(other === open));
        }
        map.getContainer().classList.toggle("sitmap-at-tool", Boolean(open));
        if (last && last.closed) last.closed();
        if (!open) return;
        if (open.opened) open.opened();
        fit();
        const first = open.panel.querySelector("input, button");
        if (first) first.focus({ preventScroll: true });
      }

      /** Keeps the open panel within the map: what it has no room for is scrolled to. */
      function fit() {
        if (!open) return;
        const [whole, own] = [map.getContainer(), open.panel].map((node) => node.getBoundingClientRect());
        open.panel.style.maxHeight = `${whole.bottom - own.top - EDGE}px`;
        open.panel.style.maxWidth = `${whole.right - own.left - EDGE}px`;
      }

      function close() {
        if (!open) return;
        const { name } = open;
        show(open);
        buttons.get(name).focus({ preventScroll: true });
      }

      const bar = el("div", { class: "sitmap-tools leaflet-bar", role: "toolbar", "aria-label": say("tools.label") });
      const node = el("div", { class: "sitmap-toolbox" }, bar);
      for (const tool of tools) {
        const { name, label, panel } = tool;
        const expands = panel ? { "aria-expanded": "false" } : {};
        const button = el("button", { type: "button", title: label, "aria-label": label, "data-tool": name, ...expands }, picture(name));
        button.addEventListener("click", () => (panel ? show(tool) : tool.press()));
        buttons.set(name, button);
        bar.append(button);
        if (!panel) continue;
        panel.hidden = true;
        panel.classList.add("sitmap-panel");
        panel.setAttribute("role", "group");
        panel.setAttribute("aria-label", label);
        node.append(panel);
      }
      // Keys pressed here are for the tools: Leaflet would move the map, the page close a card.
      node.addEventListener("keydown", (event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
      });
      const control = new L.Control({ position: "topleft" });
      control.onAdd = () => {
        L.DomEvent.disableClickPropagation(node);
        L.DomEvent.disableScrollPropagation(node);
        return node;
      };
      control.addTo(map);
      map.on("resize", fit);
      return {
        close,
        flag: (name, on) => buttons.get(name).classList.toggle("sitmap-on", on),
        remove() {
          map.off("resize", fit);
          control.remove();
        },
      };
    },
  };
})();
