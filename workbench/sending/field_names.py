"""Which field of an event a message of Pinterest speaks of."""

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonObject, JsonValue

# Names the server uses for fields that are called otherwise in the request (observed).
_ALIASES = {"event_timestamp": "event_time", "epik": "user_data.click_id"}

# Strongest first: a dotted path, a quoted name, a name with an underscore, and a plain word only where a sentence
# can mean nothing but a field, because “value”, “type” and “id” are English too.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b([a-z_]+(?:\[\d*\])?(?:\.[a-z_]+(?:\[\d*\])?)+)",
        r"['\"‘“`]([a-z_]+)['\"’”`]",
        r"\b([a-z]+(?:_[a-z]+)+)\b",
        r"^\W*([a-z]{2,})\s+(?:is|are|must|should|has|cannot|was)\b",
        r"\b(?:[Ii]nvalid|[Mm]issing|[Uu]nknown|[Ff]ield|[Pp]arameter)\s+(?!value\b)([a-z]{2,})\b",
        r"\b([a-z]{2,})\s+(?:field|parameter)\b",
    )
)
_ENVELOPE = re.compile(r"^(?:data|events)(?:\[\d*\])?\.")
_INDEX = re.compile(r"\[\d*\]")


class FieldNames:
    """The names of the catalogue's fields and of the objects they stand in."""

    def __init__(self, *, contract: Contract) -> None:
        self._contract = contract
        names: dict[str, str] = {}
        # The flat name wins: app_version is a field of the event before it is one of app_info.
        for path in sorted(contract.by_path, key=lambda path: path.count(".")):
            names.setdefault(path.rpartition(".")[2], path)
            for container in _containers(path):
                names.setdefault(container.rpartition(".")[2], container)
        self._names: Mapping[str, str] = {**names, **_ALIASES}
        self._containers = frozenset(each for path in contract.by_path for each in _containers(path))

    def path_in(self, message: str) -> str | None:
        """The path of the field that ``message`` names first and most clearly; None when it names none."""
        for pattern in _PATTERNS:
            for found in pattern.finditer(message):
                path = self._path_of(found[1])
                if path is not None:
                    return path
        return None

    def places_of(self, key: str, sent: Sequence[JsonObject]) -> Iterator[tuple[int, str]]:
        """Where ``key`` stands in the events sent: (index of the event, path in it with indexes).

        Places where the catalogue knows no such field come alone when there are any: those are what Pinterest
        stumbled over. Otherwise all places come: the catalogue may know a field that the server lacks.
        """
        places = [(index, path) for index, event in enumerate(sent) for path in _paths_to(key, event)]
        alien = [place for place in places if not self._known(place[1])]
        yield from alien or places

    def _path_of(self, name: str) -> str | None:
        if "." not in name:
            return self._names.get(name)
        inner = _ENVELOPE.sub("", name)
        return inner if self._known(inner) else None

    def _known(self, path: str) -> bool:
        every_line = _INDEX.sub("[]", path)
        return any(
            form in self._contract.by_path or form in self._containers
            for form in (every_line, every_line.removesuffix("[]"))
        )


def _containers(path: str) -> Iterator[str]:
    """``custom_data`` and ``custom_data.contents`` for ``custom_data.contents[].id``."""
    while "." in path:
        path = path.rpartition(".")[0].removesuffix("[]")
        yield path


def _paths_to(key: str, event: JsonObject) -> Iterator[str]:
    waiting: list[tuple[str, JsonValue]] = [("", event)]
    while waiting:
        path, value = waiting.pop(0)
        if isinstance(value, dict):
            for name, inner in value.items():
                here = f"{path}.{name}" if path else name
                if name == key:
                    yield here
                waiting.append((here, inner))
        elif isinstance(value, list):
            waiting.extend((f"{path}[{index}]", inner) for index, inner in enumerate(value))
