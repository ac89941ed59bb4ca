"""The forms in which phone numbers get hashed."""

import re
from collections.abc import Callable, Iterator

from workbench.judging.detective.calling_codes import CALLING_CODES
from workbench.judging.detective.recipe import Aspect, Choice, Mistake, Way, same, wrong
from workbench.judging.detective.texts import digits, without_leading_zeros, without_spaces
from workbench.judging.normalising.tidying import ascii_digits, tidy

_DIGITS = "Remove everything but digits before hashing."
_INTERNATIONAL = re.compile(r"\s*(?:\+|00)", re.ASCII)
_TRUNK = re.compile(r"(\(0\)|(?<=\d)[\s.-]+0)(?=[\s.-]*\d)")
_EXTENSION = re.compile(r"(?<=\d)[\s,;.()-]*(?:;?ext(?:ension|n)?|x|#)[\s.:=]*\d{1,7}\s*$", re.IGNORECASE)


def _keeping(marks: str) -> Callable[[str], str]:
    out = re.compile(rf"[^0-9{re.escape(marks)}]")
    return lambda text: out.sub("", text)


MARKS: Aspect = (
    Choice(digits, "digits-only"),
    wrong(_keeping("+"), "digits-and-plus", "the + was kept", _DIGITS),
    wrong(_keeping("."), "remove-marks", "the dots were kept", _DIGITS),
    wrong(_keeping("-"), "remove-marks", "the hyphens were kept", _DIGITS),
    wrong(_keeping(" "), "remove-marks", "the spaces were kept", _DIGITS),
    wrong(_keeping("()"), "remove-marks", "the brackets were kept", _DIGITS),
    wrong(_keeping("/"), "remove-marks", "the slashes were kept", _DIGITS),
    wrong(without_spaces, "remove-spaces", "only the spaces were removed", _DIGITS),
    wrong(_keeping("+ "), "remove-marks", "the + and the spaces were kept", _DIGITS),
    wrong(_keeping("+-"), "remove-marks", "the + and the hyphens were kept", _DIGITS),
    wrong(_keeping("- ."), "remove-marks", "the hyphens, spaces and dots were kept", _DIGITS),
    wrong(lambda text: text.replace("+", "", 1), "remove-plus", "only the + was removed", _DIGITS),
    wrong(same, "", "written as it was typed, marks and all", _DIGITS),
)

_ZEROS = "Remove leading zeros before hashing."
_CODE = "Hash the number with its country code, digits only."


def _national(text: str) -> str:
    bare = without_leading_zeros(text)
    length = next((size for size in (1, 2, 3) if bare[:size] in CALLING_CODES), 0)
    return bare[length:] if bare.isdecimal() else text


def _with_plus(text: str) -> str:
    return "+" + _bare(text)


def _with_zeros(text: str) -> str:
    return "00" + _bare(text)


def _bare(text: str) -> str:
    return without_leading_zeros(text.removeprefix("+"))


def _with_trunk_zero(text: str) -> str:
    return "0" + _national(text)


LEADING: Aspect = (
    Choice(without_leading_zeros, "strip-zeros"),
    wrong(same, "", "the leading zeros were kept", _ZEROS),
    wrong(_with_plus, "prepend-plus", "with + before the country code", _DIGITS),
    wrong(_with_zeros, "prepend-00", "with 00 before the country code", _ZEROS),
    wrong(_national, "remove-country-code", "without its country code", _CODE),
    wrong(_with_trunk_zero, "national-form", "in its national form, 0 in place of the country code", _CODE),
)
WESTERN: Aspect = (
    Choice(ascii_digits, "ascii-digits"),
    wrong(same, "", "with the digits of another script", "Write the digits as 0 to 9."),
)


def other_readings(text: str) -> Iterator[Way]:
    """The number that is meant where the value carries more than it."""
    clean = tidy(text)[0]
    if _INTERNATIONAL.match(clean) and (found := _TRUNK.search(clean)):
        number = clean[: found.start()] + clean[found.end() :]
        yield Way(number, ("remove-trunk-zero",), reading="once the 0 that is dialled only inside the country is out")
    if found := _EXTENSION.search(clean):
        yield Way(clean[: found.start()], ("remove-extension",), reading="once the extension is out")


def other_forms(text: str) -> Iterator[Way]:
    """The number as others would write it: spelt as in its country, or with a country code in front."""
    yield from _spelt(text)
    yield from _with_country_codes(text)


def _spelt(text: str) -> Iterator[Way]:
    import phonenumbers  # costs 40 ms, and few digests get here

    number = without_leading_zeros(digits(ascii_digits(text)))
    try:
        parsed = phonenumbers.parse(f"+{number}")
    except phonenumbers.NumberParseException:
        return
    forms = phonenumbers.PhoneNumberFormat
    for form, step, spelling in (
        (forms.INTERNATIONAL, "international-spelling", "international"),
        (forms.NATIONAL, "national-spelling", "national"),
        (forms.RFC3966, "link-spelling", "“tel:”"),
    ):
        written = phonenumbers.format_number(parsed, form)
        yield Way(written, (step,), (Mistake(f"in the usual {spelling} spelling, marks and all", _DIGITS),))


def _with_country_codes(text: str) -> Iterator[Way]:
    """A number that lacks its country code, with each that exists in front. A closed list: nothing is guessed."""
    if _INTERNATIONAL.match(text):
        return
    number = without_leading_zeros(digits(ascii_digits(text)))
    for code in CALLING_CODES if 4 <= len(number) <= 13 else ():
        what = f"with the country code {code} in front, which the value lacks"
        fix = f"If {code} is the customer's country, the digest is right; the value should begin with +{code}."
        yield Way(code + number, ("digits-only", f"prepend-{code}"), (Mistake(what, fix),))
