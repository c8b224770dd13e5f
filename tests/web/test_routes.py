import werkzeug.routing
from werkzeug.routing import Map

from coalition_app.web.routes import Rule

KNOWN = (("/people/<int:id>", "person"), ("/words/<path:words>.csv", "words"), ("/", "start"))


def addresses(kind: type) -> list[str]:
    to = Map([kind(path, endpoint=name) for path, name in KNOWN]).bind("localhost")
    return [
        to.build("person", {"id": 3}),
        to.build("person", {"id": 4, "from": "List & more"}),
        to.build("person", {"id": 5, "from": ["a", "b"]}, append_unknown=False),
        to.build("words", {"words": "a/b c/é"}),
        to.build("start", {}, force_external=True),
    ]


def test_addresses_are_written_as_werkzeug_does():
    assert addresses(Rule) == addresses(werkzeug.routing.Rule)
    assert addresses(Rule)[1] == "/people/4?from=List+%26+more"


def test_nothing_is_compiled_before_an_address_is_asked_for(monkeypatch):
    compiled = []
    ours = werkzeug.routing.Rule._compile_builder
    learn = lambda rule, *given: compiled.append(rule.endpoint) or ours(rule, *given)  # noqa: E731
    monkeypatch.setattr(werkzeug.routing.Rule, "_compile_builder", learn)
    to = Map([Rule(path, endpoint=name) for path, name in KNOWN]).bind("localhost")
    assert to.match("/people/3") == ("person", {"id": 3})
    assert compiled == []
    for number in (3, 4):
        assert to.build("person", {"id": number}) == f"/people/{number}"
    assert compiled == ["person"]
