"""A server that answers late, as the browser sees it."""

SLOW = """([part, milliseconds]) => {
  window.late = {part, milliseconds};
  window.asked = [];
  window.answered = [];
  if (window.fetchedInTime) return;
  window.fetchedInTime = window.fetch;
  window.fetch = async (address, ...how) => {
    asked.push(address);
    if (String(address).includes(late.part)) {
      await new Promise(done => setTimeout(done, late.milliseconds));
    }
    return fetchedInTime(address, ...how).finally(() => answered.push(address));
  };
}"""


def slow(page, milliseconds: int, part: str = "") -> None:
    """Answers from addresses with `part` come so much later, until the page is loaded anew."""
    page.evaluate(SLOW, [part, milliseconds])


def asked(page, address: str) -> int:
    """How often, since the server became slow."""
    return page.evaluate("address => asked.filter(each => each === address).length", address)


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
