// Find anything: arrows choose among what is found while one types, Enter opens it, Esc closes.
{
  const list = () => document.getElementById("find_options");
  const options = () => [...list().querySelectorAll("[role=option]")];

  const choose = (field, wanted) => {
    options().forEach((option) => { option.ariaSelected = option === wanted; });
    wanted?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", wanted?.id ?? "");
    field.ariaExpanded = options().length > 0;
  };

  document.addEventListener("keydown", (event) => {
    const { target: field, key } = event;
    if (field.id !== "find") return;
    const all = options();
    const at = all.findIndex((option) => option.ariaSelected === "true");
    if (key === "Enter" ? at < 0 : !all.length) return;
    if (key === "ArrowDown") choose(field, all[at + 1]);
    else if (key === "ArrowUp") choose(field, at < 0 ? all.at(-1) : all[at - 1]);
    else if (key === "Enter") all[at].click();
    else if (key === "Escape") choose(field, list().replaceChildren());
    else return;
    event.preventDefault();
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.sourceElement?.id === "find") choose(ctx.sourceElement);
  });

  // Safari takes the focus from the field before the click, and what loses focus closes.
  document.addEventListener("mousedown", (event) => list()?.contains(event.target) && event.preventDefault());
}
