"""What JSON Pinterest takes at each place, in words."""

from collections.abc import Mapping

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract

_WORDS: Mapping[FieldType, str] = {
    FieldType.STRING: "a text in quotation marks",
    FieldType.INTEGER: "a whole number without quotation marks",
    FieldType.BOOLEAN: "true or false without quotation marks",
    FieldType.STRINGS: "a list of texts",
}


class Expected:
    """The shape of each field and object. Places are catalogue paths; ``item`` asks for one item of the list there."""

    def __init__(self, *, contract: Contract) -> None:
        self._fields = contract.by_path

    def field(self, place: str) -> Field | None:
        """The field at a place, None for an object or an unknown key."""
        return self._fields.get(place)

    def at(self, place: str, *, item: bool) -> str:
        """What belongs there."""
        if place == CONTENTS:
            return "an object for each product line" if item else "a list of objects"
        field = self._fields.get(place)
        if field is None:
            return "an object"
        return _WORDS[FieldType.STRING] if item else _WORDS[field.type]

    def is_text(self, place: str, *, item: bool) -> bool:
        """Whether a text belongs there."""
        field = self._fields.get(place)
        return field is not None and (item or field.type is FieldType.STRING)
