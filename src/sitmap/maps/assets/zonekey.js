/** The key of maritime boundaries: what each line is, and by whose view of disputed features they are drawn. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, svg } = parts.dom;
  /** What lines there are: the words, the class that draws one, and which features are so. */
  const LINES = [
    [say("boundaries.limit"), "sitmap-zone-limit", ({ kind, disputed }) => kind === "limit" && !disputed],
    [say("boundaries.median"), "sitmap-zone-median", ({ kind, disputed }) => kind === "median" && !disputed],
    [say("boundaries.treaty"), "sitmap-zone-treaty", ({ kind, disputed }) => kind === "treaty" && !disputed],
    [say("boundaries.territorial"), "sitmap-zone-territorial", ({ kind, disputed }) => kind === "territorial" && !disputed],
    [say("boundaries.disputed"), "sitmap-disputed", ({ disputed }) => disputed],
  ];

  function sample(className) {
    return svg("svg", { class: "sitmap-picture", viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true" },
      svg("path", { d: "M1 8H25", class: `sitmap-zone ${className}` }));
  }

  const item = ([words, className]) => el("li", { class: "sitmap-line" }, sample(className), el("span", {}, words));

  parts.zoneKey = {
    /**
     * @param {function(string): void} choose called with the view that the reader chooses
     * @returns {{picture: function(): Element, below: function(Object): Array<Element>, show: function(string): void}}
     *   `below` are the entries under that of the boundaries, for a payload; `show` says which view is drawn
     */
    create(choose) {
      const viewed = item(["", "sitmap-viewed"]);
      const select = el("select", {});
      const views = el("li", { class: "sitmap-views" }, el("label", {}, say("boundaries.views"), select));
      select.addEventListener("change", () => choose(select.value));

      function show(name) {
        select.value = name;
        const [option] = select.selectedOptions; // none where there are no boundaries
        viewed.lastChild.textContent = option ? say("boundaries.viewed", { view: option.textContent }) : "";
        viewed.hidden = name === parts.zones.HELD;
      }

      return {
        picture: () => sample("sitmap-zone-limit"),
        show,
        below(payload) {
          const found = payload.layers.zone_boundaries.features.map(({ properties }) => properties);
          const before = select.value;
          select.replaceChildren(...payload.zone_views.map(([name, words]) => el("option", { value: name }, words)));
          show(payload.zone_views.some(([name]) => name === before) ? before : parts.zones.HELD);
          const lines = LINES.filter(([, , test]) => found.some(test)).map(item);
          return payload.zone_views.length > 1 ? [...lines, viewed, views] : lines;
        },
      };
    },
  };
})();
