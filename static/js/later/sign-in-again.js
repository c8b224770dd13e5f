// The dialog of a session that ended: signs in without leaving the page.
on("submit", async (event) => {
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
  form.reset();
  signedIn(page.querySelector("input[name=csrf_token]").value);
});
