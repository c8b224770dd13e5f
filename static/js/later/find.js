// Find anything: arrows choose among what is found while one types, Enter opens it, Esc closes.
{
  const list = () => document.getElementById("find_options");
  const options = () => [...list().querySelectorAll("[role=option]")];

  const choose = (field, wanted) => {
    for (const option of options()) option.ariaSelected = option === wanted;
    wanted?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", wanted?.id ?? "");
    field.ariaExpanded = options().length > 0;
  };

  on("keydown", (event) => {
    const { target: field, key } = event;
    if (field.id !== "find") return;
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === "true");
    const next = { ArrowDown: at + 1, ArrowUp: (at < 0 ? all.length : at) - 1 }[key];
    if (next !== undefined) choose(field, all[next]);
    else if (key === "Enter" && at >= 0) all[at].click();
    else if (key === "Escape" && all.length) choose(field, list().replaceChildren());
    else return;
    event.preventDefault();
  });

  on("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.sourceElement?.id === "find") choose(ctx.sourceElement);
  });
}
