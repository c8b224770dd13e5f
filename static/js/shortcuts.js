// One key for what is done all day: "/" finds, "n" is new; off while one types.
// Enter on a quick line that is empty goes on to the next one.
{
  const typing = "input, textarea, select, [contenteditable], dialog[open] *, [data-focus]";
  const offered = () => [...document.querySelectorAll("body:not([data-no-shortcuts]) [data-shortcut]")];

  on("keydown", (event) => {
    const { target, key } = event;
    if (key === "Enter" && (event.ctrlKey || event.metaKey) && target.form) {
      event.preventDefault();
      return target.form.requestSubmit();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || target.matches?.(typing)) return;
    const wanted = offered().findLast((element) => element.dataset.shortcut === key.toLowerCase());
    if (!wanted || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (wanted.matches("input")) { wanted.focus(); wanted.select(); } else wanted.click();
  });

  on("click", (event) => {
    const help = event.target.closest("[data-help]");
    if (!help || !document.getElementById("keys")) return;
    event.preventDefault();
    event.stopPropagation();
    import(help.dataset.help).then(({ show }) => show(offered()));
  }, true);

  const isEmpty = (form) => [...form.elements].every((field) => (
    field.matches("select") ? field.selectedIndex < 1 : field.matches("[type=hidden], button") || !field.value?.trim()));

  on("submit", (event) => {
    const { target: form, submitter } = event;
    const further = form.dataset.onward && document.querySelector(form.dataset.onward);
    if (!further || submitter?.name || !isEmpty(form)) return;
    event.preventDefault();
    event.stopPropagation();
    further.focus();
  }, true);
}
