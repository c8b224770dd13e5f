"""Takes the pictures of README from the sample local: `make pictures`.

`python -m tests.pictures packets`: those of its packets that the tests compare with.
"""

import sys
import tempfile
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
from flask import Flask
from playwright.sync_api import sync_playwright

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.models import Account, Meeting, Organization
from tests import browser, sample_local
from tests.documents import packet_pictures
from tests.page import InspectingClient

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PHONE = {"width": 390, "height": 844}


def take() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as instance:
        app = sample_app(Path(instance))
        with app.app_context(), browser.serving(app) as address:
            account = sample_local.fill()
            league = Organization.named("Harbor Valley Civil Rights League")
            meeting = db.session.scalars(Meeting.of(league)).first()
            pages = {
                "today": "/",
                "organization": f"/organizations/{league.id}",
                "meeting": f"/meetings/{meeting.id}/notes",
            }
            take_pages(app, address, account, pages)
            take_packet(app, account, meeting)
            db.engine.dispose()


def sample_app(instance: Path) -> Flask:
    """Its clock stands at the sample local's Saturday morning."""
    standing = sample_local.NOW.replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)
    app = create_app({"INSTANCE": instance, "CLOCK": lambda: standing})
    app.test_client_class = InspectingClient
    with app.app_context():
        db.create_all()
    return app


def take_pages(app: Flask, address: str, account: Account, pages: dict[str, str]) -> None:
    with sync_playwright() as playwright:
        chrome = browser.launch(playwright)
        context = chrome.new_context(base_url=address, viewport=browser.DESK, locale="en-US")
        page = context.new_page()
        browser.sign_in(page, app, address, account)
        for name, path in pages.items():
            take_page(page, path, name)
        page.set_viewport_size(PHONE)
        take_page(page, pages["organization"], "organization-phone")
        chrome.close()


def take_page(page, path: str, name: str) -> None:
    page.goto(path)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=FOLDER / f"{name}.png")


def take_packet(app: Flask, account: Account, meeting: Meeting) -> None:
    """The packet's first page, as it prints."""
    client = app.test_client()
    client.sign_in(account)
    document = pypdfium2.PdfDocument(client.get(f"/meetings/{meeting.id}/packet.pdf").data)
    document[0].render(scale=1.5).to_pil().save(FOLDER / "packet.png")


def take_packets() -> None:
    with tempfile.TemporaryDirectory() as instance:
        app = sample_app(Path(instance))
        with app.app_context():
            sample_local.fill()
            packet_pictures.take()
            app.extensions["printer"].close()
            db.engine.dispose()


if __name__ == "__main__":
    take_packets() if "packets" in sys.argv else take()
