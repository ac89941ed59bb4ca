"""What the chooser lists, in groups: own templates first, then each event name with the sources it fits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.contract.loading import Contract
from workbench.events.own_templates import OwnTemplate
from workbench.events.templates import Template

OWN = "Your templates"


class Kind(StrEnum):
    """What a row stands for. UNFIT and EMPTY only say something: nothing can be added from them."""

    SHIPPED = "shipped"
    OWN = "own"
    UNFIT = "unfit"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Row:
    """One line below a group: ``name`` is the template's, ``shown`` and ``says`` are the two columns."""

    kind: Kind
    name: str
    shown: str
    says: str

    @property
    def usable(self) -> bool:
        """Whether an event can be made of it."""
        return self.kind in (Kind.SHIPPED, Kind.OWN)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with its rows; ``note`` is the event's name on the wire."""

    title: str
    note: str
    rows: tuple[Row, ...]


def own_group(own: Sequence[OwnTemplate], *, contract: Contract) -> Group:
    """The templates that people made themselves; a line says how, when there are none."""
    rows = tuple(Row(Kind.OWN, each.name, each.name, _own_says(each, contract)) for each in own)
    empty = Row(Kind.EMPTY, "", "None yet", "Name the selected event below and save it.")
    return Group(OWN, "", rows or (empty,))


def shipped_groups(
    shipped: Iterable[Template], unfit: Mapping[tuple[str, str], str], *, contract: Contract
) -> Iterator[Group]:
    """A group for each event name, its sources in the order of the catalogue."""
    of_event: dict[str, dict[str, Template]] = {}
    for each in shipped:
        of_event.setdefault(each.event_name, {})[each.action_source] = each
    for event_name, by_source in of_event.items():
        rows = []
        for source in contract.action_sources:
            template = by_source.get(source.name)
            if template is not None:
                rows.append(Row(Kind.SHIPPED, template.name, source.label, template.says))
            elif (event_name, source.name) in unfit:
                rows.append(Row(Kind.UNFIT, "", source.label, f"Does not fit. {unfit[event_name, source.name]}"))
        yield Group(next(iter(by_source.values())).title, event_name, tuple(rows))


def matching(groups: Iterable[Group], text: str) -> list[Group]:
    """The groups with the usable rows that hold every word of the text; all of everything when there is no word."""
    words = text.lower().split()
    if not words:
        return list(groups)
    found = []
    for group in groups:
        rows = tuple(row for row in group.rows if row.usable and _holds(words, group, row))
        if rows:
            found.append(Group(group.title, group.note, rows))
    return found


def _holds(words: Iterable[str], group: Group, row: Row) -> bool:
    text = f"{group.title} {group.note} {row.name} {row.shown} {row.says}".lower()
    return all(word in text for word in words)


def _own_says(template: OwnTemplate, contract: Contract) -> str:
    sources = {each.name: each.label for each in contract.action_sources}
    parts = [template.event_name, sources.get(template.action_source, template.action_source)]
    parts.append("with plain test values" if template.plain else "digests only")
    return ", ".join(part for part in parts if part)
