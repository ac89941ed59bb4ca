"""The shelf of own templates: saved, renamed and taken off, in one file of the data folder."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from workbench.events.own_templates import (
    NewerFileError,
    OwnTemplate,
    TemplateList,
    checked_name,
    free_name,
    parse_templates,
    same_name,
)
from workbench.ground.errors import InputError
from workbench.ground.kept_file import KeptFile

_WHAT = "the list of your templates"


class TemplateShelf:
    """The templates in the JSON file at ``path``. What is put here is written as it is: digest it before.

    Each call reads the file, and each change reads it again under a lock, so two windows never undo each other's
    changes. Every method raises MachineError when the file cannot be read or written, and InputError for a file of a
    newer release.
    """

    def __init__(self, *, path: Path) -> None:
        self._file = KeptFile(path, _WHAT)
        self._set_aside: tuple[str, ...] = ()
        self._complaint = ""

    @property
    def complaint(self) -> str:
        """What the user has to know of the file, after the first reading. "" when all is well."""
        return " ".join(filter(None, (*self._set_aside, self._complaint)))

    def templates(self) -> tuple[OwnTemplate, ...]:
        """All of them, in the order they were saved."""
        try:
            listed = self._parsed()
        except NewerFileError:
            raise
        except InputError:
            with self._file.locked():
                listed = self._read_locked()
        self._complaint = listed.complaint
        return listed.templates

    def save(self, template: OwnTemplate) -> None:
        """Puts a new one at the end. Raises InputError when its name is taken."""

        def saved(listed: TemplateList) -> TemplateList:
            _refuse_taken(template.name, listed.templates)
            return replace(listed, templates=(*listed.templates, template))

        self._change(saved)

    def rename(self, old: str, new: str) -> str:
        """Gives a template another name, which is returned as it is written. Raises InputError."""
        name = checked_name(new)

        def renamed(listed: TemplateList) -> TemplateList:
            found = _found(old, listed.templates)
            _refuse_taken(name, [each for each in listed.templates if each is not found])
            return replace(
                listed,
                templates=tuple(replace(each, name=name) if each is found else each for each in listed.templates),
            )

        self._change(renamed)
        return name

    def remove(self, name: str) -> OwnTemplate:
        """Takes one off and returns it, so that it can be saved again. Raises InputError when there is none."""
        removed: list[OwnTemplate] = []

        def without(listed: TemplateList) -> TemplateList:
            removed.append(_found(name, listed.templates))
            return replace(listed, templates=tuple(each for each in listed.templates if each is not removed[0]))

        self._change(without)
        return removed[0]

    def take_in(self, templates: Iterable[OwnTemplate]) -> tuple[str, ...]:
        """Puts several at the end, with a number behind a name that is taken; returns the names they got."""
        names: list[str] = []

        def added(listed: TemplateList) -> TemplateList:
            every = list(listed.templates)
            for each in templates:
                name = free_name(each.name, [known.name for known in every])
                names.append(name)
                every.append(replace(each, name=name))
            return replace(listed, templates=tuple(every))

        self._change(added)
        return tuple(names)

    def _change(self, step: Callable[[TemplateList], TemplateList]) -> None:
        with self._file.locked():
            listed = step(self._read_locked())
            self._file.replace(listed.encoded())
        self._complaint = listed.complaint

    def _parsed(self) -> TemplateList:
        data = self._file.read()
        return TemplateList() if data is None else parse_templates(data, what=_capital(_WHAT))

    def _read_locked(self) -> TemplateList:
        """Reads with the lock held, when a damaged file may be moved: no other window is about to replace it."""
        try:
            return self._parsed()
        except NewerFileError:
            raise
        except InputError as damage:
            kept = self._file.set_aside()
            self._set_aside += (f"{damage.message} It was set aside as {kept}, and a new list was begun.",)
            return TemplateList()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _found(name: str, templates: Iterable[OwnTemplate]) -> OwnTemplate:
    found = next((each for each in templates if same_name(each.name, name)), None)
    if found is None:
        raise InputError(
            f"There is no template named “{name}” any more.", fix="Another window may have renamed or deleted it."
        )
    return found


def _refuse_taken(name: str, templates: Iterable[OwnTemplate]) -> None:
    if any(same_name(each.name, name) for each in templates):
        raise InputError(f"There is already a template named “{name}”.", fix="Choose another name.")
