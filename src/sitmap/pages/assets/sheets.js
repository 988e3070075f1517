/*
 * The page's tabs, below the workbench: one that is opened comes up to half of the page, if it lies lower, and no further.
 *
 * followSheets() -> {destroy()}
 * How far is said by the scroll-margin-bottom of their bar, in page.css.
 */
function followSheets() {
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function onClick({ target }) {
    const bar = target.closest('[data-testid="stTabs"] [role="tablist"]');
    if (bar && target.closest('[role="tab"]')) bar.scrollIntoView({ block: "nearest", behavior: still.matches ? "instant" : "smooth" });
  }

  document.addEventListener("click", onClick, true); // on its way down: Streamlit lets none come up from a tab
  return { destroy: () => document.removeEventListener("click", onClick, true) };
}
