"""One field of the API, as the catalogue describes it."""

from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    """The JSON type a field has on the wire."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    STRINGS = "string[]"


@dataclass(frozen=True, slots=True)
class Field:
    """A leaf of the request body.

    ``path`` is the wire path inside one event; a product line's fields start with ``custom_data.contents[].``.
    ``format`` narrows the text (``decimal``, ``unix-time``, ``url``, ``ip``, ``currency`` …); ``hash_rule`` names the
    normalisation before SHA-256 and is empty where the value travels in plain text. ``recommended`` and ``optional``
    name event names, or ``*`` for all; ``platforms`` are ``web``, ``app``, ``offline``, of Pinterest's guide.
    ``published`` is False for fields newer than the published description that the catalogue was checked against.
    """

    path: str
    type: FieldType
    group: str
    label: str
    help: str
    example: str
    sources: tuple[str, ...]
    since: str
    format: str = ""
    hash_rule: str = ""
    required: bool = False
    nullable: bool = False
    published: bool = True
    advanced: bool = False
    values: tuple[str, ...] = ()
    max_length: int | None = None
    max_items: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    platforms: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    note: str = ""

    @property
    def hashed(self) -> bool:
        """Whether the value travels as a SHA-256 digest."""
        return bool(self.hash_rule)

    @property
    def name(self) -> str:
        """The last part of the path: ``em`` of ``user_data.em``."""
        return self.path.rpartition(".")[2]

    @property
    def is_list(self) -> bool:
        """Whether the field takes several values."""
        return self.type is FieldType.STRINGS

    @property
    def in_line(self) -> bool:
        """Whether the field belongs to a product line."""
        return self.path.startswith(LINE_PREFIX)

    def recommended_for(self, event_name: str, platform: str) -> bool:
        """Whether Pinterest's guide recommends the field for this event on this platform."""
        if self.platforms and platform and platform not in self.platforms:
            return False
        return "*" in self.recommended or event_name in self.recommended


CONTENTS = "custom_data.contents"
LINE_PREFIX = f"{CONTENTS}[]."
