"""How the browser tests of a meeting type: by keys, as who sits there does."""


def enter_promise(page, what: str, who: str = "sam") -> None:
    page.focus("#promise-what")
    page.keyboard.insert_text(what)
    page.keyboard.press("Tab")
    page.keyboard.insert_text(who)
    page.keyboard.press("Enter")


def leave(page) -> None:
    page.get_by_role("link", name="The meeting").click()


def is_uncovered(page) -> bool:
    """What has the focus is not behind the foot of the page."""
    return page.evaluate(
        """() => {
          const element = document.activeElement, box = element.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.bottom - 4);
          return element.contains(top);
        }"""
    )
