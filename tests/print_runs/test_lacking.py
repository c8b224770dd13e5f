"""Before a run is printed it says what is not known for some of its letters."""

from coalition_app.extensions import db
from coalition_app.models import Addressee, LetterWords, Local, Recipient, lacking_in
from tests import world
from tests.queries import counted


def said(words: LetterWords, organizations, **how) -> dict[str, list[str]]:
    recipients = [Recipient(Addressee(each, each.primary_contact)) for each in organizations]
    found = lacking_in(words, recipients, Local.current(), world.DAY, **how)
    return {each.place: [one.to.organization.name for one in each.recipients] for each in found}


def test_each_place_names_those_of_whom_it_is_not_known(organizations):
    organizations[0].mission = "Homes."
    words = LetterWords("You work for: [their mission]. [recipient first name], call [our phone].")
    names = [each.name for each in organizations]
    assert said(words, organizations) == {"their mission": names[1:], "our phone": names}


def test_without_a_name_to_write_to_it_is_said_once_and_not_for_each_place(organizations):
    db.session.delete(organizations[0].affiliations[0])
    db.session.flush()
    db.session.expire(organizations[0])
    words = LetterWords("[recipient], [recipient first name]: hello.")
    assert said(words, organizations) == {"nobody": [organizations[0].name]}
    organizations[1].primary_contact.is_unnamed = True
    names = [each.name for each in organizations[:2]]
    hello = LetterWords("Hello.")
    assert said(hello, organizations) == {"nobody": names}
    assert said(hello, organizations, by_name=True) == {}


def test_the_plan_shows_them_with_the_place_to_mend_it(organizer, run, organizations):
    for each in organizations[1:]:
        each.mission = "Homes."
    run.choose(words={"body": "Yours: [their mission]. Ours: [our phone]. Hello."})
    page = organizer.get(f"/print-runs/{run.id}")
    card = page.one("section[aria-labelledby=lacking]")
    rows = [row.text for row in card.all("li")]
    assert rows == [
        "1 letter lacks [their mission] Anchor Housing Coalition",
        "All letters lack [our phone]: say it once for the local",
    ]
    links = [link["href"] for link in card.all("a")]
    assert links == [f"/organizations/{organizations[0].id}/research", "/local/edit"]


def test_a_plan_that_lacks_nothing_says_nothing(organizer, run):
    run.choose(words={"body": "Hello [recipient]."})
    assert not organizer.get(f"/print-runs/{run.id}").has("#lacking")


def test_many_are_asked_with_as_few_questions_as_one(local, organizations):
    words = LetterWords("[their mission]. [our phone].")

    def questions(count: int) -> int:
        db.session.expire_all()
        some = [Recipient(Addressee(each, each.primary_contact)) for each in organizations[:count]]
        assert local.signer.name
        with counted() as statements:
            lacking_in(words, some, local, world.DAY)
        return len(statements)

    assert questions(1) == questions(5)
