"""A value that an object finds out once and keeps."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 used like `property`
    """`functools.cached_property` without its lock, which takes longer than most of our answers.

    Two threads may both find it out; they find the same.
    """

    def __init__(self, find: Callable[[object], Value]):
        self.find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> Value:
        if instance is None:
            return self
        found = instance.__dict__[self.name] = self.find(instance)
        return found
