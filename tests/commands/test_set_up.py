"""The set-up on an environment of its own, in which nothing is fetched."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bootstrap
from tests import __main__ as command

GO = """
import bootstrap
bootstrap.sys.executable = "{python}"
bootstrap.enter("requirements.txt")
import lantern
print(lantern.WORD, bootstrap.is_usable())
"""
# A Python that makes an environment with the pip of this one: to unpack its own takes 4 seconds.
QUICK = """#!/bin/sh
[ "$*" = "-m venv --clear {folder}/.venv" ] || exec "{python}" "$@"
"{python}" "$@" --without-pip && ln -s {pip}* "$4"/lib/python*/site-packages
"""
# As much of an environment's Python as the set-up asks for; pip ends as the file says.
STUB = """#!/bin/sh
[ "$1" = -c ] && echo {version} && exit
shift 2
echo "$@" >> "{folder}/asked"
[ ! -e "{folder}/pip-fails" ]
"""
ASKED = "install -qq --disable-pip-version-check --no-input --require-hashes -r"


def put_program_in(folder: Path, python: str) -> None:
    """A set-up program and its environment, in which only Python is there yet."""
    shutil.copy(bootstrap.ROOT / "bootstrap.py", folder)
    (folder / "requirements.txt").write_text("# nothing\n")
    file = folder / ".venv" / "bin" / "python"
    file.parent.mkdir(parents=True)
    file.write_text(python)
    file.chmod(0o755)


WHEEL = {
    "lantern.py": "WORD = 'lit'\n",
    "lantern-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: lantern\nVersion: 1\n",
    "lantern-1.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "lantern-1.dist-info/RECORD": "",
}


def package_in(folder: Path) -> str:
    """A line of a requirement file: a package that is here, and its hash."""
    file = folder / "lantern-1-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        for name, text in WHEEL.items():
            wheel.writestr(name, text)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"lantern @ {file.as_uri()} --hash=sha256:{digest}\n"


def test_an_interrupted_set_up_is_made_anew_and_goes_on_with_what_was_installed(tmp_path):
    """The real way: Python makes the environment, pip installs."""
    put_program_in(tmp_path, f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    quick = tmp_path / "python"
    pip = Path(importlib.util.find_spec("pip").origin).parent
    quick.write_text(QUICK.format(folder=tmp_path, python=sys.executable, pip=pip))
    quick.chmod(0o755)
    (tmp_path / "requirements.txt").write_text(package_in(tmp_path))
    (tmp_path / "go.py").write_text(GO.format(python=quick))
    for name in ("unfinished", "left-over"):
        (tmp_path / ".venv" / name).touch()
    done = subprocess.run(
        [sys.executable, "go.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Setting up for the first time: this takes a minute or two.",
        "Installing the packages of requirements.txt ...",
        "lit True",
    ]
    assert not (tmp_path / ".venv" / "left-over").exists()
    assert not (tmp_path / ".venv" / "unfinished").exists()


@pytest.fixture
def program(tmp_path):
    """A set-up program of its own, whose environment is there; pip only says what it was asked."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    put_program_in(tmp_path, STUB.format(version=version, folder=tmp_path))
    spec = importlib.util.spec_from_file_location("bootstrap_of_its_own", tmp_path / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def set_up(program, capfd):
    """What the set-up says; empty if there was nothing to do."""

    def set_up() -> str:
        try:
            program.ensure("requirements.txt")
        except program.SetupFailed as problem:
            return f"{capfd.readouterr().out}{problem}"
        return capfd.readouterr().out

    return set_up


def test_packages_are_installed_once_by_their_hashes(program, set_up):
    assert set_up() == "Installing the packages of requirements.txt ...\n"
    assert set_up() == ""
    asked = (program.ROOT / "asked").read_text()
    assert asked == f"{ASKED} {program.ROOT / 'requirements.txt'}\n"


def test_other_requirements_are_installed_at_the_next_start(program, set_up):
    set_up()
    (program.ROOT / "requirements.txt").write_text("# still nothing\n")
    assert set_up() == "Installing the packages of requirements.txt ...\n"
    assert set_up() == ""


def test_a_failed_installation_says_so_and_is_tried_again(program, set_up):
    fails = program.ROOT / "pip-fails"
    fails.touch()
    assert "could not be installed" in set_up()
    assert "could not be installed" in set_up()
    fails.unlink()
    assert set_up() == "Installing the packages of requirements.txt ...\n"
    assert set_up() == ""


def test_what_was_installed_before_a_failure_does_not_count(program, set_up):
    """pip may have taken away half of it."""
    set_up()
    before = (program.ROOT / "requirements.txt").read_text()
    (program.ROOT / "requirements.txt").write_text("./no-such-package.whl\n")
    (program.ROOT / "pip-fails").touch()
    assert "could not be installed" in set_up()
    (program.ROOT / "pip-fails").unlink()
    (program.ROOT / "requirements.txt").write_text(before)
    assert set_up() == "Installing the packages of requirements.txt ...\n"


def test_an_environment_of_another_python_is_made_anew(program, set_up, monkeypatch):
    monkeypatch.setattr(program, "VERSION", "3.99")
    monkeypatch.setattr(program.sys, "executable", "false")
    assert "Python could not make its environment here." in set_up()
    assert "python3-venv" in set_up()


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
