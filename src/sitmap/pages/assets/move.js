/*
 * Moving a claim's mark: a mode of the map that starts from the card and ends by putting it there or leaving it.
 *
 * createMover({view, pane, words, onPut}) -> {start(asked), stop(), claim()}
 *   view    the map's view
 *   onPut   (told) -> Promise of the answer
 * The mark is dragged, put by a press on the map, or its coordinates are written.
 */
function createMover({ view, pane, words, onPut }) {
  const ROOM = 24; // pixels round the middle of a mark
  const map = view.map;
  const element = make("form", "mover");
  element.noValidate = true;
  element.setAttribute("aria-label", words.move_heading);
  const spot = createSpot(words);
  const remember = createRemember(words);
  const why = make("input", "mover-reason");
  why.placeholder = words.reason;
  why.setAttribute("aria-label", words.reason);
  const notice = createNotice(words);
  const { element: foot, save: put, cancel: leave } = createFoot(words.put, words.leave_it);
  element.append(make("p", "mover-heading", words.move_how), spot.element, remember.element, why, notice.element, foot);
  let moving = null;

  const near = (lon) => lon + 360 * Math.round((map.getCenter().lng - lon) / 360);

  function show(latlng) {
    moving.mark.setLatLng(latlng);
    if (moving.line) moving.line.setLatLngs([moving.from, latlng]);
    remember.offer(moving.claim.said, spot.text());
  }

  function point(latlng) {
    const { lat, lng } = latlng.wrap();
    spot.set(Math.max(-90, Math.min(90, lat)), lng);
    show(latlng);
  }

  /** Brings the mark out from under the words, which take the lower half of the map on a phone. */
  function uncover() {
    const [box, frame] = [element, map.getContainer()].map((each) => each.getBoundingClientRect());
    const { x, y } = map.latLngToContainerPoint(moving.mark.getLatLng());
    const [left, top] = [box.left - frame.left, box.top - frame.top];
    if (x < left - ROOM || x > left + box.width + ROOM || y < top - ROOM || y > top + box.height + ROOM) return;
    map.panBy([0, y - top / 2], { animate: false });
  }

  const press = ({ latlng }) => point(latlng);

  function stop() {
    if (!moving) return;
    moving.mark.remove();
    if (moving.line) moving.line.remove();
    map.off("click", press);
    map.getContainer().classList.remove("sitmap-aiming");
    element.remove();
    const { done } = moving;
    moving = null;
    done();
  }

  async function send(onPurpose) {
    const own = moving;
    put.disabled = true;
    notice.tell(words.saving);
    const answer = await onPut({
      ...own.told,
      place: spot.value(),
      remember: remember.isChosen(),
      reason: why.value,
      on_purpose: onPurpose,
    });
    put.disabled = false;
    if (moving !== own) return;
    if (answer.ok) stop();
    else if (!answer.conflict) notice.tell(answer.words);
    else if (await notice.ask(answer.words)) send(true);
  }

  spot.onChange(() => {
    const at = spot.point();
    if (!at) return;
    const latlng = L.latLng(at.lat, near(at.lon));
    if (!map.getBounds().contains(latlng)) map.panTo(latlng, { animate: false });
    show(latlng);
    uncover();
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!put.disabled && spot.isSound()) send(false);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
    event.stopPropagation();
  });
  leave.addEventListener("click", stop);
  L.DomEvent.disableClickPropagation(element);
  L.DomEvent.disableScrollPropagation(element);

  return {
    /** Starts with {claim, said, told, done}: `told` goes back with the place, `done` is called when it is over. */
    start({ claim, said, told, done }) {
      stop();
      const from = claim.lat === null ? null : L.latLng(claim.lat, near(claim.lon));
      const at = from || map.getCenter();
      const icon = L.divIcon({ className: "mover-mark", iconSize: [34, 34], html: "" });
      const mark = L.marker(at, { draggable: true, autoPan: true, icon, title: words.move_mark, alt: words.move_mark, zIndexOffset: 10000 });
      const line = from && L.polyline([from, at], { className: "mover-line", interactive: false, weight: 2 }).addTo(map);
      moving = { claim: { ...claim, said }, told, done, from, mark, line };
      mark.on("drag", () => point(mark.getLatLng())).addTo(map);
      map.on("click", press);
      map.getContainer().classList.add("sitmap-aiming");
      why.value = "";
      notice.clear();
      spot.clear();
      point(at);
      pane.append(element);
      uncover();
      spot.focus();
    },
    stop,
    claim: () => moving?.claim.id ?? null,
  };
}
