"""Long forms whose words wait in the tab until they are saved or given up."""

import pytest

from coalition_app.extensions import db
from tests import world

FORMS = {
    "conversation": "/organizations/{league}/conversations/new",
    "organization": "/organizations/{league}/edit",
    "person": "/people/{elena}/edit",
    "letter": "/letters/templates/follow_up",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_form_says_what_is_kept_and_can_be_given_up(app, organizer, form):
    league = world.started()
    elena = world.theirs(league)
    db.session.flush()
    page = organizer.get(FORMS[form].format(league=league.id, elena=elena.id))
    assert page.has(f"form#{form}[data-kept] [role=status]#{form}-status")
    assert page.has(f"form#{form} a[data-forget]")
    assert any("unsaved" in script["src"] for script in page.all("script[src]"))
