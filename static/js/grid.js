// The "Who do you know?" grid: arrows move, a letter ticks, a number goes to its row, any other key begins a name.
{
  let number = "";
  let pressed = 0;

  document.addEventListener("keydown", (event) => {
    const { target, key, timeStamp } = event;
    const grid = target.closest?.("[data-grid]");
    if (!grid || !target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...grid.querySelectorAll("tr:has(input)")];
    const cells = (row) => [...(row?.querySelectorAll("input") ?? [])];
    const at = rows.indexOf(target.closest("tr"));
    const own = cells(rows[at]);
    const place = own.indexOf(target);
    const isBox = target.type === "checkbox";
    const go = (field) => {
      if (!field) return;
      event.preventDefault();
      field.focus();
      if (field.type !== "checkbox") field.setSelectionRange(field.value.length, field.value.length);
    };
    const down = { ArrowDown: 1, ArrowUp: -1 }[key];
    const right = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (down) return go(cells(rows[at + down]).at(Math.max(place - own.length, -cells(rows[at + down]).length)));
    if (right && (isBox || target.selectionStart === (right > 0 ? target.value.length : 0))) return go(own[place + right]);
    if (key === "Enter") return go(cells(rows[at + 1])[0] ?? target.form.elements.asked_on);
    if (!isBox || key.length > 1 || key === " ") return;
    const box = own.filter((each) => each.type === "checkbox")[grid.dataset.grid.indexOf(key)];
    if (/\d/.test(key)) {
      number = timeStamp - pressed < 1000 ? number + key : key;
      pressed = timeStamp;
      event.preventDefault();
      go(cells(grid.querySelector(`[data-number="${number}"]`))[0]);
    } else if (box) {
      go(box);
      box.click();
    } else {
      const names = own.at(-1);
      if (names.value) names.value += "; ";
      names.focus();
    }
  });
}
