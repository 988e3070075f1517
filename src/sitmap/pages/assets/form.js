/*
 * The form that corrects a claim or adds one.
 *
 * createForm({spec, search, onSend}) -> {element, open(asked), about(), isChanged(), close(), onClose(callback)}
 *   spec     what form.py describes
 *   search   (name) -> Promise of places
 *   onSend   (told) -> Promise of the answer
 *   asked    {claim: id | null, told, heading, quote, values, places, said}; `told` goes back with what is sent
 */
function createForm({ spec, search, onSend }) {
  const words = spec.messages;
  const element = make("form", "form");
  element.noValidate = true;
  const heading = make("h3", "form-heading");
  heading.tabIndex = -1;
  const quote = make("blockquote", "form-quote");
  quote.dir = "auto";
  const controls = new Map();
  const groups = spec.groups.map(group);
  const places = createPlaces({ words, search });
  const remember = createRemember(words);
  groups.find(({ name }) => name === "where").box.append(places.element, remember.element);
  const reason = createField("text", words.reason);
  const notice = createNotice(words);
  const { element: foot, save, cancel } = createFoot(words.save, words.cancel);
  element.append(heading, quote, ...groups.map(({ box }) => box), reason.label, notice.element, foot);
  let asked = null;
  let closed = () => {};

  function options(select, choices) {
    select.replaceChildren(...choices.map(([value, text]) => {
      const option = make("option", "", text);
      option.value = value;
      return option;
    }));
  }

  function entry({ input, choices, name }) {
    if (input === "choice") {
      const select = make("select");
      options(select, choices);
      return select;
    }
    const made = make("input");
    made.type = { tick: "checkbox", day: "date", time: "time" }[input] || "text";
    if (input === "count") made.inputMode = "numeric";
    if (input === "number") made.inputMode = "decimal";
    if (spec.lists[name]) made.setAttribute("list", `form-list-${name}`);
    return made;
  }

  function control(field) {
    const box = make("div", "form-field");
    const label = make("label", "", field.label);
    const input = entry(field);
    const fault = make("span", "form-fault");
    const hint = make("span", "form-hint", field.hint);
    input.id = `form-${field.name}`;
    label.htmlFor = input.id;
    fault.id = `${input.id}-fault`;
    hint.id = `${input.id}-hint`;
    input.setAttribute("aria-describedby", `${fault.id} ${hint.id}`);
    box.append(label, input, fault, ...(field.hint ? [hint] : []));
    controls.set(field.name, { field, input, fault, first: "" });
    return box;
  }

  function group({ name, heading: title, kinds, fields }) {
    const box = make("details", "form-group");
    const rows = make("div", "form-rows");
    rows.append(...fields.map(control));
    box.append(make("summary", "", title), rows);
    return { name, box, kinds, fields };
  }

  for (const [name, values] of Object.entries(spec.lists)) {
    const list = make("datalist");
    list.id = `form-list-${name}`;
    list.append(...values.map(([value, text]) => {
      const option = make("option", "", text || undefined);
      option.value = value;
      return option;
    }));
    element.append(list);
  }

  const read = ({ field, input }) => (field.input === "tick" ? input.checked : input.value);
  const changes = () => Object.fromEntries([...controls].filter(([, own]) => read(own) !== own.first).map(([name, own]) => [name, read(own)]));

  /** Offers the kinds of force that a kind of claim tells of, and the groups that are for it. */
  function fit() {
    const kind = controls.get("kind").input.value;
    const { field, input } = controls.get("asset");
    const kept = input.value;
    options(input, field.choices.filter(([value]) => !value || value === kept || !kind || spec.assets[value].includes(kind)));
    input.value = kept;
    for (const { box, kinds, fields } of groups) {
      const filled = fields.some(({ name }) => controls.get(name).input.value && kinds.length < 4);
      box.hidden = Boolean(kind) && !kinds.includes(kind) && !filled;
    }
  }

  function offer() {
    remember.offer(controls.get("place_text").input.value.trim(), asked?.claim ? places.name() : "");
  }

  /** Says what is wrong with which field, and goes to the first of them. */
  function blame(faults) {
    const wrong = [];
    for (const [name, { input, fault }] of controls) {
      fault.textContent = faults[name] || "";
      if (faults[name]) {
        input.setAttribute("aria-invalid", "true");
        input.closest("details").open = true;
        wrong.push(input);
      } else input.removeAttribute("aria-invalid");
    }
    if (wrong.length) wrong[0].focus();
  }

  function close() {
    if (!asked) return;
    const was = asked;
    asked = null;
    element.remove();
    closed(was);
  }

  async function send(onPurpose) {
    const told = asked;
    save.disabled = true;
    notice.tell(words.saving);
    const answer = await onSend({
      ...told.told,
      fields: changes(),
      place: places.value(),
      remember: remember.isChosen(),
      reason: reason.input.value,
      on_purpose: onPurpose,
    });
    save.disabled = false;
    if (asked !== told) return;
    if (answer.ok) {
      close();
      return;
    }
    blame(answer.faults || {});
    if (!answer.conflict) notice.tell(answer.words);
    else if (await notice.ask(answer.words)) send(true);
  }

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!asked || save.disabled || !places.isSound()) return;
    blame({});
    send(false);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    event.stopPropagation(); // the workbench's keys are letters here
  });
  element.addEventListener("input", offer);
  cancel.addEventListener("click", close);
  controls.get("kind").input.addEventListener("change", fit);
  places.onChange(offer);

  return {
    element,
    onClose(callback) {
      closed = callback;
    },
    open(wanted) {
      asked = wanted;
      heading.textContent = wanted.heading;
      quote.textContent = wanted.quote;
      const kinds = controls.get("kind");
      options(kinds.input, [...(wanted.claim ? [] : [["", words.choose]]), ...kinds.field.choices]);
      options(controls.get("asset").input, controls.get("asset").field.choices);
      for (const [name, own] of controls) {
        const value = wanted.values[name] ?? "";
        if (own.field.input === "tick") own.input.checked = Boolean(value);
        else own.input.value = String(value);
        own.first = read(own);
      }
      for (const { box, name } of groups) box.open = ["what", "count", "where"].includes(name);
      reason.input.value = "";
      notice.clear();
      blame({});
      places.open({ places: wanted.places, kept: Boolean(wanted.claim) });
      fit();
      offer();
    },
    close,
    focus: () => heading.focus(),
    about: () => asked,
    isChanged: () => Boolean(asked) && (Object.keys(changes()).length > 0 || places.value() !== null),
  };
}
