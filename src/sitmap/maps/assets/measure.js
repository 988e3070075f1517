/** Distances along the ellipsoid between points that the reader presses, and rings of equal range. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el } = parts.dom;
  const KM_PER_NAUTICAL_MILE = 1.852;
  const METRES = 1000;
  /** Vertices of a ring, and length of a piece of a line, km. */
  const AROUND = 180;
  const PIECE_KM = 50;

  const earth = () => globalThis.geodesic.Geodesic.WGS84;
  const inverse = (a, b) => earth().Inverse(a.lat, a.lng, b.lat, b.lng);
  const round = (km) => km.toLocaleString("en", { maximumFractionDigits: km < 10 ? 2 : km < 100 ? 1 : 0 });
  const both = (km) => say("measure.length", { km: round(km), nm: round(km / KM_PER_NAUTICAL_MILE) });
  const bearing = (degrees) => `${String(Math.round((degrees + 360) % 360) % 360).padStart(3, "0")}°`;

  /** Longitude written so that a line does not jump across the map. */
  const beside = (lon, reference) => lon + 360 * Math.round((reference - lon) / 360);

  function along(a, b) {
    const line = earth().InverseLine(a.lat, a.lng, b.lat, b.lng);
    const pieces = Math.max(1, Math.ceil(line.s13 / METRES / PIECE_KM));
    let lon = a.lng;
    return Array.from({ length: pieces + 1 }, (_, at) => {
      const { lat2, lon2 } = line.Position((line.s13 * at) / pieces);
      lon = beside(lon2, lon);
      return [lat2, lon];
    });
  }

  function around(centre, km) {
    let lon = centre.lng;
    return Array.from({ length: AROUND + 1 }, (_, at) => {
      const { lat2, lon2 } = earth().Direct(centre.lat, centre.lng, (360 * at) / AROUND, km * METRES);
      lon = beside(lon2, lon);
      return [lat2, lon];
    });
  }

  function paneOf(map) {
    const pane = map.getPane("sitmap-measures") || map.createPane("sitmap-measures");
    pane.style.zIndex = 450;
    pane.style.pointerEvents = "none";
    return "sitmap-measures";
  }

  /** Takes the map's presses while its tool is open. */
  function presses(map, act) {
    const press = ({ latlng }) => act(latlng);
    return {
      on() {
        map.on("click", press);
        map.getContainer().classList.add("sitmap-aiming");
      },
      off() {
        map.off("click", press);
        map.getContainer().classList.remove("sitmap-aiming");
      },
    };
  }

  parts.measure = {
    /** Tool that measures; @param {L.Map} map @returns {Object} panel, opened, closed, remove */
    lengths(map) {
      const L = globalThis.L;
      const layer = L.layerGroup().addTo(map);
      const told = el("output", {});
      const middle = el("button", { type: "button" }, say("measure.middle"));
      const again = el("button", { type: "button" }, say("measure.again"));
      const panel = el("div", { class: "sitmap-measure" }, told, el("p", {}, middle, again));
      let points = [];

      function tell() {
        layer.clearLayers();
        const pane = paneOf(map);
        const legs = points.slice(1).map((point, at) => ({ from: points[at], to: point, ...inverse(points[at], point) }));
        legs.forEach(({ from, to }) => L.polyline(along(from, to), { pane, className: "sitmap-measured", weight: 2, interactive: false }).addTo(layer));
        points.forEach((point) => L.circleMarker(point, { pane, className: "sitmap-measured-point", radius: 4, interactive: false }).addTo(layer));
        const total = legs.reduce((sum, { s12 }) => sum + s12, 0) / METRES;
        const lastLeg = legs[legs.length - 1];
        again.hidden = !points.length;
        if (!points.length) told.textContent = say("measure.start");
        else if (!lastLeg) told.textContent = say("measure.next");
        else {
          const leg = say("measure.leg", { length: both(lastLeg.s12 / METRES), leaving: bearing(lastLeg.azi1), arriving: bearing(lastLeg.azi2) });
          told.textContent = legs.length > 1 ? say("measure.legs", { total: both(total), leg }) : leg;
        }
      }

      function add(latlng) {
        points.push(latlng);
        tell();
      }

      const aim = presses(map, add);
      const restart = () => {
        points = [];
        tell();
      };
      middle.addEventListener("click", () => add(map.getCenter()));
      again.addEventListener("click", restart);
      tell();
      return { panel, opened: aim.on, closed: () => { aim.off(); restart(); }, remove: () => layer.remove() };
    },

    /** Tool that draws rings; @param {L.Map} map @returns {Object} panel, opened, closed, remove */
    rings(map) {
      const L = globalThis.L;
      const layer = L.layerGroup().addTo(map);
      const radius = el("input", { type: "number", min: 1, max: 20000, step: "any", value: 500, "aria-label": say("ring.radius_label") });
      const told = el("output", {}, say("ring.start"));
      const middle = el("button", { type: "button" }, say("ring.middle"));
      const away = el("button", { type: "button", hidden: "" }, say("ring.clear"));
      const [before, after] = say("ring.radius").split("{radius}");
      const panel = el("div", { class: "sitmap-measure" }, el("label", {}, before, radius, after), told, el("p", {}, middle, away));

      function add(latlng) {
        const km = Number(radius.value);
        if (!radius.checkValidity() || !(km > 0)) {
          told.textContent = say("ring.wrong");
          return;
        }
        const pane = paneOf(map);
        const name = say("ring.name", { km: round(km) });
        const ring = around(latlng, km);
        L.polyline(ring, { pane, className: "sitmap-measured", weight: 1.6, smoothFactor: 0.3, interactive: false }).addTo(layer);
        L.circleMarker(latlng, { pane, className: "sitmap-measured-point", radius: 3, interactive: false }).addTo(layer);
        L.marker(ring[0], { pane, interactive: false, keyboard: false, icon: L.divIcon({ html: el("span", {}, name), className: "sitmap-ring-name", iconSize: [0, 0] }) }).addTo(layer);
        told.textContent = say("ring.drawn", { length: both(km) });
        away.hidden = false;
      }

      const aim = presses(map, add);
      middle.addEventListener("click", () => add(map.getCenter()));
      away.addEventListener("click", () => {
        layer.clearLayers();
        away.hidden = true;
        told.textContent = say("ring.start");
      });
      return { panel, opened: aim.on, closed: aim.off, remove: () => layer.remove() };
    },
  };
})();
