/*
 * Which place a claim belongs to: as it is, a runner-up, one that a search finds, or a spot by its coordinates.
 *
 * createPlaces({words, search}) -> {element, open({places, kept}), value(), name(), isSound(), onChange}
 *   words    of the form, see form.py
 *   search   (name) -> Promise of places
 *   kept     whether the first place is the one that the claim has
 *   value()  null while it stays as it is; {id, span} of an entry, {lat, lon, uncertainty_km} of a spot
 */
function createPlaces({ words, search }) {
  const SEARCH_AFTER_MS = 350;
  const GROUP = `place-${Math.random().toString(36).slice(2)}`;
  const element = make("fieldset", "form-places");
  element.append(make("legend", "", words.place));
  const given = make("div", "form-choices");
  const found = make("div", "form-choices");
  const seek = createField("search", words.search);
  const none = make("p", "form-told", words.none_found);
  none.hidden = true;
  none.setAttribute("role", "status");
  const spot = createSpot(words);
  const choices = new Map(); // radio -> place, null for as it is
  let listener = () => {};
  let timer = 0;
  let asked = 0;

  const elsewhere = radio(make("span", "", words.at_coordinates), "spot");
  element.append(given, seek.label, none, found, elsewhere, spot.element);
  const changed = () => listener();

  function radio(content, place) {
    const input = make("input");
    input.type = "radio";
    input.name = GROUP;
    const label = make("label", "form-choice");
    label.append(input, content);
    choices.set(input, place);
    input.addEventListener("change", () => changed());
    return label;
  }

  function described(place) {
    const line = make("span");
    const name = make("strong", "", place.name);
    name.dir = "auto";
    line.append(name, ` ${place.about}`);
    return line;
  }

  function chosen() {
    return [...choices].find(([input]) => input.checked && input.isConnected);
  }

  function look() {
    clearTimeout(timer);
    const name = seek.input.value.trim();
    asked += 1;
    const own = asked;
    if (!name) return;
    search(name).then(({ places = [], ok }) => {
      if (own !== asked) return;
      none.hidden = places.length > 0 || !ok;
      found.replaceChildren(...places.map((place) => radio(described(place), place)));
    });
  }

  seek.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, SEARCH_AFTER_MS);
  });
  seek.input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // it searches and does not send the form
    look();
  });
  spot.onChange(() => {
    elsewhere.querySelector("input").checked = true;
    changed();
  });

  return {
    element,
    onChange(callback) {
      listener = callback;
    },
    open({ places, kept }) {
      clearTimeout(timer);
      asked += 1;
      for (const input of [...choices.keys()]) if (!elsewhere.contains(input)) choices.delete(input);
      seek.input.value = "";
      none.hidden = true;
      found.replaceChildren();
      spot.clear();
      const first = kept && places.length ? radio(described(places[0]), null) : radio(make("span", "", words.no_place), null);
      const rest = places.slice(kept ? 1 : 0).map((place) => radio(described(place), place));
      given.replaceChildren(first, ...rest);
      // Words that name a place mean it, until the reader says otherwise.
      const start = kept || !rest.length ? first : rest[0];
      start.querySelector("input").checked = true;
    },
    value() {
      const place = chosen()?.[1] ?? null;
      if (place === "spot") return spot.value();
      if (!place) return null;
      return place.id ? { id: place.id, span: place.span } : { lat: place.lat, lon: place.lon, name: place.name };
    },
    name() {
      const place = chosen()?.[1] ?? null;
      return place === "spot" ? spot.text() : place?.name || "";
    },
    /** Whether what is chosen can be sent; if not, says why. */
    isSound: () => chosen()?.[1] !== "spot" || spot.isSound(),
  };
}

/**
 * A spot by its coordinates, with the radius in which it lies.
 *
 * createSpot(words) -> {element, onChange(callback), value(), text(), isSound(), set(lat, lon), clear(), focus()}
 */
function createSpot(words) {
  const element = make("div", "form-spot");
  const fields = [createField("text", words.coordinates), createField("text", words.radius)];
  const [coordinates, radius] = fields.map(({ input }) => input);
  coordinates.placeholder = words.coordinates_hint;
  radius.inputMode = "decimal";
  const told = make("output", "form-told");
  element.append(...fields.map(({ label }) => label), told);
  let listener = () => {};

  const point = () => Sitmap.parts.coordinates.read(coordinates.value);
  const km = () => Number(radius.value.trim().replaceAll(",", "") || 0);
  const write = ({ lat, lon }) => `${lat.toFixed(4)}, ${lon.toFixed(4)}`;

  function tell() {
    const at = point();
    told.textContent = at ? `= ${write(at)}` : "";
    coordinates.removeAttribute("aria-invalid");
  }

  element.addEventListener("input", () => {
    tell();
    listener();
  });

  return {
    element,
    onChange(callback) {
      listener = callback;
    },
    point,
    value() {
      const at = point();
      return at ? { lat: at.lat, lon: at.lon, uncertainty_km: km() } : null;
    },
    text: () => (point() ? write(point()) : ""),
    isSound() {
      if (point() && Number.isFinite(km()) && km() >= 0) return true;
      const wrong = point() ? radius : coordinates;
      wrong.setAttribute("aria-invalid", "true");
      told.textContent = point() ? words.radius_wrong : words.coordinates_wrong;
      wrong.focus();
      return false;
    },
    set(lat, lon) {
      coordinates.value = write({ lat, lon });
      tell();
    },
    clear() {
      coordinates.value = "";
      radius.value = "";
      tell();
    },
    focus: () => coordinates.focus(),
  };
}

/** The choice to take some words for a place in the whole case. */
function createRemember(words) {
  const element = make("label", "form-choice");
  const input = make("input");
  input.type = "checkbox";
  const text = make("span");
  element.append(input, text);
  element.hidden = true;
  return {
    element,
    /** Offers it, where there are words and a place for them. */
    offer(said, place) {
      element.hidden = !said || !place;
      if (element.hidden) input.checked = false;
      text.textContent = words.remember.replace("{words}", said).replace("{place}", place);
    },
    isChosen: () => input.checked,
  };
}
