"""From page to page as people go: by a link."""


def follow(page, path: str, link: str = "main a") -> None:
    """By a link of the page, which led elsewhere."""
    page.eval_on_selector(link, "(link, path) => { link.href = path; link.focus(); }", path)
    page.keyboard.press("Enter")
