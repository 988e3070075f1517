/*
 * What the forms share.
 *
 * createField(type, label) -> {label, input}             an input inside its label
 * createFoot(save, cancel) -> {element, save, cancel}    the two buttons that end a form, by their words
 */
function createField(type, label) {
  const input = make("input");
  input.type = type;
  const box = make("label", "form-field", label);
  box.append(input);
  return { label: box, input };
}

function createFoot(save, cancel) {
  const button = (name, type, words) => {
    const made = make("button", name, words);
    made.type = type;
    return made;
  };
  const element = make("div", "form-foot");
  const buttons = { save: button("form-save", "submit", save), cancel: button("form-cancel", "button", cancel) };
  element.append(...Object.values(buttons));
  return { element, ...buttons };
}
