/** What stands over the map: the key, which also switches layers, the scale, and what to bear in mind. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, svg } = parts.dom;
  const NARROW = 640;
  const KM_PER_NAUTICAL_MILE = 1.852;
  const FAR_NORTH = 65;
  /** Greatest length of a scale bar, pixels. */
  const REACH = 130;
  const AREAS = ["deployment_areas", "impact_areas", "launch_areas", "site_areas", "origin_areas"];
  /** Map width from which the key may stay open beside a claim's card, and the room round a card, pixels. */
  const WIDE = 760;
  const EDGE = 14;

  /** Key of what modifies a symbol: the words and a claim that shows it. */
  const MODIFIERS = [
    [say("key.planned"), { kind: "deployment", asset: "troops", status: "planned" }, (c) => c.status === "planned"],
    [say("key.arriving"), { kind: "deployment", asset: "troops", status: "arriving" }, (c) => c.status === "arriving"],
    [say("key.withdrawn"), { kind: "deployment", asset: "troops", status: "withdrawn" }, (c) => c.status === "withdrawn"],
    [say("key.denied"), { kind: "deployment", asset: "troops", stance: "denied" }, (c) => c.stance === "denied"],
    [say("key.background"), { kind: "deployment", asset: "troops", background: true }, (c) => c.background],
    [say("key.inconsistent"), { kind: "deployment", asset: "troops", verdict: "inconsistent" }, (c) => c.verdict === "inconsistent"],
    [say("key.marginal"), { kind: "deployment", asset: "troops", verdict: "marginal" }, (c) => c.verdict === "marginal"],
  ];

  function sample(className) {
    return svg("svg", { class: "sitmap-picture", viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true" },
      svg("path", { d: "M1 8H25", class: className }));
  }

  function swatch(className, ...inside) {
    return svg("svg", { class: "sitmap-picture", viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true" },
      inside, svg("rect", { x: 1.5, y: 1.5, width: 23, height: 13, class: className }));
  }

  const hatched = () => swatch("sitmap-swatch", svg("path", { d: "M2 9 9 2M6 14 18 2M15 14 24 5", class: "sitmap-swatch-lines" }));
  const tint = () => swatch("sitmap-swatch sitmap-tint");

  /** Line of the key with a box; `off` holds the words of what is switched off, also for other data. */
  function entry(off, picture, words, count, changed) {
    const box = el("input", { type: "checkbox", checked: off.has(words) ? null : "" });
    box.addEventListener("change", () => {
      if (box.checked) off.delete(words);
      else off.add(words);
      changed(box.checked);
    });
    return el("li", {}, el("label", {}, box, picture, el("span", {}, words), count ? el("small", {}, String(count)) : null));
  }

  function kindEntries(off, claims, hide) {
    const kinds = Object.entries(parts.symbols.KINDS);
    const hidden = () => new Set(kinds.filter(([, words]) => off.has(words)).map(([kind]) => kind));
    return kinds.flatMap(([kind, words]) => {
      const count = claims.filter((claim) => claim.kind === kind && claim.lat !== null).length;
      if (!count) return [];
      const example = claims.find((claim) => claim.kind === kind);
      const picture = parts.symbols.picture({ kind, asset: example.asset, size: 0, sidc: example.sidc });
      return [entry(off, picture, words, count, () => hide(hidden()))];
    });
  }

  function layerEntries(off, payload, toggle, zoneKey) {
    const has = (name) => Boolean(payload.layers[name] && payload.layers[name].features.length);
    const areas = AREAS.filter(has).flatMap((name) => payload.layers[name].features);
    const found = [];
    const outlines = areas.filter(({ properties }) => properties.is_place).length;
    if (outlines) found.push(entry(off, hatched(), say("key.outlines"), outlines, (on) => toggle("outlines", on)));
    const tinted = areas.length - outlines;
    if (tinted) found.push(entry(off, tint(), say("key.uncertainty"), tinted, (on) => toggle("uncertainty", on)));
    if (has("tracks")) found.push(entry(off, sample("sitmap-track"), say("key.tracks"), 0, (on) => toggle("tracks", on)));
    if (has("zone_boundaries")) {
      const boundaries = entry(off, zoneKey.picture(), say("key.zones"), 0, (on) => toggle("zones", on));
      found.push(boundaries, ...zoneKey.below(payload));
    }
    found.push(entry(off, el("span", { class: "sitmap-picture sitmap-letters", "aria-hidden": "true" }, "Aa"), say("key.names"), 0, (on) => toggle("names", on)));
    return found;
  }

  function modifierEntries(claims) {
    return MODIFIERS.flatMap(([words, shown, test]) => {
      const like = claims.find((claim) => claim.lat !== null && test(claim));
      const picture = like && parts.symbols.picture(like.sidc ? { ...shown, kind: like.kind, sidc: like.sidc } : shown);
      return like ? [el("li", {}, picture, el("span", {}, words))] : [];
    });
  }

  function corner(L, position, node) {
    const control = new L.Control({ position });
    control.onAdd = () => {
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    return control;
  }

  /** Largest of 1, 2, 5 times a power of ten that is no more than a value. */
  function round(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    const lead = value / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
  }

  function scale(map) {
    const bars = ["km", "nm"].map((unit) => ({ unit, bar: el("span", { class: "sitmap-bar" }) }));
    const node = el("div", { class: "sitmap-scale", role: "img" }, bars.map(({ bar }) => bar));
    const update = () => {
      const { x, y } = map.getSize();
      if (!x) return;
      const metres = map.distance(map.containerPointToLatLng([x / 2 - REACH / 2, y / 2]), map.containerPointToLatLng([x / 2 + REACH / 2, y / 2]));
      const widest = { km: metres / 1000, nm: metres / 1000 / KM_PER_NAUTICAL_MILE };
      for (const { unit, bar } of bars) {
        const length = round(widest[unit]);
        bar.style.width = `${(REACH * length) / widest[unit]}px`;
        bar.textContent = say(unit === "nm" ? "scale.nm" : "scale.km", { length });
      }
      node.setAttribute("aria-label", say("scale.label", { lengths: bars.map(({ bar }) => bar.textContent).join(", ") }));
    };
    map.on("moveend zoomend resize", update);
    return { node, update };
  }

  function stretch(map) {
    const node = el("p", { class: "sitmap-caution" }, say("scale.stretched"));
    const update = () => {
      const bounds = map.getBounds();
      node.hidden = Math.max(bounds.getNorth(), -bounds.getSouth()) <= FAR_NORTH;
    };
    map.on("moveend zoomend resize", update);
    return { node, update };
  }

  /** Button that says how many claims lie outside the view, and shows them all; away while a popup needs its room. */
  function beyond(map, latlngs, showAll) {
    let reading = false;
    const words = el("span", {});
    const node = el("button", { type: "button", class: "sitmap-beyond" }, words, el("span", { class: "sitmap-act" }, say("beyond.show")));
    node.addEventListener("click", showAll);
    const update = () => {
      const view = map.getBounds();
      const count = latlngs().filter((latlng) => !view.contains(latlng)).length;
      node.hidden = !count || reading;
      words.textContent = say("beyond.claims", { n: count });
    };
    map.on("moveend zoomend resize", update);
    map.on("popupopen popupclose", ({ type }) => {
      reading = type === "popupopen";
      update();
    });
    return { node, update };
  }

  parts.controls = {
    /**
     * @param {L.Map} map
     * @param {{legend: string, hide: function(Set): void, toggle: function(string, boolean): void,
     *   latlngs: function(): Array<L.LatLng>, showAll: function(): void, viewZones: function(string): void}} options
     * @returns {{setData: function(Object): void, update: function(): void, viewZones: function(string): void,
     *   makeRoom: function(): Object, remove: function(): void}}
     */
    create(map, { legend, hide, toggle, latlngs, showAll, viewZones }) {
      const L = globalThis.L;
      const body = el("div", { class: "sitmap-key-body" });
      const narrow = map.getContainer().clientWidth < NARROW;
      const open = legend === "open" || (legend !== "closed" && !narrow);
      const key = el("details", { class: "sitmap-key", open: open ? "" : null }, el("summary", {}, say("key.heading")), body);
      const off = new Set();
      const zoneKey = parts.zoneKey.create(viewZones);
      const bars = scale(map);
      const caution = stretch(map);
      const others = beyond(map, latlngs, showAll);
      const pointer = parts.pointer.create(map);
      const controls = [
        corner(L, "topright", key), corner(L, "bottomleft", bars.node), corner(L, "bottomleft", caution.node),
        corner(L, "bottomright", pointer.node),
        corner(L, "topleft", others.node),
      ];
      controls.forEach((control) => control.addTo(map));
      return {
        setData(payload) {
          const claims = Object.values(payload.claims);
          const modifiers = modifierEntries(claims);
          body.replaceChildren(
            el("ul", {}, kindEntries(off, claims, hide)),
            el("ul", {}, layerEntries(off, payload, toggle, zoneKey)),
            ...(modifiers.length ? [el("ul", {}, modifiers)] : []),
            ...(payload.symbols_note ? [el("p", { class: "sitmap-key-note" }, payload.symbols_note)] : []),
          );
          bars.update();
          caution.update();
          others.update();
          pointer.update();
        },
        /** After other claims are shown. */
        update: others.update,
        /** Says whose boundaries are drawn. */
        viewZones: zoneKey.show,
        /** Room that the open key takes at the right of a wide map, and the scale at the bottom, pixels. */
        room: () => ({
          right: key.open && map.getSize().x >= WIDE ? key.offsetWidth + EDGE : 0,
          bottom: bars.node.offsetHeight + caution.node.offsetHeight + EDGE,
        }),
        /** Makes room for a claim's card; the padding that keeps it clear of the controls. */
        makeRoom() {
          if (map.getSize().x < WIDE) key.open = false;
          const [right, top] = key.open ? [key.offsetWidth + 2 * EDGE, EDGE] : [EDGE, key.offsetHeight + 2 * EDGE];
          return { autoPanPaddingTopLeft: [4 * EDGE, top], autoPanPaddingBottomRight: [right, EDGE] };
        },
        remove: () => controls.forEach((control) => control.remove()),
      };
    },
  };
})();
