/**
 * The drawing of a situation over Leaflet: one classic script for the exported file and for the app.
 *
 *   const view = Sitmap.createMap(element, payload, {basemap, scheme: "auto"});
 *
 * Needs Leaflet 1.9 as `globalThis.L`; defines `globalThis.Sitmap` and nothing else. It works from a page's
 * <script>, and when it is evaluated inside a module or a shadow root (`maps.script()` and `maps.style()`
 * carry Leaflet with them; put the style sheet into the same root as the element). Report text only ever
 * becomes `textContent`.
 *
 * createMap(element, payload, options) -> view
 *   element   block element with a height; gets the class "sitmap". With options.map: that map's container.
 *   payload   what maps/payload.py describes.
 *   options   map        L.Map to draw on; without it one is made in element
 *             basemap    what maps.world() gives; without it the sea stays empty
 *             scheme     "auto" (default: as the reader's system), "light" or "dark"
 *             popups     true (default); false when the host shows claims itself
 *             lookup     (name) -> Promise of further places for the search, as search.js takes them; without it the search
 *                        knows the names that the map carries
 *             legend     "open", "closed" or "auto" (default: closed on narrow maps)
 *
 * view
 *   setData(payload)     draws another payload; keeps centre and zoom, keeps the selection and its card if its claim is there
 *   selected()           id of the claim that is selected, as an address may have asked for; null for none
 *   select(id | null)    shows a claim: brings it into view, marks it, opens its popup. Does not call back.
 *   onSelect(callback)   callback(id | null) when the reader selects or lets go of a claim on the map
 *   onFilter(callback)   callback(ids) with the Set of the claims that pass the filters, now and whenever it changes
 *   fit(bounds)          shows some L.LatLngBounds; without them, the payload's whole view
 *   invalidate()         after the element was resized or shown
 *   flush()              finishes drawing now, where no frame is to come (before printing)
 *   setScheme(name)      "auto", "light" or "dark"
 *   destroy()            removes the map if it was made here; from options.map the card and the controls
 *   map                  the L.Map
 */
(function () {
  "use strict";
  const Sitmap = globalThis.Sitmap;
  const parts = Sitmap.parts;
  const { say } = parts;
  /** Room round what is shown, and what a number beside a mark takes more, pixels. */
  const EDGE = 36;
  const NUMBER = 48;

  /** Options of L.map that the drawing is made for; a host that makes its own map passes them on. */
  Sitmap.mapOptions = {
    center: [20, 0], zoom: 2, zoomSnap: 0.25, zoomDelta: 0.5, wheelPxPerZoomLevel: 90, minZoom: 1.5, maxZoom: 11, zoomControl: true,
    maxBounds: [[-86, -420], [86, 420]], maxBoundsViscosity: 0.8, attributionControl: false,
  };

  function credit(L, map) {
    const control = L.control.attribution({ prefix: false });
    control.addAttribution(say("about.credit"));
    control.addTo(map);
    return control;
  }

  /** Names of the places of claims, which matter more than any other. */
  function ownNames(payload, centre) {
    const towns = (payload.detail && payload.detail.towns) || [];
    const names = payload.places.map(([text, lat, lon, zoom]) => ({ text, lat, lon, zoom, kind: "claim" }));
    const near = towns.map(([text, lat, lon, zoom, capital]) => ({ text, lat, lon, zoom, kind: capital ? "capital" : "town" }));
    return [...names, ...near].map((label) => ({ ...label, lon: parts.frame.wrap(label.lon, centre) }));
  }

  Sitmap.createMap = function createMap(element, payload, options = {}) {
    const L = globalThis.L;
    const map = options.map || L.map(element, Sitmap.mapOptions);
    const root = map.getContainer();
    const scheme = globalThis.matchMedia("(prefers-color-scheme: dark)");
    const callbacks = [];
    const filtered = [];
    let passing = new Set();
    let data = payload;
    let centre = 0;
    let selected = null;
    let byKeyboard = false;
    let seenBy = parts.zones.HELD;
    let based = null; // detail that the base shows, as JSON; null before it is drawn

    root.classList.add("sitmap");
    root.dataset.scheme = options.scheme || "auto";
    const base = parts.basemap.create(map, options.basemap || null);
    const overlays = parts.overlays.create(map);
    const marks = parts.marks.create(map, choose);
    const labels = parts.labels.create(map, options.basemap || null, marks.obstacles);
    labels.setLines(overlays.names);
    const controls = parts.controls.create(map, { legend: options.legend || "auto", hide, toggle, latlngs: marks.latlngs, showAll, viewZones });
    const cards = parts.cards.create(map, controls.makeRoom, letGo);
    const attribution = credit(L, map);
    const explore = parts.explore.create(map, {
      names: searched, shown, selected: () => selected, select: choose, viewZones,
      seenBy: () => (seenBy === parts.zones.HELD ? null : seenBy), lookup: options.lookup || null,
    });

    /** Names that the search knows: of the claims' places first, then the base's. */
    function searched() {
      return [...ownNames(data, centre), ...parts.labels.world(options.basemap)];
    }

    /** Shows the claims that pass the filters; the map stays where it is. */
    function shown(ids) {
      passing = ids;
      marks.filter(ids);
      overlays.filter(ids);
      controls.update();
      if (selected && !ids.has(selected)) {
        cards.hide();
        letGo();
      }
      labels.layout();
      filtered.forEach((callback) => callback(ids));
    }

    function hide(kinds) {
      marks.hide(kinds);
      labels.layout();
    }

    function toggle(name, on) {
      if (name === "names") {
        labels.show(on);
        return;
      }
      if (on) map.addLayer(overlays.groups[name]);
      else map.removeLayer(overlays.groups[name]);
      labels.layout();
    }

    /** Draws the boundaries of one view, as held where nobody here has that view. */
    function viewZones(name) {
      seenBy = data.zone_views.some(([known]) => known === name) ? name : parts.zones.HELD;
      overlays.viewZones(seenBy);
      controls.viewZones(seenBy);
      labels.layout();
    }

    function announce(id) {
      callbacks.forEach((callback) => callback(id));
    }

    function choose(id) {
      if (id !== selected) announce(id);
      highlight(id);
      openCard(id);
    }

    function highlight(id) {
      selected = id;
      marks.select(id);
      overlays.select(id);
    }

    function openCard(id) {
      const card = showCard(id, false);
      if (card && byKeyboard) card.focus({ preventScroll: true });
    }

    function showCard(id, still) {
      const latlng = marks.latlng(id);
      if (options.popups === false || !latlng) return null;
      const card = parts.popup.card(data.claims[id], data.findings);
      cards.show(card, latlng, marks.offset(id), still);
      return card;
    }

    function letGo() {
      const id = selected;
      highlight(null);
      announce(null);
      if (byKeyboard && id) marks.focus(id);
    }

    function onKey(event) {
      byKeyboard = true;
      if (event.key === "Escape" && cards.isOpen()) {
        event.stopPropagation();
        cards.close();
      }
    }

    function onPointer() {
      byKeyboard = false;
    }

    /** Draws the base where it shows another detail than the payload's: it takes longer than all else. */
    function layBase() {
      const wanted = JSON.stringify(data.detail);
      if (wanted === based) return;
      based = wanted;
      base.show(data.detail);
    }

    function onScheme() {
      base.show(data.detail);
    }

    /** Marks within some bounds, with their numbers, that a control covers or the map's edge cuts. */
    function hidden(bounds) {
      const size = map.getSize();
      const covers = labels.overMap();
      return marks.obstacles(bounds).filter(([left, top, right, bottom]) => {
        const [a, b] = [map.layerPointToContainerPoint([left, top]), map.layerPointToContainerPoint([right, bottom])];
        if (a.x < 0 || a.y < 0 || b.x > size.x || b.y > size.y) return true;
        return covers.some(([x, y, far, low]) => left < far && right > x && top < low && bottom > y);
      }).length;
    }

    /** Shows some bounds, with as much room round them as it takes to show every mark. */
    function frame(bounds, maxZoom) {
      map.invalidateSize({ pan: false });
      const shown = L.latLngBounds(bounds);
      const { right, bottom } = controls.room();
      const show = ([left, east, south]) => {
        map.fitBounds(shown, { paddingTopLeft: [EDGE + left, EDGE], paddingBottomRight: [EDGE + east, EDGE + south], maxZoom, animate: false });
        return hidden(shown);
      };
      const tries = [0, bottom].flatMap((south) => [0, Math.max(right, NUMBER)].flatMap((east) => [0, NUMBER].map((left) => [left, east, south])));
      let best = null;
      for (const room of tries) {
        const count = show(room);
        if (!count) return;
        if (!best || count < best.count) best = { room, count };
      }
      show(best.room);
    }

    function fit(bounds) {
      if (!bounds && !data.view) return;
      const [west, south, east, north] = data.view || [];
      frame(bounds || [[south, west], [north, east]], bounds ? map.getMaxZoom() : 7);
    }

    function showAll() {
      frame(L.latLngBounds(marks.latlngs()), 7);
    }

    function setData(next) {
      const kept = selected && next.claims[selected] ? selected : null;
      const wasOpen = cards.isOpen();
      cards.hide();
      data = next;
      parts.symbols.learn(data.symbols);
      centre = parts.frame.centre(data.view);
      if (based !== null) layBase();
      overlays.setData(data, centre);
      labels.setOwn(ownNames(data, centre));
      marks.setData(data.order.map((id) => data.claims[id]), centre);
      controls.setData(data);
      viewZones(seenBy);
      highlight(kept);
      explore.setData(data);
      if (kept && wasOpen) showCard(kept, true);
    }

    function select(id) {
      cards.hide();
      const latlng = id && data.claims[id] ? marks.latlng(id) : null;
      // No further than it takes: what the reader looks at stays where it is.
      if (latlng) map.panInside(latlng, { padding: [EDGE, EDGE], animate: false });
      highlight(id && data.claims[id] ? id : null);
      if (latlng) openCard(id);
    }

    root.addEventListener("keydown", onKey, true);
    root.addEventListener("pointerdown", onPointer, true);
    scheme.addEventListener("change", onScheme);
    setData(payload);
    fit();
    explore.open();
    // Last: each try at a view would draw it anew.
    layBase();

    return {
      map,
      setData,
      selected: () => selected,
      select,
      fit,
      onSelect(callback) {
        callbacks.push(callback);
      },
      onFilter(callback) {
        filtered.push(callback);
        callback(passing);
      },
      invalidate() {
        map.invalidateSize();
        marks.select(selected);
        labels.layout();
      },
      flush: base.flush,
      setScheme(name) {
        if (root.dataset.scheme === name) return;
        root.dataset.scheme = name;
        base.show(data.detail);
      },
      destroy() {
        scheme.removeEventListener("change", onScheme);
        root.removeEventListener("keydown", onKey, true);
        root.removeEventListener("pointerdown", onPointer, true);
        cards.hide();
        explore.remove();
        controls.remove();
        attribution.remove();
        if (!options.map) map.remove();
      },
    };
  };

  /** Keeps the page's table in step with the map: its filters and its selection, both ways. */
  function followed(view) {
    const rows = [...document.querySelectorAll("tr[data-claim]")];
    const told = document.getElementById("doc-filtered");
    const choose = (id) => rows.forEach((row) => row.classList.toggle("doc-chosen", row.dataset.claim === id));
    view.onFilter((ids) => {
      rows.forEach((row) => {
        row.hidden = !ids.has(row.dataset.claim);
      });
      const left = rows.filter(({ hidden }) => hidden).length;
      if (!told) return;
      told.hidden = !left;
      told.textContent = say("filter.left_out", { left, n: rows.length });
    });
    view.onSelect(choose);
    rows.forEach((row) => {
      const button = row.querySelector(".doc-show");
      if (!button) return;
      button.hidden = false;
      button.addEventListener("click", () => {
        choose(row.dataset.claim);
        view.select(row.dataset.claim);
        view.map.getContainer().scrollIntoView({ block: "nearest" });
      });
    });
  }

  /** Gives the map its size on paper while the page is printed, showing what it showed, and puts its key beside it. */
  function printable(map, view) {
    const root = map.getContainer();
    let before = null;
    const resize = (printing) => {
      root.classList.toggle("sitmap-printing", printing);
      const [key, onPaper] = [root.querySelector(".sitmap-key-body"), document.getElementById("doc-key")];
      if (onPaper) onPaper.replaceChildren(...(printing ? [key.cloneNode(true)] : []));
    };
    globalThis.addEventListener("beforeprint", () => {
      before = { bounds: map.getBounds(), centre: map.getCenter(), zoom: map.getZoom() };
      resize(true);
      view.fit(before.bounds);
      view.flush();
    });
    globalThis.addEventListener("afterprint", () => {
      resize(false);
      map.invalidateSize({ pan: false });
      map.setView(before.centre, before.zoom, { animate: false });
    });
  }

  /**
   * Draws what an exported file carries.
   * @param {string} id of the element that holds {payload, basemap, scheme} as JSON
   * @param {L.Map} map
   * @returns {Object} the view, as createMap
   */
  Sitmap.fromPage = function fromPage(id, map) {
    const { payload, basemap, scheme } = JSON.parse(document.getElementById(id).textContent);
    const view = Sitmap.createMap(map.getContainer(), payload, { map, basemap, scheme });
    printable(map, view);
    followed(view);
    return view;
  };
})();
