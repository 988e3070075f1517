/** Zone lines, areas and ground tracks: what lies under the symbols. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { svg } = parts.dom;
  const AREAS = { deployment_areas: "deployment", impact_areas: "impact", launch_areas: "launch", site_areas: "site", origin_areas: "launch" };
  /** Pixels of visible line that a name needs, and the least distance of two equal names. */
  const ROOM = 1.25;
  const APART = 420;

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

  /** Longest run of a line inside the view, in layer pixels. */
  function visibleRun(map, line, size) {
    let best = { length: 0, points: [] };
    let run = { length: 0, points: [] };
    for (const latlng of line) {
      const point = map.latLngToLayerPoint(latlng);
      const onScreen = map.layerPointToContainerPoint(point);
      const inside = onScreen.x > 0 && onScreen.y > 0 && onScreen.x < size.x && onScreen.y < size.y;
      if (!inside) run = { length: 0, points: [] };
      else {
        const last = run.points[run.points.length - 1];
        if (last) run.length += last.distanceTo(point);
        run.points.push(point);
        if (run.length > best.length) best = { length: run.length, points: run.points.slice() };
      }
    }
    return best;
  }

  /** Point and angle half way along a run; the angle is that of the chord a name would cover. */
  function middle(run, wide) {
    let walked = 0;
    const at = (distance) => {
      walked = 0;
      for (let i = 1; i < run.points.length; i += 1) {
        walked += run.points[i - 1].distanceTo(run.points[i]);
        if (walked >= distance) return run.points[i];
      }
      return run.points[run.points.length - 1];
    };
    const [a, b] = [at((run.length - wide) / 2), at((run.length + wide) / 2)];
    let angle = Math.atan2(b.y - a.y, b.x - a.x);
    if (angle > Math.PI / 2) angle -= Math.PI;
    if (angle < -Math.PI / 2) angle += Math.PI;
    const point = at(run.length / 2);
    return { point: point.add([Math.sin(angle) * 9, -Math.cos(angle) * 9]), angle };
  }

  function zoneNames(map, zones) {
    const size = map.getSize();
    const found = [];
    for (const { label, lines } of zones) {
      const wide = label.length * 6;
      for (const line of lines) {
        const run = visibleRun(map, line, size);
        if (run.length < wide * ROOM) continue;
        const { point, angle } = middle(run, wide);
        const near = found.some((other) => other.text === label && other.point.distanceTo(point) < APART);
        if (!near) found.push({ text: label, kind: "line", zoom: -run.length / 1000, point, angle });
      }
    }
    return found;
  }

  parts.overlays = {
    /**
     * @param {L.Map} map
     * @returns {{setData: function(Object, number): void, groups: Object<string, L.LayerGroup>,
     *   select: function(string|null): void, filter: function(Set): void, names: function(): Array}}
     */
    create(map) {
      const L = globalThis.L;
      for (const [name, z] of [["sitmap-zones", 350], ["sitmap-areas", 400]]) {
        const pane = map.createPane(name);
        pane.style.zIndex = z;
        pane.style.pointerEvents = "none";
      }
      const renderer = L.svg({ pane: "sitmap-areas", padding: 0.3 });
      const zoneRenderer = L.svg({ pane: "sitmap-zones", padding: 0.3 });
      const groups = { zones: L.layerGroup(), outlines: L.layerGroup(), uncertainty: L.layerGroup(), tracks: L.layerGroup() };
      Object.values(groups).forEach((group) => group.addTo(map));
      const prefix = `sitmap-hatch-${L.stamp(map)}`;
      renderer.addTo(map);
      hatches(renderer, prefix);
      let zones = [];
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

      function drawZones(payload, centre) {
        zones = features(payload, "zone_boundaries").map(({ geometry, properties }) => {
          const lines = parts.frame.parts(geometry, centre);
          const className = `sitmap-zone sitmap-zone-${properties.kind}${properties.disputed ? " sitmap-disputed" : ""}`;
          L.polyline(lines, { renderer: zoneRenderer, pane: "sitmap-zones", className, weight: 1.1, interactive: false }).addTo(groups.zones);
          return { label: properties.label, lines };
        });
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
          drawZones(payload, centre);
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
        names: () => (map.hasLayer(groups.zones) ? zoneNames(map, zones) : []),
      };
    },
  };
})();
