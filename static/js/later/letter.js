// Simple formatting as one types: Ctrl+B, Ctrl+I, lists, places; and copying a text.
const area = (tools) => document.getElementById(tools.dataset.tools);

const put = (field, text, from, to) => {
  field.focus();
  // execCommand, for it is the one way that Ctrl+Z takes back.
  if (!document.execCommand("insertText", false, text)) field.setRangeText(text);
  field.setSelectionRange(from, to);
};

const around = (field, mark) => {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const within = value.slice(start, end);
  const has = value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark;
  if (has) {
    field.setSelectionRange(start - mark.length, end + mark.length);
    return put(field, within, start - mark.length, end - mark.length);
  }
  put(field, mark + within + mark, start + mark.length, end + mark.length);
};

const before = (field, mark) => {
  const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const end = Math.max(start, field.selectionEnd);
  const lines = field.value.slice(start, end).split("\n");
  const all = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (all ? line.slice(mark.length) : mark + line)).join("\n");
  field.setSelectionRange(start, end);
  put(field, text, start, start + text.length);
};

const act = (field, { around: mark, before: dash, insert: place }) => {
  if (mark) around(field, mark);
  if (dash) before(field, dash);
  if (place) put(field, place, field.selectionStart + place.length, field.selectionStart + place.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

const show = () => {
  for (const each of document.querySelectorAll("[data-scripted][hidden]")) each.hidden = false;
};

if (!window.writesLetters) {
  window.writesLetters = true;
  let last = null;

  on("focusin", ({ target }) => {
    if (target.matches("#subject, #salutation, #body, #closing")) last = target;
  });

  on("click", ({ target }) => {
    const button = target.closest("[data-around], [data-before], [data-insert]");
    if (button) {
      const usual = area(button.closest("[data-tools]"));
      return act(button.dataset.insert && last?.isConnected ? last : usual, button.dataset);
    }
    const copy = target.closest("[data-copy]");
    if (!copy) return;
    const text = document.getElementById(copy.dataset.copy);
    const fold = text.closest("details");
    if (fold) fold.open = true;
    text.select();
    document.execCommand("copy");
    copy.textContent = "Copied";
  });

  on("keydown", (event) => {
    const mark = { b: "**", i: "*" }[event.key.toLowerCase()];
    const tools = mark && (event.ctrlKey || event.metaKey) && document.querySelector(`[data-tools="${event.target.id}"]`);
    if (!tools) return;
    event.preventDefault();
    act(event.target, { around: mark });
  });

  on("htmx:after:swap", show);
}
show();
