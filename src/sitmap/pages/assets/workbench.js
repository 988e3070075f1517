/*
 * Text, map and claims under one selection: the component that Streamlit mounts.
 *
 * Streamlit calls the default export again whenever its data or the theme changes; what stands is kept and
 * only what differs is redrawn. `data` names the `version` of the drawing, which drawing.js hands over and
 * drawing.py describes; `texts` of reports that it left out, as they are asked for; `sought: {name, places}`, what a
 * name that was asked for means; and `select: {claim, number}`.
 */
const STANDING = new WeakMap();
const TOLD_AFTER_MS = 150;
/** The page counts what passes the filters once they have stood so long, and not while the days are played. */
const COUNTED_AFTER_MS = 1200;

/** One selected claim, or null; whoever listens is told who chose it. */
function createSelection() {
  let current = null;
  const listeners = [];
  return {
    get: () => current,
    listen: (listener) => listeners.push(listener),
    set(id, by) {
      if (id === current) return;
      current = id;
      listeners.forEach((listener) => listener(id, by));
    },
  };
}

/** "light" or "dark", from the theme that the page has now. */
function schemeOf(element) {
  const probe = make("span");
  probe.style.color = "var(--st-background-color, #fff)";
  element.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "dark" : "light";
}

/** Which of some ids are in a set, a bit each from the highest of each byte on, in base64. */
function packed(ids, among) {
  const bytes = new Uint8Array(Math.ceil(ids.length / 8));
  ids.forEach((id, at) => {
    if (among.has(id)) bytes[at >> 3] |= 128 >> (at & 7);
  });
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}

/** Whether the panes lie one after another, as on a phone. */
function isStacked(root) {
  return getComputedStyle(root).display === "block";
}

function pane(name, label) {
  const section = make("section", `pane ${name}`);
  section.setAttribute("aria-label", label);
  section.append(make("h2", "unseen", label));
  return section;
}

/** Keeps the focus, and what of the cards is in sight, while they are drawn anew. */
function keepPlace(root, pane, cards, draw) {
  const before = root.getRootNode().activeElement;
  const card = before?.closest(".card");
  const scrolled = pane.scrollTop;
  draw();
  pane.scrollTop = scrolled;
  if (!before || before === root.getRootNode().activeElement) return;
  if (root.contains(before)) before.focus({ preventScroll: true });
  else if (card) cards.focus(card.dataset.claim);
}

function createWorkbench(parent, data, { tell, act, want, count, seek }) {
  const messages = data.messages;
  const root = make("div", "workbench");
  const panes = {
    text: pane("text", messages.reports),
    map: pane("map", messages.map),
    claims: pane("claims", messages.claims),
  };
  root.append(...Object.values(panes));
  parent.append(root);

  /** Height of what lies over the top of the claims' pane, pixels. */
  function covered() {
    const over = [tabs.element, ...panes.claims.querySelectorAll(".queue")];
    return over.reduce((sum, { offsetHeight }) => sum + offsetHeight, 8);
  }

  const selection = createSelection();
  const choose = (by) => (id) => selection.set(id, by);
  const reader = createReader(panes.text, { messages, onSelect: choose("text"), onWant: (id) => want(id) });
  const cards = createCards(panes.claims, { messages, onSelect: choose("claims"), onPoint: reader.point, onShow: (claim, item) => reviewing?.show(claim, item), covered });
  const findings = createFindings({ messages, onSelect: choose("findings") });
  const seeking = createSeeking((name) => seek(name));
  const canvas = make("div", "canvas");
  panes.map.append(canvas);
  const map = Sitmap.createMap(canvas, data.map, { basemap: BASEMAP, scheme: schemeOf(root), legend: "closed", lookup: seeking.lookup });
  map.onSelect(choose("map"));
  let shown = new Set();
  const filter = () => {
    cards.filter(reviewing ? reviewing.listed(shown) : shown, reviewing?.order() || order);
    findings.filter(shown);
    reader.filter(shown);
  };
  const desk = data.reviewing ? createDesk((told) => act(told)) : null;
  const reviewing = desk
    ? createReviewing({ messages, spec: FORM, desk, panes, view: map, selection, cards: () => cards, picks: reader.picker, refilter: () => filter() })
    : null;

  const tabs = createTabs({
    claims: { label: messages.claims, elements: [cards.list, ...panes.claims.querySelectorAll(".queue")], onShow: () => cards.bring(selection.get()) },
    findings: { label: messages.findings, elements: [findings.element], onShow: () => findings.select(selection.get()) },
  });
  panes.claims.prepend(tabs.element);
  panes.claims.append(findings.element);

  let version = null;
  let asked = 0;
  let timer = 0;
  let order = [];
  let counted = "";
  let counting = false;
  let countTimer = 0;

  /** Tells the page which claims pass the filters, "" for all, while it counts them. */
  function tellPassing() {
    clearTimeout(countTimer);
    if (!counting) return;
    countTimer = setTimeout(() => {
      const passing = order.every((id) => shown.has(id)) ? "" : `${version} ${packed(order, shown)}`;
      if (passing === counted) return;
      counted = passing;
      count(passing);
    }, COUNTED_AFTER_MS);
  }

  selection.listen((id, by) => {
    reader.select(id);
    cards.select(id);
    findings.select(id);
    if (by !== "map") map.select(id);
    if (id && by !== "page" && isStacked(root)) panes.map.scrollIntoView({ block: "nearest" });
    clearTimeout(timer);
    if (by !== "page") timer = setTimeout(() => tell(id), TOLD_AFTER_MS);
  });
  map.onFilter((ids) => {
    shown = ids;
    filter();
    tellPassing();
  });
  listenForKeys(root, panes, {
    selection,
    review: reviewing && ((name) => {
      // What an act asks and answers stands in the card.
      if (!tabs.isOn("claims")) {
        tabs.show("claims");
        cards.focus(selection.get());
      }
      return reviewing.act(name);
    }),
    order: () => (reviewing?.order() || order).filter((id) => shown.has(id)),
  });
  const sheets = followSheets();
  const sizes = new ResizeObserver(() => map.invalidate());
  sizes.observe(canvas);

  function draw(fresh) {
    const first = version === null;
    version = fresh.version;
    order = fresh.map.order;
    reader.setData(fresh.reports, fresh.map.claims, fresh.map.title);
    cards.setData(fresh.map, fresh.changed || {});
    cards.explain(fresh.why);
    takeTexts(fresh.texts);
    reader.ask();
    findings.setData(fresh.map);
    tabs.setCounts({ claims: fresh.map.order.length, findings: fresh.map.finding_order.length });
    reviewing?.setData(fresh);
    if (first) {
      filter();
      selection.set(map.selected(), "map"); // the address may name a claim
    } else map.setData(fresh.map);
    if (!fresh.map.claims[selection.get()]) selection.set(null, "page");
    else if (!first) cards.select(selection.get());
  }

  /** Takes texts that were asked for, and the reasons of their claims. */
  function takeTexts(texts) {
    for (const { id, pieces, why } of texts) {
      reader.fill(id, pieces);
      cards.explain(why);
    }
  }

  return {
    update(fresh, calls) {
      ({ tell, act, want, count, seek } = calls);
      if (version === null) draw(fresh);
      else if (fresh.version !== version) keepPlace(root, panes.claims, cards, () => draw(fresh));
      else takeTexts(fresh.texts);
      reviewing?.setDetail(fresh);
      seeking.answered(fresh.sought);
      if (fresh.answer) desk?.answered(fresh.answer);
      if (fresh.counting !== counting) {
        counting = fresh.counting;
        tellPassing();
      }
      const scheme = schemeOf(root);
      map.setScheme(scheme);
      root.dataset.scheme = scheme;
      // The page asks once for each number: an answer that arrives late must not undo a newer choice.
      if (fresh.select.number === asked) return;
      asked = fresh.select.number;
      selection.set(fresh.select.claim || null, "page");
    },
    destroy() {
      clearTimeout(timer);
      clearTimeout(countTimer);
      reviewing?.destroy();
      sizes.disconnect();
      sheets.destroy();
      map.destroy();
      root.remove();
    },
  };
}

/** What stands in an element: a workbench once its drawing has come, and what it is to show. */
function createStanding(parent) {
  const handed = (globalThis.sitmapDrawing ??= { made: null, heard: new Set(), wanted: "" });
  let bench = null;
  let asked = null;

  function show() {
    if (handed.made?.version !== asked.data.version) return; // it is on its way
    const fresh = { ...handed.made, ...asked.data };
    bench ??= createWorkbench(parent, fresh, asked.calls);
    bench.update(fresh, asked.calls);
  }

  handed.heard.add(show);
  return {
    calls: 0,
    update(data, calls) {
      asked = { data, calls };
      show();
    },
    destroy() {
      handed.heard.delete(show);
      bench?.destroy();
    },
  };
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  if (!STANDING.has(parentElement)) STANDING.set(parentElement, createStanding(parentElement));
  const standing = STANDING.get(parentElement);
  const call = (standing.calls += 1);
  standing.update(data, {
    tell: (id) => setStateValue("selected", id),
    want: (id) => setStateValue("report", id),
    count: (passing) => setStateValue("passing", passing),
    seek: (name) => setStateValue("sought", name),
    act: (told) => setTriggerValue("act", told),
  });
  return () => {
    // Streamlit may clean up after a call that a later one has overtaken: what stands is the later one's.
    if (call !== standing.calls) return;
    standing.destroy();
    STANDING.delete(parentElement);
  };
}
