// Fields that hold several: the word after the last comma is offered, Enter goes to the next line.
{
  on("input", ({ target }) => {
    if (!target.matches("[data-commas]")) return;
    const before = target.value.match(/^(.*,)? {0,}/)[0];
    for (const option of target.list.options) option.value = before + (option.dataset.name ??= option.value);
  });

  on("keydown", (event) => {
    const { target, key } = event;
    if (key !== "Enter" || !target.matches("[data-line]")) return;
    const lines = [...target.form.querySelectorAll("[data-line]")];
    const next = lines[lines.indexOf(target) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
