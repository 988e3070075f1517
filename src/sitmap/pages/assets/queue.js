/*
 * The review queue: how far it has come, what is next, and the choice to see nothing else.
 *
 * createQueue({messages, onNext, onUndo, onToggle}) -> {element, setData(queue, total), isOn(), next(id, passes)}
 *   queue   ids of claims that nobody has reviewed, the most doubtful first
 */
function createQueue({ messages, onNext, onUndo, onToggle }) {
  const element = make("div", "queue");
  const told = make("span", "queue-told");
  told.setAttribute("role", "status");
  const bar = make("progress", "queue-bar");
  bar.setAttribute("aria-hidden", "true"); // the words beside it say the same
  const only = make("input");
  only.type = "checkbox";
  const label = make("label", "queue-only");
  label.append(only, messages.queue_only);
  label.title = messages.queue_how;
  const go = make("button", "queue-next", messages.queue_next);
  go.type = "button";
  go.title = messages.queue_next_key;
  const back = make("button", "queue-undo");
  back.type = "button";
  back.title = messages.undo_key;
  back.setAttribute("aria-label", messages.undo_key);
  back.append(turning());
  element.append(told, bar, label, go, back);
  only.addEventListener("change", () => onToggle());
  go.addEventListener("click", () => onNext());
  back.addEventListener("click", () => onUndo());
  let queue = [];

  return {
    element,
    isOn: () => only.checked,
    order: () => queue,
    setData(ids, total) {
      queue = ids;
      const done = total - ids.length;
      told.textContent = messages.queue_told.replace("{n}", done.toLocaleString("en")).replace("{total}", total.toLocaleString("en"));
      bar.max = Math.max(total, 1);
      bar.value = done;
      go.disabled = !ids.length;
      element.hidden = !total;
    },
    /** The next claim of the queue behind one of them that passes, going round; null when there is none. */
    next(id, passes) {
      const at = queue.indexOf(id);
      const round = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
      return round.find(passes) || null;
    },
  };
}

/** An arrow that turns back. */
function turning() {
  const { svg } = Sitmap.parts.dom;
  const line = svg("path", { d: "M5.5 3 2.5 6 5.5 9M2.5 6H9a3.5 3.5 0 0 1 0 7H6", fill: "none", stroke: "currentcolor", "stroke-width": 1.6 });
  return svg("svg", { viewBox: "0 0 15 15", width: 15, height: 15, "aria-hidden": "true" }, line);
}
