import pytest

from coalition_app.lib.guess import Guess, guess_from


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("IBEW Local 90", "labor, local, with members"),
        ("Teamsters Local Union No. 443", "labor, local, with members"),
        ("Greater Harbor Valley Labor Council", "labor, with members"),
        ("Mill Street Tenants Union", "community, housing"),
        ("NAACP", "community, civil rights"),
        ("Unión de Vecinos", ""),
        ("St. Brigid Parish Social Ministry", "community, faith"),
        ("Union Baptist Church", "community, faith"),
        ("Workers Credit Union", ""),
        ("Harbor Growth Partners", ""),
        ("", ""),
    ],
)
def test_a_name_tells_what_is_safe_to_say(name, words):
    assert guess_from(name).words == words


def test_nothing_is_said_where_nothing_is_known():
    assert guess_from("Vecinos Unidos") == Guess()
