// Lines that are added one by one: the next is typed, and entered, while the last is on its way.
// What the server answers takes the place of the form; what was typed meanwhile goes on in it.
{
  const lines = new Map(); // by the address of a form
  const ofForm = (form) => {
    const key = form.getAttribute("action");
    if (!lines.has(key)) lines.set(key, { sent: null, asked: null, entered: [], typed: null });
    return lines.get(key);
  };
  const formAt = (action) => document.querySelector(`form[data-quick][action="${action}"]`);
  const quick = (element) => (element?.matches?.("form[data-quick]") ? element : null);
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
  const putBack = (form, line) => {
    keep(form, line);
    fill(form, line.sent);
    line.sent = null;
  };

  on("htmx:before:response", ({ detail: { ctx } }) => {
    const form = quick(ctx.sourceElement);
    const { status } = ctx.response;
    if (form && ofForm(form).sent && status >= 400 && status !== 422) putBack(form, ofForm(form));
  });
  on("htmx:error", ({ detail: { ctx } }) => {
    const form = quick(ctx?.sourceElement);
    if (form && ofForm(form).sent) putBack(form, ofForm(form));
  });

  // The new form goes on where the old one was left, from the moment that it is there.
  const swaps = new Map(); // by what was asked: two forms may be answered at once
  const focus = ({ at }) => (at?.isConnected ? at : document.getElementById(at?.id))?.focus();

  on("htmx:before:swap", ({ detail: { ctx } }) => {
    const form = quick(ctx.sourceElement);
    const line = form && ofForm(form);
    if (!line?.sent) return;
    keep(form, line);
    const at = document.activeElement;
    const goesOn = at !== document.body && (at.form !== form || line.typed);
    swaps.set(ctx, { old: form, first: fields(form)[0], line, at: goesOn ? at : null });
  });

  on("htmx:before:settle", () => swaps.forEach((swap, ctx) => {
    if (swap.form) return;
    const form = formAt(swap.old.getAttribute("action"));
    if (!form || fields(form)[0] === swap.first) return;
    swap.form = form;
    if (ctx.response.status === 422) return;
    if (swap.line.typed) fill(form, swap.line.typed);
    swap.line.typed = null;
    focus(swap);
  }));

  on("htmx:after:swap", ({ detail: { ctx } }) => {
    const swap = swaps.get(ctx);
    if (!swap) return;
    swaps.delete(ctx);
    const { form, line } = swap;
    line.sent = null;
    if (!form || ctx.response.status === 422) return;
    goOn(form, line);
    focus(swap);
  });

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
