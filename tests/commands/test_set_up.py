"""The set-up on an environment of its own; its requirement file asks for nothing to fetch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap
from tests import __main__ as command

ENSURE = "import bootstrap; bootstrap.ensure('requirements.txt')"


def set_up(folder: Path) -> str:
    """What the set-up says; empty if there was nothing to do."""
    done = subprocess.run(
        [sys.executable, "-c", ENSURE], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def half_made(environment: Path) -> None:
    """Its Python would do; what an interruption left says that the rest would not."""
    python = environment / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for name in ("unfinished", "left-over"):
        (environment / name).touch()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A set-up program; its first set-up was interrupted."""
    folder = tmp_path_factory.mktemp("program")
    half_made(folder / ".venv")
    shutil.copy(bootstrap.ROOT / "bootstrap.py", folder)
    (folder / "requirements.txt").write_text("# nothing\n")
    assert "Setting up for the first time" in set_up(folder)
    return folder


def test_a_second_start_has_nothing_to_do(folder):
    assert set_up(folder) == ""


def test_other_requirements_are_installed_at_the_next_start(folder):
    (folder / "requirements.txt").write_text("# still nothing\n")
    assert set_up(folder).startswith("Installing the packages of requirements.txt")
    assert set_up(folder) == ""


def test_a_failed_installation_says_so_and_is_tried_again(folder):
    (folder / "requirements.txt").write_text("./no-such-package.whl\n")
    assert "could not be installed" in set_up(folder)
    assert "could not be installed" in set_up(folder)
    (folder / "requirements.txt").write_text("# nothing once more\n")
    assert "Installing the packages" in set_up(folder)
    assert set_up(folder) == ""


def test_an_interrupted_set_up_is_made_anew(folder):
    assert not (folder / ".venv" / "left-over").exists()
    assert not (folder / ".venv" / "unfinished").exists()


def test_an_old_python_is_told_what_is_needed(monkeypatch):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 10, 4))
    with pytest.raises(bootstrap.SetupFailed, match=r"Python 3\.11 or newer is needed"):
        bootstrap.ensure("requirements.txt")


def test_a_missing_library_is_known_by_the_package_that_brings_it(monkeypatch):
    monkeypatch.setitem(bootstrap.PAPER_LIBRARIES, "libnowhere-9.so.0", "libnowhere-9")
    assert bootstrap.missing_paper_libraries() == ["libnowhere-9"]


def test_one_command_installs_what_paper_needs(monkeypatch):
    monkeypatch.setattr(shutil, "which", {"apt-get": "/usr/bin/apt-get"}.get)
    packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    assert bootstrap.paper_command() == f"sudo apt-get install -y {packages}"


def test_without_rights_nothing_is_installed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert not bootstrap.install_system_packages(["libpango-1.0-0"])
    assert bootstrap.install_system_packages([])


def test_the_tests_name_a_missing_browser(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("COALITION_CHROMIUM", raising=False)
    monkeypatch.setattr(bootstrap, "BROWSER_FILES", ())
    monkeypatch.setattr(bootstrap, "ensure", lambda *files: None)
    with pytest.raises(bootstrap.SetupFailed, match="sudo apt-get install -y chromium"):
        command.main([])


def test_the_quick_browser_is_asked_for_once(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("COALITION_CHROMIUM", raising=False)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "administrator_prefix", list)
    monkeypatch.setattr(bootstrap, "install_system_packages", asked.append)
    command.install_quick_browser()
    command.install_quick_browser()
    assert asked == [["chromium-headless-shell"]]


def test_a_browser_elsewhere_can_be_named(monkeypatch):
    monkeypatch.setenv("COALITION_CHROMIUM", os.devnull)
    assert bootstrap.find_chromium() == os.devnull
