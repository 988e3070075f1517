/** Coordinates as people write them, read: decimal degrees, degrees with minutes and seconds, MGRS. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const PAIR = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;
  const GRID = /^\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}(?:\d{2}){1,5}$/i;
  const SEXAGESIMAL = /^[\dNSEW\s.,;:°º'′’"″”]+$/i;
  const TOKEN = /[NSEW]|\d+(?:\.\d+)?/gi;
  const BASE = 60;

  const onEarth = ({ lat, lon }) => (Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null);

  /** Degrees of one to three numbers, or NaN: only the last has decimals, minutes and seconds are below 60. */
  function degrees(numbers) {
    const whole = numbers.slice(0, -1).every((number) => !number.includes("."));
    const values = numbers.map(Number);
    if (!values.length || values.length > 3 || !whole || values.slice(1).some((value) => value >= BASE)) return NaN;
    return values.reduce((sum, value, at) => sum + value / BASE ** at, 0);
  }

  /** "41°10′30″N 139° 30.5′ E", the letters before or behind their numbers, in either order. */
  function sexagesimal(words) {
    if (!SEXAGESIMAL.test(words)) return null;
    const tokens = words.match(TOKEN) || [];
    const isLetter = (token) => /[a-z]/i.test(token);
    const before = tokens.length > 0 && isLetter(tokens[0]);
    const found = [];
    let numbers = [];
    for (const token of before ? tokens : [...tokens].reverse()) {
      if (isLetter(token)) found.push({ letter: token.toUpperCase(), numbers: (numbers = []) });
      else if (before) numbers.push(token);
      else numbers.unshift(token);
    }
    const of = (letters) => found.filter(({ letter }) => letters.includes(letter));
    const [north, east] = [of("NS"), of("EW")];
    if (found.length !== 2 || north.length !== 1 || east.length !== 1) return null;
    const [lat, lon] = [north[0], east[0]].map((one) => degrees(one.numbers) * ("SW".includes(one.letter) ? -1 : 1));
    return onEarth({ lat, lon });
  }

  function grid(words) {
    const reference = words.replace(/\s+/g, "").toUpperCase();
    if (!GRID.test(reference)) return null;
    try {
      const [lon, lat] = globalThis.mgrs.toPoint(reference);
      return { lat, lon };
    } catch {
      return null; // letters that no square of the grid has
    }
  }

  parts.coordinates = {
    /**
     * Point that some words write, or null.
     * @param {string} words
     * @returns {{lat: number, lon: number}|null}
     */
    read(words) {
      const pair = PAIR.exec(words);
      if (pair) {
        const [lat, lon] = pair.slice(1).map(Number);
        return onEarth({ lat, lon });
      }
      return grid(words) || sexagesimal(words);
    },
  };
})();
