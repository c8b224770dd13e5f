import pytest

from coalition_app.lib.person_line import PersonLine, read_person

ROLES = ("president", "executive director", "member", "staff")
KNOWN = {"harbor tenants union", "teachers united, local 88", "st. brendan parish"}


def read(text):
    return read_person(text, ROLES, lambda name: name.casefold() in KNOWN)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ana Ruiz", PersonLine("Ana Ruiz")),
        (
            "Ana Ruiz, president, Harbor Tenants Union, 203 555 0142",
            PersonLine("Ana Ruiz", "president", "Harbor Tenants Union", "203 555 0142"),
        ),
        (
            "Ana Ruiz, Harbor Tenants Union, ana@example.org, President",
            PersonLine("Ana Ruiz", "President", "Harbor Tenants Union", email="ana@example.org"),
        ),
        ("Ana Ruiz president", PersonLine("Ana Ruiz", "president")),
        ("Ana Ruiz, president", PersonLine("Ana Ruiz", "president")),
        ("Ana Ruiz, Mill Street Club", PersonLine("Ana Ruiz", "", "Mill Street Club")),
        (
            "Ana Ruiz, choir lead, Mill Street Club",
            PersonLine("Ana Ruiz", "choir lead", "Mill Street Club"),
        ),
        (
            "Ana Ruiz, Teachers United, Local 88, staff",
            PersonLine("Ana Ruiz", "staff", "Teachers United, Local 88"),
        ),
        (
            "Ana Ruiz, choir lead, St. Brendan Parish",
            PersonLine("Ana Ruiz", "choir lead", "St. Brendan Parish"),
        ),
        (
            "Rosa Díaz, our member, 203 555 0102",
            PersonLine("Rosa Díaz", phone="203 555 0102", is_ours=True),
        ),
        ("Rosa Díaz, ours", PersonLine("Rosa Díaz", is_ours=True)),
        ("Rosa Díaz, activist", PersonLine("Rosa Díaz", is_ours=True, is_activist=True)),
        (", 203 555 0142", PersonLine("", phone="203 555 0142")),
        ("", PersonLine("")),
    ],
)
def test_a_person_is_read_from_one_line(text, meant):
    assert read(text) == meant
