// What we know goes into an answer: by its button, or the next of it by Alt Enter while one types.
// Nobody waits for the server, so nothing that is typed meanwhile can be lost.
{
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

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name^='offer-']");
    if (!button) return;
    event.preventDefault();
    carry(button);
  });

  document.addEventListener("keydown", (event) => {
    const { target, key, altKey } = event;
    if (key !== "Enter" || !altKey || !target.matches("textarea[name^='text-']")) return;
    const offers = target.form.querySelectorAll(`button[name="${target.name.replace("text", "offer")}"]`);
    if (!offers.length) return;
    event.preventDefault();
    const next = [...offers].find((button) => !isIn(button));
    if (next) carry(next);
  });
}
