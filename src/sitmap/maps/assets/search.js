/** Search for a place: among the claims' places and the names that the base carries, or as coordinates. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { el, folded, quoted } = parts.dom;
  const MOST = 8;
  /** Zoom at which a place of coordinates is shown. */
  const ZOOM = 8;

  /** Point that some words write, as a place of the list, or null. */
  function coordinates(words) {
    const point = parts.coordinates.read(words);
    return point && { text: words.trim(), ...point, zoom: ZOOM };
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
