/*
 * Keys of the workbench: arrows go to the next and previous claim, Escape lets go. Where claims can be reviewed, A
 * accepts the selected one, X rejects it, C corrects it, M moves its mark; N or J goes to the next of the queue, and U
 * takes back what the reader did last.
 * On the map the arrows stay the map's own, to pan; in form fields all keys stay theirs; up and down scroll
 * the text unless the focus is on a passage.
 */
function listenForKeys(root, panes, { selection, order, review }) {
  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  const ACTS = { a: "accept", x: "reject", c: "correct", m: "move", n: "next", j: "next", u: "undo" };
  const SCROLL = new Set(["ArrowDown", "ArrowUp"]);

  function step(by) {
    const ids = order();
    if (!ids.length) return;
    const at = ids.indexOf(selection.get());
    const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length;
    selection.set(ids[next], "keys");
  }

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") {
      selection.set(null, "keys");
      return;
    }
    const action = ACTS[event.key.toLowerCase()];
    if (action && review && !event.target.closest("select, input, textarea")) {
      event.preventDefault();
      event.stopPropagation(); // C is Streamlit's own, too
      review(action);
      return;
    }
    const by = STEPS[event.key];
    if (!by || panes.map.contains(event.target) || event.target.closest("select, input, textarea")) return;
    if (SCROLL.has(event.key) && event.target.matches(".reader-text")) return;
    event.preventDefault();
    step(by);
  });
}
