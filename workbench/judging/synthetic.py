"""What shows that an event speaks of no real customer. The one place that decides whether it may go live.

Recognised are reserved domains (RFC 2606), telephone numbers kept for fiction, addresses for documentation, the IDs and
digests of the synthetic people, and digests that everybody copies from documentation. Marks are never complete: what is
not recognised may still be made up.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from workbench.events.draft import Draft
from workbench.events.paths import item_path
from workbench.events.people import CLICK_ID, EXTERNAL_ID, MAID, PEOPLE, people, sample_addresses
from workbench.judging.digests import sha256
from workbench.judging.rules.addresses import IP_DOCUMENTATION, ip_check

_RESERVED = re.compile(r"(.*\.)?(example(\.(com|net|org))?|test|invalid|localhost)\.?", re.DOTALL)
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)")
# The North American numbers 555-0100 to 555-0199, and Ofcom's numbers for television and radio drama.
_FICTION = re.compile(
    r"1[2-9]\d\d55501\d\d|440?("
    r"1632960|2079460|2896496|2920180|3069990|7700900|8081570|9098790|1914980|1(?:1[3-8]|[2-6]1)4960)\d{3}"
)
_NO_DIGIT = re.compile(r"\D+")
_DIGEST = 64
_SAMPLE = "is a digest that stands in documentation"
_PERSON = "belongs to a synthetic person of the workbench"


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an event shows that it is synthetic (wire path with index), and what is there, to follow the path."""

    path: str
    what: str


def synthetic_traces(draft: Draft) -> tuple[Trace, ...]:
    """Everything in a draft that belongs to no customer; match keys may be plain or digests. Never raises."""
    return tuple(_traces(draft))


def live_refusal(drafts: Iterable[Draft]) -> str:
    """Why these events may not go live: a sentence on the first synthetic one; "" when none was recognised."""
    for number, draft in enumerate(drafts, start=1):
        trace = next(_traces(draft), None)
        if trace is not None:
            named = " ".join(text for text in (draft.text("event_name"), draft.text("event_id")) if text)
            return (
                f"Event {number} ({named}) is made up: {trace.path} {trace.what}. Live events count in reports and "
                f"bids. Send it in test mode, or put a real customer's data there."
            )
    return ""


def next_seed(draft: Draft) -> int:
    """The seed after that of the draft's synthetic person; 1 for anybody else. After the last comes the first."""
    known = _seeds()
    seeds = (known.get(_as_digest(text)) for text in draft.texts("user_data.external_id"))
    return (next((seed for seed in seeds if seed is not None), 0) + 1) % PEOPLE


def _traces(draft: Draft) -> Iterator[Trace]:
    for path, recognise in _RECOGNISE.items():
        typed = draft.values.get(path)
        if not typed:
            continue
        texts = (typed,) if isinstance(typed, str) else typed
        for index, text in enumerate(texts):
            what = recognise(text.strip().lower())
            if what:
                yield Trace(path if isinstance(typed, str) else item_path(path, index), what)


def _mail(text: str) -> str:
    if len(text) == _DIGEST:
        return _known_digest(text)
    domain = text.rpartition("@")[2]
    return f"is an address at {domain}, where nobody has a mailbox" if _RESERVED.fullmatch(domain) else ""


def _phone(text: str) -> str:
    if len(text) == _DIGEST:
        return _known_digest(text)
    digits = _NO_DIGIT.sub("", text).lstrip("0")
    return "is a number kept for fiction" if _FICTION.fullmatch(digits) else ""


def _own_id(text: str) -> str:
    return _PERSON if text.startswith((EXTERNAL_ID, MAID)) else _known_digest(text)


def _address(text: str) -> str:
    found = ip_check("", text)
    if found is None or found.code != IP_DOCUMENTATION.code:
        return ""
    return "is an address reserved for documentation"


def _click(text: str) -> str:
    return _PERSON if text.startswith(CLICK_ID.lower()) else ""


def _page(text: str) -> str:
    host = _HOST.match(text)
    if host is None or not _RESERVED.fullmatch(host.group(1)):
        return ""
    return f"is a page on {host.group(1)}, a name that is nobody's shop"


def _known_digest(text: str) -> str:
    if len(text) != _DIGEST:
        return ""
    if text in _seeds():
        return _PERSON
    return _SAMPLE if text in _samples() else ""


_RECOGNISE: Mapping[str, Callable[[str], str]] = {
    "user_data.em": _mail,
    "user_data.ph": _phone,
    "user_data.external_id": _own_id,
    "user_data.hashed_maids": _own_id,
    "user_data.client_ip_address": _address,
    "user_data.click_id": _click,
    "event_source_url": _page,
}


def _as_digest(text: str) -> str:
    text = text.strip()
    return text.lower() if len(text) == _DIGEST else sha256(text)


@lru_cache(maxsize=1)
def _seeds() -> Mapping[str, int]:
    """The seed by each digest that identifies a synthetic person: a few milliseconds, when first wanted."""
    seeds: dict[str, int] = {}
    for seed, someone in enumerate(people()):
        digits = _NO_DIGIT.sub("", someone.ph)
        for text in (someone.em, digits, someone.external_id, someone.hashed_maids):
            seeds.setdefault(sha256(text), seed)
    return MappingProxyType(seeds)


@lru_cache(maxsize=1)
def _samples() -> frozenset[str]:
    """Pinterest's own sample digests, and those of addresses that stand in documentation everywhere."""
    from workbench.judging.detective.known import SAMPLES_OF_UNKNOWN

    return frozenset((*SAMPLES_OF_UNKNOWN, *map(sha256, sample_addresses())))
