/** Search for a place: among the claims' places and the names that the base carries, or as coordinates. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { el, folded, quoted } = parts.dom;
  const MOST = 8;
  const PAIR = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;
  const GRID = /^\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}(?:\d{2}){1,5}$/i;

  /** Point that some words write as "lat, lon" or in MGRS, or null. */
  function coordinates(words) {
    const pair = PAIR.exec(words);
    if (pair) {
      const [lat, lon] = pair.slice(1).map(Number);
      return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { text: words.trim(), lat, lon, zoom: 8 } : null;
    }
    const grid = words.replace(/\s+/g, "").toUpperCase();
    if (!GRID.test(grid)) return null;
    try {
      const [lon, lat] = globalThis.mgrs.toPoint(grid);
      return { text: words.trim(), lat, lon, zoom: 9 };
    } catch {
      return null; // letters that no square of the grid has
    }
  }

  function ranked(places, words) {
    const wanted = folded(words.trim());
    if (!wanted) return [];
    const rank = (name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4);
    const seen = new Set();
    return places
      .map((place) => ({ ...place, rank: rank(folded(place.text)) }))
      .filter(({ rank: own }) => own < 4)
      .sort((a, b) => a.rank - b.rank || a.zoom - b.zoom)
      .filter(({ text, lat, lon }) => {
        const key = `${text}|${lat.toFixed(0)}|${lon.toFixed(0)}`;
        return !seen.has(key) && seen.add(key);
      })
      .slice(0, MOST);
  }

  parts.search = {
    coordinates,
    /**
     * @param {function(): Array<{text: string, lat: number, lon: number, zoom: number}>} places
     * @param {function(Object): void} go shows one of them
     * @returns {{panel: HTMLElement}}
     */
    create(places, go) {
      const input = el("input", { type: "search", placeholder: "Place, 42.2, 139.5 or MGRS", "aria-label": "Place or coordinates" });
      const list = el("ul", {});
      const none = el("p", { hidden: "" }, "No such name on this map");
      const panel = el("div", { class: "sitmap-search" }, input, list, none);
      const found = () => {
        const point = coordinates(input.value);
        return point ? [point] : ranked(places(), input.value);
      };
      input.addEventListener("input", () => {
        const results = found();
        none.hidden = Boolean(results.length) || !input.value.trim();
        list.replaceChildren(...results.map((place) => {
          const button = el("button", { type: "button" }, quoted(place.text));
          button.addEventListener("click", () => go(place));
          return el("li", {}, button);
        }));
      });
      input.addEventListener("keydown", ({ key }) => {
        const [best] = key === "Enter" ? found() : [];
        if (best) go(best);
      });
      return { panel };
    },
  };
})();
