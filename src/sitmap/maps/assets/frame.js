/**
 * The frame of a view: which turn of the world a longitude is drawn on.
 *
 * Data is cut at the antimeridian, as GeoJSON wants it; a view across it is put together again here, by
 * moving each part to within 180 degrees of the view's centre.
 */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;

  parts.frame = {
    /**
     * @param {Array<number>|null} view [west, south, east, north], east > 180 across the antimeridian
     * @returns {number} longitude in the middle
     */
    centre(view) {
      return view ? (view[0] + view[2]) / 2 : 0;
    },

    /** Longitude within 180 degrees of the centre. */
    wrap(lon, centre) {
      return lon + 360 * Math.round((centre - lon) / 360);
    },

    /**
     * Parts of a GeoJSON geometry as Leaflet wants them, each moved as a whole.
     * @param {Object} geometry (Multi)LineString or (Multi)Polygon
     * @param {number} centre
     * @returns {Array<Array>} lines of [lat, lon], or polygons of rings of [lat, lon]
     */
    parts(geometry, centre) {
      const multi = geometry.type.startsWith("Multi") ? geometry.coordinates : [geometry.coordinates];
      const isPolygon = geometry.type.endsWith("Polygon");
      return multi.map((part) => {
        const rings = isPolygon ? part : [part];
        const lons = rings[0].map(([lon]) => lon);
        const middle = (Math.min(...lons) + Math.max(...lons)) / 2;
        const shift = parts.frame.wrap(middle, centre) - middle;
        const moved = rings.map((ring) => ring.map(([lon, lat]) => [lat, lon + shift]));
        return isPolygon ? moved : moved[0];
      });
    },
  };
})();
