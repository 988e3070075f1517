/** What the reader asks of the map: which claims are shown, and the tools over it. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, quoted } = parts.dom;
  /** Least zoom at which a place is shown; of what is as large as a state; most, of what was looked up. */
  const [PLACE_ZOOM, WIDE_ZOOM, NEAR_ZOOM] = [6, 3, 9];
  const WIDE = new Set(["country", "ocean", "sea"]);
  const EQUATOR_KM = 40_075;
  const WORLD_PX = 256;

  function chip({ words, drop }) {
    const button = el("button", { type: "button", class: "sitmap-choice", "aria-label": say("filter.remove", { words }) }, quoted(words), " ×");
    button.addEventListener("click", drop);
    return button;
  }

  function linkPanel() {
    const address = el("input", { type: "text", readonly: "", "aria-label": say("link.address") });
    const told = el("output", {});
    const panel = el("div", { class: "sitmap-link" }, address, told);
    return {
      panel,
      show(text) {
        address.value = text;
        address.select();
        told.textContent = say("link.copy");
        if (!navigator.clipboard) return;
        navigator.clipboard.writeText(text).then(() => {
          told.textContent = say("link.copied");
        }, () => {}); // without leave to write there, the address stands in the box
      },
    };
  }

  parts.explore = {
    /**
     * @param {L.Map} map
     * @param {{names: function(): Array, shown: function(Set): void, selected: function(): string|null,
     *   select: function(string): void, viewZones: function(string): void, seenBy: function(): string|null,
     *   lookup: (function(string): Promise<Array>)|null}} options
     *   names that the search knows, and who knows further ones; shown is told the ids of the claims that pass; whose
     *   zones are drawn, null as held
     * @returns {Object} setData(payload), open() reads the address, remove()
     */
    create(map, { names, shown, selected, select, viewZones, seenBy, lookup }) {
      const L = globalThis.L;
      const chips = el("div", { class: "sitmap-choices", role: "group", "aria-label": say("filter.in_use") });
      let claims = [];
      let frame = 0;

      const filters = parts.filters.create(changed);
      const timeline = parts.timeline.create(changed);
      const lengths = parts.measure.lengths(map);
      const rings = parts.measure.rings(map);
      const link = linkPanel();
      const search = parts.search.create(names, go, lookup);
      const pin = L.layerGroup().addTo(map);
      const bar = parts.toolbar.create(map, [
        { name: "filter", label: say("filter.label"), panel: filters.panel },
        { name: "time", label: say("days.label"), panel: timeline.panel, closed: timeline.stop },
        { name: "search", label: say("search.label"), panel: search.panel, closed: () => pin.clearLayers() },
        { name: "measure", label: say("measure.label"), ...lengths },
        { name: "ring", label: say("ring.label"), ...rings },
        { name: "link", label: say("link.label"), panel: link.panel, opened: () => link.show(parts.link.write(state())) },
      ]);
      map.getContainer().append(chips);
      L.DomEvent.disableClickPropagation(chips);

      /** Zoom at which a place shows whole, whose extent is known, and else one that fits its kind. */
      function zoomFor({ lat, zoom, kind, extent }) {
        if (extent === undefined) return Math.max(Math.min(zoom + 1, map.getMaxZoom()), WIDE.has(kind) ? WIDE_ZOOM : PLACE_ZOOM);
        const { x, y } = map.getSize();
        const world = (Math.min(x, y) * EQUATOR_KM * Math.cos((lat * Math.PI) / 180)) / (2 * Math.max(extent, 1));
        return Math.min(Math.max(Math.log2(world / WORLD_PX), map.getMinZoom()), NEAR_ZOOM);
      }

      function go(place) {
        const { text, lat, lon } = place;
        const near = parts.frame.wrap(lon, map.getCenter().lng);
        pin.clearLayers();
        L.circleMarker([lat, near], { radius: 14, className: "sitmap-found", fill: false, weight: 2.5, interactive: false }).addTo(pin);
        map.setView([lat, near], zoomFor(place), { animate: false });
        map.getContainer().setAttribute("data-found", text);
      }

      /** Draws once for many changes of one moment. */
      function changed() {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(apply);
      }

      function apply() {
        const passing = claims.filter((claim) => filters.test(claim) && timeline.test(claim));
        const inUse = [...filters.chips(), ...timeline.chips()];
        filters.recount(timeline.test);
        bar.flag("filter", filters.chips().length > 0);
        bar.flag("time", timeline.chips().length > 0);
        const count = el("span", { role: "status" }, say("filter.passing", { passing: passing.length, n: claims.length }));
        const clear = el("button", { type: "button", class: "sitmap-choice sitmap-clear" }, say("filter.clear"));
        clear.addEventListener("click", () => {
          filters.clear();
          timeline.clear();
        });
        chips.hidden = !inUse.length;
        chips.replaceChildren(count, ...inUse.map(chip), clear);
        shown(new Set(passing.map(({ id }) => id)));
      }

      function state() {
        const { lat, lng } = map.getCenter();
        const [id, zones] = [selected(), seenBy()];
        return {
          at: [Number(lat.toFixed(4)), Number(lng.toFixed(4)), Number(map.getZoom().toFixed(2))],
          ...filters.state(), ...timeline.state(), ...(zones ? { zones } : {}), ...(id ? { claim: id } : {}),
        };
      }

      return {
        setData(payload) {
          claims = Object.values(payload.claims);
          filters.setData(payload);
          timeline.setData(payload);
          cancelAnimationFrame(frame);
          apply();
        },
        /** Shows what the address asks for; whether it asked for a place to look at. */
        open() {
          const wanted = parts.link.read();
          if (!wanted) return;
          filters.restore(wanted);
          timeline.restore(wanted);
          if (wanted.zones) viewZones(String(wanted.zones));
          if (wanted.claim) select(String(wanted.claim));
          const at = Array.isArray(wanted.at) ? wanted.at.map(Number) : [];
          if (at.length === 3 && at.every(Number.isFinite)) map.setView([at[0], at[1]], at[2], { animate: false });
        },
        remove() {
          cancelAnimationFrame(frame);
          timeline.stop();
          search.stop();
          bar.remove();
          chips.remove();
          [pin, lengths, rings].forEach((tool) => tool.remove());
        },
      };
    },
  };
})();
