/**
 * Elements without HTML strings: text only ever becomes a text node, links are http(s) or no links.
 */
(function () {
  "use strict";
  const Sitmap = (globalThis.Sitmap = globalThis.Sitmap || {});
  const parts = (Sitmap.parts = Sitmap.parts || {});
  const SVG = "http://www.w3.org/2000/svg";

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) node.setAttribute(name, String(value));
    }
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== "") node.append(child);
    }
    return node;
  }

  parts.dom = {
    /**
     * HTML element.
     * @param {string} tag
     * @param {Object<string, *>} attributes set as they are; null and false are left out
     * @param {...(Node|string|null|Array)} children strings become text nodes
     * @returns {HTMLElement}
     */
    el(tag, attributes, ...children) {
      return fill(document.createElement(tag), attributes, children);
    },

    /**
     * SVG element, as `el`.
     * @returns {SVGElement}
     */
    svg(tag, attributes, ...children) {
      return fill(document.createElementNS(SVG, tag), attributes, children);
    },

    /**
     * Words of a report, kept apart so that right-to-left marks in them cannot turn what stands around.
     * @param {string} words
     * @returns {HTMLElement}
     */
    quoted(words) {
      return fill(document.createElement("bdi"), { dir: "auto" }, [words]);
    },

    /** Words as a search compares them: without accents, in small letters. */
    folded: (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(),

    /**
     * Link, or the bare words when the address is not http(s).
     * @param {string} url
     * @param {string} words
     * @returns {HTMLElement}
     */
    link(url, words) {
      const text = parts.dom.quoted(words);
      if (!/^https?:\/\/[^\s]+$/i.test(url)) return text;
      return fill(document.createElement("a"), { href: url, rel: "noopener noreferrer", target: "_blank" }, [text]);
    },
  };
})();
