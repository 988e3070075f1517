/*
 * The report's text with its claims marked.
 *
 * createReader(element, {messages, onSelect, onWant}) -> {setData(reports, claims, pageHeading), fill(id, pieces),
 *     select(id), filter(ids), point(id, fields, reveal), picker(onPick)}
 *   reports   [{id, title, publisher, published, pieces: [{text, start, claims, words}]}], see passages.py; pieces are
 *             null until they are filled in
 *   claims    by id, as in the map's payload
 *   onWant    (id) the reader looks at a report without its pieces; a claim that is selected brings them unasked
 */
function createReader(element, { messages, onSelect, onWant }) {
  const heading = make("div", "reader-heading");
  const body = make("div", "reader-text");
  body.setAttribute("dir", "auto");
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", messages.text_label);
  body.tabIndex = 0;
  element.append(heading, body);

  let reports = [];
  let choice = null; // of a report, where there are several
  let claims = {};
  let heard = ""; // the page's own heading, which the text need not say again
  let shown = null;
  let selected = null;
  let passing = new Set();

  function label(ids) {
    const words = ids.map((id) => `${messages[`kind_${claims[id].kind}`]}: ${claims[id].summary}`);
    return ids.length > 1 ? `${messages.several.replace("{n}", ids.length)}\n${words.join("\n")}` : words[0];
  }

  /** A click on words that carry several claims goes round them. */
  function next(ids) {
    return ids[(ids.indexOf(selected) + 1) % ids.length];
  }

  function mark(piece, seen) {
    const ids = piece.claims.filter((id) => claims[id]);
    const span = make("span", ids.length ? "mark" : "", piece.text);
    span.dataset.words = JSON.stringify(piece.words);
    if (piece.start !== null) span.dataset.start = piece.start;
    if (!ids.length) return span;
    const first = ids.some((id) => !seen.has(id));
    ids.forEach((id) => seen.add(id));
    span.dataset.claims = ids.join(" ");
    span.title = label(ids);
    span.style.setProperty("--lines", underlines(ids));
    span.classList.add(claims[ids[0]].kind, ...ids.map((id) => `verdict-${claims[id].verdict || "none"}`));
    span.setAttribute("role", "button");
    span.setAttribute("aria-pressed", "false");
    // A passage is one stop for the keyboard, however many pieces its overlaps cut it into.
    span.tabIndex = first ? 0 : -1;
    const choose = () => {
      const open = ids.filter((id) => passing.has(id));
      if (open.length) onSelect(next(open));
    };
    span.addEventListener("click", choose);
    span.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
    return span;
  }

  /** One line under the words for each kind of claim that they carry. */
  function underlines(ids) {
    const kinds = [...new Set(ids.map((id) => claims[id].kind))];
    return kinds
      .map((kind, at) => `linear-gradient(var(--${kind}), var(--${kind})) 0 calc(100% - ${at * 3}px) / 100% 2px no-repeat`)
      .join(", ");
  }

  function choiceOf() {
    const made = make("select", "reader-choice");
    made.setAttribute("aria-label", messages.choose_report);
    for (const report of reports) {
      const option = make("option", "", report.title || `${messages.untitled} (${report.id})`);
      option.value = report.id;
      made.append(option);
    }
    made.addEventListener("change", () => {
      show(made.value);
      ask();
    });
    return made;
  }

  function drawHeading() {
    heading.replaceChildren();
    if (choice) {
      choice.value = shown.id;
      heading.append(choice);
    } else if (shown?.title && shown.title !== heard) {
      const title = make("h2", "reader-title", shown.title);
      title.dir = "auto";
      heading.append(title);
    }
    const byline = [shown?.publisher, shown?.published].filter(Boolean).join(", ");
    if (byline) heading.append(make("p", "reader-byline", byline));
    heading.hidden = !heading.childElementCount;
  }

  function show(reportId) {
    const before = shown?.id;
    const scrolled = body.scrollTop;
    shown = reports.find((report) => report.id === reportId) || reports[0] || null;
    drawHeading();
    const seen = new Set();
    const pieces = shown?.pieces || [];
    body.replaceChildren(...pieces.map((piece) => mark(piece, seen)));
    if (shown && !shown.pieces) body.append(make("p", "reader-coming", messages.text_coming));
    body.scrollTop = shown?.id === before ? scrolled : 0;
    paint();
  }

  /** Asks for the text that is shown, where it has not come along. */
  function ask() {
    if (shown && !shown.pieces) onWant(shown.id);
  }

  function paint() {
    for (const span of body.querySelectorAll(".mark")) {
      const own = span.dataset.claims.split(" ");
      const on = own.includes(selected);
      span.classList.toggle("selected", on);
      span.classList.toggle("left-out", !own.some((id) => passing.has(id)));
      span.setAttribute("aria-pressed", String(on));
    }
  }

  /** Brings a passage into the text's own view without moving the page. */
  function bring(first) {
    if (!first) return;
    const box = body.getBoundingClientRect();
    const mark = first.getBoundingClientRect();
    if (mark.top >= box.top && mark.bottom <= box.bottom) return;
    body.scrollTop += mark.top - box.top - box.height / 3;
  }

  return {
    setData(newReports, newClaims, pageHeading) {
      heard = pageHeading;
      reports = newReports.map((report) => ({ ...report }));
      choice = reports.length > 1 ? choiceOf() : null;
      claims = newClaims;
      show(shown?.id);
    },
    /** Puts in the text of a report that came later. */
    fill(id, pieces) {
      const report = reports.find((each) => each.id === id);
      if (!report || report.pieces) return;
      report.pieces = pieces;
      if (report !== shown) return;
      show(id);
      bring(body.querySelector(".mark.selected"));
    },
    ask,
    /** Lets the reader select words, for `onPick`; see words.js. */
    picker(onPick) {
      body.setAttribute("aria-label", messages.text_label_review);
      return createPicker({ body, foot: element, messages, report: () => shown.id, onPick });
    },
    /** Takes the colour from passages of which no claim is among these. */
    filter(ids) {
      passing = ids;
      paint();
    },
    select(id) {
      selected = id;
      const report = claims[id]?.report;
      if (report && report !== shown?.id) show(report);
      paint();
      bring(body.querySelector(".mark.selected"));
    },
    /**
     * Shows which words some fields of a claim stand on, the field "quote" being its whole passage; null lets
     * go. With `reveal` the first of them is brought into the text's own view.
     */
    point(id, fields, reveal) {
      for (const span of body.querySelectorAll("[data-words]")) {
        const words = id ? JSON.parse(span.dataset.words)[id] || [] : [];
        const whole = fields.includes("quote") && (span.dataset.claims || "").split(" ").includes(id);
        span.classList.toggle("pointed", whole || words.some((field) => fields.includes(field)));
      }
      if (reveal) bring(body.querySelector(".pointed"));
    },
  };
}
