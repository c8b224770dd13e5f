"""Fixtures that write rows: written once in each process, then restored with what was before."""

from collections.abc import Callable
from inspect import Parameter, Signature, signature

import pytest
from sqlalchemy import inspect

from coalition_app.extensions import db


def kept(function: Callable) -> Callable:
    """A fixture that gives a record, a list of records or none, and does nothing but write rows."""
    names = dict.fromkeys(("app", "blank", *signature(function).parameters))

    def restored(**given):
        needed = {name: given[name] for name in signature(function).parameters}
        name = f"{function.__module__}.{function.__name__}"
        return given["blank"].kept(name, lambda: function(**needed))

    parameters = [Parameter(name, Parameter.KEYWORD_ONLY) for name in names]
    restored.__signature__ = Signature(parameters)
    restored.__name__, restored.__doc__ = function.__name__, function.__doc__
    restored.__module__ = function.__module__
    return pytest.fixture(restored)


def identity_of(made) -> object:
    """What `record_of` finds it by in a restored database."""
    if isinstance(made, (list, tuple)):
        return [identity_of(each) for each in made]
    return made if made is None else (type(made), inspect(made).identity)


def record_of(identity) -> object:
    if isinstance(identity, list):
        return [record_of(each) for each in identity]
    return identity if identity is None else db.session.get(*identity)
