"""What each hashed value of one event became, worked out when somebody asks."""

from collections.abc import Iterator, Mapping

from workbench.contract.field import Field
from workbench.events.draft import Typed
from workbench.judging.hashing import hash_text
from workbench.judging.judgement import Hashed


class HashedValues(Mapping[str, Hashed]):
    """Hashed values by indexed path, in the order they were typed.

    Judging needs the way of a value only where something was found on it; that of a clean value is for those who show
    it. ``looked_at`` holds the former.
    """

    __slots__ = ("_all", "_fields", "_values", "_wire", "looked_at")

    def __init__(self, values: Mapping[str, Typed], *, fields: Mapping[str, Field], wire: bool) -> None:
        self.looked_at: dict[str, Hashed] = {}
        self._values = values
        self._fields = fields
        self._wire = wire
        self._all: Mapping[str, Hashed] | None = None

    def __getitem__(self, path: str) -> Hashed:
        return self._every()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every())

    def __len__(self) -> int:
        return len(self._every())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)})"

    def _every(self) -> Mapping[str, Hashed]:
        if self._all is None:
            self._all = dict(self._each())
        return self._all

    def _each(self) -> Iterator[tuple[str, Hashed]]:
        for field_path, typed in self._values.items():
            field = self._fields.get(field_path)
            for index, text in enumerate(((typed,) if isinstance(typed, str) else typed) if field else ()):
                if field and text and not text.isspace():
                    path = f"{field_path}[{index}]"
                    yield path, self.looked_at.get(path) or hash_text(field, text, wire=self._wire)
