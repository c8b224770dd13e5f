// A session that ended, or a token from before a restart: sign in, renew the token, send again.
{
  const waiting = new Map();
  const renewed = new WeakSet();

  window.sendAgain = (element, type, submitter) => {
    if (!element.isConnected) return;
    if (type === "submit" && !element.matches("[data-autosave]")) element.requestSubmit(submitter);
    else if (type === "click") element.click();
    else element.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const renew = (token) => {
    document.body.setAttribute("hx-headers:inherited", JSON.stringify({ "X-CSRFToken": token }));
    for (const field of document.querySelectorAll("input[name=csrf_token]")) field.value = token;
  };

  const dialog = () => document.getElementById("sign-in-again");

  document.addEventListener("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    const { status, headers } = ctx.response;
    const token = headers.get("X-CSRF-Token");
    if (!token) return;
    const { sourceElement: element, sourceEvent, request } = ctx;
    renew(token);
    if (status === 401 && dialog()) {
      event.preventDefault();
      waiting.set(element, [sourceEvent.type, request.submitter]);
      if (!dialog().open) dialog().showModal();
    } else if (status === 400 && !renewed.has(element)) {
      event.preventDefault();
      renewed.add(element);
      setTimeout(() => sendAgain(element, sourceEvent.type, request.submitter));
    }
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-sign-in-again]")) return;
    event.preventDefault();
    const said = form.querySelector(".error");
    said.hidden = true;
    const body = new FormData(form);
    body.set("next", location.pathname + location.search);
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    if (!answer?.redirected) {
      said.textContent = answer ? said.dataset.refused : said.dataset.unanswered;
      said.hidden = false;
      return form.querySelector("[type=password]").focus();
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    renew(page.querySelector("input[name=csrf_token]").value);
    form.reset();
    dialog().close();
    for (const [element, [type, submitter]] of waiting) sendAgain(element, type, submitter);
    waiting.clear();
  });
}
