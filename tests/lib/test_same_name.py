import pytest

from coalition_app.lib.same_name import is_same_name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ana Ruis", "Ana Ruiz"),
        ("Elena Diaz", "Rev. Elena Díaz"),
        ("E. Díaz", "Elena Díaz"),
        ("Ana", "Ana Ruiz"),
    ],
)
def test_two_spellings_are_one_person(first, second):
    assert is_same_name(first, second)
    assert is_same_name(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ana Ruiz", "Eva Ruiz"), ("Elena Díaz", "Rosa Díaz"), ("Ana", ""), ("Bo Li", "Ana Ruiz")],
)
def test_a_sister_or_successor_is_another(first, second):
    assert not is_same_name(first, second)
