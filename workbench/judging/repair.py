"""What puts a fault right where the fix is certain: the words of a button, and what it does.

Actions say nothing of the place: they are carried out where the problem stands, so a problem that is told of another
path keeps a right repair. ``repairing.repaired`` carries them out.
"""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Write:
    """This text takes the place of what stands there. It may be a person's, so it is in no ``repr``."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """Several items of a list take the place of the one that stands there."""

    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Remove:
    """What stands there is taken away: a value, an item, a value of a product line, or alien JSON."""


@dataclass(frozen=True, slots=True)
class MoveTo:
    """The unknown key that stands there becomes a field or an object of the catalogue, by its catalogue path.

    What stands at that path already is never overwritten.
    """

    path: str


@dataclass(frozen=True, slots=True)
class FreshId:
    """A new id is written there."""


@dataclass(frozen=True, slots=True)
class SetTimeToNow:
    """The present moment is written there."""


Action: TypeAlias = Write | Part | Remove | MoveTo | FreshId | SetTimeToNow


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix that a press of a button carries out; ``label`` is the button's text and repeats no personal data.

    ``sweeping`` repairs are right whatever was meant and lose nothing, so that many may be done at once. The others
    take something away or guess: each is asked for on its own.
    """

    label: str
    action: Action
    sweeping: bool = True


LEAVE_OUT = Repair("Leave it out", Remove(), sweeping=False)
REMOVE = Repair("Remove it", Remove(), sweeping=False)
GENERATE_ID = Repair("Generate an ID", FreshId())
# When it happened is a fact; a made-up one is good for a test, and only for the event that is looked at.
SET_TO_NOW = Repair("Set the time to now", SetTimeToNow(), sweeping=False)


def use(text: str, *, sweeping: bool = True) -> Repair:
    """Writes a word of a closed list, which the button names: ``Use USD``. Not for personal data."""
    return Repair(f"Use {text}", Write(text), sweeping)
