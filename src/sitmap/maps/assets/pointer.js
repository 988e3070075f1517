/** The coordinates under the pointer, or of the middle of the map, in three ways of writing. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el } = parts.dom;
  /** MGRS has no letters beyond these latitudes. */
  const [SOUTH, NORTH] = [-80, 84];
  const SECONDS = 3600;

  function sexagesimal(value, [plus, minus], wide) {
    const all = Math.round(Math.abs(value) * SECONDS);
    const two = (number) => String(number).padStart(2, "0");
    const degrees = String(Math.floor(all / SECONDS)).padStart(wide, "0");
    return `${degrees}°${two(Math.floor((all % SECONDS) / 60))}′${two(all % 60)}″${value < 0 ? minus : plus}`;
  }

  const WAYS = {
    decimal: ({ lat, lng }) => `${lat.toFixed(4)}, ${lng.toFixed(4)}`,
    dms: ({ lat, lng }) => `${sexagesimal(lat, "NS", 2)} ${sexagesimal(lng, "EW", 3)}`,
    mgrs({ lat, lng }) {
      if (lat < SOUTH || lat > NORTH) return say("pointer.no_mgrs");
      return globalThis.mgrs.forward([lng, lat], 4).replace(/^(\d+[A-Z])([A-Z]{2})(\d{4})(\d{4})$/, "$1 $2 $3 $4");
    },
  };
  const NAMES = { decimal: say("pointer.decimal"), dms: say("pointer.dms"), mgrs: say("pointer.mgrs") };

  parts.pointer = {
    ways: WAYS,

    /**
     * @param {L.Map} map
     * @returns {{node: HTMLElement, update: function(): void}} a press goes on to the next way of writing
     */
    create(map) {
      const node = el("button", { type: "button", class: "sitmap-pointer" });
      const names = Object.keys(WAYS);
      let way = names[0];
      let at = null; // pixels: what lies under a pointer at rest changes with the map
      const update = () => {
        const { lat, lng } = (at ? map.containerPointToLatLng(at) : map.getCenter()).wrap();
        node.textContent = Math.abs(lat) <= 90 ? WAYS[way]({ lat, lng }) : "";
        const next = names[(names.indexOf(way) + 1) % names.length];
        node.title = say(at ? "pointer.under" : "pointer.middle", { way: NAMES[way], next: NAMES[next] });
      };
      map.on("mousemove", ({ containerPoint }) => {
        at = containerPoint;
        update();
      });
      // Leaflet keeps a "mouseout" to the mark or area that the pointer leaves the map from.
      map.getContainer().addEventListener("mouseleave", () => {
        at = null;
        update();
      });
      map.on("move", update);
      node.addEventListener("click", () => {
        way = names[(names.indexOf(way) + 1) % names.length];
        update();
      });
      return { node, update };
    },
  };
})();
