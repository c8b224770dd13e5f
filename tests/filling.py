"""Fills the real form of a page as a browser would: its own fields, values and button."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from tests.dom import Element

Values = list[tuple[str, Any]]


class FilledForm:
    """The fields of a form with what they hold; `fill` types over them."""

    def __init__(self, form: Element, root: Element, button: Element | None = None):
        self.form, self.button = form, button
        self.controls = [control for control in controls_of(form, root) if not is_disabled(control)]
        self.typed: dict[str, list] = {}

    @property
    def action(self) -> str:
        override = self.button.get("formaction") if self.button else None
        return override or self.form["action"]

    @property
    def method(self) -> str:
        override = self.button.get("formmethod") if self.button else None
        return (override or self.form.get("method", "get")).upper()

    def fill(self, name: str, value: Any) -> None:
        controls = [control for control in self.controls if control.get("name") == name]
        assert controls, f"no field {name!r} in the form, only {sorted(self.names)}"
        self.typed[name] = list(values_for(controls, value))

    @property
    def names(self) -> set[str]:
        return {control["name"] for control in self.controls if control.get("name")}

    def values(self) -> Values:
        """What a browser would send, in the order of the page."""
        sent: Values = []
        typed = dict(self.typed)
        for control in self.controls:
            name = control.get("name")
            if name in self.typed:
                sent += [(name, value) for value in typed.pop(name, [])]
            elif name:
                sent += [(name, value) for value in held_by(control)]
        if self.button is not None and self.button.get("name"):
            sent.append((self.button["name"], self.button.get("value", "")))
        return sent


def controls_of(form: Element, root: Element) -> Iterator[Element]:
    inside = form.all("input, select, textarea")
    yield from (control for control in inside if not control.has("form"))
    if form.get("id"):
        yield from root.all(f'input[form="{form["id"]}"]')
        yield from root.all(f'select[form="{form["id"]}"], textarea[form="{form["id"]}"]')


def is_disabled(control: Element) -> bool:
    fieldsets = (parent for parent in control.ancestors if parent.tag == "fieldset")
    return control.has("disabled") or any(fieldset.has("disabled") for fieldset in fieldsets)


def held_by(control: Element) -> list[str]:
    kind = control.get("type", "text")
    if control.tag == "textarea":
        return ["".join(control.wrapper.etree_element.itertext())]
    if control.tag == "select":
        return chosen_in(control)
    if kind in ("submit", "button", "reset", "image", "file"):
        return []
    if kind in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.has("checked") else []
    return [control.get("value", "")]


def chosen_in(select: Element) -> list[str]:
    options = [option for option in select.all("option") if not option.has("disabled")]
    chosen = [option for option in options if option.has("selected")]
    if not chosen and not select.has("multiple"):
        chosen = options[:1]
    return [value_of(option) for option in chosen]


def value_of(option: Element) -> str:
    return option.get("value", option.text)


def values_for(controls: list[Element], value: Any) -> Iterator[Any]:
    kind = controls[0].get("type", controls[0].tag)
    if kind == "checkbox" and isinstance(value, bool):
        if value:
            yield controls[0].get("value", "on")
        return
    for one in value if isinstance(value, (list, set)) else [value]:
        if kind in ("checkbox", "radio"):
            yield offered(plain(one), [(box.get("value", "on"), "") for box in controls])
        elif kind == "select":
            options = controls[0].all("option")
            yield offered(plain(one), [(value_of(option), option.text) for option in options])
        else:
            yield one if kind == "file" else plain(one)


def offered(wanted: str, choices: list[tuple[str, str]]) -> str:
    """The value that a choice stands for; asks by value or by the words on the screen."""
    for value, words in choices:
        if wanted in (value, words):
            return value
    raise AssertionError(f"{wanted!r} is not offered, only {choices}")


def plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
