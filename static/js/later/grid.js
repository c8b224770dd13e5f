// The "Who do you know?" grid: arrows move, a letter ticks, a number goes to its row, any other key begins a name.
{
  let number = "", pressed = 0;

  on("keydown", (event) => {
    const { target, key, timeStamp } = event;
    const grid = target.closest?.("[data-grid]");
    if (!grid || !target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    const cells = (row) => [...(row?.querySelectorAll("input") ?? [])];
    const go = (field) => { if (field) { event.preventDefault(); field.focus(); } };
    const rows = [...grid.querySelectorAll("tr:has(input)")];
    const at = rows.indexOf(target.closest("tr")), own = cells(rows[at]), place = own.indexOf(target);
    const down = { ArrowDown: 1, ArrowUp: -1 }[key], right = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const isBox = target.type === "checkbox", isDigit = /^\d$/.test(key);
    if (!isDigit) number = "";
    if (down) go(cells(rows[at + down]).slice(place - own.length)[0]);
    else if (key === "Enter") go(cells(rows[at + 1])[0] ?? target.form.elements.asked_on);
    else if (right) { if (isBox || target.selectionStart === (right > 0 ? target.value.length : 0)) go(own[place + right]); }
    else if (isDigit && isBox) {
      number = timeStamp - pressed < 1000 ? number + key : key;
      pressed = timeStamp;
      event.preventDefault();
      go(cells(grid.querySelector(`[data-number="${number}"]`))[0]);
    } else if (isBox && key.length === 1 && key !== " ") {
      const box = own.filter((each) => each.type === "checkbox")[grid.dataset.grid.indexOf(key)];
      go(box);
      if (box) return box.click();
      const names = own.at(-1);
      if (names.value) names.value += "; ";
      names.focus();
    }
  });
}
