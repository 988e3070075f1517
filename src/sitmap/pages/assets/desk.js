/*
 * Acts on their way to the page: one at a time, in order, each with an id that its answer carries.
 *
 * createDesk(send) -> {act(told) -> Promise of the answer, answered(answer), destroy()}
 * An act whose answer does not come is sent again; the page knows it by its id and does it once.
 */
function createDesk(send) {
  const AGAIN_AFTER_MS = 15000;
  const sender = Math.random().toString(36).slice(2);
  const waiting = [];
  let count = 0;
  let timer = 0;

  function next() {
    clearTimeout(timer);
    if (!waiting.length) return;
    send(waiting[0].told);
    timer = setTimeout(next, AGAIN_AFTER_MS);
  }

  return {
    act(told) {
      count += 1;
      const numbered = { ...told, id: `${sender}-${count}` };
      return new Promise((resolve) => {
        waiting.push({ told: numbered, resolve });
        if (waiting.length === 1) next();
      });
    },
    answered(answer) {
      if (!waiting.length || waiting[0].told.id !== answer.id) return;
      const { resolve } = waiting.shift();
      next();
      resolve(answer);
    },
    destroy: () => clearTimeout(timer),
  };
}
