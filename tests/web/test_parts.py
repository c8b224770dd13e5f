"""What stands on many pages: track, next action, confirmation."""


def test_the_path_says_each_state_in_words(organizer):
    steps = organizer.get("/practice/sink").all(".path li")
    assert [step.text for step in steps[:5]] == [
        "1 Identify done Mar 3",
        "2 Research done",
        "3 Ask HQ not needed not needed",
        "4 Introduction done by Rosa Díaz",
        "5 Prepare now",
    ]


def test_the_current_step_is_marked_and_counted(organizer):
    page = organizer.get("/practice/sink")
    assert page.one('.path [aria-current="step"] b').text == "5 Prepare"
    assert page.one(".path-now").text == "Step 5 of 9: Prepare"


def test_the_small_track_is_read_as_words(organizer):
    tracks = organizer.get("/practice/sink").all(".where")
    assert [track.text for track in tracks] == ["5 Prepare", "all done"]
    assert len(tracks[0].all("i")) == 9


def test_a_destructive_act_asks_first_without_script(organizer):
    question = organizer.get("/practice/sink").one("details.confirm")
    assert question.one("summary").text == "Archive…"
    assert question.one("form")["action"] == "/practice/undoing"


def test_one_primary_button_is_on_the_page(organizer):
    assert len(organizer.get("/practice/sink").all("main .btn.go")) == 1
