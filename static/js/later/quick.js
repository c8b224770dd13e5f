// Lines that are added one by one: the next is typed, and entered, while the last is on its way.
// What the server answers takes the place of the form; what was typed meanwhile goes on in it.
{
  const lines = new Map(); // by the address of a form
  const ofForm = (form) => {
    const key = form.getAttribute("action");
    if (!lines.has(key)) lines.set(key, { entered: [] });
    return lines.get(key);
  };
  const formAt = (action) => document.querySelector(`[data-quick][action="${action}"]`);
  const quick = (element) => (element?.matches?.("[data-quick]") ? element : null);
  const fields = (form) => [...form.elements].filter((field) => field.matches("input:not([type=hidden]), select"));
  const words = (form) => fields(form).map((field) => field.value);
  const fill = (form, values) => fields(form).forEach((field, place) => (field.value = values[place]));
  const blank = (form) => {
    for (const field of fields(form)) {
      if (field.matches("select")) field.selectedIndex = Math.max([...field.options].findIndex((each) => each.defaultSelected), 0);
      else field.value = "";
    }
    return words(form);
  };
  const goToFirst = (form) => { if (document.activeElement.form === form) fields(form)[0].focus(); };
  const hasMore = (form, line) => `${words(form)}` !== `${line.blank}`;

  // One at a time: what is entered meanwhile waits here, and the same line twice is one.
  on("submit", (event) => {
    const form = quick(event.target);
    const line = form && ofForm(form);
    if (!line?.sent || event.submitter?.name) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!hasMore(form, line)) return;
    line.entered.push(words(form));
    blank(form);
    goToFirst(form);
  }, true);

  // A field that is a line of its own: leaving it enters it, unless Enter did.
  on("change", ({ target }) => {
    const { value } = target;
    if (value && target.matches("[data-enters]")) setTimeout(() => { if (target.value === value) target.form?.requestSubmit(); });
  });

  on("htmx:before:request", (event) => {
    const form = quick(event.detail.ctx.sourceElement);
    if (!form || event.defaultPrevented) return;
    const line = ofForm(form);
    line.sent = words(form);
    line.asked = event.detail.ctx;
    line.blank = blank(form);
    goToFirst(form);
  });

  const keep = (form, line) => { if (hasMore(form, line)) line.typed = words(form); };
  const putBack = (ctx) => {
    const form = quick(ctx?.sourceElement);
    const line = form && ofForm(form);
    if (!line?.sent) return;
    keep(form, line);
    fill(form, line.sent);
    line.sent = null;
  };

  on("htmx:before:response", ({ detail: { ctx } }) => {
    const { status } = ctx.response;
    if (status >= 400 && status !== 422) putBack(ctx);
  });
  on("htmx:error", ({ detail: { ctx } }) => putBack(ctx));

  // The new form goes on where the old one was left, from the moment that it is there.
  const swaps = new Set(); // two forms may be answered at once, and another act may redraw a form
  const focus = ({ at }) => (at?.isConnected ? at : document.getElementById(at?.id))?.focus();
  const isTyped = (form) => fields(form).some((field) => field.value && field.value !== field.defaultValue && field.matches("input"));

  on("htmx:before:swap", ({ detail: { ctx } }) => {
    const sent = quick(ctx.sourceElement), at = document.activeElement;
    for (const form of document.querySelectorAll("[data-quick]")) {
      const line = ofForm(form), first = fields(form)[0], isSent = form === sent;
      if (isSent ? !line.sent : !ctx.target.contains(first) || !isTyped(form)) continue;
      if (isSent) keep(form, line);
      const goesOn = at.form === form ? line.typed || !isSent : isSent && at !== document.body;
      swaps.add({ ctx, isSent, first, line, action: form.getAttribute("action"), words: isSent ? null : words(form), at: goesOn ? at : null });
    }
  });

  on("htmx:before:settle", () => swaps.forEach((swap) => {
    if (swap.form) return;
    const { ctx, isSent, line } = swap;
    const form = formAt(swap.action);
    if (!form || fields(form)[0] === swap.first) return;
    swap.form = form;
    if (isSent && ctx.response.status === 422) return;
    const typed = swap.words ?? line.typed;
    if (typed) fill(form, typed);
    if (isSent) line.typed = null;
    focus(swap);
  }));

  on("htmx:after:swap", ({ detail: { ctx } }) => swaps.forEach((swap) => {
    if (swap.ctx !== ctx) return;
    swaps.delete(swap);
    const { form, line, isSent } = swap;
    if (isSent) line.sent = null;
    if (!form || (isSent && ctx.response.status === 422)) return;
    if (isSent) goOn(form, line);
    focus(swap);
  }));

  // Lines that still waited when their page was left go on when it is there again.
  on("htmx:after:swap", ({ detail: { ctx } }) => lines.forEach((line, action) => {
    const form = ctx.target === document.body && !line.sent && formAt(action);
    if (form) goOn(form, line);
  }));

  // A form that stays is free for the next line once htmx is done with the last.
  const goOn = (form, line) => setTimeout(() => {
    if (!line.entered.length) return;
    const typed = words(form);
    fill(form, line.entered.shift());
    form.requestSubmit();
    fill(form, typed);
  });

  // Its place on the page may be gone when the answer comes: then nothing is swapped.
  on("htmx:finally:request", ({ detail: { ctx } }) => lines.forEach((line, action) => {
    if (line.asked !== ctx) return;
    line.asked = null;
    const form = line.sent && formAt(action);
    line.sent = null;
    if (form) goOn(form, line);
  }));

  unfinished.push(() => [...lines].some(([action, line]) => (line.sent || line.entered.length) && formAt(action)));
}
