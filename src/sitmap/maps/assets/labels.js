/**
 * Names on the map: most important first, each only where nothing else stands.
 *
 * Laid out anew after each move, in pixels; symbols are obstacles. Text widths are measured once a name.
 */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { el, quoted } = parts.dom;

  /** Font size, letter spacing, extra zoom-dependent growth and rank of each class of name. */
  const CLASSES = {
    claim: { size: 12, rank: 0 },
    country: { size: 12, rank: 1, grow: 1 },
    ocean: { size: 14, rank: 2, spacing: 2 },
    sea: { size: 12, rank: 2, spacing: 0.8 },
    line: { size: 10.5, rank: 3 },
    gulf: { size: 11.5, rank: 4, spacing: 0.4 },
    strait: { size: 11, rank: 4, spacing: 0.4 },
    capital: { size: 11.5, rank: 5 },
    town: { size: 11, rank: 6 },
  };
  const WORLDS = [-360, 0, 360];
  const MARGIN = 3;
  /** Where the name of a claim's place may stand, seen from the place, in pixels: first what is free. */
  const BESIDE = [[0, 24], [0, -24], [0, 40], [0, -40]];

  /** Names of the base, each with its kind; none without a base. */
  function world(base) {
    if (!base) return [];
    const make = (kind) => ([text, lat, lon, zoom, more]) => ({ text, lat, lon, zoom, kind: kind || more });
    return [
      ...base.countries.map(make("country")),
      ...base.seas.map(make(null)),
      ...base.towns.map(([text, lat, lon, zoom, capital]) => ({ text, lat, lon, zoom, kind: capital ? "capital" : "town" })),
    ];
  }

  function measurer(font) {
    const context = document.createElement("canvas").getContext("2d");
    const widths = new Map();
    return (label, size) => {
      const key = `${size}|${label.text}`;
      if (!widths.has(key)) {
        context.font = `${size}px ${font}`;
        const spacing = (CLASSES[label.kind].spacing || 0) * label.text.length;
        widths.set(key, context.measureText(label.text).width * 1.04 + spacing);
      }
      return widths.get(key);
    };
  }

  /** Box [left, top, right, bottom] of a label at a point; towns stand right of their dot. */
  function box(point, width, height, label) {
    const turned = label.angle ? Math.abs(Math.sin(label.angle)) : 0;
    const w = width * (1 - turned) + height * turned;
    const h = height * (1 - turned) + width * turned;
    const dotted = label.kind === "town" || label.kind === "capital";
    const left = dotted ? point.x - 4 : point.x - w / 2;
    return [left - MARGIN, point.y - h / 2 - MARGIN, left + w + (dotted ? 8 : 0) + MARGIN, point.y + h / 2 + MARGIN];
  }

  function free(candidate, taken) {
    return taken.every((other) =>
      candidate[2] <= other[0] || candidate[0] >= other[2] || candidate[3] <= other[1] || candidate[1] >= other[3]);
  }

  function element(label, point, size, width) {
    const dotted = label.kind === "town" || label.kind === "capital";
    const node = el("span", { class: `sitmap-label sitmap-label-${label.kind}` }, quoted(label.text));
    const turn = label.angle ? ` rotate(${label.angle.toFixed(3)}rad)` : "";
    const x = dotted ? point.x + 6 : point.x - width / 2;
    node.style.transform = `translate(${x.toFixed(1)}px, ${(point.y - size * 0.7).toFixed(1)}px)${turn}`;
    node.style.fontSize = `${size}px`;
    if (!dotted) node.style.width = `${width.toFixed(1)}px`;
    return dotted ? [el("i", { class: `sitmap-dot sitmap-dot-${label.kind}`, style: `transform:translate(${point.x}px,${point.y}px)` }), node] : [node];
  }

  parts.labels = {
    world,
    /**
     * Layer of names.
     * @param {L.Map} map
     * @param {Object|null} base what maps.world() gives
     * @param {function(): Array} obstacles boxes in layer pixels that no name may cover
     * @returns {{overMap: function(): Array, setOwn: function(Array): void, setLines: function(function): void, layout: function(): void,
     *   show: function(boolean): void}}
     */
    create(map, base, obstacles) {
      const pane = map.createPane("sitmap-labels");
      pane.style.zIndex = 460;
      pane.style.pointerEvents = "none";
      const fixed = world(base);
      const width = measurer(getComputedStyle(map.getContainer()).fontFamily || "sans-serif");
      let own = [];
      let lines = () => [];
      let shown = true;

      /** Boxes of the controls, which lie over the map, in layer pixels. */
      function overMap() {
        const frame = map.getContainer().getBoundingClientRect();
        return [...map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
          const { left, top, right, bottom } = control.getBoundingClientRect();
          const a = map.containerPointToLayerPoint([left - frame.left, top - frame.top]);
          const b = map.containerPointToLayerPoint([right - frame.left, bottom - frame.top]);
          return [a.x, a.y, b.x, b.y];
        });
      }

      function candidates(zoom, bounds) {
        const found = [];
        for (const label of [...own, ...fixed]) {
          if (zoom < label.zoom - 0.25) continue;
          for (const shift of WORLDS) {
            if (bounds.contains([label.lat, label.lon + shift])) {
              found.push({ ...label, point: map.latLngToLayerPoint([label.lat, label.lon + shift]) });
            }
          }
        }
        const importance = (label) => CLASSES[label.kind].rank * 20 + label.zoom;
        return [...found, ...lines()].sort((a, b) => importance(a) - importance(b));
      }

      function layout() {
        pane.replaceChildren();
        pane.style.visibility = "";
        if (!shown || !map.getSize().x) return;
        const zoom = map.getZoom();
        const taken = [...obstacles(), ...overMap()];
        const corner = map.containerPointToLayerPoint([0, 0]);
        const far = corner.add(map.getSize());
        const fits = (place) => place[0] >= corner.x && place[1] >= corner.y && place[2] <= far.x && place[3] <= far.y && free(place, taken);
        const named = new Set();
        const nodes = [];
        for (const label of candidates(zoom, map.getBounds())) {
          if (named.has(label.text)) continue;
          const style = CLASSES[label.kind];
          const size = style.size + (style.grow ? Math.min(Math.max(zoom - label.zoom, 0), 4) * style.grow : 0);
          const wide = width(label, size);
          const tried = label.kind === "claim" ? BESIDE.map((offset) => label.point.add(offset)) : [label.point];
          const point = tried.find((spot) => fits(box(spot, wide, size * 1.25, label)));
          if (!point) continue;
          taken.push(box(point, wide, size * 1.25, label));
          if (label.kind === "claim") named.add(label.text);
          nodes.push(...element(label, point, size, wide));
        }
        pane.append(...nodes);
      }

      map.on("moveend zoomend resize viewreset", layout);
      map.on("zoomstart", () => {
        pane.style.visibility = "hidden"; // names do not grow with the map while it zooms
      });
      return {
        layout,
        overMap,
        setOwn(labels) {
          own = labels;
        },
        setLines(supplier) {
          lines = supplier;
        },
        show(on) {
          shown = on;
          layout();
        },
      };
    },
  };
})();
