/**
 * Symbols of claims: alone, fanned out when a few share a spot, or counted when they are many.
 *
 * Groups depend on the zoom alone, so that panning changes nothing; only those near the view have elements.
 */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { svg } = parts.dom;

  /** Pixels within which symbols share a spot, when they are few and when they are many. */
  const REACH = 25;
  const REACH_OF_MANY = 54;
  const MANY = 120;
  /** The most symbols that fan out; room of one of them; room that a fan and a number need round them. */
  const FAN = 7;
  const ROOM = 31;
  const CLEARANCE = 84;
  /** What stands right of a symbol: statuses with an arrow, its width, gap and digit width of a number; a ring's half. */
  const MOVING = new Set(["withdrawn", "arriving"]);
  const MOVED = 12;
  const BESIDE = 8;
  const DIGIT = 7;
  const RING = 26;

  /** Grid of cells that finds what lies near a point. */
  function grid(cell) {
    const cells = new Map();
    const key = (x, y) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
    return {
      add(item) {
        const at = key(item.point.x, item.point.y);
        if (cells.has(at)) cells.get(at).push(item);
        else cells.set(at, [item]);
      },
      /** Nearest other item within one cell's size: {item, distance}, or null. */
      nearest(point, self) {
        let best = null;
        for (const dx of [-cell, 0, cell]) {
          for (const dy of [-cell, 0, cell]) {
            for (const item of cells.get(key(point.x + dx, point.y + dy)) || []) {
              const distance = item.point.distanceTo(point);
              if (item !== self && distance < cell && (!best || distance < best.distance)) best = { item, distance };
            }
          }
        }
        return best;
      },
    };
  }

  /** Greedy grouping, in the order of the claims; says of each group whether it stands clear of the others. */
  function grouped(map, spots) {
    const near = grid(spots.length > MANY ? REACH_OF_MANY : REACH);
    const groups = [];
    for (const spot of spots) {
      const point = map.project(spot.latlng);
      const best = near.nearest(point, null);
      if (best) best.item.spots.push(spot);
      else {
        const group = { point, spots: [spot], clear: true };
        groups.push(group);
        near.add(group);
      }
    }
    const around = grid(CLEARANCE);
    groups.forEach(around.add);
    for (const group of groups) group.clear = !around.nearest(group.point, group);
    return groups;
  }

  /** Offsets in pixels of n symbols round their common spot. */
  function fan(count) {
    if (count === 1) return [[0, 0]];
    const rings = [];
    let left = count;
    for (let ring = 1; left > 0; ring += 1) {
      const radius = Math.max(18, (Math.min(left, 6 * ring) * ROOM) / (2 * Math.PI), ring * ROOM * 0.95);
      const here = Math.min(left, Math.max(FAN, Math.floor((2 * Math.PI * radius) / ROOM)));
      for (let i = 0; i < here; i += 1) {
        const angle = (2 * Math.PI * i) / here + (here === 2 ? Math.PI : -Math.PI / 2);
        rings.push([Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))]);
      }
      left -= here;
    }
    return rings;
  }

  /** Spots of a group with the offset of each symbol from its own place: fanned out round the group's middle. */
  function arranged(map, group) {
    const points = group.spots.map((spot) => ({ spot, point: map.project(spot.latlng) }));
    const [x, y] = ["x", "y"].map((axis) => points.reduce((sum, { point }) => sum + point[axis], 0) / points.length);
    const turn = ({ point }) => (points.length === 2 ? point.x : Math.atan2(x - point.x, point.y - y));
    const offsets = fan(points.length);
    points.sort((a, b) => turn(a) - turn(b));
    return points.map(({ spot, point }, i) => ({
      spot,
      point,
      offset: [Math.round(x + offsets[i][0] - point.x), Math.round(y + offsets[i][1] - point.y)],
      // A number stands on the outer side of its symbol.
      side: Math.round(x + offsets[i][0] - point.x) < 0 ? "left" : "right",
    }));
  }

  /** Room of a symbol beyond its middle: {left, right, half}, with its arrow and its number. */
  function room({ claim }, side, numbered) {
    const half = parts.symbols.half(claim);
    const moving = MOVING.has(claim.status) ? MOVED : 0;
    const wide = numbered && claim.number ? BESIDE + DIGIT * claim.number.length : 0;
    const [left, right] = side === "left" ? [wide, moving] : [0, moving + wide];
    return { left: half + left, right: half + right, half };
  }

  /** Arranges the symbols of open groups clear of each other, and of the rings of closed ones. */
  function settle(map, open, closed, numbered) {
    const placed = open.map((group) => arranged(map, group));
    const items = placed.flat().map((item) => ({
      ...room(item.spot, item.side, numbered), fixed: false, home: item.point, item,
      x: item.point.x + item.offset[0], y: item.point.y + item.offset[1],
    }));
    const rings = closed.map(({ point: { x, y } }) => ({ x, y, left: RING, right: RING, half: RING, fixed: true }));
    parts.spread([...items, ...rings]);
    for (const { item, home, x, y } of items) item.offset = [Math.round(x - home.x), Math.round(y - home.y)];
    open.forEach((group, i) => {
      group.placed = placed[i];
    });
  }

  function leader([dx, dy]) {
    if (!dx && !dy) return null;
    return [svg("path", { d: `M0 0L${-dx} ${-dy}`, class: "sitmap-leader" }), svg("circle", { cx: -dx, cy: -dy, r: 2, class: "sitmap-foot" })];
  }

  function number(claim, side, half) {
    if (!claim.number) return null;
    const left = side === "left";
    const x = left ? -half - 4 : half + 4 + (MOVING.has(claim.status) ? MOVED : 0);
    return svg("text", { x, y: 4, class: "sitmap-number", "text-anchor": left ? "end" : "start" }, claim.number);
  }

  function icon(L, drawing, half, [dx, dy]) {
    const size = 2 * half + 6;
    const html = svg("svg", { width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, "aria-hidden": "true" }, drawing);
    return L.divIcon({ html, className: "sitmap-icon", iconSize: [size, size], iconAnchor: [size / 2 - dx, size / 2 - dy] });
  }

  /** Does something when a marker is pressed; while a tool or a form asks for a place on the map, it is that place. */
  function pressable(map, marker, label, act) {
    marker.on("click", () => {
      if (map.getContainer().classList.contains("sitmap-aiming")) map.fire("click", { latlng: marker.getLatLng() });
      else act();
    });
    marker.on("add", () => {
      const node = marker.getElement();
      node.setAttribute("aria-label", label);
      node.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        act();
      });
    });
    return marker;
  }

  parts.marks = {
    /**
     * @param {L.Map} map
     * @param {function(string): void} chosen called with a claim's id when its symbol is pressed
     * @returns {Object} setData(claims, centre), select(id), hide(kinds), filter(ids), obstacles(), anchor(id), offset(id), focus(id)
     */
    create(map, chosen) {
      const L = globalThis.L;
      const layer = L.layerGroup().addTo(map);
      let spots = [];
      let groups = [];
      let hidden = new Set();
      let passing = null;
      let selected = null;
      let opened = null;
      let drawn = new Map();

      const isVisible = ({ id, kind }) => !hidden.has(kind) && (!passing || passing.has(id));
      const keyOf = (group) => `${group.spots.map(({ claim }) => claim.id).join(" ")}|${group === opened}`;
      const fits = ({ spots: own, clear }) => own.length === 1 || (own.length <= FAN && (clear || spots.length <= MANY));
      const isOpen = (group) => fits(group) || group === opened || group.spots.some(({ claim }) => claim.id === selected);

      function claimMarker({ spot, offset, side }, numbers) {
        const { claim } = spot;
        const half = parts.symbols.half(claim);
        const drawing = [leader(offset), parts.symbols.mark(claim), numbers && number(claim, side, half)].flat().filter(Boolean);
        const marker = L.marker(spot.latlng, { icon: icon(L, drawing, half, offset), riseOnHover: true });
        pressable(map, marker, claim.summary, () => chosen(claim.id));
        marker.on("add", () => marker.getElement().setAttribute("data-claim", claim.id));
        return { marker, claim, offset, latlng: spot.latlng, ...room(spot, side, numbers) };
      }

      function press(group) {
        const bounds = L.latLngBounds(group.spots.map(({ latlng }) => latlng));
        const closest = Math.min(map.getBoundsZoom(bounds, false, L.point(60, 60)), map.getMaxZoom());
        if (closest > map.getZoom() + 0.5 && !bounds.getNorthEast().equals(bounds.getSouthWest(), 0.002)) {
          map.fitBounds(bounds, { padding: [50, 50] });
          return;
        }
        opened = group;
        render();
      }

      function clusterMarker(group) {
        const counts = {};
        for (const { claim } of group.spots) counts[claim.kind] = (counts[claim.kind] || 0) + 1;
        const words = Object.entries(counts).map(([kind, count]) => `${parts.symbols.KINDS[kind]} ${count}`).join(", ");
        const latlng = map.unproject(group.point, map.getZoom());
        const marker = L.marker(latlng, { icon: icon(L, parts.symbols.ring(counts), 28, [0, 0]) });
        pressable(map, marker, parts.say("marks.here", { count: group.spots.length, kinds: words }), () => press(group));
        return { marker, offset: [0, 0], left: RING, right: RING, half: RING, latlng };
      }

      function build(group) {
        if (!isOpen(group)) return [clusterMarker(group)];
        const numbers = group.clear || spots.length <= MANY;
        return (group.placed || arranged(map, group)).map((item) => claimMarker(item, numbers));
      }

      function render() {
        const near = map.getBounds().pad(0.3);
        const wanted = new Map();
        for (const group of groups) {
          if (near.contains(group.spots[0].latlng)) wanted.set(`${keyOf(group)}|${isOpen(group)}`, group);
        }
        for (const [key, items] of drawn) {
          if (!wanted.has(key)) {
            items.forEach(({ marker }) => layer.removeLayer(marker));
            drawn.delete(key);
          }
        }
        for (const [key, group] of wanted) {
          if (!drawn.has(key)) {
            const items = build(group);
            items.forEach(({ marker }) => marker.addTo(layer));
            drawn.set(key, items);
          }
        }
        mark();
      }

      function mark() {
        for (const { marker, claim } of [...drawn.values()].flat()) {
          const on = Boolean(claim) && claim.id === selected;
          marker.getElement().classList.toggle("sitmap-selected", on);
          marker.setZIndexOffset(on ? 1000 : 0);
        }
      }

      function regroup() {
        opened = null;
        const visible = spots.filter(({ claim }) => isVisible(claim));
        groups = map.getSize().x ? grouped(map, visible) : [];
        if (spots.length <= MANY) settle(map, groups.filter(fits), groups.filter((group) => !fits(group)), true);
        layer.clearLayers();
        drawn = new Map();
        render();
      }

      const find = (id) => [...drawn.values()].flat().find(({ claim }) => claim && claim.id === id);
      map.on("zoomend viewreset", regroup);
      map.on("moveend", render);
      map.on("resize", () => (groups.length ? render() : regroup()));
      map.on("click", () => {
        if (opened) {
          opened = null;
          render();
        }
      });

      return {
        setData(claims, centre) {
          spots = claims.filter(({ lat }) => lat !== null).map((claim) => ({
            claim, latlng: L.latLng(claim.lat, parts.frame.wrap(claim.lon, centre)),
          }));
          passing = null;
        },
        select(id) {
          selected = id;
          render();
        },
        hide(kinds) {
          hidden = kinds;
          regroup();
        },
        /** Draws the claims of these ids and no others; nothing is drawn before. */
        filter(ids) {
          if (passing && passing.size === ids.size && [...ids].every((id) => passing.has(id))) return;
          passing = ids;
          regroup();
        },
        latlng: (id) => (spots.find(({ claim }) => claim.id === id) || { latlng: null }).latlng,
        offset: (id) => (find(id) || { offset: [0, 0] }).offset,
        latlngs: () => spots.filter(({ claim }) => isVisible(claim)).map(({ latlng }) => latlng),
        focus(id) {
          const found = find(id);
          if (found) found.marker.getElement().focus({ preventScroll: true });
        },
        /** Boxes of the symbols in layer pixels; of those within some bounds, when they are given. */
        obstacles: (bounds) => [...drawn.values()].flat().filter(({ latlng }) => !bounds || bounds.contains(latlng)).map(({ latlng, offset: [dx, dy], left, right, half }) => {
          const point = map.latLngToLayerPoint(latlng);
          return [point.x + dx - left, point.y + dy - half, point.x + dx + right, point.y + dy + half];
        }),
      };
    },
  };
})();
