/*
 * Claims or findings: two tabs over one pane.
 *
 * createTabs({claims, findings}) -> {element, show(name), isOn(name), setCounts({claims, findings})}
 *   each tab is {label, elements, onShow}: its words, what is shown under it, and what to do when it is shown
 */
function createTabs(specs) {
  const element = make("div", "tabs");
  element.setAttribute("role", "tablist");
  const names = Object.keys(specs);
  const buttons = new Map(names.map((name) => [name, tab(name)]));
  let shown = names[0];
  element.append(...buttons.values());

  function tab(name) {
    const button = make("button", "tab");
    button.type = "button";
    button.setAttribute("role", "tab");
    button.addEventListener("click", () => show(name));
    return button;
  }

  function show(name) {
    shown = name;
    for (const [own, button] of buttons) {
      button.setAttribute("aria-selected", String(own === name));
      button.tabIndex = own === name ? 0 : -1;
      for (const part of specs[own].elements) part.classList.toggle("other-tab", own !== name);
    }
    specs[name].onShow();
  }

  element.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const next = names[(names.indexOf(shown) + by + names.length) % names.length];
    show(next);
    buttons.get(next).focus();
  });

  return {
    element,
    show,
    isOn: (name) => shown === name,
    setCounts(counts) {
      for (const [name, button] of buttons) button.textContent = `${specs[name].label} (${counts[name].toLocaleString("en")})`;
      show(shown);
    },
  };
}
