/*
 * Places of a name that the map does not carry: asked of the page, one name at a time.
 *
 * createSeeking(send) -> {lookup(name) -> Promise of places, answered({name, places})}
 * Who asks for another name meanwhile gets no places for the first.
 */
function createSeeking(send) {
  let last = { name: "", places: [] };
  let waiting = null;

  return {
    lookup(name) {
      waiting?.resolve([]);
      waiting = null;
      if (name === last.name) return Promise.resolve(last.places);
      return new Promise((resolve) => {
        waiting = { name, resolve };
        send(name);
      });
    },
    answered(sought) {
      last = sought;
      if (waiting?.name !== sought.name) return;
      waiting.resolve(sought.places);
      waiting = null;
    },
  };
}
