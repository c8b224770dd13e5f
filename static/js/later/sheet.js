// A table that works like a sheet: keys move the marked cell, choose its row, open it as fields.
{
  const ways = { ArrowDown: [1, 0], j: [1, 0], ArrowUp: [-1, 0], k: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  const before = new Map(); // the rows that are fields now, as they were
  let column = 1; // where one was when the row became fields
  let onward = false; // whether the row below follows once this one is saved
  let ahead = null; // what is typed while a row is under way, or the list that a search asks for
  let searched = null; // true once one typed into a search, then its request, until the list has settled
  let under = null; // the request for which keys wait
  let left = null; // the row where one was in a list that is replaced

  const rowOf = (element) => element?.closest?.("[data-sheet] tbody tr");
  const own = (row, key) => [...row.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
  const open = (row) => row?.querySelector("[data-open]")?.click();
  const search = (element) => element.closest?.("form.filters[hx-get]:not([hx-target='#found'])");

  const mark = (cell) => {
    if (!cell) return;
    cell.closest("tbody").querySelector("[tabindex='0']")?.setAttribute("tabindex", -1);
    cell.tabIndex = 0;
    cell.focus();
    column = cell.cellIndex;
  };

  const markAgain = () => {
    const first = document.querySelector("[data-sheet] tbody tr");
    const row = document.getElementById(left) ?? first;
    left = null;
    if (document.activeElement === document.body) mark(row?.cells[column]);
  };

  // One stop for the Tab key: inside, the arrows move.
  const ready = () => {
    for (const body of document.querySelectorAll("[data-sheet] tbody")) {
      for (const each of body.querySelectorAll("tr:not([data-editing]) :is(a, input), [data-editing] [data-label] a")) each.tabIndex = -1;
      if (!body.querySelector("[tabindex='0']") && body.rows[0]) body.rows[0].cells[1].tabIndex = 0;
    }
  };

  const leave = (row) => {
    const old = before.get(row?.id); // a row of another list has none
    if (!old) return false;
    row.replaceWith(old);
    before.delete(row.id);
    htmx.process(old);
    mark(old.cells[column]);
    return true;
  };

  const fill = (row) => {
    const place = row.querySelector("[aria-invalid]") ?? row.cells[column].querySelector("input, select") ?? row.querySelector("th input");
    place.focus();
    place.select?.();
  };

  const retype = (keys) => {
    for (const key of keys) {
      const field = document.activeElement;
      if (ahead) ahead.push(key);
      else if (press(field, key)) continue;
      else if (key === "Enter" && field.form) save(field);
      else if (key === "Tab") {
        const fields = [...(rowOf(field)?.querySelectorAll("input:not([type=hidden]), select, button") ?? [])];
        fields[fields.indexOf(field) + 1]?.focus();
      } else if (key.text || key.length === 1) field.setRangeText?.(key.text ?? key, field.selectionStart, field.selectionEnd, "end");
    }
  };

  const save = (field) => {
    column = field.closest("td, th")?.cellIndex ?? column;
    onward = true;
    field.form.requestSubmit();
  };

  // Whether the key did something.
  const press = (target, key) => {
    const row = rowOf(target);
    if (!row) {
      if (key !== "ArrowDown" || target.type !== "search" || !search(target)) return false;
      if (searched) ahead = [key];
      else mark(document.querySelector("[data-sheet] tbody [tabindex='0']"));
    } else if (row.matches("[data-editing]")) {
      if (key === "Escape") leave(row);
      else if (key === "Enter" && target.matches("input, select")) save(target);
      else return false;
    } else if (ways[key]) {
      const [down, right] = ways[key];
      mark(row.parentElement.rows[row.sectionRowIndex + down]?.cells[target.closest("td, th").cellIndex + right]);
    } else if (key === "e" || key === "F2" || (key === "Enter" && !target.matches("a"))) open(row);
    else if (key === " ") row.querySelector("[type=checkbox]")?.click();
    else if (key === "o") row.querySelector("th a")?.click();
    else if (key === "Escape") document.querySelector("main [type=search]")?.select();
    else if (own(row, key)) own(row, key).click();
    else return false;
    return true;
  };

  on("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ahead) { event.preventDefault(); event.stopImmediatePropagation(); if (key === "Backspace") ahead.pop(); else ahead.push(key); return; }
    if (press(target, key)) event.preventDefault();
  });

  // What is pasted, or composed of several keys, waits like a key.
  on("beforeinput", (event) => {
    const text = event.data ?? event.dataTransfer?.getData("text/plain");
    if (!ahead || !text || !event.cancelable) return;
    event.preventDefault();
    ahead.push({ text });
  });

  on("input", ({ target }) => {
    if (search(target)) searched = true;
  });

  on("click", (event) => {
    const row = rowOf(event.target);
    if (event.target.matches("[data-choose-all]")) {
      for (const box of event.target.closest("table").querySelectorAll("tbody [type=checkbox]")) box.checked = event.target.checked;
    } else if (event.target.matches("[data-leave-row]") && leave(row)) { event.preventDefault(); event.stopPropagation(); }
  }, true);

  on("dblclick", ({ target }) => {
    const cell = rowOf(target) && target.closest("td, th");
    if (cell) { mark(cell); open(rowOf(target)); }
  });

  on("htmx:before:request", ({ detail: { ctx } }) => {
    if (search(ctx.sourceElement)) { searched = ctx; return; }
    const row = rowOf(ctx.sourceElement);
    const quick = ctx.sourceElement.matches("[data-quick]");
    if (!quick && (!row || ctx.target !== row)) return;
    if (!quick && ctx.sourceElement.matches("form") && !row.matches("[data-editing]")) return; // an act, not an edit
    ahead = [];
    under = ctx;
    if (!quick && !row.matches("[data-editing]")) before.set(row.id, row.cloneNode(true));
  });

  on("htmx:finally:request", ({ detail: { ctx } }) => {
    const place = document.getElementById(ctx.target?.id);
    const row = rowOf(place);
    ready();
    if (ctx === searched) {
      searched = null;
      const held = ahead ?? [];
      ahead = null;
      return retype(held);
    }
    if (!ahead && row && document.activeElement === document.body) return mark(row.cells[column]);
    if (!ahead || ctx !== under) return;
    const keys = ahead;
    ahead = null;
    if (!row && !place?.querySelector("[data-quick]")) return; // it went with the page
    if (!row) place.querySelector("input:not([type=hidden])").focus();
    else if (row.matches("[data-editing]")) { onward = false; fill(row); }
    else if (onward && row.nextElementSibling) { open(row.nextElementSibling); }
    else mark(row.cells[column]);
    retype(keys);
  });

  on("htmx:before:swap", ({ detail: { ctx } }) => {
    const row = rowOf(document.activeElement);
    if (row && row !== ctx.target && ctx.target.contains(row)) left = row.id;
  });

  on("htmx:after:swap", ({ detail: { ctx } }) => {
    ready();
    if (ctx.target === document.body) searched = ahead = null;
    if (left) markAgain();
  });
  ready();
}
