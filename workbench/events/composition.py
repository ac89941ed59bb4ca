"""The events of one request while it is being composed: an immutable list with one of them selected."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.events.draft import Draft


@dataclass(frozen=True, slots=True)
class Composition:
    """One or more drafts, in the order they will travel, and the index of the one being edited. Never empty."""

    drafts: tuple[Draft, ...] = (Draft(),)
    selected: int = 0

    @property
    def current(self) -> Draft:
        """The draft being edited."""
        return self.drafts[self.selected]

    def with_current(self, draft: Draft) -> "Composition":
        """The selected draft replaced."""
        before, after = self.drafts[: self.selected], self.drafts[self.selected + 1 :]
        return replace(self, drafts=(*before, draft, *after))

    def selecting(self, index: int) -> "Composition":
        """Another draft selected; an index outside is brought inside."""
        return replace(self, selected=max(0, min(index, len(self.drafts) - 1)))

    def adding(self, drafts: Iterable[Draft]) -> "Composition":
        """Drafts put in behind the selected one; the first of them becomes the selected one."""
        at = self.selected + 1
        added = tuple(drafts)
        if not added:
            return self
        return Composition((*self.drafts[:at], *added, *self.drafts[at:]), at)

    def removing(self, index: int) -> "Composition":
        """One draft less. The last one leaves an empty draft behind."""
        kept = (*self.drafts[:index], *self.drafts[index + 1 :]) or (Draft(),)
        selected = self.selected - 1 if index < self.selected else self.selected
        return Composition(kept, max(0, min(selected, len(kept) - 1)))
