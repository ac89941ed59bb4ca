"""What the window remembers of itself: choices that may be lost without harm. Holds no token and no event."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

SCHEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 125, 150, 200)
AT_ONCE = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Preferences:
    """``text_size`` in per cent; ``at_once`` is how many requests of one send may be under way together.

    ``layout`` holds splitter and window states as base64 text, by object name. ``unknown`` keeps what a newer version
    wrote, so that going back and forth loses nothing.
    """

    scheme: str = "system"
    text_size: int = 100
    at_once: int = 1
    account: str = ""
    layout: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unknown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def read_preferences(path: Path) -> Preferences:
    """The preferences in a file; the defaults when there is none, or where a value is of no use."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(table, dict):
        return Preferences()
    preferences = Preferences(unknown={key: value for key, value in table.items() if key not in _KNOWN})
    if table.get("scheme") in SCHEMES:
        preferences = replace(preferences, scheme=table["scheme"])
    if table.get("text_size") in TEXT_SIZES:
        preferences = replace(preferences, text_size=int(table["text_size"]))
    if table.get("at_once") in AT_ONCE:
        preferences = replace(preferences, at_once=int(table["at_once"]))
    if isinstance(table.get("account"), str):
        preferences = replace(preferences, account=table["account"])
    layout = table.get("layout")
    if isinstance(layout, dict):
        texts = {str(key): value for key, value in layout.items() if isinstance(value, str)}
        preferences = replace(preferences, layout=MappingProxyType(texts))
    return preferences


_KNOWN = {"scheme", "text_size", "at_once", "account", "layout"}


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Writes the file anew, whole or not at all. Raises OSError."""
    table = {
        **preferences.unknown,
        "scheme": preferences.scheme,
        "text_size": preferences.text_size,
        "at_once": preferences.at_once,
        "account": preferences.account,
        "layout": dict(preferences.layout),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(json.dumps(table, indent=2, ensure_ascii=False), encoding="utf-8")
    draft.replace(path)
