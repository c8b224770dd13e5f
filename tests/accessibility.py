"""What axe-core says about a page. It is served beside the application, so it is compiled once."""

from pathlib import Path

from playwright.sync_api import Page

HERE = Path(__file__).parent
PATH = "/accessibility-of-tests.js"
SCRIPT = b"".join(
    (HERE / file).read_bytes() for file in ("vendor/axe-core-4.14.1.min.js", "accessibility.js")
)
HEADERS = [
    ("Content-Type", "text/javascript; charset=utf-8"),
    ("Content-Length", str(len(SCRIPT))),
    ("Cache-Control", "max-age=31536000, immutable"),
]


def accessible(page: Page) -> None:
    """axe-core finds nothing serious or critical.

    What surrounds every page is looked at once in a window for each way it is written.
    """
    found = page.evaluate(VIOLATIONS, PATH)
    grave = [violation for violation in found if violation["impact"] in ("serious", "critical")]
    assert not grave, f"{page.url}\n" + "\n".join(map(worded, grave))


VIOLATIONS = """async path => {
  if (!window.violations) await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, {src: path, onload: resolve, onerror: reject});
    document.head.append(script);
    script.remove();
  });
  return violations();
}"""


def worded(violation: dict) -> str:
    places = ", ".join(str(node["target"][0]) for node in violation["nodes"][:5])
    return f"{violation['impact']}: {violation['help']} ({violation['id']}) at {places}"
