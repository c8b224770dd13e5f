// What every page needs after a swap: focus where the reader should go on, and words that are seen.
{
  // The first field that is wrong, or differs, takes the focus once; who types goes on.
  const settle = (whole) => {
    const wrong = document.querySelector('main [data-focus=""]');
    if (wrong) wrong.dataset.focus = "done";
    else if (!whole || document.querySelector("main [autofocus]")) return;
    if (document.activeElement.matches("main :is(input, textarea, select)")) return;
    const field = wrong && document.querySelector("main :is(.wrong, .field:has(.stored)) :is(input:not([type=hidden]), textarea, select)");
    (field ?? wrong ?? document.getElementById("main"))?.focus({ preventScroll: !wrong });
  };

  const float = () => {
    const said = document.getElementById("flashes");
    if (!said || !said.querySelector(".flash")) return;
    const { top } = said.getBoundingClientRect();
    said.classList.toggle("floating", top < 0);
  };

  window.say = (words) => {
    const flash = document.createElement("div");
    const line = document.createElement("p");
    flash.className = "flash warn";
    line.textContent = words;
    flash.append(line);
    document.getElementById("flashes")?.replaceChildren(flash);
    float();
  };

  on("htmx:after:swap", ({ detail: { ctx } }) => {
    const whole = ctx.target === document.body;
    settle(whole);
    const at = document.activeElement; // one goes on behind what was refused
    if (ctx.response?.status > 400 && at.selectionStart === 0) at.selectionStart = at.value.length;
    if (!whole) float();
  });

  // Paper is no page: what is not HTML is opened by the browser itself.
  on("htmx:before:response", (event) => {
    const { request, response } = event.detail.ctx;
    const kind = response.headers.get("Content-Type") ?? "text/html";
    if (request.method !== "GET" || kind.startsWith("text/html")) return;
    event.preventDefault();
    location.assign(request.action);
  });

  on("htmx:error", ({ target, detail: { ctx } }) => {
    if (!ctx || ctx.sourceElement?.matches?.("[data-autosave]")) return;
    if (ctx.status?.includes("Error")) say("The program does not answer. Nothing is lost; try again in a moment.");
  });

  // What is used now and then comes when it is.
  on("focusin", ({ target }) => { if (target.dataset.script) import(target.dataset.script); });

  // Not only with the first picture of the page: by then keys were pressed.
  htmx.process(document.body);
  settle(false);
  if (document.activeElement === document.body) document.querySelector("main [autofocus]")?.focus();
}
