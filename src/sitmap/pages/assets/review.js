/*
 * What a reader says of the selected claim: accepted or rejected, and grades by the Admiralty code; the way to
 * its correction; and what became of the last act.
 *
 * createReview({messages, onAct, onCorrect, onMove}) -> {show(claim, item), reason(), told(words, again), away()}
 *   onAct(action, value)   the reader did something to the claim that is shown
 */
function createReview({ messages, onAct, onCorrect, onMove }) {
  const GRADES = { credibility: ["1", "2", "3", "4", "5", "6"], reliability: ["A", "B", "C", "D", "E", "F"] };
  const bar = make("div", "review");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", messages.review_bar);
  const why = make("input", "review-reason");
  why.placeholder = messages.reason;
  why.setAttribute("aria-label", messages.reason);
  const notice = createNotice(messages);
  let shown = null;

  function button(name, act) {
    const made = make("button", `review-${name}`, messages[name]);
    made.type = "button";
    made.title = messages[`${name}_key`];
    made.addEventListener("click", act);
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
    choice.addEventListener("change", () => onAct(name, choice.value));
    label.append(choice);
    return choice;
  }

  const buttons = {
    accept: button("accept", () => onAct("accept", "")),
    reject: button("reject", () => onAct("reject", "")),
    correct: button("correct", () => onCorrect()),
    move: button("move", () => onMove()),
  };
  const grades = { credibility: grade("credibility"), reliability: grade("reliability") };
  bar.append(...Object.values(buttons), why, ...Object.values(grades).map((choice) => choice.parentElement), notice.element);

  return {
    /** Stands in the card of a claim; with null it is away. */
    show(claim, item) {
      if (claim?.id !== shown?.id) {
        notice.clear();
        why.value = "";
      }
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
    reason: () => why.value,
    notice,
  };
}

/**
 * What became of an act: some words, and where another reader has decided meanwhile the choice to do it all the same.
 *
 * createNotice(messages) -> {element, tell(words), ask(words) -> Promise of whether to do it all the same, clear()}
 */
function createNotice(messages) {
  const element = make("div", "review-told");
  element.setAttribute("role", "alert");
  const clear = () => element.replaceChildren();
  const say = (...parts) => {
    element.replaceChildren(...parts);
    if (parts.length) element.scrollIntoView({ block: "nearest" });
  };
  return {
    element,
    clear,
    tell(words) {
      say(...(words ? [make("p", "", words)] : []));
    },
    ask(words) {
      return new Promise((resolve) => {
        const choice = (name, done) => {
          const button = make("button", `review-${name}`, messages[name]);
          button.type = "button";
          button.addEventListener("click", () => {
            clear();
            resolve(done);
          });
          return button;
        };
        say(make("p", "", words), choice("on_purpose", true), choice("leave", false));
      });
    },
  };
}
