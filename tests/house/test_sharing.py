"""Several processes run each test once, and a process that dies is no success."""

from types import SimpleNamespace

import pytest

from tests.sharing import LENGTH, Ear, browser_of, file_of, message_of, shares_of


@pytest.fixture
def told() -> list:
    return []


@pytest.fixture
def ear(told) -> Ear:
    hook = SimpleNamespace(
        pytest_runtest_logreport=lambda report: told.append(report),
        pytest_report_from_serializable=lambda config, data: data,
    )
    return Ear(SimpleNamespace(config=SimpleNamespace(hook=hook)))


BEGUN = message_of("begun", ("tests/a.py::test_b", ("tests/a.py", 1, "test_b")))


def test_each_test_is_in_one_share_and_those_of_a_browser_in_the_same(request):
    items = request.session.items
    shares = shares_of(items)
    assert sorted(id(item) for share in shares for item in share) == sorted(map(id, items))
    for share in shares:
        files = {file_of(item) for item in share}
        assert len(files) == 1 or {browser_of(file) for file in files} <= {browser_of(min(files))}


def test_what_arrives_in_parts_is_told_once_it_is_whole(ear, told):
    sent = BEGUN + message_of("reports", [{"a": 1}, {"a": 2}]) + message_of("done", None)
    for place in range(len(sent)):
        assert ear.hear(sent[place : place + 1])
    assert not ear.hear(b"")
    assert (told, ear.begun) == ([{"a": 1}, {"a": 2}], 1)


def test_a_process_that_dies_in_a_test_fails_it(ear, told):
    ear.hear(BEGUN + b"\0" * (LENGTH - 1))
    ear.hear(b"")
    assert [(report.nodeid, report.outcome) for report in told] == [
        ("tests/a.py::test_b", "failed")
    ]
