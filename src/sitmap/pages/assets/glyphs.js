/* Small marks of the four kinds and of verdicts, for text and cards; shapes as on the map. */
const Glyphs = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const SHAPES = {
    deployment: [["rect", { x: 2.5, y: 2.5, width: 11, height: 11, rx: 1, class: "solid" }]],
    launch: [["path", { d: "M8 1.5 14.5 14H1.5Z", class: "solid" }]],
    impact: [
      ["circle", { cx: 8, cy: 8, r: 5.5, class: "line" }],
      ["path", { d: "M8 .8V15.2M.8 8H15.2", class: "line thin" }],
    ],
    site: [["path", { d: "M8 1.5 13.8 4.8V11.2L8 14.5 2.2 11.2V4.8Z", class: "line" }]],
  };

  function shape(name, attributes) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /** Mark of a kind as an SVG element; decoration beside words that say the same. */
  function kind(name) {
    const svg = shape("svg", { viewBox: "0 0 16 16", class: `glyph ${name}`, "aria-hidden": "true" });
    for (const [tag, attributes] of SHAPES[name] || []) svg.append(shape(tag, attributes));
    return svg;
  }

  return { kind };
})();

/** New element with a class and, when given, text: the only way that text gets into the page. */
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
