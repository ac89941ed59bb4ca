"""Synthetic people: made of reserved ranges only, so that none of them can be a customer of anybody.

Everything about a person follows from the SHA-256 digest of the seed, so a seed means the same person in every run, on
every computer and with every release of Python. Places are real, because a place is nobody; names are common ones, and
whoever bears one shares neither address, number nor ID with the person here.
"""

import base64
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, TypeVar

import orjson

from workbench.events.draft import Draft
from workbench.ground.resources import resource

PEOPLE = 1000
"""The seeds that the window goes through, and whose digests are known: 0 to 999."""
EXTERNAL_ID = "test-person-"
MAID = "00000000-0000-4000-8000-"
CLICK_ID = "dj0yJnU9c3ludGhldGlj"
"""How every synthetic ID begins. The click ID's is Base64 of ``v=2&u=synthetic``."""

_MAIL_DOMAINS = ("example.com", "example.org", "example.net")
_NETWORKS = ("192.0.2.{}", "198.51.100.{}", "203.0.113.{}", "2001:db8:0:{:x}::1")
_FIRST_YEAR, _YEARS = 1950, 55
_ONLINE = frozenset(("click_id", "client_ip_address", "client_user_agent"))
_AGENT = "client_user_agent"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Person:
    """The match keys of one synthetic person, each as somebody would type it, named as in ``user_data``."""

    em: str
    ph: str
    external_id: str
    hashed_maids: str
    click_id: str
    client_ip_address: str
    client_user_agent: str
    fn: str
    ln: str
    ge: str
    db: str
    ct: str
    st: str
    zp: str
    country: str

    def match_keys(self, action_source: str) -> Mapping[str, str]:
        """What a shop would know of this person, by key of ``user_data``.

        In an app the user agent belongs to the device, not to the person; offline there is neither browser, address
        nor click. Apple prints its advertising IDs in capitals, Google in small letters.
        """
        absent = _ONLINE if action_source == "offline" else {_AGENT} if action_source.startswith("app_") else ()
        known = {each.name: str(getattr(self, each.name)) for each in fields(self) if each.name not in absent}
        if action_source == "app_ios":
            known["hashed_maids"] = known["hashed_maids"].upper()
        return MappingProxyType(known)


def person(seed: int) -> Person:
    """The person of a seed; 0 is the one of the checkout example. Raises FileNotFoundError when not installed whole."""
    return _made(seed, _table())


def people() -> Iterator[Person]:
    """The persons of the seeds 0 to 999, in this order."""
    table = _table()
    return (_made(seed, table) for seed in range(PEOPLE))


def sample_addresses() -> tuple[str, ...]:
    """E-mail addresses that stand in documentation everywhere, and so get hashed by everybody who tries something."""
    return tuple(_table()["samples"])


def with_person(draft: Draft, someone: Person) -> Draft:
    """The draft with this person's match keys in place of its own; what the person does not have stays as it is."""
    known = someone.match_keys(draft.text("action_source"))
    for each in fields(someone):
        path = f"user_data.{each.name}"
        value = known.get(each.name)
        if value is not None:
            draft = draft.with_value(path, value if each.name in _ONLINE else (value,))
    return draft


def _made(seed: int, table: dict[str, Any]) -> Person:
    if seed == 0:
        return Person(**table["example"])
    digest = hashlib.sha256(f"synthetic person {seed}".encode()).digest()
    first, gender = _pick(table["first_names"], digest[0:2])
    last = _pick(table["last_names"], digest[2:4])
    city, state, postal_code, area = _pick(table["places"], digest[4:6])
    network = _pick(_NETWORKS, digest[6:8])
    year = _FIRST_YEAR + _number(digest[8:10]) % _YEARS
    return Person(
        em=f"{_ascii(first)}.{_ascii(last)}.{seed}@{_pick(_MAIL_DOMAINS, digest[10:12])}",
        ph=f"+1 {area}-555-01{digest[12] % 100:02}",
        external_id=f"{EXTERNAL_ID}{seed:04}",
        hashed_maids=f"{MAID}{digest[13:19].hex()}",
        click_id=_click_id(seed),
        client_ip_address=network.format(1 + digest[19] % 254),
        client_user_agent=_pick(table["browsers"], digest[20:22]),
        fn=first,
        ln=last,
        ge=gender,
        db=f"{year}-{1 + digest[22] % 12:02}-{1 + digest[23] % 28:02}",
        ct=city,
        st=state,
        zp=postal_code,
        country=table["country"],
    )


def _pick(choices: Sequence[_T], digits: bytes) -> _T:
    return choices[_number(digits) % len(choices)]


def _number(digits: bytes) -> int:
    return int.from_bytes(digits, "big")


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower() if letter.isalpha())


def _click_id(seed: int) -> str:
    return base64.urlsafe_b64encode(f"v=2&u=synthetic{seed:021}&p=0".encode()).decode().rstrip("=")


def _table() -> dict[str, Any]:
    """The shipped lists that people are put together from."""
    table: dict[str, Any] = orjson.loads(resource("samples/people.json").read_bytes())
    return table
