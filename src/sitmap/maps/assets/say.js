/** The words of the map: what [map] of data/map_words.toml has, which stands in `Sitmap.words`. */
(function () {
  "use strict";
  const { parts, words } = globalThis.Sitmap;
  const written = (value) => (typeof value === "number" ? value.toLocaleString("en") : value);

  /**
   * Some words with their values put in.
   * @param {string} key section and name: "search.label". Where the catalogue has the name with "_one" and "_many",
   *   the value `n` chooses.
   * @param {Object<string, string|number>} values for the placeholders; one without a value is left as it stands
   * @returns {string}
   */
  parts.say = function say(key, values = {}) {
    const [section, name] = key.split(".");
    const text = words[section][name] ?? words[section][`${name}_${values.n === 1 ? "one" : "many"}`];
    return text.replace(/\{(\w+)\}/g, (left, value) => written(values[value] ?? left));
  };
})();
