/*
 * Why the selected claim says what it says: one row a field, with the words of the report behind it.
 *
 * createWhy({messages, onPoint}) -> {clear(), add(why), show(id, card)}
 *   why       reasons by claim id, as why.py gives them; more may come after the claim is shown
 *   card      element that the list is put into; the list goes with the selection
 * Pointing at a row, or walking to it with the keys, marks its words in the text; choosing it keeps them marked
 * and brings them into view.
 */
function createWhy({ messages, onPoint }) {
  const NEXT = { ArrowDown: 1, ArrowUp: -1 };
  const box = make("details", "why");
  const rows = make("ol", "why-rows");
  box.append(make("summary", "", messages.why), rows);

  const why = new Map();
  let claim = null;
  let on = null; // card that the list is in, where there is one
  let kept = null;

  function point(row, reveal) {
    if (row) onPoint(claim, row.points, reveal);
    else onPoint(null, []);
  }

  /** Keeps a row's words marked, or lets go of them. */
  function keep(button, row) {
    kept = kept?.button === button ? null : { button, row };
    for (const each of rows.querySelectorAll("button")) {
      each.setAttribute("aria-pressed", String(each === kept?.button));
    }
    point(kept?.row, true);
  }

  function cause({ quote, why: rule }) {
    const line = make("span", "why-words");
    if (quote) {
      const words = make("q", "", quote);
      words.dir = "auto";
      line.append(words);
    }
    if (rule) line.append(make("span", "why-rule", quote ? `: ${rule}` : rule));
    return line;
  }

  function entry(row) {
    const item = make("li");
    const button = make("button", "why-row");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    const head = make("span", "why-head");
    head.append(make("span", "why-label", row.label));
    if (row.value) {
      const value = make("span", "why-value", row.value);
      value.dir = "auto";
      head.append(value);
    }
    button.append(head, ...row.words.map(cause));
    button.addEventListener("mouseenter", () => point(row));
    button.addEventListener("mouseleave", () => point(kept?.row));
    button.addEventListener("focus", () => point(row));
    button.addEventListener("blur", () => point(kept?.row));
    button.addEventListener("click", () => keep(button, row));
    item.append(button);
    return item;
  }

  /** Up and down go from row to row; beyond the ends they go on to the next claim, as elsewhere. */
  rows.addEventListener("keydown", (event) => {
    const buttons = [...rows.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(event.target) + NEXT[event.key]];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });

  return {
    clear() {
      why.clear();
      claim = null;
      on = null;
    },
    add(more) {
      const awaited = claim in more && !why.has(claim);
      for (const [id, reasons] of Object.entries(more)) why.set(id, reasons);
      if (awaited) this.show(claim, on);
    },
    show(id, card) {
      if (kept) onPoint(null, []);
      kept = null;
      claim = id;
      on = card;
      rows.replaceChildren(...(why.get(id) || []).map(entry));
      if (card && rows.childElementCount) card.append(box);
      else box.remove();
    },
  };
}
