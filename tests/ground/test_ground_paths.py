"""Where things are kept, and where the resources are."""

from pathlib import Path

import pytest

from workbench.ground import resources
from workbench.ground.paths import AppPaths
from workbench.ground.resources import resource_text, resources_root


def test_paths_all_lie_in_the_given_folder(tmp_path: Path) -> None:
    paths = AppPaths.at(tmp_path)
    places = (paths.history, paths.accounts, paths.settings, paths.draft, paths.templates)
    assert {each.parent for each in places} == {tmp_path}


def test_paths_of_the_user_follow_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert AppPaths.at(None).data == tmp_path / "conversion-workbench"


def test_paths_make_nothing(tmp_path: Path) -> None:
    AppPaths.at(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_resources_are_found_in_a_checkout() -> None:
    assert (resources_root() / "contract" / "event.toml").is_file()
    assert resource_text("help/start.md").startswith("# Start here")


def test_resources_inside_the_package_come_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "workbench" / "_resources" / "contract").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "workbench")
    assert resources_root() == tmp_path / "workbench" / "_resources"


def test_missing_resources_are_said_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    with pytest.raises(FileNotFoundError, match="installation is incomplete"):
        resources_root()
