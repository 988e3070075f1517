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
 *             legend     "open", "closed" or "auto" (default: closed on narrow maps)
 *
 * view
 *   setData(payload)     draws another payload; keeps centre and zoom, keeps the selection if its claim is there
 *   select(id | null)    shows a claim: brings it into view, marks it, opens its popup. Does not call back.
 *   onSelect(callback)   callback(id | null) when the reader selects or lets go of a claim on the map
 *   fit()                shows the payload's whole view
 *   invalidate()         after the element was resized or shown
 *   setScheme(name)      "auto", "light" or "dark"
 *   destroy()            removes everything, also the map if it was made here
 *   map                  the L.Map
 */
(function () {
  "use strict";
  const Sitmap = (globalThis.Sitmap = globalThis.Sitmap || {});

  Sitmap.createMap = function createMap() {
    throw new Error("Sitmap.createMap is not there yet");
  };
})();
