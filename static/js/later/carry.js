// What we know goes into an answer: by its button, or the next of it by Alt Enter while one types.
// Nobody waits for the server, so nothing that is typed meanwhile can be lost.
// Tab goes on to the next answer: skipping, and the link to where something could be written down,
// stand between them only where nothing is typed.
{
  const offers = () => [...document.querySelectorAll("button[name^='offer-']")];
  const ready = () => { for (const button of offers()) button.tabIndex = -1; }; // Alt Enter is their key

  const answerOf = (button) => button.form.elements[button.name.replace("offer", "text")];
  const isIn = (button) => answerOf(button).value.includes(button.value);

  const carry = (button) => {
    const answer = answerOf(button);
    answer.focus();
    answer.setSelectionRange(answer.value.length, answer.value.length);
    if (isIn(button)) return;
    const words = answer.value.trim() ? `\n\n${button.value}` : button.value;
    // Not `value =`: Ctrl Z takes this back.
    document.execCommand("insertText", false, words);
  };

  on("click", (event) => {
    const button = event.target.closest("button[name^='offer-']");
    if (!button) return;
    event.preventDefault();
    carry(button);
  });

  on("keydown", ({ target, key }) => {
    if (key !== "Tab" || !target.matches("textarea[name^='text-']")) return;
    const between = target.closest(".two")?.querySelectorAll("[name^='skip-'], .sub a") ?? [];
    for (const each of between) each.tabIndex = target.value.trim() ? -1 : 0;
  });

  on("keydown", (event) => {
    const { target, key, altKey } = event;
    if (key !== "Enter" || !altKey || !target.matches("textarea[name^='text-']")) return;
    const own = offers().filter((button) => answerOf(button) === target);
    if (!own.length) return;
    event.preventDefault();
    const next = own.find((button) => !isIn(button));
    if (next) carry(next);
  });

  on("htmx:after:swap", ready);
  ready();
}
