/** What a claim says, as a card: the sentence, who said it, when, where, and what the checks found. */
(function () {
  "use strict";
  const parts = globalThis.Sitmap.parts;
  const { say } = parts;
  const { el, quoted, link } = parts.dom;

  /** Words of a claim shown as rows: heading, fields joined, whether they are the report's own words. */
  const ROWS = [
    [say("card.said"), "certainty_words"],
    [say("card.grade"), "grade_words"],
    [say("card.what"), "what"],
    [say("card.when"), "when"],
    [say("card.where"), "where"],
    [say("card.sure"), "uncertainty_words"],
    [say("card.flight"), "flight_words"],
    [say("card.zone"), "zone_words"],
    [say("card.note"), "note"],
    [say("card.review"), "review_words"],
  ];

  function finding(found) {
    return el(
      "li",
      { class: "sitmap-finding" },
      el("span", { class: `sitmap-chip sitmap-chip-${found.verdict}` }, found.verdict_words),
      " ",
      quoted(found.explanation),
      found.method ? el("span", { class: "sitmap-method" }, " ", quoted(found.method)) : null,
    );
  }

  function sourceLine(claim) {
    const words = [claim.publisher, claim.published].filter(Boolean).join(", ") || say("card.source", { no: String(claim.source_no) });
    return el("p", { class: "sitmap-source" }, `[${claim.source_no}] `, link(claim.url, words));
  }

  parts.popup = {
    /**
     * Card of a claim.
     * @param {Object} claim of the payload
     * @param {Object<string, Object>} findings of the payload, by id
     * @returns {HTMLElement}
     */
    card(claim, findings) {
      const rows = ROWS.filter(([, field]) => claim[field]).map(([heading, field]) => [
        el("dt", {}, heading),
        el("dd", {}, quoted(claim[field])),
      ]);
      const found = claim.findings.map((id) => findings[id]).filter(Boolean).map(finding);
      return el(
        "article",
        { class: "sitmap-card", tabindex: "-1", "aria-label": claim.summary, "data-claim": claim.id },
        el("h3", {}, parts.symbols.picture(claim), quoted(claim.summary)),
        el("blockquote", {}, quoted(claim.quote)),
        found.length ? el("ul", { class: "sitmap-findings" }, found) : null,
        el("dl", {}, rows),
        sourceLine(claim),
      );
    },
  };
})();
