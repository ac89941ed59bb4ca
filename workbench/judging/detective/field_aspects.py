"""The aspects of each hash rule, in the order in which a program deals with them."""

from collections.abc import Mapping
from types import MappingProxyType

from workbench.judging.detective import common_aspects as common
from workbench.judging.detective import mail_parts, phones, texts
from workbench.judging.detective.recipe import Aspect, Choice, Mistake, same, wrong

_KEEP_NAME = "Keep spaces, hyphens and accents inside names."
_NAME_MARKS: Aspect = (
    Choice(same),
    wrong(texts.without_spaces, "remove-spaces", "the spaces inside were removed", _KEEP_NAME),
    wrong(texts.without_punctuation, "remove-punctuation", "the punctuation was removed", _KEEP_NAME),
    wrong(texts.bare, "remove-spaces-and-punctuation", "spaces and punctuation were removed", _KEEP_NAME),
    wrong(texts.first_word, "first-word", "only the first word", "Hash the whole name."),
    wrong(texts.only_ascii, "ascii-letters-only", "everything but the letters a to z was removed", _KEEP_NAME),
    wrong(texts.single_spaced, "single-space", "several spaces were made one", _KEEP_NAME),
    wrong(texts.hyphened, "hyphens-for-spaces", "hyphens stood for spaces", _KEEP_NAME),
    wrong(texts.underscored, "underscores-for-spaces", "underscores stood for spaces", _KEEP_NAME),
)

_CITY = "Remove spaces and punctuation before hashing; keep accented letters."
_CITY_MARKS: Aspect = (
    Choice(texts.bare, "remove-spaces-and-punctuation"),
    wrong(texts.without_spaces, "remove-spaces", "the punctuation was kept", _CITY),
    wrong(texts.without_punctuation, "remove-punctuation", "the spaces were kept", _CITY),
    wrong(same, "", "the spaces and the punctuation were kept", _CITY),
    wrong(texts.only_ascii, "ascii-letters-only", "accented letters were removed with the punctuation", _CITY),
    wrong(texts.first_word, "first-word", "only the first word", "Hash the whole name of the city."),
    wrong(texts.hyphened, "hyphens-for-spaces", "hyphens stood for spaces", _CITY),
    wrong(texts.underscored, "underscores-for-spaces", "underscores stood for spaces", _CITY),
)

_ZIP = "Keep all digits and nothing else."
_ZIP_MARKS: Aspect = (
    Choice(texts.digits, "digits-only"),
    wrong(texts.bare, "remove-spaces-and-punctuation", "the letters were kept", _ZIP),
    wrong(texts.without_spaces, "remove-spaces", "the punctuation was kept", _ZIP),
    wrong(same, "", "written as it was typed, spaces and punctuation kept", _ZIP),
    wrong(texts.first_word, "first-word", "only the part before the space", _ZIP),
    wrong(
        lambda text: text.partition("-")[0], "before-hyphen", "only the part before the hyphen (ZIP+4 cut off)", _ZIP
    ),
    wrong(lambda text: texts.digits(text)[:5], "first-five", "only the first five digits (ZIP+4 cut off)", _ZIP),
)
_ZEROS_LOST: Aspect = (
    Choice(same),
    wrong(
        texts.without_leading_zeros,
        "strip-zeros",
        "the leading zero was lost",
        "Keep the value as text, not as a number.",
    ),
    wrong(
        lambda text: text.zfill(5) if text.isdecimal() else text,
        "pad-to-five",
        "with the leading zero that the value has lost",
        "The digest is that of a five-digit ZIP code; take the value from a source that keeps it as text.",
    ),
    wrong(lambda text: text.removesuffix(".0"), "remove-fraction", "without the fraction .0", _ZIP),
    wrong(
        lambda text: f"{text[:5]}-{text[5:]}" if len(text) == 9 and text.isdecimal() else text,
        "zip-plus-4",
        "with the hyphen of ZIP+4",
        _ZIP,
    ),
)

_AS_IS = "Hash the id as it is."
_ID_MARKS: Aspect = (
    Choice(same),
    wrong(texts.without_spaces, "remove-spaces", "the spaces inside were removed", _AS_IS),
    wrong(texts.bare, "remove-spaces-and-punctuation", "the punctuation was removed", _AS_IS),
    wrong(texts.digits, "digits-only", "everything but digits was removed", _AS_IS),
    wrong(texts.without_leading_zeros, "strip-zeros", "the leading zeros were lost", _AS_IS),
)

_MAID_CASE = (
    "Most senders lower-case the id before hashing. Which form Pinterest hashes is not documented: "
    "use the same for every event."
)
_MAID_LOWER: Aspect = (
    Choice(texts.rule_lower, "lower"),
    wrong(same, "", "not lower-cased", _MAID_CASE),
    wrong(str.upper, "upper", "in upper case", _MAID_CASE),
)
_MAID_MARKS: Aspect = (
    Choice(same),
    wrong(lambda text: text.replace("-", ""), "remove-hyphens", "the hyphens were removed", "Keep the hyphens."),
    wrong(lambda text: "{" + text + "}", "braces", "in braces", "Hash the id without braces."),
)

_TIDY = (common.UNICODE, common.EDGES)
_CODE: tuple[Aspect, ...] = (*_TIDY, common.LOWER_CASE, common.ATTACHED)
_NAME: tuple[Aspect, ...] = (*_TIDY, common.LOWER_CASE, _NAME_MARKS, common.ATTACHED)

ASPECTS: Mapping[str, tuple[Aspect, ...]] = MappingProxyType(
    {
        "em": (*_TIDY, common.LOWER_CASE, mail_parts.INNER_SPACES, mail_parts.PARTS, common.MAIL_LINK),
        "ph": (phones.WESTERN, common.EDGES, phones.MARKS, phones.LEADING, common.PHONE_LINK),
        "ge": _CODE,
        "db": _CODE,
        "fn": _NAME,
        "ln": _NAME,
        "ct": (*_TIDY, common.LOWER_CASE, _CITY_MARKS, common.ATTACHED),
        "st": _CODE,
        "zp": (phones.WESTERN, common.EDGES, common.LOWER_CASE, _ZIP_MARKS, _ZEROS_LOST, common.FRACTION),
        "country": _CODE,
        "external_id": (*_TIDY, common.KEPT_CASE, _ID_MARKS, common.FRACTION),
        "hashed_maids": (*_TIDY, _MAID_LOWER, _MAID_MARKS, common.ATTACHED),
    }
)
"""By hash rule; a test holds it against the catalogue."""

AS_TYPED = Mistake(
    "exactly as it was typed, without any of the rule's changes", "Apply the field's rule before hashing."
)
