/**
 * The symbols: shape and colour both tell the kind, so that either alone is enough.
 *
 * Colours are CSS variables (situation.css), drawn round the origin in pixels.
 */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { svg } = parts.dom;

  /** Kinds in the order of the legend. */
  const KINDS = { deployment: say("kind.deployment"), launch: say("kind.launch"), impact: say("kind.impact"), site: say("kind.site") };

  /** Half side of a deployment's square by class of count; class 0 is unknown. */
  const HALF = [11, 9, 11, 13.5, 16];

  /** Glyphs of deployments on a 16 by 16 grid round the origin. */
  const GLYPHS = {
    troops: "M0-7a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 1 1 0-7ZM-4.6 7v-3.6C-4.6.6-2.6-1 0-1S4.600.6 4.600 3.400V7Z",
    police: "M0-7 5.500-5v4.500C5.500 3 3 5.600 0 7-3 5.600-5.500 3-5.500-.5V-5Z",
    armour: "M-7 1.500h14L5.500 5.500h-11ZM-3.500-3h5l.6 1.400H7.500v1.400H2.500V1h-7V-1Z",
    artillery: "M-6 2.500 5.500-5.500 6.600-4-1.500 1.900A3.200 3.200 0 1 1-6 2.500ZM1 4.500l5.500 1V7L0 5.700Z",
    "air-defence": "M0-2.500 2.200 1H1v6h-2V1h-1.200ZM-7-.5a7 6.500 0 0 1 14 0H5.200a5.200 4.700 0 0 0-10.400 0Z",
    missiles: "M0-8C1.600-6.200 2-4.500 2-3v5.500L4 5v2.500L1.500 6h-3L-4 7.500V5l2-2.500V-3c0-1.500.4-3.200 2-5Z",
    aircraft: "M0-7.500c.9 0 1.200 1 1.200 2v3L7 1.500V3L1.200 1.300v3.200l2 1.500v1.300L0 6.500-3.200 7.300V6l2-1.500V1.300L-7 3V1.500l5.800-4v-3c0-1 .3-2 1.200-2Z",
    drones: "M-6-6l4.300 3h3.400L6-6l.9 1.200L3.200-1.400v2.800l3.700 3.400L6 6 1.700 3h-3.400L-6 6l-.9-1.200 3.700-3.400v-2.800L-6.900-4.800Z",
    ships: "M-7.500 1.500h15L5 6.500H-5ZM-3.500 0v-3h2v-3.500h1.500V-3h3.500V0Z",
    submarines: "M-7.500 2.500C-7.500.3-5.500-.5-3.500-.5h1.200l.6-3.500h2.200v3.500H5c1.600 0 2.500 1.300 2.500 3S6.600 5.500 5 5.500h-8.500c-2 0-4-.8-4-3Z",
    radar: "M-5.500-6A9 9 0 0 0 5.500 5ZM1.500-1.500 5.500-5.500l1 1-4 4ZM-2.500 3.800 0 7h-6Z",
    base: "M0-7 7-2v1.500H5.500V6.500h-3.500V1.500h-4v5h-3.500v-7H-7V-2Z",
  };

  /** Symbols after APP-6: pixels a unit, half width, and the strokes of each code, which are the same on every page. */
  const STANDARD = { scale: 0.24, half: 18 };
  const standards = new Map();

  /** Symbol after APP-6; what is denied or withdrawn is not filled, what is planned has a dashed frame. */
  function standard(claim, half) {
    const strokes = standards.get(claim.sidc);
    const scale = (STANDARD.scale * half) / STANDARD.half;
    const hollow = claim.stance === "denied" || claim.status === "withdrawn";
    const paths = strokes.map(([d, fill, line, width, dash, framed]) =>
      svg("path", {
        d, fill: framed && hollow ? "#fff" : fill, stroke: line, "stroke-width": width,
        "stroke-dasharray": dash.length ? dash.join(" ") : null,
      }));
    return svg("g", { transform: `scale(${scale.toFixed(4)})` },
      svg("path", { d: strokes[0][0], class: "sitmap-casing" }), paths);
  }

  /** Symbol of our own. */
  function own(claim, half) {
    const body = shape(claim.kind, half);
    body.setAttribute("class", "sitmap-body");
    const under = body.cloneNode();
    under.setAttribute("class", "sitmap-under");
    return [under, body, claim.kind === "impact" ? impactCross() : null, glyph(claim, half)];
  }

  function shape(kind, half) {
    if (kind === "launch") return svg("path", { d: "M0-13 12.500 9.500h-25Z" });
    if (kind === "site") return svg("path", { d: "M0-12 10.400-6V6L0 12-10.400 6V-6Z" });
    if (kind === "impact") return svg("circle", { r: 9.5 });
    return svg("rect", { x: -half, y: -half, width: 2 * half, height: 2 * half, rx: 2 });
  }

  function impactCross() {
    const d = "M-14 0h9M5 0h9M0-14v9M0 5v9";
    return [svg("path", { d, class: "sitmap-under" }), svg("path", { d, class: "sitmap-cross" })];
  }

  function glyph(claim, half) {
    const d = claim.kind === "deployment" && GLYPHS[claim.asset];
    return d ? svg("path", { d, class: "sitmap-glyph", transform: `scale(${(half / 11).toFixed(2)})` }) : null;
  }

  /** Arrow that leaves (withdrawn) or enters (arriving) the symbol on its right. */
  function movement(status, half) {
    const x = half + 1;
    const d = { withdrawn: `M${x} 0h9m-4-4 4 4-4 4`, arriving: `M${x + 10} 0h-9m4-4-4 4 4 4` }[status];
    return d ? [svg("path", { d, class: "sitmap-under" }), svg("path", { d, class: "sitmap-arrow" })] : [];
  }

  /** Corner mark of a finding: red with an exclamation mark, amber with a tilde. */
  function corner(verdict, half) {
    const d = { inconsistent: "M0-3.200V.8M0 2.500V3.200", marginal: "M-3 .6C-1.800-1.600-.8-.6 0 0S1.800 1.600 3-.6" }[verdict];
    if (!d) return null;
    return svg(
      "g",
      { class: `sitmap-corner sitmap-${verdict}`, transform: `translate(${half} ${-half})` },
      svg("circle", { r: 5.5 }),
      svg("path", { d }),
    );
  }

  function classes(claim) {
    const names = ["sitmap-mark", `sitmap-${claim.kind}`];
    if (claim.background) names.push("sitmap-background");
    if (claim.stance === "denied") names.push("sitmap-hollow");
    if (claim.status === "planned") names.push("sitmap-hollow", "sitmap-dashed");
    if (claim.status === "withdrawn") names.push("sitmap-hollow");
    return names.join(" ");
  }

  parts.symbols = {
    KINDS,

    /**
     * Makes symbols after APP-6 known.
     * @param {Object<string, Array>} drawings strokes by code, as a payload has them
     */
    learn(drawings) {
      for (const [code, strokes] of Object.entries(drawings)) standards.set(code, strokes);
    },

    /**
     * Half width of a claim's symbol, pixels.
     * @param {Object} claim
     * @returns {number}
     */
    half(claim) {
      const half = claim.kind === "deployment" ? HALF[claim.size || 0] : 12;
      if (!claim.sidc) return half;
      return claim.kind === "deployment" ? (STANDARD.half * half) / HALF[0] : STANDARD.half;
    },

    /**
     * A claim's symbol, centred on the origin.
     * @param {Object} claim kind, and where they matter asset, size, status, stance, background, verdict, sidc
     * @returns {SVGElement} a group
     */
    mark(claim) {
      const half = parts.symbols.half(claim);
      return svg(
        "g",
        { class: classes(claim) },
        svg("circle", { r: half + 8, class: "sitmap-halo" }),
        svg(
          "g",
          { class: "sitmap-drawn" },
          claim.sidc ? standard(claim, half) : own(claim, half),
          claim.stance === "denied"
            ? svg("path", { d: `M${-half - 4} ${half + 4}L${half + 4} ${-half - 4}`, class: "sitmap-strike" })
            : null,
          movement(claim.status, half),
        ),
        corner(claim.verdict, half),
      );
    },

    /**
     * A claim's symbol in a box of its own, for legends and popups.
     * @param {Object} claim
     * @returns {SVGElement}
     */
    picture(claim) {
      return svg(
        "svg",
        { class: "sitmap-picture", viewBox: claim.sidc ? "-22 -24 44 44" : "-20 -20 40 40", width: 26, height: 26, "aria-hidden": "true" },
        parts.symbols.mark(claim),
      );
    },

    /**
     * Ring chart of a cluster: one arc a kind, the count inside.
     * @param {Object<string, number>} counts by kind
     * @returns {SVGElement}
     */
    ring(counts) {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const radius = Math.min(15 + 3 * Math.log10(total), 26);
      const around = 2 * Math.PI * radius;
      let start = 0;
      const arcs = Object.keys(KINDS).filter((kind) => counts[kind]).map((kind) => {
        const length = (counts[kind] / total) * around;
        const arc = svg("circle", {
          r: radius, class: `sitmap-arc sitmap-${kind}`, transform: "rotate(-90)",
          "stroke-dasharray": `${length} ${around - length}`, "stroke-dashoffset": -start,
        });
        start += length;
        return arc;
      });
      return svg("g", { class: "sitmap-cluster" },
        svg("circle", { r: radius + 4, class: "sitmap-disc" }), arcs,
        svg("text", { y: 4.5, "text-anchor": "middle" }, String(total)));
    },
  };
})();
