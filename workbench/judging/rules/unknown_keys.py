"""JSON the API has no place for: unknown keys, and values of an alien shape."""

from collections.abc import Iterator, Sequence

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.finding import Finding, FindingKind, kind_of_json
from workbench.events.revising import moved
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import REMOVE, MoveTo, Repair
from workbench.judging.rules.expected import Expected
from workbench.judging.rules.nearest_key import KeyFinder
from workbench.judging.rules.places import catalogue_path, is_item, place_and_key
from workbench.judging.rules.wording import capitalised, quoted

UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    "{key} is not a key of {place}, and Pinterest refuses the whole request because of one unknown key.",
    "Remove it{instead}.",
    "spec, observed",
)
UNKNOWN_MATCH_KEY = Rule(
    "unknown-match-key",
    Severity.ERROR,
    "{key} is not a key of user_data. Pinterest may not refuse it there, but it matches nobody by it.",
    "Remove it{instead}.",
    "spec, workbench",
)
WRONG_SHAPE = Rule(
    "wrong-shape",
    Severity.ERROR,
    "{found} stands where Pinterest takes {expected}, so it refuses the whole request.",
    "Write {expected}, or leave it out.",
    "spec",
)
RULES = (UNKNOWN_KEY, UNKNOWN_MATCH_KEY, WRONG_SHAPE)

_KINDS = frozenset({FindingKind.UNKNOWN_KEY, FindingKind.WRONG_SHAPE})


class AlienRule:
    """Speaks of each piece of alien JSON once, whether the draft still holds it or only its reading told of it."""

    def __init__(self, *, contract: Contract) -> None:
        self._contract = contract
        self._keys = KeyFinder(contract=contract)
        self._expected = Expected(contract=contract)

    def __call__(self, draft: Draft, findings: Sequence[Finding]) -> Iterator[tuple[Problem, str]]:
        """The findings of one event, each with the catalogue path of what was meant there.

        ``findings`` are what the event's reading told; kinds that are not about alien JSON are passed over.
        """
        extras = draft.extras
        told = {each.path: each for each in findings if each.kind in _KINDS}
        for path in {**extras, **told}:
            place, key = place_and_key(path)
            meant = catalogue_path(path)
            finding = told.get(path)
            if self._is_unknown(key, meant, finding):
                near = self._keys.nearest(place, key)
                whole = self._keys.whole(place, near)
                repair = self._repair(draft, path, near, whole)
                yield self._unknown_key(path, place, key, near, repair), whole
            else:
                found = finding.found if finding else kind_of_json(extras[path])
                expected = self._expected.at(meant, item=is_item(path))
                yield WRONG_SHAPE.at(path, repair=REMOVE, found=capitalised(found), expected=expected), meant

    def _is_unknown(self, key: str, place: str, finding: Finding | None) -> bool:
        if finding is not None:
            return finding.kind is FindingKind.UNKNOWN_KEY
        return bool(key) and not self._keys.is_known(place)

    def _repair(self, draft: Draft, path: str, near: str, whole: str) -> Repair:
        """Moved where it was meant to be, if that place is free and takes such JSON; else removed."""
        if near and moved(draft, path, whole, contract=self._contract) is not None:
            return Repair(f"Move to {near}", MoveTo(whole))
        return REMOVE

    def _unknown_key(self, path: str, place: str, key: str, near: str, repair: Repair) -> Problem:
        instead = f", or write {near} instead" if near else ""
        if place == "user_data":
            return UNKNOWN_MATCH_KEY.at(path, key=quoted(key), instead=instead, repair=repair)
        name = {"": "an event", CONTENTS: "a product line"}.get(place, place)
        return UNKNOWN_KEY.at(path, key=quoted(key), place=name, instead=instead, repair=repair)


def unknown_column(path: str) -> Problem:
    """The finding for a value under a path that the catalogue does not have, as a table's column may bring it."""
    return UNKNOWN_KEY.at(path, key=quoted(path), place="an event", instead="", repair=REMOVE)


def unknown_envelope_key(path: str) -> Problem:
    """The finding for a key beside ``data`` in the body."""
    key = place_and_key(path)[1]
    return UNKNOWN_KEY.at(path, key=quoted(key), place="the body, which has only data", instead="")
