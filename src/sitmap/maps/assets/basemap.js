/**
 * Land, coast and borders on one canvas below everything else.
 *
 * Lines and rings come delta-coded: [x, y, dx, dy, ...] in units of 1/scale degree. The base is drawn three
 * times, 360 degrees apart, so that a view across the antimeridian has land on both sides.
 */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const WORLDS = [-360, 0, 360];

  /** @returns {Array<[number, number]>} [lat, lon] pairs, shifted by a number of degrees */
  function decode(line, scale, shift) {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < line.length; i += 2) {
      x += line[i];
      y += line[i + 1];
      points.push([y / scale, x / scale + shift]);
    }
    return points;
  }

  /** Coast of a ring: its runs of vertices that are not the world's own edge. */
  function coast(ring) {
    const runs = [];
    let run = [];
    const edge = ([lat, lon]) => Math.abs(lon % 360) === 180 || lat < -89.9;
    ring.forEach((point, i) => {
      if (i && edge(point) && edge(ring[i - 1])) {
        if (run.length > 1) runs.push(run);
        run = [];
      }
      run.push(point);
    });
    if (run.length > 1) runs.push(run);
    return runs;
  }

  function polygons(source, shift) {
    return source.polygons.map((rings) => rings.map((ring) => decode(ring, source.scale, shift)));
  }

  function lines(source, key, shift) {
    return (source[key] || []).map((line) => decode(line, source.scale, shift));
  }

  /** Draws one source (the world, or the detail round the claims) into a layer group. */
  function draw(L, group, source, renderer, colour, shifts) {
    const flat = { renderer, interactive: false, smoothFactor: 0.7 };
    const area = (rings, fillColor) => L.polygon(rings, { ...flat, stroke: false, fillColor, fillOpacity: 1 }).addTo(group);
    const line = (paths, color, more) => L.polyline(paths, { ...flat, color, weight: 0.8, opacity: 1, ...more }).addTo(group);
    for (const shift of shifts) {
      if (source.area) area(source.area.map((ring) => [decode(ring, source.scale, shift)]), colour("sea"));
      const land = polygons(source, shift);
      area(land, colour("land"));
      line(source.coast ? lines(source, "coast", shift) : land.flat().flatMap(coast), colour("coast"));
      line(lines(source, "borders", shift), colour("border"), { weight: 1 });
      line(lines(source, "disputed", shift), colour("border"), { weight: 1.4, dashArray: "1 4" });
    }
  }

  parts.basemap = {
    /**
     * Base layer; draws nothing until `show`.
     * @param {L.Map} map
     * @param {Object|null} world what maps.world() gives
     * @returns {{show: function(Object|null): void, flush: function(): void}} show(detail) draws the world
     *   with a payload's detail; flush() finishes the canvas at once
     */
    create(map, world) {
      const L = globalThis.L;
      map.createPane("sitmap-base").style.zIndex = 210;
      const renderer = L.canvas({ pane: "sitmap-base", padding: 0.4 });
      const group = L.layerGroup().addTo(map);
      const style = () => getComputedStyle(map.getContainer());
      return {
        show(detail) {
          const computed = style();
          const colour = (name) => computed.getPropertyValue(`--sitmap-${name}`).trim() || "#888";
          group.clearLayers();
          if (world) draw(L, group, world, renderer, colour, WORLDS);
          if (detail) draw(L, group, detail, renderer, colour, WORLDS);
        },
        flush() {
          renderer._redraw(); // Leaflet draws on the next frame, and a page that is printed has none
        },
      };
    },
  };
})();
