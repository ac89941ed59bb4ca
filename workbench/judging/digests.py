"""Values that are digests already: of the right kind, of another kind, or of nothing."""

import binascii
import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from workbench.judging.normalising.ids import MAID_ZERO, ZERO_ID
from workbench.judging.normalising.placeholders import NAMES_LIKE_PLACEHOLDERS
from workbench.judging.normalising.tidying import LOWER_CASED, SHORTEST_DIGEST
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import LEAVE_OUT, Part, Repair, Write

NOT_SHA256 = Rule(
    "not-sha256",
    Severity.ERROR,
    "This is {kind}, not a SHA-256 digest of 64 hexadecimal digits; Pinterest cannot match it.",
    "{fix}",
    "spec, guide",
)
DIGEST_OF_NOTHING = Rule(
    "digest-of-nothing",
    Severity.ERROR,
    "This is the SHA-256 digest of {what}: the value was missing when it was hashed.",
    "Find where the value gets lost; leave the field out when there is none.",
    "workbench",
)
DIGEST_OF_PLACEHOLDER_NAME = Rule(
    "digest-of-placeholder-name",
    Severity.WARNING,
    "This is the SHA-256 digest of “{word}”: now and then a real name, more often a missing one.",
    "Leave the field out if the name is not known.",
    "workbench",
)
DIGEST_OF_SAMPLE = Rule(
    "digest-of-sample",
    Severity.WARNING,
    "This is the SHA-256 digest of “{text}”, which Pinterest prints as a sample against its own rule: {rule}.",
    "Do not copy the sample; hash {right}.",
    "spec, guide",
)
DIGEST_WITH_MORE = Rule(
    "digest-with-more",
    Severity.ERROR,
    "A SHA-256 digest stands here with something before, after or inside it, so Pinterest does not see it as a digest.",
    "{fix}",
    "spec",
)
RULES = (NOT_SHA256, DIGEST_OF_NOTHING, DIGEST_OF_PLACEHOLDER_NAME, DIGEST_OF_SAMPLE, DIGEST_WITH_MORE)

PASSED_THROUGH = "already a SHA-256 digest, not hashed again"

_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_CLEAN = re.compile(r"[0-9a-f]{64}")
_HEX = re.compile(r"[0-9a-fA-F]+")
_BASE64_OF_32_BYTES = re.compile(r"[0-9A-Za-z+/_-]{43}=")
_URL_SAFE = str.maketrans("-_", "+/")
_SHA256_INSIDE = re.compile(r"(?<![0-9a-zA-Z])(?:0x|sha256)?([0-9a-fA-F]{64})(?![0-9a-zA-Z])", re.IGNORECASE)
_DIVIDED = re.compile(r"[\s:.-]+")

_KINDS = {
    32: "an MD5 digest",
    40: "a SHA-1 digest",
    56: "a SHA-224 digest",
    96: "a SHA-384 digest",
    128: "a SHA-512 digest",
}
_HASH_ANEW = "Type the plain value and it is hashed here; a digest cannot be turned into another kind."
# An id of the advertiser's may look like anything; an advertising id without its hyphens looks like MD5.
_FREE_FORM = "external_id"
_MAY_LOOK_SHORT = frozenset((_FREE_FORM, "hashed_maids"))
_NAMES = frozenset(("fn", "ln"))


def sha256(text: str) -> str:
    """The SHA-256 digest of ``text`` in UTF-8, as Pinterest wants it: 64 hexadecimal digits in lower case."""
    return hashlib.sha256(text.encode()).hexdigest()


def _texts_of_nothing() -> Mapping[str, str]:
    words = ["null", "undefined", "none", "n/a", "nan"]
    spellings = [*words, *(word.upper() for word in words), *(word.capitalize() for word in words), "NaN"]
    texts = {word: f"the word “{word}”" for word in spellings}
    texts |= {text: f"“{text}”" for text in ('""', "''", "[]", "{}", "[object Object]")}
    texts |= {"": "nothing at all, the empty text", " ": "a single space", "\n": "a line break"}
    return MappingProxyType(texts)


class Sample(NamedTuple):
    """A sample digest of Pinterest's: its field's hash rule, what it is of, what is wrong, what to hash instead.

    ``digest`` is the digest of that where it is certain, else "".
    """

    field: str
    text: str
    rule: str
    right: str
    digest: str = ""


TEXTS_OF_NOTHING = _texts_of_nothing()
"""What programs hash when a value is missing, each in words."""

DIGESTS_OF_NOTHING: Mapping[str, str] = MappingProxyType(
    {sha256(text): what for text, what in TEXTS_OF_NOTHING.items()}
)
"""What each known digest of a missing value is the digest of."""

SAMPLES: Mapping[str, Sample] = MappingProxyType(
    {
        sha256("US"): Sample("country", "US", "country codes are lower-case", "us", sha256("us")),
        sha256("male"): Sample("ge", "male", "gender is one letter", "m", sha256("m")),
        sha256("01/01/1900"): Sample("db", "01/01/1900", "dates are written YYYYMMDD", "the date as 19900131"),
    }
)

_DIGEST_OF_ZERO_ID = sha256(ZERO_ID)
_DIGESTS_LIKE_NAMES: Mapping[str, str] = MappingProxyType({sha256(word): word for word in NAMES_LIKE_PLACEHOLDERS})
_REMARKABLE = frozenset((*DIGESTS_OF_NOTHING, *SAMPLES, *_DIGESTS_LIKE_NAMES, _DIGEST_OF_ZERO_ID))


class Digest(NamedTuple):
    """A digest that was recognised; ``text`` is None if it is refused, ``steps`` are empty unless it is SHA-256."""

    text: str | None
    steps: tuple[str, ...]
    problems: tuple[Problem, ...]


def recognise_digest(path: str, rule: str, text: str) -> Digest | None:
    """What kind of digest ``text`` is, for a field with this hash rule; None when it looks like plain text.

    ``text`` is tidied already. A SHA-256 digest comes back in lower case.
    """
    if len(text) < SHORTEST_DIGEST:
        return None
    if _SHA256.fullmatch(text):
        return _right_kind(path, rule, text)
    if problem := _other_kind(path, rule, text):
        return Digest(None, (), (problem,))
    return None


def clean_digest(text: str) -> str | None:
    """The text itself, if it is a SHA-256 digest in lower case, of nothing that any field has a finding for."""
    return text if _CLEAN.fullmatch(text) and text not in _REMARKABLE else None


def _right_kind(path: str, rule: str, text: str) -> Digest:
    digest = text.lower()
    steps = (PASSED_THROUGH,) if digest == text else (PASSED_THROUGH, LOWER_CASED)
    if rule in _NAMES and (word := _DIGESTS_LIKE_NAMES.get(digest)):
        return Digest(digest, steps, (DIGEST_OF_PLACEHOLDER_NAME.at(path, word=word, repair=LEAVE_OUT),))
    if what := DIGESTS_OF_NOTHING.get(digest):
        return Digest(None, steps, (DIGEST_OF_NOTHING.at(path, what=what, repair=LEAVE_OUT),))
    if rule == "hashed_maids" and digest == _DIGEST_OF_ZERO_ID:
        return Digest(None, steps, (MAID_ZERO.at(path, repair=LEAVE_OUT),))
    if (sample := SAMPLES.get(digest)) and sample.field == rule:
        repair = Repair("Use the right digest", Write(sample.digest)) if sample.digest else LEAVE_OUT
        found = DIGEST_OF_SAMPLE.at(path, text=sample.text, rule=sample.rule, right=sample.right, repair=repair)
        return Digest(digest, steps, (found,))
    return Digest(digest, steps, ())


def _other_kind(path: str, rule: str, text: str) -> Problem | None:
    if rule == _FREE_FORM:
        return None
    if _HEX.fullmatch(text):
        return _other_hex(path, rule, text)
    if len(text) > 64:
        return _surrounded(path, text)
    if len(text) == 44 and _BASE64_OF_32_BYTES.fullmatch(text):
        digest = binascii.a2b_base64(text.translate(_URL_SAFE)).hex()
        fix, repair = f"Type the digest in hexadecimal: {digest}", Repair("Convert to hexadecimal", Write(digest))
        return NOT_SHA256.at(path, kind="a digest of 32 bytes written in base64", fix=fix, repair=repair)
    return None


def _other_hex(path: str, rule: str, text: str) -> Problem | None:
    length = len(text)
    if length in _KINDS and not (length <= 40 and rule in _MAY_LOOK_SHORT):
        return NOT_SHA256.at(path, kind=f"{_KINDS[length]} ({length} hexadecimal digits)", fix=_HASH_ANEW)
    if 56 <= length <= 72 and not text.isdecimal():
        fix = "Copy the digest again, all 64 digits of it, or type the plain value."
        return NOT_SHA256.at(path, kind=f"a damaged digest ({length} hexadecimal digits)", fix=fix)
    return None


def _surrounded(path: str, text: str) -> Problem | None:
    if "@" in text:  # an address may have such a name
        return None
    found = _SHA256_INSIDE.findall(text)
    if len(found) > 1:
        repair = Repair("Give each its own entry", Part(tuple(each.lower() for each in found)))
        return DIGEST_WITH_MORE.at(path, fix="Give each digest an entry of its own.", repair=repair)
    digest = found[0] if found else _DIVIDED.sub("", text)
    return digest_alone(path, digest.lower()) if _SHA256.fullmatch(digest) else None


def digest_alone(path: str, digest: str) -> Problem:
    """The finding for a text that is more than ``digest``, which alone was meant."""
    return DIGEST_WITH_MORE.at(path, fix=f"Type {digest}", repair=Repair("Keep the digest alone", Write(digest)))
