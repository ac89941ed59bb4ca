"""The changelog keeps its form, and speaks of the version that the program says it is: one place tells it."""

import datetime as dt
import re
from pathlib import Path

import pytest

import workbench

ROOT = Path(__file__).resolve().parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## (.*)$", CHANGELOG, re.MULTILINE)
RELEASED = [re.fullmatch(r"(\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})", each) for each in HEADINGS[1:]]


def test_changelog_begins_with_what_is_not_released() -> None:
    assert HEADINGS[0] == "Unreleased"


def test_newest_version_is_the_programs() -> None:
    assert RELEASED
    assert RELEASED[0] is not None
    assert RELEASED[0][1] == workbench.__version__


def test_versions_are_dated_and_newest_first() -> None:
    assert all(RELEASED), HEADINGS
    versions = [tuple(map(int, each[1].split("."))) for each in RELEASED if each]
    dates = [dt.date.fromisoformat(each[2]) for each in RELEASED if each]
    assert versions == sorted(set(versions), reverse=True)
    assert dates == sorted(dates, reverse=True)


def test_changes_stand_under_the_usual_headings_once_each() -> None:
    for version in CHANGELOG.split("\n## ")[1:]:
        kinds = re.findall(r"^### (.*)$", version, re.MULTILINE)
        assert set(kinds) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
        assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    "path", [*(ROOT / "packaging").rglob("*.spec"), *(ROOT / "packaging").rglob("*.iss"), ROOT / "pyproject.toml",
             ROOT / "Makefile", *(ROOT / ".github").rglob("*.yml")], ids=lambda path: path.name
)  # fmt: skip
def test_version_is_written_in_no_other_place(path: Path) -> None:
    text = re.sub(r"==[\d.]+|>=[\d.]+", "", path.read_text(encoding="utf-8"))
    assert not re.search(rf"(?<![\d.]){re.escape(workbench.__version__)}(?![\d.])", text)
