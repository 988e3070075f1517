/*
 * Words of the report that a reader selects, to add a claim that was not read: with the pointer, or with the keys.
 *
 * createPicker({body, foot, messages, report, onPick}) -> {clear(), destroy()}
 *   body     element whose children are the pieces of the text, see reader.js
 *   foot     element that the offer stands in
 *   report   () -> id of the report that is shown
 *   onPick   ({report, start, end, text}) offsets in characters (code points) of the report
 * With the focus on the text, S starts at a word; the arrows go from word to word, with Shift they take more in.
 */
function createPicker({ body, foot, messages, report, onPick }) {
  const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 };
  const LONGEST_SHOWN = 60;
  const offer = make("div", "picked");
  offer.setAttribute("role", "status");
  offer.hidden = true;
  const words = make("q", "picked-words");
  words.dir = "auto";
  const button = make("button", "picked-add", messages.add_claim);
  button.type = "button";
  offer.append(words, button, make("span", "picked-how", messages.pick_how));
  foot.append(offer);
  let picked = null;
  let cursor = null; // while words are selected with the keys: {words, anchor, head}

  /** Characters, as the report's offsets count them. */
  const characters = (text) => [...text].length;

  /** Offset in the report of a border in the page, null outside of the text and in what is left out. */
  function offset(node, at) {
    if (node === body) {
      const piece = body.children[Math.min(at, body.children.length - 1)];
      return piece?.dataset.start ? Number(piece.dataset.start) + (at < body.children.length ? 0 : characters(piece.textContent)) : null;
    }
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece || piece.parentElement !== body) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, at) : at ? piece.textContent : "";
    return Number(piece.dataset.start) + characters(before);
  }

  /** Borders of the selection in this shadow root or page. */
  function selectedRange() {
    const selection = document.getSelection();
    const root = body.getRootNode();
    if (root === document || !selection.getComposedRanges) return selection.rangeCount ? selection.getRangeAt(0) : null;
    return selection.getComposedRanges({ shadowRoots: [root] })[0] || null;
  }

  function text(range) {
    const own = document.createRange();
    own.setStart(range.startContainer, range.startOffset);
    own.setEnd(range.endContainer, range.endOffset);
    return own.toString();
  }

  function show(found) {
    picked = found;
    offer.hidden = !found;
    if (!found) return;
    const all = [...found.text];
    words.textContent = all.length > LONGEST_SHOWN ? `${all.slice(0, LONGEST_SHOWN).join("")}…` : found.text;
  }

  function look() {
    const range = selectedRange();
    const inside = range && !range.collapsed && body.contains(range.startContainer) && body.contains(range.endContainer);
    if (!inside) {
      // A press on the offer itself lets go of the selection, and the offer stays.
      if (!offer.contains(body.getRootNode().activeElement)) show(null);
      return;
    }
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    const whole = text(range);
    const own = whole.trim();
    // Over what is left out of a long text the words are not the report's.
    if (start === null || end === null || !own || end - start !== characters(whole)) {
      show(null);
      return;
    }
    const first = start + characters(whole.slice(0, whole.indexOf(own)));
    show({ report: report(), start: first, end: first + characters(own), text: own });
  }

  function allWords() {
    const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
    const found = [];
    for (const piece of body.querySelectorAll("[data-start]")) {
      const node = piece.firstChild;
      if (!node) continue;
      for (const { segment, index, isWordLike } of segmenter.segment(node.data)) {
        if (isWordLike) found.push({ node, from: index, to: index + segment.length });
      }
    }
    return found;
  }

  function isBelow({ node, from }, top) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + 1);
    return range.getBoundingClientRect().top >= top;
  }

  function start() {
    const found = allWords();
    if (!found.length) return;
    const mark = body.querySelector(".mark.selected");
    const top = (mark || body).getBoundingClientRect().top;
    const first = Math.max(0, found.findIndex((word) => (mark ? mark.contains(word.node) : isBelow(word, top))));
    cursor = { words: found, anchor: first, head: first };
    paint();
  }

  function paint() {
    const { words: all, anchor, head } = cursor;
    const [first, last] = [all[Math.min(anchor, head)], all[Math.max(anchor, head)]];
    document.getSelection().setBaseAndExtent(first.node, first.from, last.node, last.to);
    all[head].node.parentElement.scrollIntoView({ block: "nearest" });
    look();
  }

  function pick() {
    const found = picked;
    if (!found) return;
    clear();
    onPick(found);
  }

  function clear() {
    cursor = null;
    if (picked) document.getSelection().removeAllRanges();
    show(null);
  }

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!cursor && event.key.toLowerCase() === "s" && !event.shiftKey) start();
    else if (picked && event.key === "Enter") pick();
    else if (picked && event.key === "Escape") clear();
    else if (cursor && STEPS[event.key]) {
      cursor.head = Math.max(0, Math.min(cursor.words.length - 1, cursor.head + STEPS[event.key]));
      if (!event.shiftKey) cursor.anchor = cursor.head;
      paint();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const letGo = () => {
    cursor = null;
  };
  body.addEventListener("keydown", onKey);
  body.addEventListener("pointerdown", letGo);
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the words selected
  button.addEventListener("click", pick);
  document.addEventListener("selectionchange", look);

  return {
    clear,
    destroy: () => document.removeEventListener("selectionchange", look),
  };
}
