"""The form of a question."""

from coalition_app.web.forms import BooleanField, LineField, SeenForm, TextField, needed


class QuestionForm(SeenForm):
    wording = TextField("Question", [needed("Type the question.")], limit=500)
    heading = LineField(
        "Heading of its answer in the packet",
        limit=80,
        description="Like “How we open”. Empty: the question itself.",
    )
    is_for_first_meetings = BooleanField("Only asked at the first meeting")
