// Forms that save while one types: what is not acknowledged waits in this tab and is sent again.
// A form that is only kept waits in this tab as well, until it is saved by its button.
{
  const [edits, answered, retries, pressed, saved] = Array.from({ length: 5 }, () => new WeakMap());
  const kept = "[data-autosave], [data-kept]";
  const forms = () => document.querySelectorAll(kept);
  const saves = (form) => form.matches("[data-autosave]");
  const key = (form) => `unsaved ${document.body.dataset.keeper} ${form.getAttribute("action")}`;
  const own = (element) => (element?.matches?.(kept) ? element : null);
  const words = (form) => [...new FormData(form)].filter(([name, value]) => name !== "csrf_token" && typeof value === "string");
  const isMark = (name) => /^(version|seen)$/.test(name);
  const tell = (form, text) => {
    const line = document.createElement("span");
    line.className = "not-saved";
    line.textContent = text;
    document.getElementById(`${form.id}-status`)?.replaceChildren(line);
  };

  const written = (form) => {
    const isOpen = form.querySelector(".stored"); // nobody has chosen yet between two texts
    return JSON.stringify(words(form).map(([name, value]) => [name, isOpen && isMark(name) ? "" : value]));
  };

  const keep = (form) => {
    edits.set(form, (edits.get(form) ?? 0) + 1);
    sessionStorage.setItem(key(form), written(form));
  };

  const tryAgain = (form, reason) => {
    const tried = (retries.get(form)?.tried ?? 0) + 1;
    clearTimeout(retries.get(form)?.timer);
    const timer = setTimeout(() => sendAgain(form, "change"), Math.min(500 * 2 ** tried, 30000));
    retries.set(form, { tried, timer });
    tell(form, `Not saved: ${reason}, still trying`);
  };

  const fill = (form, stored) => {
    const left = new Map();
    for (const [name, value] of stored) left.set(name, [...(left.get(name) ?? []), value]);
    for (const field of form.elements) {
      if (!field.name || field.name === "csrf_token" || field.type === "file") continue;
      const values = left.get(field.name) ?? [];
      if (/checkbox|radio/.test(field.type)) field.checked = values.includes(field.value);
      else if (values.length) field.value = values.shift();
    }
  };

  const restore = () => {
    for (const form of forms()) {
      const stored = sessionStorage.getItem(key(form));
      if (!stored || edits.has(form)) continue;
      edits.set(form, 1);
      if (stored === JSON.stringify(words(form))) { sessionStorage.removeItem(key(form)); continue; }
      fill(form, JSON.parse(stored));
      tell(form, saves(form) ? "Put back what was not saved yet, saving it now" : "Put back what you had typed; it is not saved yet");
      setTimeout(() => sendAgain(form, "change"));
    }
  };

  // What was typed while the answer was under way goes on in the form that takes the place.
  let late;
  const takeOver = () => {
    if (!late || late.isConnected) return;
    const form = document.getElementById(late.id);
    if (form) {
      fill(form, words(late).filter(([name]) => !isMark(name)));
      keep(form);
    }
    late = null;
  };

  const unsaved = () => [...forms()].filter((form) => sessionStorage.getItem(key(form)));

  for (const type of ["input", "change"]) {
    on(type, (event) => {
      const form = own(event.target.form);
      // A field that goes with the saved page tells its last change once more.
      if (form && (type === "input" || saved.get(form) !== written(form))) keep(form);
    }, true);
  }

  // The next page is drawn when the last words are saved, or when they do not arrive in time.
  unfinished.push(() => [...forms()].some((form) => saves(form) && edits.get(form) > (answered.get(form) ?? 0)));

  // Which button was pressed: a later change takes its turn, and goes with it.
  on("submit", ({ target, submitter }) => {
    if (own(target) && submitter?.name) pressed.set(target, submitter);
  }, true);

  // Whether somebody is in the middle of a line: only a line that was left is done.
  const lineOf = (form) => {
    const at = document.activeElement;
    return at.form === form && at.matches("[data-line]") ? at : null;
  };

  // htmx fills a request before it waits for its turn: by then the version and the words are old.
  on("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    const form = own(ctx.sourceElement);
    if (!form) return;
    const submitter = ctx.pressed = pressed.get(form); // an earlier answer may have taken it off the page meanwhile
    ctx.request.body = new URLSearchParams(new FormData(form));
    if (submitter?.name) ctx.request.body.append(submitter.name, submitter.value);
    const line = ctx.sourceEvent?.type === "submit" ? null : lineOf(form);
    if (line) ctx.request.body.append("typing", line.name);
    ctx.isHalf = line && line.value !== form.elements[`${line.name}-shown`].value;
    ctx.edit = edits.get(form);
  }, true); // before the scripts that take an unprevented request as sent

  on("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    const form = own(ctx.sourceElement);
    if (!form) return;
    const { status } = ctx.response;
    if (status >= 500 && saves(form)) {
      event.preventDefault();
      return tryAgain(form, "something broke on our side");
    }
    clearTimeout(retries.get(form)?.timer);
    retries.delete(form);
    if (status !== 400 && status !== 401) {
      answered.set(form, ctx.edit);
      if (ctx.pressed === pressed.get(form)) pressed.delete(form);
    }
    // What is refused and takes the form's place shows these words again.
    late = form.isConnected && (saves(form) ? status === 409 && form.hasAttribute("hx-status:409") : status > 401) ? form : null;
    if (status < 300 && ctx.edit === edits.get(form) && !ctx.isHalf) {
      saved.set(form, sessionStorage.getItem(key(form)));
      sessionStorage.removeItem(key(form));
    }
  });

  on("htmx:error", ({ detail: { ctx } }) => {
    const form = own(ctx?.sourceElement);
    if (form?.isConnected && saves(form)) tryAgain(form, "no connection");
  });

  on("submit", (event) => {
    if (!event.target.matches("[data-leave]")) return;
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("unsaved ")) sessionStorage.removeItem(name);
  });

  on("click", ({ target }) => {
    const form = target.closest("[data-forget]")?.closest("form");
    if (form) sessionStorage.removeItem(key(form));
  });

  const sendAll = () => { for (const form of unsaved()) sendAgain(form, "change"); };
  on("visibilitychange", () => { if (document.hidden) sendAll(); });
  addEventListener("online", sendAll);
  addEventListener("beforeunload", (event) => { if (unsaved().length) event.preventDefault(); });
  let left;
  on("htmx:before:swap", ({ detail: { ctx } }) => { left = ctx.target === document.body && unsaved().some(saves); });
  on("htmx:after:swap", () => {
    takeOver();
    restore();
    if (left && !unsaved().length) say("What you typed on the last page is not saved yet. Go back to it.");
  });
  restore();
}
