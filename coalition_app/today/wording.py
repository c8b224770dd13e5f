"""The headline of the day."""

from coalition_app.lib.wording import plural
from coalition_app.models import Agenda

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def headline(agenda: Agenda, to_print: int) -> str:
    """'Four things need you, two meetings to print'; says so when there is nothing."""
    if not agenda.speaking and not agenda.count:
        return "Begin with one organization"
    said = "Nothing needs you today" if agenda.count == 0 else _needing(agenda.count)
    return f"{said}, {_number(to_print)} to print" if to_print else said


def _needing(count: int) -> str:
    things = f"{_in_words(count)} {'thing needs' if count == 1 else 'things need'} you"
    return things[0].upper() + things[1:]


def _number(count: int) -> str:
    return f"{_in_words(count)} {plural(count, 'meeting').split()[-1]}"


def _in_words(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"
