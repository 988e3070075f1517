/** Which claims are shown: by their day. Two handles over the days' counts, and a button that plays them. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, svg } = parts.dom;
  const DAY_MS = 86400000;
  const STEP_MS = 900;
  /** Most bars in the picture, and most steps of a play. */
  const BARS = 60;
  const TALL = 28;

  const dayOf = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / DAY_MS : NaN);
  const written = (day) => new Date(day * DAY_MS).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

  function span(claim) {
    const from = dayOf(claim.date);
    const to = dayOf(claim.date_end);
    return [from, Number.isNaN(to) ? from : Math.max(from, to)];
  }

  parts.timeline = {
    /**
     * @param {function(): void} changed called when other days are shown
     * @returns {{panel: HTMLElement, setData: function(Object): void, test: function(Object): boolean,
     *   chips: function(): Array<{words: string, drop: function(): void}>, clear: function(): void, stop: function(): void,
     *   state: function(): Object, restore: function(Object): void}}
     *   A claim passes when its days meet the span, or when it has none and those are shown.
     */
    create(changed) {
      const words = el("output", { class: "sitmap-days" });
      const from = el("input", { type: "range", value: 0, class: "sitmap-from", "aria-label": say("days.first") });
      const to = el("input", { type: "range", value: 0, class: "sitmap-to", "aria-label": say("days.last") });
      const bars = svg("svg", { class: "sitmap-bars", preserveAspectRatio: "none", "aria-hidden": "true" });
      const play = el("button", { type: "button", class: "sitmap-play" }, say("days.play"));
      const open = el("input", { type: "checkbox", checked: "" });
      const openCount = el("span", {});
      const openLabel = el("label", {}, open, openCount);
      const panel = el("div", { class: "sitmap-time" }, el("p", {}, play, words), el("div", { class: "sitmap-track-days" }, bars, from, to), openLabel);
      let first = 0;
      let last = 0;
      let timer = 0;
      let spans = new Map();

      const now = () => [Number(from.value), Number(to.value)];
      const whole = () => now()[0] === first && now()[1] === last;
      const days = () => {
        const [start, end] = now().map(written);
        return start === end ? start : say("days.span", { start, end });
      };

      function tell() {
        const text = spans.size && last >= first ? days() : say("days.none");
        words.textContent = text;
        from.setAttribute("aria-valuetext", written(now()[0]));
        to.setAttribute("aria-valuetext", written(now()[1]));
        play.textContent = timer ? say("days.pause") : say("days.play");
        changed();
      }

      function move(one, other, late) {
        stop();
        if (late ? Number(one.value) < Number(other.value) : Number(one.value) > Number(other.value)) one.value = other.value;
        tell();
      }

      function stop() {
        clearInterval(timer);
        timer = 0;
        play.textContent = say("days.play");
      }

      function step() {
        const width = Math.max(1, Math.ceil((last - first) / BARS));
        const next = now()[1] + width;
        to.value = String(Math.min(next, last));
        if (next >= last) stop();
        tell();
      }

      function start() {
        if (now()[1] >= last) to.value = from.value;
        timer = setInterval(step, STEP_MS);
        tell();
      }

      function draw() {
        const width = Math.max(1, Math.ceil((last - first + 1) / BARS));
        const counts = new Array(Math.ceil((last - first + 1) / width)).fill(0);
        for (const [start] of spans.values()) counts[Math.floor((start - first) / width)] += 1;
        const most = Math.max(1, ...counts);
        bars.setAttribute("viewBox", `0 0 ${counts.length} ${TALL}`);
        bars.replaceChildren(...counts.map((count, at) =>
          svg("rect", { x: at + 0.1, width: 0.8, y: TALL - (TALL * count) / most, height: (TALL * count) / most })));
      }

      from.addEventListener("input", () => move(from, to, false));
      to.addEventListener("input", () => move(to, from, true));
      open.addEventListener("change", tell);
      play.addEventListener("click", () => {
        if (!timer) {
          start();
          return;
        }
        stop();
        tell();
      });
      return {
        panel,
        stop,
        test(claim) {
          const own = spans.get(claim.id);
          if (!own) return open.checked;
          const [a, b] = now();
          return own[0] <= b && own[1] >= a;
        },
        setData(payload) {
          const kept = whole() ? null : now();
          const all = Object.values(payload.claims).map((claim) => [claim.id, span(claim)]);
          spans = new Map(all.filter(([, [start]]) => !Number.isNaN(start)));
          const ends = [...spans.values()];
          first = ends.reduce((least, [start]) => Math.min(least, start), Infinity);
          last = ends.reduce((most, [, end]) => Math.max(most, end), -Infinity);
          if (!ends.length) [first, last] = [0, 0];
          for (const handle of [from, to]) {
            handle.min = String(first);
            handle.max = String(last);
            handle.disabled = first === last;
          }
          play.disabled = first === last;
          [from.value, to.value] = (kept || [first, last]).map(String);
          const undated = all.length - spans.size;
          openLabel.hidden = !undated;
          openCount.textContent = say("days.undated", { n: undated });
          draw();
          tell();
        },
        chips() {
          const made = whole() ? [] : [{ words: days(), drop: () => this.clear() }];
          return open.checked ? made : [...made, { words: say("days.dated_only"), drop: () => { open.checked = true; tell(); } }];
        },
        clear() {
          stop();
          [from.value, to.value] = [String(first), String(last)];
          open.checked = true;
          tell();
        },
        state: () => ({ ...(whole() ? {} : { days: now() }), ...(open.checked ? {} : { dated: 1 }) }),
        restore({ days: wanted, dated }) {
          stop();
          [from.value, to.value] = (Array.isArray(wanted) && wanted.every(Number.isFinite) ? wanted : [first, last]).map(String);
          open.checked = !dated;
          tell();
        },
      };
    },
  };
})();
