"""The inspecting client: refuses every page that is not a good page, and fills real forms."""

import re
from copy import copy
from functools import cache, cached_property
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, RequestRedirect
from werkzeug.test import TestResponse

from coalition_app.extensions import db
from coalition_app.models import Account
from tests.dom import Element, parse, parse_fragment
from tests.filling import FilledForm
from tests.inspection import complaints_about

# What differs between two answers with the same page.
TOKEN = re.compile(r'name="csrf_token"[^>]*value="[^"]*"|"X-CSRFToken[^}]*')
FOUND_GOOD: set[tuple] = set()
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


class Page:
    """An inspected answer."""

    def __init__(self, client: "InspectingClient", response: TestResponse, *, whole: bool):
        self.client, self.response = client, response
        self.status: int = response.status_code
        self.headers = response.headers
        self.data: bytes = response.data
        self.whole = whole
        if response.mimetype == "text/html" and self.data and not self.location:
            self._inspect()

    def __repr__(self):
        return f"<Page {self.status} {self.path}>"

    def _inspect(self) -> None:
        """A page that was found good is read again only when a test asks what is on it."""
        key = (id(self.client.application), self.whole, TOKEN.sub("", self.html))
        if key not in FOUND_GOOD:
            self.root = inspected(self.client, self.html, whole=self.whole)
            FOUND_GOOD.add(key)

    @cached_property
    def root(self) -> Element | None:
        is_page = self.response.mimetype == "text/html" and self.data and not self.location
        return (parse if self.whole else parse_fragment)(self.html)[0] if is_page else None

    @property
    def html(self) -> str:
        return self.data.decode()

    @property
    def location(self) -> str | None:
        """Where a redirection leads."""
        return self.headers.get("Location")

    @property
    def path(self) -> str:
        """Path and query that this page was asked for with."""
        request = self.response.request
        return request.full_path.rstrip("?")

    @property
    def text(self) -> str:
        """The words on the page."""
        return self._root.text

    @property
    def title(self) -> str:
        return " ".join(self._root.one("head > title").wrapper.etree_element.text.split())

    def one(self, selector: str) -> Element:
        return self._root.one(selector)

    def all(self, selector: str) -> list[Element]:
        return self._root.all(selector)

    def has(self, selector: str) -> bool:
        return bool(self.all(selector))

    @property
    def _root(self) -> Element:
        assert self.root is not None, f"{self!r} is {self.response.mimetype}, not a page"
        return self.root

    def form(self, which: str = "main form") -> FilledForm:
        """The form with this button, or at this CSS selector."""
        buttons = [
            button for button in self.all("form button, button[form]") if says(button, which)
        ]
        if buttons:
            assert len(buttons) == 1, f"{len(buttons)} buttons say {which!r}"
            return FilledForm(self._form_of(buttons[0]), self._root, buttons[0])
        form = self.one(which)
        return FilledForm(form, self._root, next(iter(form.all("button:not([type=button])")), None))

    def _form_of(self, button: Element) -> Element:
        if button.has("form"):
            return self.one(f'form[id="{button["form"]}"]')
        return next(parent for parent in button.ancestors if parent.tag == "form")

    def submit(
        self,
        which: str = "main form",
        fields: dict[str, Any] | None = None,
        *,
        follow: bool = True,
        htmx: bool | str = False,
        **typed: Any,
    ) -> "Page":
        """Fills the form with this button or at this selector and sends it, CSRF token and all.

        `fields` is for names that Python cannot write as keywords.
        """
        form = self.form(which)
        for name, value in {**(fields or {}), **typed}.items():
            form.fill(name, value)
        sent = MultiDict(form.values())
        if form.method == "GET":
            path = form.action.partition("?")[0]
            return self.client.get(path, query_string=sent, follow=follow, htmx=htmx)
        return self.client.open(
            form.action, method=form.method, data=sent, follow=follow, htmx=htmx
        )

    def follow(self) -> "Page":
        assert self.location, f"{self!r} leads nowhere else"
        return self.client.get(self.location)


def says(button: Element, words: str) -> bool:
    return words in (button.text, button.get("aria-label"))


def inspected(client: "InspectingClient", html: str, *, whole: bool) -> Element:
    root, complaints = (parse if whole else parse_fragment)(html)
    complaints += complaints_about(root, client.leads_somewhere, whole=whole)
    assert not complaints, "Not a good page:\n  " + "\n  ".join(complaints)
    return root


def session_of(account: Account) -> dict:
    """What the session of somebody signed in holds."""
    return {"_user_id": account.get_id(), "_fresh": True}


def session_cookie(app: Flask, account: Account) -> tuple[str, str]:
    """Name and value of what a browser holds after signing in."""
    serializer = app.session_interface.get_signing_serializer(app)
    return app.config["SESSION_COOKIE_NAME"], serializer.dumps(session_of(account))


class InspectingClient(FlaskClient):
    """A browser without JavaScript; remembers the page that it is on."""

    last: Page | None = None
    account_id: int | None = None

    def open(
        self, path: str = "/", *, htmx: bool | str = False, follow: bool = False, **request: Any
    ) -> Page:
        """Asks for a page. `htmx` sends htmx's headers: True, or the target as `tag#id`."""
        headers = dict(request.pop("headers", None) or {})
        if htmx:
            headers |= HTMX | ({"HX-Target": htmx} if isinstance(htmx, str) else {})
        page = self._ask(path, headers=headers, fragment=bool(htmx), **request)
        if request.get("method") == "POST":
            assert page.status != 302, "a POST is answered with 303, not 302"
        self.last = page
        return page.follow() if follow and page.location else page

    def _ask(self, path: str, *, fragment: bool, **request: Any) -> Page:
        """A GET is answered from memory if all that matters is as it was for another test."""
        db.session.commit()
        memory = self.application.extensions.get("memory_of_answers")
        if not memory:
            return self._really_ask(path, fragment=fragment, **request)
        asked = {"path": path, "fragment": fragment, **request}
        now = self.application.config["CLOCK"].now
        matters = memory.all_that_matters(self._cookies, now, asked)
        if known := memory.recall(matters):
            page, self._cookies = copy(known[0]), dict(known[1])
            page.client = self
        else:
            page = self._really_ask(path, fragment=fragment, **request)
        memory.keep(matters, page, self._cookies)
        return page

    def _really_ask(self, path: str, *, fragment: bool, **request: Any) -> Page:
        """The request gets a session of its own, as on a server; the test's work is saved first."""
        with self.application.app_context():
            response = super().open(path, **request)
            whole = response.data.lstrip()[:9].lower() == b"<!doctype" or not fragment
            return Page(self, response, whole=whole)

    def post(
        self, path: str, data: dict | None = None, *, csrf: bool = True, **request: Any
    ) -> Page:
        """A POST without a form, for what no form would send; with a CSRF token unless told."""
        sent = MultiDict(data or {})
        if csrf:
            sent["csrf_token"] = self.csrf_token()
        return self.open(path, method="POST", data=sent, **request)

    def csrf_token(self) -> str:
        """As a form of this session would hold it."""
        with self.session_transaction() as session:
            secret = session.setdefault("csrf_token", "the secret of a test")
        signer = URLSafeTimedSerializer(self.application.secret_key, salt="wtf-csrf-token")
        return signer.dumps(secret)

    def submit(self, which: str = "main form", fields: dict | None = None, **options: Any) -> Page:
        return self._on.submit(which, fields, **options)

    def one(self, selector: str) -> Element:
        return self._on.one(selector)

    def all(self, selector: str) -> list[Element]:
        return self._on.all(selector)

    @property
    def text(self) -> str:
        return self._on.text

    @property
    def status(self) -> int:
        return self._on.status

    @property
    def _on(self) -> Page:
        assert self.last is not None, "no page asked for yet"
        return self.last

    def sign_in(self, account: Account) -> None:
        """Without the form, which tests/accounts covers. A session that began before goes on."""
        if self.get_cookie(self.application.config["SESSION_COOKIE_NAME"]):
            with self.session_transaction() as session:
                session.update(session_of(account))
        else:
            self.set_cookie(*session_cookie(self.application, account))
        self.account_id = account.id

    def leads_somewhere(self, path: str, method: str) -> bool:
        return leads_somewhere(self.application.url_map, path, method)


@cache
def leads_somewhere(url_map: Map, path: str, method: str) -> bool:
    try:
        url_map.bind("localhost").match(path, method=method)
    except RequestRedirect:
        return True
    except (NotFound, MethodNotAllowed):
        return False
    return True
