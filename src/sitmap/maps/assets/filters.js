/** Which claims are shown: by their values and by words in them. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, folded, quoted } = parts.dom;
  const TEXTS = ["summary", "quote", "where", "what", "publisher"];

  parts.filters = {
    /**
     * @param {function(): void} changed called when the reader chose something else
     * @returns {{panel: HTMLElement, setData: function(Object): void, recount: function(function(Object): boolean): void,
     *   test: function(Object): boolean, chips: function(): Array<{words: string, drop: function(): void}>,
     *   clear: function(): void, state: function(): Object, restore: function(Object): void}}
     *   A facet with nothing chosen lets every claim pass; `recount` is told what else a claim must pass.
     */
    create(changed) {
      const panel = el("div", { class: "sitmap-filters" });
      const search = el("input", { type: "search", placeholder: say("filter.words"), "aria-label": say("filter.words") });
      const groups = el("div", {});
      panel.append(search, groups);
      let facets = [];
      let claims = [];
      let texts = new Map();
      let chosen = new Map();
      let boxes = [];
      let words = "";

      /** Fields in which something is chosen and the claim is not of it. */
      const failing = (claim) => facets.filter(({ field }) => {
        const wanted = chosen.get(field);
        return wanted && wanted.size && !wanted.has(String(claim[field]));
      });
      const says = (claim) => !words || texts.get(claim.id).includes(words);
      const test = (claim) => says(claim) && !failing(claim).length;

      function choose(field, value, on) {
        const wanted = chosen.get(field) || new Set();
        if (on) wanted.add(value);
        else wanted.delete(value);
        chosen.set(field, wanted);
        for (const box of boxes) if (box.field === field && box.value === value) box.input.checked = on;
        changed();
      }

      function seek(text) {
        search.value = text;
        words = folded(text.trim());
        changed();
      }

      function row(field, [value, label]) {
        const wanted = chosen.get(field);
        const input = el("input", { type: "checkbox", checked: wanted && wanted.has(value) ? "" : null });
        const count = el("small", {});
        input.addEventListener("change", () => choose(field, value, input.checked));
        boxes.push({ field, value, input, count });
        return el("li", {}, el("label", {}, input, el("span", {}, quoted(label)), count));
      }

      function draw() {
        boxes = [];
        groups.replaceChildren(...facets.map(({ field, heading, values }, position) =>
          el("details", { open: position < 2 ? "" : null }, el("summary", {}, heading), el("ul", {}, values.map((pair) => row(field, pair))))));
      }

      search.addEventListener("input", () => seek(search.value));
      return {
        panel,
        test,
        setData(payload) {
          facets = payload.facets;
          claims = Object.values(payload.claims);
          texts = new Map(claims.map((claim) => [claim.id, folded(TEXTS.map((name) => claim[name]).join("\n"))]));
          const known = new Map(facets.map(({ field, values }) => [field, new Set(values.map(([value]) => value))]));
          chosen = new Map([...chosen].filter(([field]) => known.has(field)).map(([field, wanted]) =>
            [field, new Set([...wanted].filter((value) => known.get(field).has(value)))]));
          draw();
        },
        recount(others) {
          const counts = new Map(facets.map(({ field }) => [field, new Map()]));
          for (const claim of claims) {
            if (!says(claim) || !others(claim)) continue;
            const left = failing(claim);
            // A value's number is of what would pass if nothing were chosen in its own field.
            if (left.length > 1) continue;
            for (const { field } of left.length ? left : facets) {
              const [numbers, value] = [counts.get(field), String(claim[field])];
              numbers.set(value, (numbers.get(value) || 0) + 1);
            }
          }
          for (const { field, value, count } of boxes) {
            const number = String(counts.get(field).get(value) || 0);
            if (count.textContent !== number) count.textContent = number;
          }
        },
        chips() {
          const made = facets.flatMap(({ field, heading, values }) => values
            .filter(([value]) => (chosen.get(field) || new Set()).has(value))
            .map(([value, label]) => ({ words: `${heading}: ${label}`, drop: () => choose(field, value, false) })));
          return words ? [...made, { words: say("filter.words_chip", { words: search.value.trim() }), drop: () => seek("") }] : made;
        },
        clear() {
          chosen = new Map();
          boxes.forEach(({ input }) => {
            input.checked = false;
          });
          seek("");
        },
        state() {
          const facetsChosen = [...chosen].filter(([, wanted]) => wanted.size).map(([field, wanted]) => [field, [...wanted]]);
          return { ...(facetsChosen.length ? { facets: Object.fromEntries(facetsChosen) } : {}), ...(words ? { words: search.value.trim() } : {}) };
        },
        restore(state) {
          chosen = new Map(Object.entries(state.facets || {}).map(([field, values]) => [field, new Set([].concat(values).map(String))]));
          draw();
          seek(String(state.words || ""));
        },
      };
    },
  };
})();
