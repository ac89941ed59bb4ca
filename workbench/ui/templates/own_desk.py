"""What is done with own templates: saving, renaming, deleting and sharing, each with a sentence on how it went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.own_templates import OwnTemplate, TemplateList, parse_templates
from workbench.events.template_shelf import TemplateShelf
from workbench.ground.errors import WorkbenchError
from workbench.ground.kept_file import KeptFile
from workbench.judging.judge import Judge
from workbench.judging.kept_template import template_to_keep, with_digests_only


@dataclass(frozen=True, slots=True)
class Told:
    """How something went, as a sentence for the status line."""

    text: str
    good: bool = True


class OwnDesk:
    """Works on the shelf. Nothing raises: what cannot be done is told."""

    def __init__(self, *, shelf: TemplateShelf, judge: Judge, contract: Contract, clock: Callable[[], float]) -> None:
        self._shelf = shelf
        self._judge = judge
        self._contract = contract
        self._clock = clock
        self._deleted: OwnTemplate | None = None

    @property
    def can_put_back(self) -> bool:
        """Whether a template was deleted that can still be put back."""
        return self._deleted is not None

    def templates(self) -> tuple[tuple[OwnTemplate, ...], Told]:
        """What is on the shelf, and what there is to say of its file."""
        try:
            found = self._shelf.templates()
        except WorkbenchError as error:
            return (), Told(str(error), good=False)
        return found, Told(self._shelf.complaint, good=False)

    def save(self, name: str, draft: Draft, *, keep_plain: bool) -> Told:
        """Keeps the event under a name."""
        return self._tried(lambda: self._save(name, draft, keep_plain))

    def rename(self, old: str, new: str) -> Told:
        """Gives a template another name."""
        return self._tried(lambda: Told(f"Renamed to “{self._shelf.rename(old, new)}”."))

    def delete(self, name: str) -> Told:
        """Takes a template off; it can be put back until the next one is deleted or the window closes."""
        return self._tried(lambda: self._delete(name))

    def put_back(self) -> Told:
        """Brings back what was deleted last."""
        return self._tried(self._put_back)

    def export(self, path: Path, templates: Sequence[OwnTemplate], *, keep_plain: bool) -> Told:
        """Writes templates to a file that others can import; digests only unless ``keep_plain``."""
        return self._tried(lambda: self._export(path, templates, keep_plain))

    def take_in(self, path: Path) -> Told:
        """Reads a file of templates that somebody shared."""
        return self._tried(lambda: self._take_in(path))

    def _tried(self, work: Callable[[], Told]) -> Told:
        try:
            return work()
        except WorkbenchError as error:
            return Told(str(error), good=False)

    def _save(self, name: str, draft: Draft, keep_plain: bool) -> Told:
        template = template_to_keep(
            name, draft, keep_plain=keep_plain, judge=self._judge, contract=self._contract, now=int(self._clock())
        )
        self._shelf.save(template)
        return Told(f"Saved as “{template.name}”, {_with_what(keep_plain)}.")

    def _delete(self, name: str) -> Told:
        self._deleted = self._shelf.remove(name)
        return Told(f"Deleted “{self._deleted.name}”.")

    def _put_back(self) -> Told:
        if self._deleted is None:
            return Told("")
        self._shelf.save(self._deleted)
        name, self._deleted = self._deleted.name, None
        return Told(f"“{name}” is back.")

    def _export(self, path: Path, templates: Sequence[OwnTemplate], keep_plain: bool) -> Told:
        listed = templates if keep_plain else [self._digested(each) for each in templates]
        KeptFile(path, "the file of templates").replace(TemplateList(tuple(listed)).encoded())
        return Told(f"Written: {path.name}, {_counted(len(listed))}, {_with_what(keep_plain)}.")

    def _take_in(self, path: Path) -> Told:
        data = KeptFile(path, "the file of templates").read()
        if data is None:
            return Told(f"{path.name} is not there any more.", good=False)
        listed = parse_templates(data, what=path.name)
        # Where the file does not say that plain values were asked for, it is not trusted to hold none.
        kept = [each if each.plain else self._digested(each) for each in listed.templates]
        names = self._shelf.take_in(kept)
        said = f"Imported {_counted(len(names))} from {path.name}."
        return Told(f"{said} {listed.complaint}".strip(), good=not listed.complaint)

    def _digested(self, template: OwnTemplate) -> OwnTemplate:
        return with_digests_only(template, judge=self._judge, contract=self._contract, now=int(self._clock()))


def _counted(count: int) -> str:
    return f"{count:,} template{'' if count == 1 else 's'}"


def _with_what(keep_plain: bool) -> str:
    return "with its plain test values" if keep_plain else "with digests only"
