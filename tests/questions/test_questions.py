"""The questions may be reworded, put in another order, added and left out."""

import pytest

from coalition_app.models import Question
from tests import world


@pytest.fixture
def questions(db) -> list[Question]:
    db.session.add_all(Question.defaults())
    db.session.flush()
    return db.session.scalars(Question.in_order("carry")).all()


def asked(db, kind: str = "carry") -> list[str]:
    return [each.wording for each in db.session.scalars(Question.in_order(kind))]


def test_one_goes_up_and_the_others_make_room(organizer, db, questions):
    before = asked(db)
    organizer.post(f"/questions/{questions[2].id}/raising", follow=True)
    assert asked(db) == [before[0], before[2], before[1], *before[3:]]
    organizer.post(f"/questions/{questions[2].id}/lowering")
    assert asked(db) == before


@pytest.mark.parametrize(("which", "way"), [(0, "raising"), (-1, "lowering")])
def test_the_first_and_the_last_stay_where_they_are(organizer, db, questions, which, way):
    before = asked(db)
    organizer.post(f"/questions/{questions[which].id}/{way}")
    assert asked(db) == before


def test_a_new_one_comes_last(organizer, db, questions):
    organizer.get("/questions/new/carry")
    page = organizer.submit("Save", wording="Who else should we meet?")
    assert "Added." in page.text
    assert asked(db)[-1] == "Who else should we meet?"


def test_a_new_one_sent_twice_is_one(organizer, db, questions):
    for _ in range(2):
        organizer.post("/questions/new/carry", {"wording": "Who else should we meet?"})
    assert asked(db).count("Who else should we meet?") == 1


def test_a_new_wording_leaves_old_answers_as_they_were_asked(organizer, db, questions):
    meeting = world.planned(world.started())
    question = questions[0]
    meeting.answer(question, "The forum.")
    organizer.get(f"/questions/{question.id}/edit")
    organizer.submit("Save", wording="What keeps them busy?")
    assert meeting.wording_of(question) == "What is the organization working on now?"
    assert asked(db)[0] == "What keeps them busy?"


def test_the_second_to_save_a_question_sees_both_versions(organizer, db, questions):
    organizer.get(f"/questions/{questions[0].id}/edit")
    questions[0].wording = "What keeps them busy?"
    db.session.commit()
    page = organizer.submit("Save", wording="What do they work on?")
    assert page.status == 409
    assert page.one("#wording-stored").text == "Now stored: What keeps them busy?"
    page.submit("Save")
    assert asked(db)[0] == "What do they work on?"


def test_one_left_out_can_be_asked_again(organizer, db, questions):
    page = organizer.post(f"/questions/{questions[0].id}/archiving", follow=True)
    assert questions[0].wording not in asked(db)
    page.submit("Ask again")
    assert questions[0].wording in asked(db)


def test_an_empty_question_is_refused(organizer, questions):
    organizer.get("/questions/new/prepare")
    page = organizer.submit("Save", wording=" ", heading="Why")
    assert page.status == 422
    assert page.one("[name=heading]")["value"] == "Why"


def test_a_viewer_reads_them_and_changes_none(viewer, questions):
    assert not viewer.get("/questions").has("main form")
    assert viewer.post(f"/questions/{questions[0].id}/raising").status == 403
