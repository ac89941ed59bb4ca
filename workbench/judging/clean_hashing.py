"""The short way of a hashed value: what is evidently clean becomes its digest without being looked at closely.

Each function here says nothing of a value unless ``hash_text`` would give the same digest and find nothing; a test
holds the two against each other.
"""

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from workbench.events.draft import Typed
from workbench.ground.json_types import JsonValue
from workbench.judging.digests import clean_digest, sha256
from workbench.judging.normalising.birth_date import clean_birth_date
from workbench.judging.normalising.city import clean_city
from workbench.judging.normalising.country import clean_country
from workbench.judging.normalising.country_names import COUNTRY_CODES
from workbench.judging.normalising.e_mail import clean_email
from workbench.judging.normalising.gender import GENDERS, clean_gender
from workbench.judging.normalising.ids import clean_external_id, clean_maid
from workbench.judging.normalising.names import clean_name
from workbench.judging.normalising.phone import clean_phone
from workbench.judging.normalising.postal_code import clean_postal_code
from workbench.judging.normalising.region import clean_region
from workbench.judging.normalising.region_names import REGION_CODES

Clean: TypeAlias = Callable[[Typed], JsonValue]
"""The wire value of what was typed, if it is evidently clean; None for everything that must be looked at closely."""

CleanText: TypeAlias = Callable[[str], str | None]

CLEAN_TEXTS: Mapping[str, CleanText] = MappingProxyType(
    {
        "em": clean_email,
        "ph": clean_phone,
        "ge": clean_gender,
        "db": clean_birth_date,
        "fn": clean_name,
        "ln": clean_name,
        "ct": clean_city,
        "st": clean_region,
        "zp": clean_postal_code,
        "country": clean_country,
        "external_id": clean_external_id,
        "hashed_maids": clean_maid,
    }
)
"""The normalised text of a clean value, by hash rule. That of ``db`` holds from ``CERTAIN_FROM`` on."""

# What is written in one of few ways is hashed once for all.
_CODES = {"ge": GENDERS, "st": REGION_CODES, "country": COUNTRY_CODES}


def clean_digests(hash_rule: str) -> Clean:
    """The way of typed values to the list of their digests."""
    clean_text = CLEAN_TEXTS[hash_rule]
    codes = {spelling: sha256(code) for code in _CODES.get(hash_rule, ()) for spelling in (code, code.upper())}
    sha = hashlib.sha256

    def digest(text: str) -> str | None:
        normalised = clean_text(text)
        return None if normalised is None else sha(normalised.encode()).hexdigest()

    # Nearly every field has one value, and each call less counts.
    def digests(typed: Typed) -> JsonValue:
        if len(typed) == 1 and isinstance(typed, tuple):
            normalised = clean_text(typed[0])
            return None if normalised is None else [sha(normalised.encode()).hexdigest()]
        return _each(digest, typed)

    def digests_of_codes(typed: Typed) -> JsonValue:
        if len(typed) == 1 and isinstance(typed, tuple) and typed[0] in codes:
            return [codes[typed[0]]]
        return digests(typed)

    return digests_of_codes if codes else digests


def clean_wire_digests(typed: Typed) -> JsonValue:
    """The way of digests that are to travel as they stand."""
    return _each(clean_digest, typed)


def _each(way: CleanText, typed: Typed) -> JsonValue:
    """What comes of several values, if all are clean and no two come to the same."""
    found = [way(text) for text in typed] if isinstance(typed, tuple) else []
    return [*found] if found and None not in found and len(set(found)) == len(found) else None
