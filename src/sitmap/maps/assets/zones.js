/** Maritime boundaries, as one view of disputed features draws them, and their names along the lines. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  /** Pixels of visible line that a name needs, and the least distance of two equal names. */
  const ROOM = 1.25;
  const APART = 420;

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

  parts.zones = {
    /** View that is drawn unless the reader chooses another, as payload.zone_views names it. */
    HELD: "de facto",
    /**
     * @param {L.Map} map
     * @returns {{group: L.LayerGroup, setData: function(Object, number): void, view: function(string): void,
     *   names: function(): Array}} view chooses whose boundaries are drawn
     */
    create(map) {
      const L = globalThis.L;
      const pane = map.createPane("sitmap-zones");
      pane.style.zIndex = 350;
      pane.style.pointerEvents = "none";
      const renderer = L.svg({ pane: "sitmap-zones", padding: 0.3 });
      const group = L.layerGroup().addTo(map);
      let all = [];
      let drawn = [];
      let chosen = parts.zones.HELD;

      function line({ geometry, properties }, centre) {
        const lines = parts.frame.parts(geometry, centre);
        const { kind, disputed, label, views } = properties;
        const own = views.length && !views.includes(parts.zones.HELD);
        const className = `sitmap-zone sitmap-zone-${kind}${disputed ? " sitmap-disputed" : ""}${own ? " sitmap-viewed" : ""}`;
        const drawing = L.polyline(lines, { renderer, pane: "sitmap-zones", className, weight: 1.1, interactive: false });
        return { label, lines, views, drawing };
      }

      function draw() {
        drawn = all.filter(({ views }) => !views.length || views.includes(chosen));
        group.clearLayers();
        drawn.forEach(({ drawing }) => group.addLayer(drawing));
      }

      return {
        group,
        setData(payload, centre) {
          const boundaries = payload.layers.zone_boundaries;
          all = (boundaries ? boundaries.features : []).filter(({ geometry }) => geometry).map((feature) => line(feature, centre));
          draw();
        },
        view(name) {
          chosen = name;
          draw();
        },
        names: () => (map.hasLayer(group) ? zoneNames(map, drawn) : []),
      };
    },
  };
})();
