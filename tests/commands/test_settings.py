import stat
from pathlib import Path

import pytest

from coalition_app.settings import ROOT, SettingRefused, configuration, secret_key


def test_without_settings_it_serves_this_laptop_only(tmp_path):
    settings = configuration({"SECRET_KEY": "given"}, environ={})
    assert (settings["HOST"], settings["PORT"]) == ("127.0.0.1", 5597)
    assert settings["INSTANCE"] == ROOT / "instance"


def test_an_instance_holds_both_databases(tmp_path):
    settings = configuration({}, {"COALITION_INSTANCE": str(tmp_path)})
    assert settings["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path.as_posix()}/coalition.db"
    assert settings["SQLALCHEMY_BINDS"]["registry"].endswith("/registry.db")


def test_what_is_given_in_code_wins(tmp_path):
    given = {"INSTANCE": tmp_path, "PORT": 1}
    settings = configuration(given, {"COALITION_INSTANCE": "elsewhere", "COALITION_PORT": "2"})
    assert (settings["INSTANCE"], settings["PORT"]) == (tmp_path, 1)


def test_a_database_server_can_be_named(tmp_path):
    address = "postgresql+psycopg://desk@db/coalition"
    environ = {"COALITION_DATABASE": address, "COALITION_INSTANCE": str(tmp_path)}
    assert configuration({}, environ)["SQLALCHEMY_DATABASE_URI"] == address


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PORT", "99999"),
        ("PORT", "-1"),
        ("PORT", "http"),
        ("THREADS", "0"),
        ("THREADS", "9" * 5000),
    ],
)
def test_a_number_that_cannot_be_meant_is_refused_in_words(tmp_path, name, said):
    environ = {f"COALITION_{name}": said, "COALITION_INSTANCE": str(tmp_path)}
    with pytest.raises(SettingRefused, match=f"COALITION_{name} is “{said}”, but must be a number"):
        configuration({}, environ)


def test_an_empty_setting_is_none(tmp_path):
    environ = {"COALITION_PORT": "", "COALITION_INSTANCE": str(tmp_path)}
    assert configuration({}, environ)["PORT"] == 5597


def test_it_answers_to_its_own_names_only(tmp_path):
    environ = {
        "COALITION_INSTANCE": str(tmp_path),
        "COALITION_TRUSTED_HOSTS": "desk.local555.example, ",
    }
    trusted = configuration({}, environ)["TRUSTED_HOSTS"]
    assert trusted == ["127.0.0.1", "localhost", "desk.local555.example"]


def test_the_secret_key_is_made_once_for_its_owner_only(tmp_path):
    key = secret_key(tmp_path)
    assert len(key) == 64
    assert secret_key(tmp_path) == key
    assert modes(tmp_path) == {"secret_key": 0o600}


def modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


def test_two_instances_have_two_keys(tmp_path):
    one, two = (configuration({"INSTANCE": tmp_path / name}, {}) for name in ("one", "two"))
    assert one["SECRET_KEY"] != two["SECRET_KEY"]


def test_a_key_from_the_environment_makes_no_file(tmp_path):
    environ = {"COALITION_SECRET_KEY": "k" * 64, "COALITION_INSTANCE": str(tmp_path)}
    assert configuration({}, environ)["SECRET_KEY"] == "k" * 64
    assert not list(tmp_path.iterdir())
