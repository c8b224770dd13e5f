"""Long texts are cut so that what is left can be read."""

import pytest

from coalition_app.lib.wording import shortened


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Fair  hiring\nnow", "Fair hiring now"),
        ("Neighbors who look after the harbor", "Neighbors who look …"),
        ("Endlessendlessendlessendless", "Endlessendlessendl …"),
        (
            "我们为港口的工人和家庭的权利而努力工作并且互相帮助",
            "我们为港口的工人和家庭的权利而努力工 …",
        ),
    ],
)
def test_a_text_is_cut_between_words_where_there_are_any(text, short):
    assert shortened(text, 20) == short
    assert len(short) <= 20
