/*
 * The claims as cards, worst finding first: as many as a reader goes through at a time, the others a button away.
 *
 * createCards(element, {messages, onSelect, onPoint, onShow, covered}) -> {list, setData(payload, changed),
 *     explain(why), select(id), bring(id), filter(ids, order), item(id), focus(id)}
 *   covered()                     pixels at the top of the element that something lies over
 *   onShow(claim, item)           a claim is selected, and this is its card; null for none
 *   onPoint(id, fields, reveal)   the reader points at what stands on these fields; null lets go
 */
function createCards(element, { messages, onSelect, onPoint, onShow, covered }) {
  /* Fact on the card, its text in the payload, and the claim's fields behind it. */
  const PLACE = ["place", "place_text", "relation", "offset_km", "offset_deg"];
  const FACTS = [
    ["said", "certainty_words", ["source", "certainty", "stance"]],
    ["what", "what", ["count", "asset", "designation", "status", "actor"]],
    ["when", "when", ["date", "date_end", "time", "tz"]],
    ["where", "where", PLACE],
    ["sure", "uncertainty_words", PLACE],
    ["flight", "flight_words", ["range_km", "apogee_km", "flight_min", "bearing_deg"]],
    ["zone", "zone_words", ["zone_claim"]],
    ["grade", "grade_words", []],
    ["review", "review_words", []],
  ];
  /** Most cards in the list at once. */
  const MOST = 100;
  const list = make("ol", "cards");
  element.append(list);
  const reasons = createWhy({ messages, onPoint });
  const cards = new Map(); // those that have been made: in the list, and the selected one
  let claims = {};
  let findings = {};
  let changed = {};
  let ordered = []; // ids of all claims
  let listed = []; // of those that pass the filters, in the order in which they are shown
  let from = 0; // place of the first card of the list among them
  let selected = null;
  let toldOn = new Map(); // claim on whose card a finding is told, by finding id

  function fact(claim, [name, key, fields]) {
    if (!claim[key]) return [];
    const value = make("dd", "", claim[key]);
    value.dir = "auto";
    value.addEventListener("mouseenter", () => onPoint(claim.id, fields));
    value.addEventListener("mouseleave", () => onPoint(null, []));
    value.addEventListener("focus", () => onPoint(claim.id, fields));
    value.addEventListener("blur", () => onPoint(null, []));
    value.tabIndex = -1;
    return [make("dt", "", messages[name]), value];
  }

  function badge(verdict, words) {
    return make("span", `badge verdict-${verdict}`, words);
  }

  function head(claim, worst) {
    const line = make("div", "card-head");
    line.append(Glyphs.kind(claim.kind), make("span", "card-kind", messages[`kind_${claim.kind}`]));
    if (claim.stance === "denied") line.append(make("span", "badge plain", messages.denied));
    if (claim.background) line.append(make("span", "badge plain", messages.background));
    if (claim.review !== "machine") line.append(make("span", `badge plain review-${claim.review}`, messages[claim.review]));
    if (claim.lat === null && claim.review !== "rejected") line.append(make("span", "badge plain", messages.no_place));
    if (worst) line.append(badge(worst.verdict, worst.verdict_words));
    return line;
  }

  /** A finding of several claims is told in full on the first of them, and on the one that is selected. */
  function finding(found, claim) {
    const item = make("li", `finding verdict-${found.verdict}`);
    item.append(make("span", "finding-verdict", `${found.verdict_words}: `));
    item.append(make("span", "finding-full", found.explanation));
    const first = toldOn.get(found.id);
    if (first === claim) return item;
    item.classList.add("again");
    const words = messages.finding_again.replace("{check}", found.check_words).replace("{summary}", first.summary);
    const button = make("button", "finding-again", words);
    button.type = "button";
    button.addEventListener("click", () => onSelect(first.id));
    item.append(button);
    return item;
  }

  /** Brings a card into the pane's own view without moving the page. */
  function bring(id) {
    const item = cards.get(id);
    if (!item?.getClientRects().length) return;
    const box = element.getBoundingClientRect();
    const at = item.getBoundingClientRect();
    if (at.top >= box.top + covered() && at.bottom <= box.bottom) return;
    element.scrollTop += at.top - box.top - covered();
  }

  /** What a reader changed, from what to what. */
  function changes(rows) {
    const list = make("ul", "changes");
    for (const { label, before, after } of rows) {
      const item = make("li", "change");
      const [was, is] = [make("del", "", before || messages.nothing), make("ins", "", after || messages.nothing)];
      for (const value of [was, is]) value.dir = "auto";
      item.append(make("span", "change-label", label), " ", was, " ", is);
      list.append(item);
    }
    return list;
  }

  function card(claim) {
    const item = make("li", `card ${claim.kind}`);
    item.dataset.claim = claim.id;
    const button = make("button", "card-button");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    const summary = make("span", "card-summary", claim.summary);
    summary.dir = "auto";
    const found = claim.findings.map((id) => findings[id]).filter(Boolean);
    button.append(head(claim, found[0]), summary);
    button.addEventListener("click", () => onSelect(claim.id));
    const facts = make("dl", "facts");
    facts.append(...FACTS.flatMap((spec) => fact(claim, spec)));
    item.append(button, facts);
    if (changed[claim.id]) item.append(changes(changed[claim.id]));
    if (claim.note) item.append(make("p", "card-note", claim.note));
    if (found.length) {
      const all = make("ul", "findings");
      all.append(...found.map((each) => finding(each, claim)));
      item.append(all);
    }
    return item;
  }

  /** The card of a claim, made when it is first asked for. */
  function itemOf(id) {
    if (!claims[id]) return undefined;
    if (!cards.has(id)) {
      cards.set(id, card(claims[id]));
      mark(id);
    }
    return cards.get(id);
  }

  function mark(id) {
    const item = cards.get(id);
    const on = id === selected;
    item.classList.toggle("selected", on);
    item.firstElementChild.setAttribute("aria-pressed", String(on));
    // Only the selected claim's facts are stops for the keyboard: all of them would be too many.
    for (const value of item.querySelectorAll(".facts dd")) value.tabIndex = on ? 0 : -1;
  }

  /** The way to the cards before or after those in the list, with their number. */
  function further(name, count, start) {
    const item = make("li", "further");
    const button = make("button", `further-${name}`, messages[name].replace("{n}", count.toLocaleString("en")));
    button.type = "button";
    button.addEventListener("click", () => {
      from = start;
      fill();
      element.scrollTop = 0;
      itemOf(listed[from])?.firstElementChild.focus({ preventScroll: true });
    });
    item.append(button);
    return item;
  }

  /** Puts the cards into the list, moving none that stands where it belongs: one may have the focus. */
  function fill() {
    const ids = listed.slice(from, from + MOST);
    const after = listed.length - from - ids.length;
    const items = ids.map(itemOf);
    if (from > 0) items.unshift(further("earlier", from, Math.max(0, from - MOST)));
    if (after > 0) items.push(further("later", after, from + MOST));
    if (!ordered.length) items.push(make("li", "none", messages.no_claims));
    const wanted = new Set(items);
    for (const item of [...list.children]) if (!wanted.has(item)) item.remove();
    let place = list.firstChild;
    for (const item of items) {
      if (item === place) place = place.nextSibling;
      else list.insertBefore(item, place);
    }
    const kept = new Set([...ids, selected]);
    // What is being written in a card stays with it.
    for (const [id, item] of [...cards]) if (!kept.has(id) && !item.querySelector("form")) cards.delete(id);
  }

  /** Turns to the cards among which a claim's is; whether it is listed at all. */
  function turnTo(id) {
    const at = listed.indexOf(id);
    if (at >= 0 && (at < from || at >= from + MOST)) from = at - (at % MOST);
    return at >= 0;
  }

  return {
    list,
    setData(payload, fresh) {
      reasons.clear();
      cards.clear();
      claims = payload.claims;
      findings = payload.findings;
      changed = fresh;
      ordered = payload.order;
      toldOn = new Map();
      for (const id of ordered) for (const found of claims[id].findings) if (!toldOn.has(found)) toldOn.set(found, claims[id]);
    },
    explain: (why) => reasons.add(why),
    /** Shows the cards of some claims and no others, those of an order first and in it. */
    filter(ids, first = []) {
      const before = listed;
      listed = [...new Set([...first, ...ordered])].filter((id) => ids.has(id) && claims[id]);
      const same = listed.length === before.length && listed.every((id, at) => id === before[at]);
      if (!same && !turnTo(selected)) from = 0;
      from = Math.min(from, Math.max(0, listed.length - 1));
      fill();
    },
    item: itemOf,
    focus: (id) => itemOf(id)?.firstElementChild.focus({ preventScroll: true }),
    select(id) {
      const [before, start] = [selected, from];
      selected = id;
      turnTo(id);
      if (from !== start) fill();
      const item = itemOf(id);
      for (const each of [before, id]) if (cards.has(each)) mark(each);
      reasons.show(id, item);
      onShow(claims[id] || null, item);
      bring(id);
    },
    bring,
  };
}
