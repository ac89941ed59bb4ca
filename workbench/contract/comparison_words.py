"""A comparison in words, the same in the window and on the command line."""

from dataclasses import dataclass

from workbench.contract.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of difference: a ``title``, and the fields and event names it concerns, each as a line of text."""

    title: str
    fields: tuple[str, ...]
    event_names: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Fields first, then event names."""
        return (*self.fields, *(f"event name {name}" for name in self.event_names))


def differences(found: Comparison) -> tuple[Difference, ...]:
    """Every kind of difference, those without a line included."""
    return (
        Difference("In the specification, missing here", found.missing_fields, found.missing_event_names),
        Difference("Here, not in the specification", found.extra_fields, found.extra_event_names),
        Difference(
            "Of another type",
            tuple(f"{each.path}: {each.catalogue} here, {each.description} there" for each in found.changed_types),
        ),
        Difference("Here, introduced after that release", found.newer_fields, found.newer_event_names),
    )


def verdict(found: Comparison) -> str:
    """Whether the catalogue is right about that release, as a sentence."""
    if found.agrees:
        return f"The workbench and the specification of release {found.version} agree."
    return f"The workbench and the specification of release {found.version} differ."
