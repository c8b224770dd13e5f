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

  on("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    const { status, headers } = ctx.response;
    const token = headers.get("X-CSRF-Token");
    if (!token) return;
    const { sourceElement: element, sourceEvent, request } = ctx;
    renew(token);
    if (status === 401 && dialog()) {
      event.preventDefault();
      waiting.set(element, [sourceEvent.type, request.submitter]);
      import(dialog().dataset.script).finally(() => { if (!dialog().open) dialog().showModal(); });
    } else if (status === 400 && !renewed.has(element)) {
      event.preventDefault();
      renewed.add(element);
      setTimeout(() => sendAgain(element, sourceEvent.type, request.submitter));
    }
  });

  window.signedIn = (token) => {
    renew(token);
    dialog().close();
    for (const [element, [type, submitter]] of waiting) sendAgain(element, type, submitter);
    waiting.clear();
  };
}
