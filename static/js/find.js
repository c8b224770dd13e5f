// Find anything: arrows choose among what is found while one types, Enter opens it, Esc closes.
{
  const options = () => [...document.querySelectorAll("#find_options [role=option]")];

  const choose = (field, option) => {
    for (const each of options()) each.ariaSelected = each === option;
    option?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option?.id ?? "");
    field.ariaExpanded = options().length > 0;
  };

  document.addEventListener("keydown", (event) => {
    const { target: field, key } = event;
    const all = options();
    if (field.id !== "find" || !all.length) return;
    const at = all.findIndex((option) => option.ariaSelected === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) choose(field, all[at + step < -1 ? all.length - 1 : at + step]);
    else if (key === "Enter" && at >= 0) all[at].click();
    else if (key === "Escape") {
      document.getElementById("find_options").replaceChildren();
      choose(field);
    } else return;
    event.preventDefault();
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.sourceElement?.id === "find") choose(ctx.sourceElement);
  });

  // Safari takes the focus from the field before the click, and what loses focus closes.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("#find_options")) event.preventDefault();
  });
}
