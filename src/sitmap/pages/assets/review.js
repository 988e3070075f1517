/*
 * What a reader says of the selected claim: accepted or rejected, and grades by the Admiralty code.
 *
 * createReview({messages, onAct}) -> {show(claim, item)}
 *   onAct({action, claim, value})   the reader did something; the page draws what it makes of it
 */
function createReview({ messages, onAct }) {
  const GRADES = { credibility: ["1", "2", "3", "4", "5", "6"], reliability: ["A", "B", "C", "D", "E", "F"] };
  const bar = make("div", "review");
  bar.setAttribute("role", "group");
  let shown = null;

  function tell(action, value = "") {
    if (shown) onAct({ action, claim: shown.id, value });
  }

  function button(action) {
    const made = make("button", `review-${action}`, messages[action]);
    made.type = "button";
    made.title = messages[`${action}_key`];
    made.addEventListener("click", () => tell(action));
    return made;
  }

  function grade(name) {
    const label = make("label", "review-grade", messages[name]);
    const choice = make("select");
    for (const value of ["", ...GRADES[name]]) {
      const option = make("option", "", value ? messages[`${name}_${value}`] : messages.not_graded);
      option.value = value;
      choice.append(option);
    }
    choice.addEventListener("change", () => tell(name, choice.value));
    label.append(choice);
    bar.append(label);
    return choice;
  }

  const buttons = { accept: button("accept"), reject: button("reject") };
  bar.append(...Object.values(buttons));
  const grades = { credibility: grade("credibility"), reliability: grade("reliability") };

  return {
    /** Stands in the card of a claim; with null it is away. */
    show(claim, item) {
      shown = claim;
      if (!claim || !item) {
        bar.remove();
        return;
      }
      buttons.accept.setAttribute("aria-pressed", String(claim.review === "accepted"));
      buttons.reject.setAttribute("aria-pressed", String(claim.review === "rejected"));
      for (const [name, choice] of Object.entries(grades)) choice.value = claim[name];
      item.append(bar);
    },
  };
}
