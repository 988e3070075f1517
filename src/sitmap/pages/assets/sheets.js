/*
 * The page's tabs, below the workbench: one that is opened comes up to half of the page, if it lies lower, and no further.
 *
 * followSheets() -> {destroy()}
 * How far is said by the scroll-margin-bottom of their bar, in page.css.
 */
function followSheets() {
  function onClick({ target }) {
    const bar = target.closest('[data-testid="stTabs"] [role="tablist"]');
    // At once: a smooth scroll is given up halfway when Streamlit puts the new sheet in the old one's place.
    if (bar && target.closest('[role="tab"]')) bar.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  document.addEventListener("click", onClick, true); // on its way down: Streamlit lets none come up from a tab
  return { destroy: () => document.removeEventListener("click", onClick, true) };
}
