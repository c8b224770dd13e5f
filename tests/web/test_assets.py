"""Style, script and fonts: kept for good by the browser, small, complete."""

import re

import pytest
import rjsmin

from coalition_app.web import assets

AT_MOST = 40_000
FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.fixture
def addresses(organizer) -> list[str]:
    page = organizer.get("/practice/sink")
    return [found.get("href") or found["src"] for found in page.all("head link, head script")]


def bundled(app, name: str) -> str:
    return app.extensions["assets"][app.extensions["asset_names"][name]].decode()


def test_assets_are_kept_for_good(organizer, addresses):
    assert len(addresses) == 4
    for address in addresses:
        answer = organizer.get(address)
        assert (answer.status, answer.headers["Cache-Control"]) == (200, FOR_GOOD)


def test_a_stranger_before_the_first_account_gets_them_too(page, addresses, db):
    assert page.get(addresses[1]).status == 200


def test_what_every_page_brings_beside_htmx_is_small(app):
    assert len((bundled(app, "style") + bundled(app, "script")).encode()) <= AT_MOST


def test_an_address_changes_with_its_content(tmp_path, monkeypatch):
    (tmp_path / "css").mkdir()
    names = set()
    for text in ("a{}", "b{}"):
        (tmp_path / "css" / "one.css").write_text(text)
        monkeypatch.setattr(assets, "STATIC", tmp_path)
        names.add(assets.joined("css")[0])
    assert len(names) == 2


def test_every_style_and_script_is_served(app):
    for file in assets.STATIC.glob("css/*.css"):
        assert assets.squeezed(file.read_text("utf-8")) in bundled(app, "style")
    for file in assets.STATIC.glob("js/*.js"):
        assert rjsmin.jsmin(file.read_text("utf-8")).strip() in bundled(app, "script")
    later = {file.name for file in assets.STATIC.glob("*/later/*")}
    assert later <= set(app.extensions["asset_names"])


def test_what_few_pages_need_comes_with_them_and_is_kept_for_good(organizer, app):
    page = organizer.get("/days")
    (address,) = [each["href"] for each in page.all("main link")]
    assert address.startswith("/assets/month-")
    assert organizer.get(address).headers["Cache-Control"] == FOR_GOOD


def test_nobody_downloads_comments_and_indentation(app):
    assert "// " not in bundled(app, "script")
    assert "\n " not in bundled(app, "style") + bundled(app, "script")


def test_a_style_loses_only_spaces_that_mean_nothing():
    text = '@layer a {\n  /* why */\n  a :is(b, c)::before { content: " · "; inset: 0 auto; }\n}\n'
    assert assets.squeezed(text) == '@layer a{a :is(b,c)::before{content:" · ";inset:0 auto}}'


def test_every_font_of_the_style_is_there(organizer, app, addresses):
    fonts = re.findall(r'url\("([^"]+)"\)', bundled(app, "style"))
    assert len(fonts) == 10
    for font in fonts:
        answer = organizer.get(f"/assets/{font}")
        assert (answer.status, answer.data[:4]) == (200, b"wOF2")


def test_each_weight_that_the_styles_name_has_a_face_of_its_own(organizer, app, addresses):
    """Else the browser would take another one, or smear it."""
    styles = [name for name in app.extensions["asset_names"] if name.endswith(("style", ".css"))]
    style = "".join(bundled(app, name) for name in styles)
    faces = set(re.findall(r'"Public Sans";font-weight:(\d+);', style))
    rest = re.sub(r"@font-face{[^}]*}", "", style)
    assert set(re.findall(r"font(?:-weight)?:(\d+)", rest)) == faces
    headings = set(re.findall(r"font:(\d+) [^;}]*--serif", rest))
    assert headings == set(re.findall(r'"Source Serif 4";font-weight:(\d+);', style))


def test_every_vendored_file_has_its_license_beside_it():
    for folder in ("fonts", "vendor"):
        files = {file.name for file in (assets.STATIC / folder).glob("*.*")}
        works = {re.match(r"[a-z0-9.-]+?-\d+\.\d+\.\d+", name)[0] for name in files}
        assert {f"{work}.LICENSE.txt" for work in works} <= files


@pytest.mark.parametrize(
    "path",
    [
        "/assets/desk-000000000000.css",
        "/assets/css/base.css",
        "/assets/fonts/../../app.py",
    ],
)
def test_nothing_else_is_served(organizer, path):
    assert organizer.get(path).status == 404


def test_layers_are_declared_once_and_first(app):
    declared = re.findall(r"@layer [a-z]+(?:, ?[a-z]+)+;", bundled(app, "style"))
    assert declared == ["@layer tokens,reset,base,layout,parts,print;"]
    assert bundled(app, "style").startswith(declared[0])


def test_the_style_needs_no_force(app):
    style = bundled(app, "style")
    assert "!important" not in style
    assert not re.search(r"^\s*#[a-z]", style, re.MULTILINE)
