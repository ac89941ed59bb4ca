"""Digests that are known without any value: of nothing, of Pinterest's samples, of the codes of closed lists."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from workbench.judging.detective.digest_forms import Given
from workbench.judging.detective.hashings import hashings_for
from workbench.judging.digests import SAMPLES, TEXTS_OF_NOTHING
from workbench.judging.normalising.country_names import COUNTRY_CODES
from workbench.judging.normalising.ids import ZERO_ID
from workbench.judging.normalising.region_names import REGION_CODES

# Of Pinterest's published API description.
SAMPLES_OF_UNKNOWN = MappingProxyType(
    {
        "411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8": "em",
        "09831ea51bd1b7b32a836683a00a9ccaf3d05f59499f42d9883412ed79289969": "em",
        "45df139772a81b6011bdc1c9cc3d1cb408fc0b10ec0c5cb9d4d4e107f0ddc49d": "ph",
        "ec1e6a072231703f1bc41429052fff8c00a7e0c6aaec2e7107241ca8f3ceb6b2": "fn",
        "7e546b3aa43f989dd359672e6c3409d4f9d4e8f155ae1e9b90ee060985468c19": "ln",
        "4ac01a129bfd10385c9278c2cf2c46fac5ab57350841234f587c8522a2e4ce36": "ct",
        "49a6d05b8e4b516656e464271d9dd38d0a7e0142f7f49546f4dabd2720cafc34": "st",
        "6a7a73766627eb611720883d5a11cc62b5bfee237b00a6658d78c50032ec4aee": "external_id",
        "0192518eb84137ccfe82c8b6322d29631dae7e28ed9d0f6dd5f245d73a58c5f1": "hashed_maids",
        "837b850ac46d62b2272a71de73c27801ff011ac1e36c5432620c8755cf90db46": "hashed_maids",
    }
)
"""Sample digests of which the text is not known, each with its field."""

_PROBE = "411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8"
_SAMPLE_ZIP = "99999"
_GENDERS = {"f": "the letter for female", "m": "the letter for male", "n": "the letter for non-binary"}


class Known(NamedTuple):
    """A known digest: what it is, what to do, the steps that make it; ``good``: it can be the right one of a value."""

    what: str
    fix: str
    steps: tuple[str, ...]
    good: bool


def find_nothing(given: Given) -> Known | None:
    """Whether the digest, of whatever kind, is that of a missing value."""
    for hashing in hashings_for(given):
        for text, what in (*TEXTS_OF_NOTHING.items(), (ZERO_ID, "the all-zero advertising id")):
            if hashing.make(text.encode()) == given.raw:
                kind = f", {hashing.mistake.what}" if hashing.mistake else ""
                return Known(
                    f"the digest of {what}{kind}: the value was missing when it was hashed",
                    "Find where the value gets lost; leave the field out when there is none.",
                    (f"replace-with-{_slug(text)}", *hashing.steps),
                    good=False,
                )
    return None


def find_sample(given: Given) -> Known | None:
    """Whether the digest is one that Pinterest prints as a sample."""
    digest = given.raw.hex()
    if sample := SAMPLES.get(digest):
        return Known(
            f"Pinterest's own sample digest, of “{sample.text}”, which breaks its own rule: {sample.rule}",
            f"Do not copy the sample; hash {sample.right}.",
            ("pinterest-sample",),
            good=False,
        )
    if digest == hashlib.sha256(_SAMPLE_ZIP.encode()).hexdigest():
        what = f"Pinterest's own sample digest of a postal code, “{_SAMPLE_ZIP}”, which keeps to the rule"
        return Known(what, "Do not copy the sample; hash the customer's own value.", ("pinterest-sample",), good=True)
    if field := SAMPLES_OF_UNKNOWN.get(digest):
        used = ", which some senders use to check a token" if digest == _PROBE else ""
        what = f"Pinterest's own sample digest for {field}{used}; of which text is not known"
        return Known(
            what,
            "Do not copy the sample; hash the customer's own value.",
            ("pinterest-sample",),
            good=False,
        )
    return None


def find_code(given: Given) -> Known | None:
    """Whether the digest is that of a country's or a state's code, or of a gender's letter."""
    return codes().get(given.raw.hex())


@lru_cache(maxsize=1)
def codes() -> Mapping[str, Known]:
    """Closed lists, whose every value is public."""
    meanings: dict[str, list[str]] = {}
    for code, what in _codes():
        meanings.setdefault(code, []).append(what)
    return MappingProxyType(
        {
            hashlib.sha256(code.encode()).hexdigest(): Known(
                f"the digest of “{code}”, {' and '.join(whats)}", "", ("sha256",), good=True
            )
            for code, whats in meanings.items()
        }
    )


def _codes() -> Iterator[tuple[str, str]]:
    for code in sorted(COUNTRY_CODES):
        yield code, "the code of a country"
    for code in sorted(REGION_CODES):
        yield code, "the code of a state or province"
    yield from _GENDERS.items()


def _slug(text: str) -> str:
    return {"": "nothing", " ": "space", "\n": "newline", ZERO_ID: "zeros"}.get(text, text.replace(" ", "-"))
