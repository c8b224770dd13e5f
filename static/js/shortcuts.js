// One key for what is done all day: "/" finds, "n" is new; off while one types.
// Enter on a quick line that is empty goes on to the next one.
{
  const typing = "input, textarea, select, [contenteditable], dialog[open] *";
  const offered = () => [...document.querySelectorAll("body:not([data-no-shortcuts]) [data-shortcut]")];

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (key === "Enter" && (event.ctrlKey || event.metaKey) && target.form) {
      event.preventDefault();
      return target.form.requestSubmit();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches?.(typing)) return;
    const wanted = offered().findLast((element) => element.dataset.shortcut === key.toLowerCase());
    if (!wanted || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (wanted.matches("input")) { wanted.focus(); wanted.select(); } else wanted.click();
  });

  const made = (tag, ...inside) => {
    const element = document.createElement(tag);
    element.append(...inside);
    return element;
  };

  // "?": what the keys of this page do, in the words of what they press.
  document.addEventListener("click", (event) => {
    const help = document.getElementById("keys");
    if (!help || !event.target.closest("[data-help]")) return;
    event.preventDefault();
    event.stopPropagation();
    help.querySelector("dl").replaceChildren(...offered().flatMap((element) => [
      made("dt", made("kbd", element.dataset.shortcut.toUpperCase())),
      made("dd", (element.labels?.[0] ?? element).firstChild.textContent),
    ]));
    help.showModal();
  }, true);

  const isEmpty = (form) => [...form.elements].every((field) => (
    field.matches("select") ? field.selectedIndex < 1 : field.matches("[type=hidden], button") || !field.value?.trim()));

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    const further = form.dataset.onward && document.querySelector(form.dataset.onward);
    if (!further || submitter?.name || !isEmpty(form)) return;
    event.preventDefault();
    event.stopPropagation();
    further.focus();
  }, true);
}
