/*
 * All findings, worst first: each leads to the sentences and places of its claims.
 *
 * createFindings({messages, onSelect}) -> {element, setData(payload), filter(ids), select(id)}
 *   onSelect(id)   the reader chose a claim of a finding
 * A finding that is chosen again goes round its claims. Up and down go from finding to finding.
 */
function createFindings({ messages, onSelect }) {
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };
  const element = make("div", "found");
  const bar = make("div", "found-filter");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", messages.findings_filter);
  const told = make("p", "found-told");
  told.setAttribute("role", "status");
  const list = make("ol", "found-list");
  element.append(bar, told, list);

  const checks = make("select", "found-checks");
  checks.setAttribute("aria-label", messages.findings_check);
  checks.addEventListener("change", () => paint());
  const verdicts = new Set(); // those that are asked for; none means all
  let items = [];
  let passing = new Set();
  let selected = null;

  /** Numbers of things by name, in the order in which they come. */
  function counted(names) {
    const counts = new Map();
    for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
    return counts;
  }

  function chip(verdict, words, count) {
    const button = make("button", `found-chip verdict-${verdict}`, `${words} ${count.toLocaleString("en")}`);
    button.type = "button";
    button.setAttribute("aria-pressed", String(verdicts.has(verdict)));
    button.addEventListener("click", () => {
      if (!verdicts.delete(verdict)) verdicts.add(verdict);
      button.setAttribute("aria-pressed", String(verdicts.has(verdict)));
      paint();
    });
    return button;
  }

  function drawBar(findings) {
    const words = Object.fromEntries(findings.map((found) => [found.verdict, found.verdict_words]));
    const chips = [...counted(findings.map((found) => found.verdict))].map(([verdict, count]) => chip(verdict, words[verdict], count));
    for (const verdict of [...verdicts]) if (!words[verdict]) verdicts.delete(verdict);
    const before = checks.value;
    const names = Object.fromEntries(findings.map((found) => [found.check, found.check_words]));
    const options = [["", messages.findings_all], ...Object.entries(names)].map(([value, text]) => {
      const option = make("option", "", text);
      option.value = value;
      return option;
    });
    checks.replaceChildren(...options);
    checks.value = names[before] ? before : "";
    bar.replaceChildren(...chips, checks);
    bar.hidden = !findings.length;
  }

  function claimButton(claim) {
    const button = make("button", `found-claim ${claim.kind}`);
    button.type = "button";
    button.dataset.claim = claim.id;
    const summary = make("span", "", claim.summary);
    summary.dir = "auto";
    button.append(Glyphs.kind(claim.kind), make("span", "unseen", `${messages[`kind_${claim.kind}`]}: `), summary);
    button.addEventListener("click", () => onSelect(claim.id));
    return button;
  }

  function entry(found, claims) {
    const node = make("li", `found-item verdict-${found.verdict}`);
    node.dataset.finding = found.id;
    const button = make("button", "found-button");
    button.type = "button";
    const head = make("span", "found-head");
    head.append(make("span", `badge verdict-${found.verdict}`, found.verdict_words), make("span", "found-check", found.check_words));
    const words = make("span", "found-words", found.explanation);
    words.dir = "auto";
    button.append(head, words);
    const item = { node, button, found, claims: found.claims.filter((id) => claims[id]) };
    button.addEventListener("click", () => choose(item, true));
    const about = make("div", "found-claims");
    about.append(...item.claims.map((id) => claimButton(claims[id])));
    node.append(button, about, make("p", "found-method", `${messages.findings_method}: ${found.method}`));
    return item;
  }

  /** Selects a claim of a finding: the one that is selected stays, or gives way to the next. */
  function choose(item, round) {
    const open = item.claims.filter((id) => passing.has(id));
    if (!open.length) return;
    const at = open.indexOf(selected);
    onSelect(at >= 0 && !round ? selected : open[(at + 1) % open.length]);
  }

  function passes({ found, claims }) {
    const asked = (!verdicts.size || verdicts.has(found.verdict)) && (!checks.value || checks.value === found.check);
    return asked && claims.some((id) => passing.has(id));
  }

  function paint() {
    for (const item of items) item.node.hidden = !passes(item);
    const [count, total] = [items.filter((item) => !item.node.hidden).length, items.length];
    const words = total ? messages.findings_told : messages.findings_none;
    told.textContent = words.replace("{n}", count.toLocaleString("en")).replace("{total}", total.toLocaleString("en"));
  }

  function mark() {
    for (const { node, claims } of items) {
      node.classList.toggle("selected", claims.includes(selected));
      for (const button of node.querySelectorAll(".found-claim")) {
        button.setAttribute("aria-pressed", String(button.dataset.claim === selected));
      }
    }
  }

  list.addEventListener("keydown", (event) => {
    const open = items.filter((item) => !item.node.hidden);
    const at = open.findIndex((item) => item.node.contains(event.target));
    const next = open[at + STEPS[event.key]];
    if (!STEPS[event.key] || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!next) return;
    next.button.focus();
    choose(next, false);
  });

  return {
    element,
    setData(payload) {
      const findings = payload.finding_order.map((id) => payload.findings[id]);
      items = findings.map((found) => entry(found, payload.claims));
      drawBar(findings);
      list.replaceChildren(...items.map((item) => item.node));
      paint();
      mark();
    },
    /** Shows the findings of which a claim is among these. */
    filter(ids) {
      passing = ids;
      paint();
    },
    select(id) {
      selected = id;
      mark();
      const first = items.find((item) => !item.node.hidden && item.claims.includes(id));
      const inSight = first && element.contains(element.getRootNode().activeElement);
      if (first && !inSight && element.getClientRects().length) first.node.scrollIntoView({ block: "nearest" });
    },
  };
}
