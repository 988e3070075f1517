/** Symbols of neighbouring spots pushed apart, so that none covers another. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;

  /** Rounds of pushing; clear pixels kept between two; how far from its place a symbol may be pushed. */
  const ROUNDS = 80;
  const GAP = 2;
  const FARTHEST = 110;

  /** How far two items overlap along both axes, [0, 0] when they do not. */
  function overlap(a, b) {
    const x = Math.min(a.x + a.right, b.x + b.right) - Math.max(a.x - a.left, b.x - b.left) + GAP;
    const y = Math.min(a.y + a.half, b.y + b.half) - Math.max(a.y - a.half, b.y - b.half) + GAP;
    return x > 0 && y > 0 ? [x, y] : [0, 0];
  }

  /** Pushes two items apart along the axis that takes less; what is fixed stays. */
  function part(a, b) {
    const [x, y] = overlap(a, b);
    if (!x || (a.fixed && b.fixed)) return false;
    const axis = x < y ? "x" : "y";
    const centre = (item) => (axis === "x" ? item.x + (item.right - item.left) / 2 : item.y);
    const way = centre(a) <= centre(b) ? 1 : -1;
    const push = Math.min(x, y);
    const share = a.fixed ? 0 : b.fixed ? 1 : 0.5;
    a[axis] -= way * push * share;
    b[axis] += way * push * (1 - share);
    return true;
  }

  function hold(item) {
    const [dx, dy] = [item.x - item.home.x, item.y - item.home.y];
    const far = Math.hypot(dx, dy);
    if (far <= FARTHEST) return;
    item.x = item.home.x + (dx * FARTHEST) / far;
    item.y = item.home.y + (dy * FARTHEST) / far;
  }

  /**
   * Moves items, in pixels, until none overlaps another or the rounds are over; the same items end the same.
   * @param {Array<{x: number, y: number, left: number, right: number, half: number, fixed: boolean,
   *   home: {x: number, y: number}}>} items centre, reach to the sides, half height, own place; x and y change
   */
  parts.spread = function spread(items) {
    for (let round = 0; round < ROUNDS; round += 1) {
      let moved = false;
      for (let i = 0; i < items.length; i += 1) {
        for (let j = i + 1; j < items.length; j += 1) moved = part(items[i], items[j]) || moved;
      }
      if (!moved) return;
      items.filter(({ fixed }) => !fixed).forEach(hold);
    }
  };
})();
