"""A real Chromium on a real server: what only a browser shows."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import waitress
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

import bootstrap
from coalition_app.extensions import db
from coalition_app.models import Account
from tests import accessibility
from tests.accessibility import accessible
from tests.page import session_cookie

__all__ = ("accessible",)

DESK = {"width": 1366, "height": 768}
SMALL_PHONE = {"width": 320, "height": 640}
ONLY_OURS = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
# A process of its own for each page that is left costs more than all the rest of a test.
ONE_PROCESS = (
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--in-process-gpu",
    "--disable-software-rasterizer",
    # A frame of its own for each page costs as much as the page. The others are Playwright's.
    "--disable-features=RenderDocument,PaintHolding,HttpsUpgrades,OptimizationHints",
    # No page lives long enough to win back the time that its scripts are optimized for.
    "--js-flags=--no-maglev --no-turbofan",
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

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if environ["PATH_INFO"] == accessibility.PATH:
            start_response("200 OK", accessibility.HEADERS)
            return [accessibility.SCRIPT]
        self.count(1)
        try:
            return self.app(environ, start_response)
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


complaints: list[str] = []


def watch(context: BrowserContext) -> None:
    """For as long as there is this window: to listen anew in each test took long."""

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

    context.on("requestfailed", note_request)
    context.on("console", note_message)
    context.on("weberror", note_error)


@contextmanager
def watched() -> Iterator[None]:
    """Whatever a page asks of another machine, or complains about, fails the test."""
    complaints.clear()
    yield
    assert not complaints, "\n".join(complaints)


def only_tab(context: BrowserContext) -> Page:
    """One tab serves all tests: opening one costs four times what a page in it does."""
    if not context.pages:
        page = settling(context.new_page())
        noting(context, "set_offline", "route")
        noting(page, "emulate_media", "route")
    return context.pages[0]


changed: set[str] = set()  # what a test did to the window; each thing to undo asks three processes


def noting(what: BrowserContext | Page, *names: str) -> None:
    def noted(name, method):
        def call(*given, **options):
            changed.add(name)
            return method(*given, **options)

        return call

    for name in names:
        setattr(what, name, noted(name, getattr(what, name)))


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
    if "set_offline" in changed:
        context.set_offline(False)
    page, *others = context.pages
    for other in others:
        other.close()
    if "route" in changed:
        context.unroute_all()
        page.unroute_all()
    if not page.evaluate(FORGET):
        page.goto("about:blank")
    # An answer on its way would be written into the databases of the next test.
    db.session.rollback()
    for application in served:
        application.come_to_rest()
    if "emulate_media" in changed:
        page.emulate_media(media="null")
    if page.viewport_size != DESK:
        page.set_viewport_size(DESK)
    changed.clear()


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
