"""A server that answers late, as the browser sees it."""

SLOW = """([part, milliseconds]) => {
  const fetched = window.fetch;
  window.answered = [];
  window.fetch = async (address, ...how) => {
    if (String(address).includes(part)) await new Promise(done => setTimeout(done, milliseconds));
    return fetched(address, ...how).finally(() => answered.push(address));
  };
}"""


def slow(page, milliseconds: int, part: str = "") -> None:
    """Answers from addresses with `part` come so much later, until the page is loaded anew."""
    page.evaluate(SLOW, [part, milliseconds])


def wait_for_answer(page, address: str) -> None:
    page.wait_for_function("address => answered.includes(address)", arg=address)


HOLD = """part => {
  const fetched = window.fetch;
  const free = new Promise(done => { (window.letGo ??= {})[part] = done; });
  window.fetch = async (address, ...how) => {
    if (String(address).endsWith(part)) await free;
    return fetched(address, ...how);
  };
}"""


def hold(page, part: str = "") -> None:
    """Addresses that end so are not asked before `let_go`: no act of the test comes too late."""
    page.evaluate(HOLD, part)


def let_go(page, part: str = "") -> None:
    page.evaluate("part => letGo[part]()", part)
