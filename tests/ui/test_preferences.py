"""What the window remembers of itself."""

from pathlib import Path

import pytest

from workbench.ui.preferences import Preferences, read_preferences, write_preferences


def test_preferences_come_back_as_they_were_written(tmp_path: Path) -> None:
    wanted = Preferences(scheme="dark", text_size=150, at_once=4, account="Shop", layout={"window": "abc"})
    write_preferences(tmp_path / "new" / "settings.json", wanted)
    found = read_preferences(tmp_path / "new" / "settings.json")
    assert (found.scheme, found.text_size, found.at_once, found.account, dict(found.layout)) == (
        "dark",
        150,
        4,
        "Shop",
        {"window": "abc"},
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"scheme": 7, "text_size": "x", "layout": 3}', "\x00"])
def test_preferences_of_a_damaged_file_are_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert read_preferences(file).scheme == "system"


def test_preferences_keep_what_a_newer_version_wrote(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"scheme": "dark", "future": [1, 2]}', encoding="utf-8")
    write_preferences(file, read_preferences(file))
    assert '"future"' in file.read_text(encoding="utf-8")


def test_preferences_without_a_file_are_the_defaults(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "none.json") == Preferences()


@pytest.mark.parametrize("number", ["0", "5", '"2"', "true"])
def test_preferences_send_one_request_at_a_time_unless_told_a_number_there_is(tmp_path: Path, number: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(f'{{"at_once": {number}}}', encoding="utf-8")
    assert read_preferences(file).at_once == 1
