/** Areas and ground tracks: what lies under the symbols; zones.js has the lines beneath them. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { svg } = parts.dom;
  const AREAS = { deployment_areas: "deployment", impact_areas: "impact", launch_areas: "launch", site_areas: "site", origin_areas: "launch" };

  function features(payload, name) {
    const collection = payload.layers[name];
    return collection ? collection.features.filter((feature) => feature.geometry) : [];
  }

  /** Hatching for the outlines of named areas, one pattern a kind; Leaflet has no other way into its svg. */
  function hatches(renderer, prefix) {
    const patterns = Object.entries({ deployment: 45, launch: 135, impact: 90, site: 0 }).map(([kind, angle]) =>
      svg("pattern",
        { id: `${prefix}-${kind}`, width: 9, height: 9, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` },
        svg("line", { x1: 0, y1: 0, x2: 0, y2: 9, class: `sitmap-hatch sitmap-${kind}` })));
    renderer._container.prepend(svg("defs", {}, patterns));
  }

  function areaStyle(kind, isPlace, prefix) {
    const common = { className: `sitmap-area sitmap-${kind}${isPlace ? " sitmap-place" : ""}`, interactive: false };
    return isPlace
      ? { ...common, weight: 1.4, fillColor: `url(#${prefix}-${kind})`, fillOpacity: 1 }
      : { ...common, weight: 1.2, dashArray: "5 4", fillOpacity: 0.12 };
  }

  /** Arrow head just short of the end of a track, where the impact's symbol stands, turned as its last leg is on the screen. */
  function arrow(L, map, line) {
    const [from, to] = line.slice(-2).map((point) => map.project(point, 6));
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const head = svg("svg", { width: 20, height: 20, viewBox: "-10 -10 20 20", class: "sitmap-head" },
      svg("path", { d: "M-15 0-25-5v10Z", transform: `rotate(${angle.toFixed(1)})` }));
    return L.marker(line[line.length - 1], {
      pane: "sitmap-areas", interactive: false, keyboard: false,
      icon: L.divIcon({ html: head, className: "sitmap-icon", iconSize: [20, 20] }),
    });
  }

  parts.overlays = {
    /**
     * @param {L.Map} map
     * @returns {{setData: function(Object, number): void, groups: Object<string, L.LayerGroup>,
     *   select: function(string|null): void, filter: function(Set): void, viewZones: function(string): void,
     *   names: function(): Array}}
     */
    create(map) {
      const L = globalThis.L;
      const zones = parts.zones.create(map);
      const pane = map.createPane("sitmap-areas");
      pane.style.zIndex = 400;
      pane.style.pointerEvents = "none";
      const renderer = L.svg({ pane: "sitmap-areas", padding: 0.3 });
      const groups = { zones: zones.group, outlines: L.layerGroup(), uncertainty: L.layerGroup(), tracks: L.layerGroup() };
      Object.values(groups).forEach((group) => group.addTo(map));
      const prefix = `sitmap-hatch-${L.stamp(map)}`;
      renderer.addTo(map);
      hatches(renderer, prefix);
      let drawn = [];
      let chosen = null;

      function remember(claims, group, ...layers) {
        layers.forEach((layer) => layer.addTo(group));
        drawn.push({ claims, group, layers });
      }

      function mark() {
        for (const { claims, layers } of drawn) {
          const node = layers[0].getElement();
          if (node) node.classList.toggle("sitmap-chosen", claims.includes(chosen));
        }
      }

      function drawAreas(payload, centre) {
        for (const [name, kind] of Object.entries(AREAS)) {
          for (const { geometry, properties } of features(payload, name)) {
            const style = areaStyle(kind, properties.is_place, prefix);
            const layer = L.polygon(parts.frame.parts(geometry, centre), { renderer, pane: "sitmap-areas", ...style });
            remember(properties.claims, properties.is_place ? groups.outlines : groups.uncertainty, layer);
          }
        }
      }

      function drawTracks(payload, centre) {
        for (const { geometry, properties } of features(payload, "tracks")) {
          const lines = parts.frame.parts(geometry, centre);
          const style = { renderer, pane: "sitmap-areas", className: "sitmap-track", weight: 1.6, smoothFactor: 0.3, interactive: false };
          remember(properties.claims, groups.tracks, L.polyline(lines, style), arrow(L, map, lines[lines.length - 1]));
        }
      }

      return {
        groups,
        setData(payload, centre) {
          Object.values(groups).forEach((group) => group.clearLayers());
          drawn = [];
          zones.setData(payload, centre);
          drawAreas(payload, centre);
          drawTracks(payload, centre);
        },
        select(id) {
          chosen = id;
          mark();
        },
        /** Leaves out what belongs to no claim that passes. */
        filter(ids) {
          for (const { claims, group, layers } of drawn) {
            const on = claims.some((id) => ids.has(id));
            layers.filter((layer) => group.hasLayer(layer) !== on).forEach((layer) => (on ? group.addLayer(layer) : group.removeLayer(layer)));
          }
          mark();
        },
        viewZones: zones.view,
        names: zones.names,
      };
    },
  };
})();
