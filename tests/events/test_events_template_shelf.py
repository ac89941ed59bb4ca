"""The shelf: changes survive, two windows do not undo each other's, and a damaged file costs nothing else."""

from pathlib import Path

import pytest

from workbench.events.own_templates import OwnTemplate
from workbench.events.template_shelf import TemplateShelf
from workbench.ground.errors import InputError, MachineError


def template(name: str) -> OwnTemplate:
    return OwnTemplate(name, {"event_name": "checkout"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the templates are kept; the folder is not there yet."""
    return tmp_path / "data" / "templates.json"


@pytest.fixture
def shelf(path: Path) -> TemplateShelf:
    """An empty shelf."""
    return TemplateShelf(path=path)


def names(shelf: TemplateShelf) -> list[str]:
    return [each.name for each in shelf.templates()]


def test_shelf_is_empty_at_first_and_makes_nothing(shelf: TemplateShelf, path: Path) -> None:
    assert shelf.templates() == ()
    assert not path.parent.exists()


def test_shelf_keeps_what_was_saved_in_order(shelf: TemplateShelf, path: Path) -> None:
    for name in ("b", "a"):
        shelf.save(template(name))
    assert names(TemplateShelf(path=path)) == ["b", "a"]


def test_shelf_refuses_a_name_twice_whatever_its_letters(shelf: TemplateShelf) -> None:
    shelf.save(template("Ours"))
    with pytest.raises(InputError, match="already a template named “ours”") as refused:
        shelf.save(template("ours"))
    assert refused.value.fix == "Choose another name."
    assert names(shelf) == ["Ours"]


def test_shelf_renames_in_place(shelf: TemplateShelf) -> None:
    for name in ("a", "b"):
        shelf.save(template(name))
    assert shelf.rename("a", " New  name ") == "New name"
    assert names(shelf) == ["New name", "b"]


def test_shelf_renames_to_other_letters_of_the_same_name(shelf: TemplateShelf) -> None:
    shelf.save(template("ours"))
    assert shelf.rename("ours", "Ours") == "Ours"


def test_shelf_refuses_to_rename_to_a_name_that_is_taken(shelf: TemplateShelf) -> None:
    for name in ("a", "b"):
        shelf.save(template(name))
    with pytest.raises(InputError, match="already"):
        shelf.rename("a", "B")
    assert names(shelf) == ["a", "b"]


def test_shelf_gives_back_what_was_removed(shelf: TemplateShelf) -> None:
    shelf.save(template("a"))
    assert shelf.remove("a") == template("a")
    assert shelf.templates() == ()


def test_shelf_says_when_another_window_removed_it(shelf: TemplateShelf, path: Path) -> None:
    shelf.save(template("a"))
    TemplateShelf(path=path).remove("a")
    with pytest.raises(InputError, match="no template named “a” any more") as caught:
        shelf.rename("a", "b")
    assert caught.value.fix == "Another window may have renamed or deleted it."


def test_shelf_takes_in_under_free_names(shelf: TemplateShelf) -> None:
    shelf.save(template("a"))
    assert shelf.take_in([template("A"), template("b")]) == ("A (2)", "b")
    assert names(shelf) == ["a", "A (2)", "b"]


def test_shelf_takes_in_two_of_one_name_under_two_names(shelf: TemplateShelf) -> None:
    assert shelf.take_in([template("a"), template("a"), template("a")]) == ("a", "a (2)", "a (3)")


def test_shelf_says_what_cannot_be_used_once_it_was_read(shelf: TemplateShelf, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"version": 1, "templates": [{"name": 7}]}')
    assert shelf.complaint == ""
    shelf.templates()
    assert shelf.complaint.startswith("1 entry has no name or no event")
    other = TemplateShelf(path=path)
    other.save(template("a"))
    assert other.complaint.startswith("1 entry has no name or no event")


def test_two_shelves_do_not_undo_each_others_changes(shelf: TemplateShelf, path: Path) -> None:
    other = TemplateShelf(path=path)
    shelf.save(template("a"))
    other.save(template("b"))
    shelf.save(template("c"))
    assert names(other) == ["a", "b", "c"]


def test_damaged_file_is_set_aside_and_said(shelf: TemplateShelf, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"version": 1, "templates": [')
    assert shelf.templates() == ()
    kept = path.with_name("templates.json.damaged-1")
    assert kept.read_bytes().startswith(b'{"version"')
    assert str(kept) in shelf.complaint
    assert shelf.complaint.startswith("The list of your templates ")
    shelf.save(template("a"))
    assert names(shelf) == ["a"]
    assert str(kept) in shelf.complaint


def test_file_of_a_newer_release_is_left_alone(shelf: TemplateShelf, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"version": 2, "templates": []}')
    with pytest.raises(InputError, match="newer release"):
        shelf.templates()
    with pytest.raises(InputError, match="newer release"):
        shelf.save(template("a"))
    assert path.read_bytes() == b'{"version": 2, "templates": []}'


def test_folder_in_the_place_of_the_file_is_said_in_words(shelf: TemplateShelf, path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(MachineError, match="the list of your templates belongs there"):
        shelf.templates()
