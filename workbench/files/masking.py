"""Events as they may be shown to others: recognisable, and of no use to anybody who would match people with them."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.sending.redaction import redact

MASKED = "what is shown of a match key are the first 8 of its 64 digits; addresses and click ids are shortened too"

_SHOWN = 8
_V4 = re.compile(r"(\d{1,3}\.\d{1,3})\.\d{1,3}\.\d{1,3}")
# What identifies a person or a click without being hashed.
_SHORTENED = frozenset({"user_data.click_id", "user_data.partner_id"})


def masked_event(event: JsonObject, *, contract: Contract) -> JsonObject:
    """The event with match keys, IP address, click id and the queries of its addresses shortened, tokens hidden."""
    masked = _masked(event, "", contract)
    return masked if isinstance(masked, dict) else {}


def _masked(value: JsonValue, path: str, contract: Contract) -> JsonValue:
    if isinstance(value, dict):
        return {redact(key): _masked(inner, f"{path}.{key}" if path else key, contract) for key, inner in value.items()}
    if isinstance(value, list):
        return [_masked(inner, path, contract) for inner in value]
    if not isinstance(value, str):
        return value
    field = contract.by_path.get(path)
    if (field is not None and field.hashed) or path in _SHORTENED:
        return _shortened(value)
    if path == "user_data.client_ip_address":
        return _without_host(value)
    if field is not None and field.format == "url":
        return redact(_without_query(value))
    if field is None and path.startswith("user_data."):
        # Nobody knows what it is, and it stands among the match keys.
        return _shortened(value)
    return redact(value)


def _shortened(text: str) -> str:
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else "…"


def _without_host(address: str) -> str:
    match = _V4.fullmatch(address.strip())
    if match:
        return f"{match[1]}.x.x"
    return f"{':'.join(address.strip().split(':')[:3])}:…" if ":" in address else "…"


def _without_query(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "…"
    hidden = {"query": "…" if parts.query else "", "fragment": "…" if parts.fragment else ""}
    return urlunsplit(parts._replace(**hidden))


def masked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of an answer without anything that looks like a token."""
    return {name: redact(text) for name, text in headers.items()}
