/** Search for a place: by coordinates, among the names that the map carries, and where the host looks names up. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, folded, quoted } = parts.dom;
  const MOST = 8;
  const LONGEST = 100;
  /** A look-up begins when nothing was typed for so long. */
  const AFTER_MS = 350;
  /** Zoom at which a place of coordinates is shown. */
  const ZOOM = 8;
  /** Names as good as each other: of the claims' places first, then what was looked up, then the base's. */
  const [CLAIM, LOOKED_UP, BASE] = [0, 1, 2];
  /** Two entries of one name are one place up to this distance, km, or within its extent. */
  const SAME_KM = 100;
  const TOLD = {
    here: say("search.not_here"),
    looking: say("search.looking"),
    nowhere: say("search.nowhere"),
  };

  /** Point that some words write, as a place of the list, or null. */
  function coordinates(words) {
    const point = parts.coordinates.read(words);
    return point && { text: words.trim(), ...point, zoom: ZOOM };
  }

  /** How well a name fits what is wanted: 0 the name itself, 4 not at all. */
  function fit(name, wanted) {
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 4;
  }

  function km(a, b) {
    const { Geodesic } = globalThis.geodesic;
    return Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.DISTANCE).s12 / 1000;
  }

  /** The best of the map's names and of what was looked up, each place once. */
  function ranked(places, further, words) {
    const wanted = folded(words);
    if (!wanted) return [];
    const own = places.map((place) => ({ ...place, rank: fit(folded(place.text), wanted), from: place.kind === "claim" ? CLAIM : BASE }));
    const found = [];
    [...own, ...further.map((place) => ({ ...place, from: LOOKED_UP }))]
      .filter(({ rank }) => rank < 4)
      .sort((a, b) => a.rank - b.rank || a.from - b.from || (a.zoom || 0) - (b.zoom || 0))
      .forEach((place) => {
        const name = folded(place.text);
        const same = found.find((other) => folded(other.text) === name && km(other, place) <= Math.max(SAME_KM, other.extent || 0));
        if (!same) found.push(place);
        else if (same.extent === undefined) Object.assign(same, { about: place.about, extent: place.extent });
      });
    return found.slice(0, MOST);
  }

  parts.search = {
    coordinates,
    ranked,
    /**
     * @param {function(): Array<{text: string, lat: number, lon: number, zoom: number}>} places that the map carries
     * @param {function(Object): void} go shows one of them
     * @param {(function(string): Promise<Array<{text: string, about: string, lat: number, lon: number, extent: number, rank: number}>>)|null}
     *   lookup  what else bears a name, best first; `extent` in km; null where nobody can be asked, as in a file
     * @returns {{panel: HTMLElement, stop: function(): void}}
     */
    create(places, go, lookup) {
      const input = el("input", { type: "search", maxlength: LONGEST, placeholder: say("search.hint"), "aria-label": say("search.input") });
      const list = el("ul", {});
      const none = el("p", { hidden: "", role: "status" });
      const panel = el("div", { class: "sitmap-search" }, input, list, none);
      let further = { words: "", places: [] };
      let timer = 0;

      const wanted = () => input.value.trim();
      const isKnown = () => !lookup || further.words === wanted();

      function found() {
        const point = coordinates(input.value);
        return point ? [point] : ranked(places(), isKnown() ? further.places : [], wanted());
      }

      function draw() {
        const results = found();
        list.hidden = false;
        none.hidden = Boolean(results.length) || !wanted();
        none.textContent = !lookup ? TOLD.here : isKnown() ? TOLD.nowhere : TOLD.looking;
        list.replaceChildren(...results.map((place) => {
          const button = el("button", { type: "button" }, quoted(place.text), place.about ? el("small", {}, ` ${place.about}`) : null);
          button.addEventListener("click", () => show(place));
          return el("li", {}, button);
        }));
        return results;
      }

      /** Goes there; the list makes way for what is seen. Hidden and not removed: the pointer may be on it. */
      function show(place) {
        list.hidden = true;
        go(place);
      }

      async function look() {
        clearTimeout(timer);
        const words = wanted();
        if (words && !isKnown() && !coordinates(words)) {
          const answer = await lookup(words);
          if (words !== wanted()) return [];
          further = { words, places: answer };
        }
        return draw();
      }

      input.addEventListener("input", () => {
        clearTimeout(timer);
        draw();
        if (lookup) timer = setTimeout(look, AFTER_MS);
      });
      input.addEventListener("keydown", async ({ key }) => {
        const [best] = key === "Enter" ? await look() : [];
        if (best) show(best);
      });
      return { panel, stop: () => clearTimeout(timer) };
    },
  };
})();
