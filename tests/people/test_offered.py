from tests import world


def offered(client, path):
    return [option["value"] for option in client.get(path, htmx=True).all("option")]


def test_organizations_are_offered_by_any_word(organizer):
    world.listed("Teachers United", chapter="Local 88")
    world.listed("Harbor Tenants")
    path = "/people/offered/organizations?organization_name=teach+88"
    assert offered(organizer, path) == ["Teachers United, Local 88"]


def test_people_are_offered_once_a_name(organizer):
    for _ in range(2):
        world.theirs(world.listed())
    assert offered(organizer, "/people/offered/people?other_name=elen") == ["Elena Díaz"]


def test_nothing_is_offered_to_viewers(viewer):
    assert viewer.get("/people/offered/people?other_name=elen").status == 403
