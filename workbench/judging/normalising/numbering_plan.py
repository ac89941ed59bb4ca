"""Whether an international phone number can exist, by the numbering plan of its country."""

import re
from functools import lru_cache
from typing import NamedTuple


class NumberDoubt(NamedTuple):
    """What is doubtful about a number: ``why`` it is impossible, or the ``full`` form without its ``trunk_prefix``."""

    why: str = ""
    full: str = ""
    trunk_prefix: str = ""


class _Plan(NamedTuple):
    code_length: int
    lengths: frozenset[int]


_NO_PLAN = _Plan(0, frozenset())
# Country code 1 has one length and no trunk zero, so that its numbers need no library.
_NORTH_AMERICAN = re.compile(r"1[1-9][0-9]{9}", re.ASCII)


def doubt_number(digits: str) -> NumberDoubt | None:
    """What is doubtful about ``digits``, a number that begins with its country code; None if nothing is.

    The length alone settles nearly every number in a microsecond. The library's own parser takes forty, so it is asked
    only when the length is wrong or a 0 follows the country code.
    """
    if _NORTH_AMERICAN.fullmatch(digits):
        return None
    plan = _plan(digits[:3])
    if len(digits) - plan.code_length in plan.lengths and digits[plan.code_length] != "0":
        return None
    return _parsed(digits)


@lru_cache(maxsize=1000)
def _plan(start: str) -> _Plan:
    """The numbering plan that a number beginning with these three digits belongs to."""
    import phonenumbers  # costs 40 ms

    for length in (1, 2, 3):
        code = int(start[:length])
        if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            region = phonenumbers.region_code_for_country_code(code)
            metadata = phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region)
            if metadata is None or metadata.general_desc is None:
                return _NO_PLAN
            return _Plan(length, frozenset(metadata.general_desc.possible_length))
    return _NO_PLAN


def _parsed(digits: str) -> NumberDoubt | None:
    import phonenumbers  # costs 40 ms

    try:
        number = phonenumbers.parse(f"+{digits}")
    except phonenumbers.NumberParseException as error:
        if error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
            return NumberDoubt(why="no country has this country code")
        return NumberDoubt(why="it is too short or too long")
    reasons = {
        phonenumbers.ValidationResult.TOO_SHORT: "it is too short",
        phonenumbers.ValidationResult.TOO_LONG: "it is too long",
        phonenumbers.ValidationResult.INVALID_LENGTH: "numbers there have another length",
        phonenumbers.ValidationResult.INVALID_COUNTRY_CODE: "no country has this country code",
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "the area code is missing",
    }
    if why := reasons.get(phonenumbers.is_possible_number_with_reason(number)):
        return NumberDoubt(why=f"for country code {number.country_code} {why}" if "country" not in why else why)
    full = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")
    if full == digits:
        return None
    code = str(number.country_code)
    return NumberDoubt(full=full, trunk_prefix=digits[len(code) : len(code) + len(digits) - len(full)])
