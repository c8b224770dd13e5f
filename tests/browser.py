"""A real Chromium on a real server: what only a browser shows."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import waitress
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

import bootstrap
from coalition_app.extensions import db
from coalition_app.models import Account
from tests.page import session_cookie

DESK = {"width": 1366, "height": 768}
SMALL_PHONE = {"width": 320, "height": 640}
AXE = (Path(__file__).parent / "vendor" / "axe-core-4.14.1.min.js").read_text("utf-8")
ONLY_OURS = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
# A process of its own for each page that is left costs more than all the rest of a test.
ONE_PROCESS = (
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--in-process-gpu",
    "--disable-software-rasterizer",
    # A frame of its own for each page costs as much as the page. The others are Playwright's.
    "--disable-features=RenderDocument,PaintHolding,HttpsUpgrades,OptimizationHints",
)
# Only what is wrong waits as long: a machine with much else to do answers late.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
# The browser itself notes every 4xx; those answers are asked for by the tests. What a page asked
# for and was left before it came, fails.
EXPECTED_NOISE = ("Failed to load resource", "Response Status Error Code", "Failed to fetch")


def installed_chromium() -> str:
    found = bootstrap.find_chromium()
    assert found, f"The browser tests need Chromium: {bootstrap.browser_command()}"
    return found


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(
        executable_path=installed_chromium(),
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--disable-extensions",
            "--disable-background-networking",
            *ONE_PROCESS,
            ONLY_OURS,
        ],
    )


class Served:
    """An application that can tell when it has answered all that it was asked."""

    def __init__(self, app: Flask):
        self.app, self.asked, self.changed = app, 0, threading.Condition()

    def __call__(self, *request):
        self.count(1)
        try:
            return self.app(*request)
        finally:
            self.count(-1)

    def count(self, more: int) -> None:
        with self.changed:
            self.asked += more
            self.changed.notify_all()

    def come_to_rest(self) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: not self.asked, PATIENCE / 1000)


served: list[Served] = []


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address of `app` behind waitress, as `python3 app.py` serves it."""
    application = Served(app)
    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4)
    stopping = threading.Event()

    def run():  # server.run() has no end that another thread may call for
        while not stopping.is_set():
            server.asyncore.loop(timeout=0.1, map=server._map, count=1)

    thread = threading.Thread(target=run)
    thread.start()
    served.append(application)
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        served.remove(application)
        stopping.set()
        thread.join()
        server.task_dispatcher.shutdown()
        server.asyncore.close_all(server._map)


@contextmanager
def watched(context: BrowserContext) -> Iterator[None]:
    """Whatever a page asks of another machine, or complains about, fails the test."""
    complaints: list[str] = []

    def note_request(request):
        address = urlsplit(request.url)
        is_inside = address.scheme.startswith("chrome")  # the browser's own viewer of PDFs
        if not is_inside and address.hostname not in ("127.0.0.1", None):
            complaints.append(f"asked another machine: {request.url}")

    def note_message(message):
        if message.type == "error" and not any(noise in message.text for noise in EXPECTED_NOISE):
            complaints.append(f"the console says: {message.text}")

    def note_error(error):
        complaints.append(f"a script failed: {error.error}")

    notes = {"requestfailed": note_request, "console": note_message, "weberror": note_error}
    for event, note in notes.items():
        context.on(event, note)
    yield
    for event, note in notes.items():
        context.remove_listener(event, note)
    assert not complaints, "\n".join(complaints)


def only_tab(context: BrowserContext) -> Page:
    """One tab serves all tests: opening one costs four times what a page in it does."""
    return context.pages[0] if context.pages else settling(context.new_page())


def settling(page: Page) -> Page:
    """Pages come so fast here that a key would be pressed before `autofocus` took effect."""

    def then_settled(navigate):
        def settled(*where, **options):
            answer = navigate(*where, **options)
            page.evaluate("() => new Promise(requestAnimationFrame)")
            return answer

        return settled

    page.goto, page.reload = then_settled(page.goto), then_settled(page.reload)
    return page


def tidy(context: BrowserContext) -> None:
    """Nothing of a test is left in the window for the next one."""
    context.clear_cookies()
    context.set_offline(False)
    context.unroute_all()
    page, *others = context.pages
    for other in others:
        other.close()
    page.unroute_all()
    if not page.evaluate(FORGET):
        page.goto("about:blank")
    # An answer on its way would be written into the databases of the next test.
    db.session.rollback()
    for application in served:
        application.come_to_rest()
    page.emulate_media(media="null")
    if page.viewport_size != DESK:
        page.set_viewport_size(DESK)


# A page that is left saves no field, counts no time and complains to nobody. One of ours that waits
# for nothing stays, empty: from a foreign one the way to ours takes twice as long.
FORGET = """() => {
  for (const kind of ["blur", "focusout", "change", "submit"])
    addEventListener(kind, event => event.stopImmediatePropagation(), true);
  console.error = () => {};
  const isAtRest = location.protocol.startsWith("http") && !document.querySelector(".htmx-request");
  for (let timer = setTimeout(() => {}); timer; timer -= 1) clearTimeout(timer);
  document.body?.replaceChildren();
  if (location.protocol.startsWith("http")) { sessionStorage.clear(); localStorage.clear(); }
  return isAtRest;
}"""


def sign_in(page: Page, app: Flask, address: str, account: Account) -> None:
    """What the test wrote so far is saved; its turn to write ends, so that the server gets one."""
    name, value = session_cookie(app, account)
    page.context.add_cookies([{"name": name, "value": value, "url": address}])
    db.session.commit()


def no_sideways_scroll(page: Page, width: int = SMALL_PHONE["width"]) -> None:
    """Nothing sticks out at `width`; the page has its own size again afterwards."""
    size = page.viewport_size
    is_fit = size["width"] == width
    if not is_fit:
        page.set_viewport_size({"width": width, "height": SMALL_PHONE["height"]})
    sticking_out = page.evaluate(STICKING_OUT)
    if not is_fit:
        page.set_viewport_size(size)
    assert not sticking_out, f"{page.url} is wider than {width} px: {sticking_out}"


STICKING_OUT = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > edge + 0.5)
    .map(element => element.outerHTML.slice(0, 120)).slice(0, 8);
}"""


def accessible(page: Page) -> None:
    """axe-core finds nothing serious or critical.

    What surrounds every page is looked at once in a window for each way it is written.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(VIOLATIONS)
    grave = [violation for violation in found if violation["impact"] in ("serious", "critical")]
    assert not grave, f"{page.url}\n" + "\n".join(map(worded, grave))


# The levels A and AA; what axe only recommends is left out.
VIOLATIONS = """async () => {
  const options = {
    reporter: "no-passes",
    resultTypes: ["violations"],
    preload: false,
    runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
  };
  const written = element => element.outerHTML.replace(/ value="[^"]*"/g, "");
  const around = [...document.querySelectorAll(".rail, .bar, dialog:not([open])")];
  window.foundGood ??= new Set();
  const exclude = around.filter(element => foundGood.has(written(element)));
  const { violations } = await axe.run({include: [document], exclude}, options);
  if (!violations.length) for (const element of around) foundGood.add(written(element));
  return violations;
}"""


def worded(violation: dict) -> str:
    places = ", ".join(str(node["target"][0]) for node in violation["nodes"][:5])
    return f"{violation['impact']}: {violation['help']} ({violation['id']}) at {places}"
