/*
 * The claims as cards, worst finding first.
 *
 * createCards(element, {messages, onSelect, onPoint, onShow, covered}) ->
 *     {list, setData(payload, why, changed), select(id), bring(id), filter(ids, order), item(id), focus(id)}
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
  const list = make("ol", "cards");
  element.append(list);
  const reasons = createWhy({ messages, onPoint });
  const cards = new Map();
  let claims = {};
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
    if (!toldOn.has(found.id)) toldOn.set(found.id, claim);
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

  function card(claim, findings, changed) {
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
    if (changed) item.append(changes(changed));
    if (claim.note) item.append(make("p", "card-note", claim.note));
    if (found.length) {
      const all = make("ul", "findings");
      all.append(...found.map((each) => finding(each, claim)));
      item.append(all);
    }
    return item;
  }

  return {
    list,
    setData(payload, why, changed) {
      reasons.setData(why);
      cards.clear();
      toldOn = new Map();
      claims = payload.claims;
      for (const id of payload.order) cards.set(id, card(payload.claims[id], payload.findings, changed[id]));
      list.replaceChildren(...cards.values());
      if (!cards.size) list.append(make("li", "none", messages.no_claims));
    },
    /** Shows the cards of some claims and no others, those of an order first and in it. */
    filter(ids, first = []) {
      for (const [id, item] of cards) item.hidden = !ids.has(id);
      const order = [...new Set([...first, ...cards.keys()])].map((id) => cards.get(id)).filter(Boolean);
      if (order.some((item, at) => item !== list.children[at])) list.replaceChildren(...order);
    },
    item: (id) => cards.get(id),
    focus: (id) => cards.get(id)?.firstElementChild.focus({ preventScroll: true }),
    select(id) {
      for (const [own, item] of cards) {
        const on = own === id;
        item.classList.toggle("selected", on);
        item.firstElementChild.setAttribute("aria-pressed", String(on));
        // Only the selected claim's facts are stops for the keyboard: all of them would be too many.
        for (const value of item.querySelectorAll(".facts dd")) value.tabIndex = on ? 0 : -1;
      }
      const item = cards.get(id);
      reasons.show(id, item);
      onShow(claims[id] || null, item);
      bring(id);
    },
    bring,
  };
}
