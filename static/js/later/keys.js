// "?": what the keys of this page do, in the words of what they press.
const made = (tag, ...inside) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

export const show = (offered) => {
  const help = document.getElementById("keys");
  help.querySelector("dl").replaceChildren(...offered.flatMap((element) => [
    made("dt", made("kbd", element.dataset.shortcut.toUpperCase())),
    made("dd", (element.labels?.[0] ?? element).firstChild.textContent),
  ]));
  help.showModal();
};
