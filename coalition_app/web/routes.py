"""How addresses are known."""

from collections.abc import Callable

import werkzeug.routing
from flask import Flask


class Rule(werkzeug.routing.Rule):
    """Learns to write its address when it is first asked for one.

    To compile that for all rules twice, as Werkzeug does, took a tenth of a second of each start.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        name = "_build_unknown" if append_unknown else "_build"
        compiled = super()._compile_builder

        def build(rule: Rule, **values: object) -> tuple[str, str]:
            learned = compiled(append_unknown).__get__(rule)
            setattr(rule, name, learned)
            return learned(**values)

        return build


def init_app(app: Flask) -> None:
    app.url_rule_class = Rule
