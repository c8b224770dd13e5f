// To the next page: one request at a time, and none before the last words are saved.
// What is typed meanwhile goes where the cursor then is.
{
  window.unfinished = []; // questions: is something still being saved?
  const isUnfinished = () => unfinished.some((isSaving) => isSaving());
  const isPage = (ctx) => ctx?.target === document.body;
  const isAct = (ctx) => ctx.request.method !== "GET";
  let held, timer, isLate; // what was pressed, until all is saved or it took too long
  let awaited, ahead; // the request that is under way, and what was typed since

  const press = (late) => {
    if (!held || (!late && isUnfinished())) return;
    if (document.querySelector("dialog[open]")) return wait();
    const { sourceElement: element, sourceEvent, request } = held;
    held = null;
    if (element === document.body) return location.reload(); // Back and Forward
    if (!element.isConnected) document.body.append(element);
    isLate = true;
    sendAgain(element, sourceEvent.type, request.submitter);
    isLate = false;
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(press, 4000, true);
  };

  // An act that is pressed twice is once: the second must not even wait for its turn.
  on("htmx:config:request", (event) => {
    if (isPage(awaited) && isAct(awaited) && isPage(event.detail.ctx)) event.preventDefault();
  });

  on("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    if (!isPage(ctx)) return;
    if (isLate || !isUnfinished()) {
      awaited?.request.abort();
      return typeAhead(ctx);
    }
    event.preventDefault();
    if (!held || !isAct(held)) held = ctx;
    wait();
  }, true);

  // A line that is refused is looked at first.
  on("htmx:before:response", ({ detail: { ctx } }) => {
    if (ctx.response.status === 422 && ctx.sourceElement.matches("[data-quick]")) held = null;
  });

  on("htmx:finally:request", ({ detail: { ctx } }) => {
    setTimeout(press);
    if (ctx !== awaited) return;
    awaited = null;
    if (ahead) setTimeout(type, 0, ahead, ctx);
  });

  // What is refused takes words only into the field for which they were.
  const type = (words, { response, field }) => {
    const at = document.activeElement;
    if (response?.status >= 400 && at.id !== field) return;
    if (at.form) document.execCommand("insertText", false, words);
    else if (words.length < 2 && !field) at.dispatchEvent(new KeyboardEvent("keydown", { key: words, bubbles: true }));
  };

  window.typeAhead = (ctx) => {
    awaited = ctx;
    ahead = "";
  };

  on("keydown", (event) => {
    const { target, key } = event;
    if (!awaited || event.ctrlKey || event.metaKey || event.altKey) return;
    const isField = target.matches?.("input, textarea, select");
    if (isField && target.form !== awaited.sourceElement) return;
    if (key === "Backspace") ahead = ahead.slice(0, -1);
    else if (key.length > 1 || !`${ahead}${key}`.trim()) return;
    else if (!event.repeat) ahead += key;
    awaited.field = isField && target.id;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  addEventListener("beforeunload", (event) => { if (isUnfinished()) event.preventDefault(); });
}
