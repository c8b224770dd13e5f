// Lists whose rows are each done by a key: keys move from row to row and press what stands in it.
{
  const typing = "input:not([type=hidden]), textarea, select";
  const ways = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
  let undone = null; // the row that was done last
  let under = null; // the row whose answer is awaited
  let isTakenBack = false; // U was pressed before it was there

  const rows = () => [...document.querySelectorAll("[data-row]")];
  const rowOf = (element) => element?.closest?.("[data-row]");
  const place = (row) => row?.querySelector("[data-act]") ?? row?.querySelector("a, button");
  const go = (row) => { place(row)?.focus(); row?.scrollIntoView({ block: "nearest" }); };
  const letters = () => !document.body.hasAttribute("data-no-shortcuts");
  const own = (row, key) => row.querySelector(`[data-key="${CSS.escape(key)}"]`);

  const takeBack = () => {
    const button = document.getElementById(undone)?.querySelector("[data-undo]");
    isTakenBack = false;
    button?.focus();
    button?.click();
  };

  // The row below goes on; at the end the one above, and if all are done the undo of the last.
  const further = (row) => {
    const all = rows(), at = all.indexOf(row);
    const open = (each) => !each.matches("[data-done]") && place(each);
    return all.slice(at + 1).find(open) ?? all.slice(0, at).findLast(open) ?? row;
  };

  on("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    const row = rowOf(target), all = rows(), letter = key.length === 1;
    if (target.matches?.(typing)) {
      if (key === "ArrowDown" && target.matches(".filters [type=search]")) go(all[0]);
      else if (key === "Escape" && row) row.querySelector("[data-leave-row]")?.click();
      else return;
    } else if (letter && !letters()) return;
    else if (ways[key] && row) go(all[all.indexOf(row) + ways[key]]);
    else if (key === "j" || key === "k") go(all[0]);
    else if (key === "u") { if (under) isTakenBack = true; else takeBack(); }
    else if (row && letter && own(row, key)) own(row, key).click();
    else return;
    event.preventDefault();
  });

  on("htmx:before:request", ({ detail: { ctx } }) => {
    const row = rowOf(ctx.sourceElement);
    if (!row || ctx.target !== row) return;
    under = row.id;
    if (ctx.request.method === "GET") typeAhead(ctx);
  });

  on("htmx:finally:request", ({ detail: { ctx } }) => {
    const row = document.getElementById(under);
    if (!under || ctx.target?.id !== under) return;
    under = null;
    if (!row) return;
    const field = row.querySelector("[aria-invalid], [autofocus]");
    if (row.querySelector("[data-undo]")) undone = row.id;
    if (isTakenBack) return takeBack();
    if (field) { field.focus(); field.select?.(); } else if (document.activeElement === document.body) go(row.matches("[data-done]") ? further(row) : row);
  });

  on("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard?.writeText(field.value);
    button.textContent = "Copied";
  });
}
