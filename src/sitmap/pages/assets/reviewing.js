/*
 * Reviewing a case in the workbench: the bar in the card, the form, the moving of marks, added claims, the queue.
 *
 * createReviewing({messages, spec, desk, panes, view, selection, cards, picks}) ->
 *     {setData(fresh), setDetail(fresh), show(claim, item), listed(ids), order(), act(name), destroy()}
 *   desk     see desk.js
 *   cards    () -> the cards, see cards.js
 *   picks    (onPick) -> a picker, see words.js
 */
function createReviewing({ messages, spec, desk, panes, view, selection, cards, picks, refilter }) {
  const words = spec.messages;
  let claims = {};
  let revision = [0, 0];
  let detail = null;
  let listed = new Set();
  let shown = null; // id of the claim whose card is open
  let wanted = null; // what waits for the details of that claim: "form" or "move"
  const decided = new Set(); // accepted or rejected, not yet answered

  const review = createReview({ messages, onAct: decide, onCorrect: () => begin("form"), onMove: () => begin("move") });
  const form = createForm({ spec, search: (name) => desk.act({ action: "search", value: name }), onSend: put });
  const mover = createMover({ view, pane: panes.map, words, onPut: desk.act });
  const queue = createQueue({ messages, onNext: next, onUndo: undo, onToggle: refilter });
  const adding = make("div", "adding");
  const general = createNotice(messages);
  panes.claims.prepend(queue.element, general.element, adding);
  const picker = picks(add);
  form.onClose(() => cards().focus(selection.get()));

  /** Whether the reader is at work on a claim: no answer about another one takes it away. */
  const isAtWork = () => Boolean(wanted || mover.claim() || form.about());

  /** Sends an act, and asks again where another reader has decided meanwhile. */
  async function send(told) {
    const answer = await desk.act({ seen: revision, ...told });
    if (answer.ok) {
      general.tell(answer.words || "");
      return answer;
    }
    const about = claims[told.claim];
    const stays = isAtWork() && told.claim !== selection.get();
    if (told.claim && !stays) selection.set(told.claim, "keys");
    const notice = about && !stays ? review.notice : general;
    const said = about && stays ? `${about.summary}: ${answer.words}` : answer.words;
    if (!answer.conflict) notice.tell(said);
    else if (await notice.ask(said)) return send({ ...told, seen: revision, on_purpose: true });
    return answer;
  }

  /** Sends what the form says, and goes to a claim that it adds, unless the reader has gone elsewhere meanwhile. */
  async function put(told) {
    const before = selection.get();
    const answer = await desk.act(told);
    if (!answer.ok || !answer.claim || selection.get() !== before) return answer;
    selection.set(answer.claim, "keys");
    if (told.place) view.select(answer.claim); // it may lie elsewhere now
    return answer;
  }

  async function decide(action, value) {
    const claim = selection.get();
    if (!claim) return;
    const told = { action, claim, value, reason: review.reason() };
    if (action !== "accept" && action !== "reject") {
      send(told);
      return;
    }
    decided.add(claim);
    if (queue.isOn()) next();
    await send(told);
    decided.delete(claim);
  }

  function next() {
    const found = queue.next(selection.get(), (id) => listed.has(id) && !decided.has(id));
    if (!found) {
      general.tell(messages.queue_done);
      return;
    }
    general.clear();
    selection.set(found, "keys");
    cards().focus(found);
  }

  async function undo() {
    const before = selection.get();
    const answer = await send({ action: "undo" });
    if (!answer.ok || !claims[answer.claim] || selection.get() !== before || isAtWork()) return;
    selection.set(answer.claim, "keys");
    cards().focus(answer.claim);
  }

  async function begin(name) {
    wanted = name;
    proceed();
    const claim = selection.get();
    if (!wanted || !claim) return;
    // The page may not have learnt of the selection, as when it chose another meanwhile.
    const answer = await desk.act({ action: "detail", claim });
    if (selection.get() !== claim) return;
    if (!answer.ok) {
      wanted = null;
      review.notice.tell(answer.words);
      return;
    }
    detail = answer.detail;
    proceed();
  }

  /** Goes on with what the reader asked for once the claim's details are there. */
  function proceed() {
    const claim = claims[selection.get()];
    if (!wanted || !claim || detail?.claim !== claim.id) return;
    const name = wanted;
    wanted = null;
    const told = { action: "correct", claim: claim.id, seen: revision };
    if (name === "move") {
      mover.start({ claim, said: detail.values.place_text, told, done: () => cards().focus(claim.id) });
      return;
    }
    open({ claim: claim.id, told, heading: words.correct_heading, quote: claim.quote, values: detail.values, places: detail.places }, cards().item(claim.id));
  }

  /** Opens the form in some element, unless another one has been filled in and not been sent. */
  function open(asked, where) {
    if (form.isChanged() && form.element.isConnected) {
      form.element.scrollIntoView({ block: "nearest" });
      form.focus();
      return;
    }
    form.close();
    form.open(asked);
    where.append(form.element);
    form.element.scrollIntoView({ block: "nearest" });
    form.focus();
  }

  async function add(picked) {
    const told = { action: "add", ...picked, seen: revision };
    const { places = [] } = await desk.act({ action: "words", ...picked });
    open({ claim: null, told, heading: words.add_heading, quote: picked.text, values: {}, places }, adding);
  }

  const KEYS = { accept: () => decide("accept", ""), reject: () => decide("reject", ""), correct: () => begin("form"), move: () => begin("move"), next, undo };

  return {
    /** Takes what is drawn now; the cards are new. */
    setData(fresh) {
      claims = fresh.map.claims;
      queue.setData(fresh.queue, Object.keys(claims).length);
      const item = form.about()?.claim && cards().item(form.about().claim);
      if (item) item.append(form.element);
    },
    setDetail(fresh) {
      revision = fresh.revision;
      detail = fresh.detail;
      proceed();
    },
    show(claim, item) {
      if ((claim?.id ?? null) !== shown) {
        shown = claim?.id ?? null;
        wanted = null;
        if (mover.claim() !== shown) mover.stop();
      }
      review.show(claim, item);
    },
    /** Of the claims that pass the filters those that the cards show, and their order; null for the usual one. */
    listed(ids) {
      listed = ids;
      return queue.isOn() ? new Set(queue.order().filter((id) => ids.has(id) || id === selection.get())) : ids;
    },
    order: () => (queue.isOn() ? queue.order() : null),
    act: (name) => KEYS[name](),
    destroy() {
      mover.stop();
      picker.destroy();
      desk.destroy();
    },
  };
}
