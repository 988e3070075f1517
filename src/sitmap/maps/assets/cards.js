/** Where a claim's card stands: a popup at its mark, or on narrow maps a sheet along the lower edge. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el } = parts.dom;

  /** Map width below which cards are sheets; share of the map's height that a sheet leaves free. */
  const NARROW = 560;
  const FREE = 0.42;
  /** Share of the map's height that a popup may take; more scrolls. */
  const TALL = 0.62;
  /** Distance of a mark from the edges of what a sheet leaves free, pixels. */
  const CLEAR = 36;

  parts.cards = {
    /**
     * @param {L.Map} map
     * @param {function(): Object} makeRoom makes room for a popup; gives its padding
     * @param {function(): void} closed called when the reader closes the card
     * @returns {{show: function(HTMLElement, L.LatLng, Array, boolean): void, hide: function(): void,
     *   close: function(): void, isOpen: function(): boolean}} hide is silent, close calls `closed`; a card that is
     *   shown `still` does not move the map
     */
    create(map, makeRoom, closed) {
      const L = globalThis.L;
      let shown = null;

      function popup(card, latlng, [dx, dy], still) {
        const size = map.getSize();
        const made = L.popup({
          maxWidth: 350, minWidth: 260, maxHeight: Math.max(200, size.y * TALL), offset: [dx, dy - 8],
          className: still ? "sitmap-popup sitmap-still" : "sitmap-popup", autoPan: !still, ...makeRoom(),
          closeOnEscapeKey: false, closeOnClick: false, // ours, so that going from claim to claim is one step
        }).setLatLng(latlng).setContent(card);
        made.on("remove", () => {
          if (shown && shown.node === made) close();
        });
        made.openOn(map);
        // What scrolls must be within reach of the keys.
        const node = made.getElement();
        const long = node.querySelector(".leaflet-popup-scrolled");
        if (long) {
          long.tabIndex = 0;
          long.setAttribute("role", "group");
          long.setAttribute("aria-label", say("card.details"));
        }
        return {
          node: made,
          remove() {
            map.closePopup(made);
            node.remove(); // Leaflet lets it fade: a card redrawn in its place would stand there twice
          },
        };
      }

      function sheet(card, latlng, [dx, dy], still) {
        makeRoom();
        const button = el("button", { type: "button", class: "sitmap-close", "aria-label": say("card.close") }, "×");
        const node = el("div", { class: "sitmap-sheet" }, button, card);
        button.addEventListener("click", close);
        L.DomEvent.disableClickPropagation(node);
        L.DomEvent.disableScrollPropagation(node);
        map.getContainer().append(node);
        if (still) return { node, remove: () => node.remove() };
        const mark = map.latLngToContainerPoint(latlng).add([dx, dy]);
        const { x, y } = map.getSize();
        const into = (value, most) => Math.min(Math.max(value, CLEAR), most - CLEAR);
        map.panBy([mark.x - into(mark.x, x), mark.y - into(mark.y, y * FREE)], { animate: false });
        return { node, remove: () => node.remove() };
      }

      function hide() {
        const last = shown;
        shown = null;
        if (last) last.remove();
      }

      function close() {
        if (!shown) return;
        hide();
        closed();
      }

      map.on("click", close);
      return {
        show(card, latlng, offset, still) {
          hide();
          shown = map.getSize().x < NARROW ? sheet(card, latlng, offset, still) : popup(card, latlng, offset, still);
        },
        hide,
        close,
        isOpen: () => Boolean(shown),
      };
    },
  };
})();
