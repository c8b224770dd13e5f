"""Our letterhead: a logo of any kind that comes, a line at the foot."""

import io

from PIL import Image
from pypdf import PdfReader

from coalition_app.documents.letterhead import Letterhead
from coalition_app.models import Local
from tests import world


def png(width: int = 300, height: int = 200) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, "PNG")
    return file.getvalue()


def send(client, content: bytes, name: str = "logo.png", **typed):
    client.get("/local/letterhead")
    version = client.one("input[name=version]")["value"]
    return client.post(
        "/local/letterhead",
        {"file": [(io.BytesIO(content), name)], "version": version, "imprint": "", **typed},
    )


def test_a_logo_stands_on_our_page_and_in_the_letterhead(organizer, viewer):
    assert send(organizer, png(), imprint="Labor donated").status == 303
    assert "Labor donated" in viewer.get("/local").text
    shown = viewer.get(viewer.one("img.logo")["src"])
    assert shown.headers["Content-Type"] == "image/png"
    head = Letterhead.current()
    assert head.logo == shown.data
    assert (head.logo_kind, head.imprint) == ("png", "Labor donated")


def test_words_in_the_place_of_a_file_are_no_logo(organizer):
    organizer.get("/local/letterhead")
    version = organizer.one("input[name=version]")["value"]
    typed = {"file": "logo.png", "version": version, "imprint": "Labor donated"}
    assert organizer.post("/local/letterhead", typed).status == 303
    assert Letterhead.current().logo_kind == ""


def test_the_page_shows_our_paper(organizer):
    send(organizer, png())
    page = organizer.get("/local/letterhead")
    assert page.one("figure img")["src"].startswith("data:image/jpeg;base64,")


def test_what_is_no_logo_is_refused_and_the_line_is_kept(organizer):
    refused = send(organizer, png(6000, 5000), imprint="Labor donated")
    assert refused.status == 422
    assert "30 million pixels" in refused.one("#file-error").text
    assert refused.one("#imprint")["value"] == "Labor donated"
    assert not Local.current().logo_kind


def test_without_a_new_file_the_logo_stays_until_it_is_taken_off(organizer):
    send(organizer, png())
    organizer.get("/local/letterhead")
    organizer.submit("Save", imprint="Printed in house")
    assert Local.current().logo_kind == "png"
    organizer.submit("Take it off")
    assert (Local.current().logo, Local.current().logo_kind) == (None, "")
    assert organizer.get("/local/logo").status == 404


def test_a_viewer_changes_nothing(viewer):
    assert viewer.get("/local/letterhead").status == 403
    viewer.get("/local")
    assert viewer.post("/local/letterhead", {"imprint": "x"}).status == 403
    assert viewer.post("/local/letterhead/logo/removal").status == 403


def test_the_highest_officers_are_named(local):
    for name in ("Abe Ahn", "Bea Bell", "Cy Cole"):
        world.ours(name, office="steward")
    world.ours("Ana Zed", office="President")
    world.ours("Vee Yu", office="vice president")
    assert Letterhead.current().officers == (
        "Ana Zed, President",
        "Vee Yu, vice president",
        "Abe Ahn, steward",
        "Bea Bell, steward",
    )


def test_a_name_of_two_lines_leaves_room_for_one_officer_less(local):
    world.ours("Bartholomew Oyelaran-Featherstonehaugh", office="President")
    for name in ("Abe Ahn", "Bea Bell", "Cy Cole"):
        world.ours(name, office="steward")
    assert [each.split(",")[0] for each in Letterhead.current().officers] == [
        "Bartholomew Oyelaran-Featherstonehaugh",
        "Abe Ahn",
        "Bea Bell",
    ]


def test_logo_and_imprint_are_on_the_paper(organizer):
    send(organizer, png(), imprint="Labor donated")
    league = world.started()
    organizer.get(f"/organizations/{league.id}/letters/new")
    organizer.submit("Save", body="Happy May Day.")
    pdf = organizer.get("/letters/1/letter.pdf").data
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert len(page.images) == 1
    assert "Labor donated" in page.extract_text()
