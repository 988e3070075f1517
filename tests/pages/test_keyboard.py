"""The page without a pointer: Tab comes by every control, shows where it is, and is never held fast."""

import pytest

from browser import DESK

pytestmark = pytest.mark.browser

#: Far more than the page has controls.
MOST = 400

#: The element that has the focus, also within components, kept as one that was come by.
STEP = """() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  if (!found || found === document.body) return null;
  const seen = globalThis.seenByTab ??= new Set();
  const again = seen.has(found);
  seen.add(found);
  const marked = (one) => {
    const style = getComputedStyle(one);
    const halo = one.querySelector(".sitmap-halo");  // marks on the map show it by their halo
    if (halo && getComputedStyle(halo).opacity === "1") return true;
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return outlined || style.boxShadow !== "none";
  };
  const host = found.getRootNode().host;
  return { again, ours: Boolean(host), marked: marked(found), html: found.outerHTML.slice(0, 120) };
}"""

#: Controls of the workbench that can be seen and take the focus, and that Tab has not come by.
MISSED = """() => {
  const host = [...document.querySelectorAll("*")].find((one) => one.shadowRoot?.querySelector(".canvas"));
  const controls = host.shadowRoot.querySelectorAll(
    "a[href], button, input, select, summary, textarea, [tabindex]",
  );
  return [...controls].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({
    checkOpacity: true, checkVisibilityCSS: true,
  }) && !globalThis.seenByTab.has(one)
    && !(one.type === "radio" && [...globalThis.seenByTab].some((other) => other.name === one.name)))
    .map((one) => one.outerHTML.slice(0, 160));
}"""


def test_tab_comes_by_every_control_and_shows_where_it_is(sample):
    with sample(size=DESK) as seen:
        page = seen.page
        page.locator(".card-button").first.click()
        page.locator("[data-tool=filter]").click()
        steps = []
        for _ in range(MOST):
            page.keyboard.press("Tab")
            step = page.evaluate(STEP)
            if step is None:  # from the page's end to its start
                continue
            if step["again"]:
                break
            steps.append(step)
        else:
            pytest.fail(f"Tab does not come round: {steps[-3:]}")
        assert page.evaluate(MISSED) == []
        assert "\n".join([step["html"] for step in steps if step["ours"] and not step["marked"]]) == ""
        assert sum(step["ours"] for step in steps) > 30
