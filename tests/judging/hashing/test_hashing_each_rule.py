"""Each rule about a value on its way to its digest speaks when it should, and is silent when it should be."""

import hashlib
from collections.abc import Callable, Mapping

import pytest

from workbench.judging.judgement import Hashed

DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"  # of test@example.com
Hash = Callable[[str, str], Hashed]


def sha256(text: str) -> str:
    """The digest of a text as it stands."""
    return hashlib.sha256(text.encode()).hexdigest()


# code: (field and text that call the rule, field and text that must not)
TYPED: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "nothing-to-hash": (("fn", " \u200b"), ("fn", "0")),
    "unreadable-text": (("fn", "J\ud800ne"), ("fn", "J\U0001f600ne")),
    "hidden-character": (("fn", "Ja\u200bne"), ("fn", "\u200bJane")),
    "not-sha256": (("em", "d" * 32), ("external_id", "d" * 32)),
    "digest-of-nothing": (("em", sha256("")), ("em", sha256("jane.doe@example.com"))),
    "digest-of-placeholder-name": (("ln", sha256("null")), ("ln", sha256("doe"))),
    "digest-of-sample": (("country", sha256("US")), ("country", sha256("us"))),
    "digest-with-more": (("em", f"sha256:{DIGEST}"), ("em", f"\u201c{DIGEST[:-1]}@example.com")),
    "placeholder-value": (("em", "undefined"), ("fn", "undine")),
    "placeholder-name": (("ln", "Null"), ("ln", "Nullmann")),
    "email-not-plausible": (("em", "jane.doe.example.com"), ("em", "jane.doe@example.com")),
    "email-wrapped": (("em", "Jane <jane.doe@example.com>"), ("em", "jane+doe@example.com")),
    "email-several": (("em", "a@example.com;b@example.com"), ("em", "a.b@example.com")),
    "email-doubtful": (("em", "jane..doe@example.com"), ("em", "jane.doe@example.museum")),
    "phone-without-digits": (("ph", "+ 00"), ("ph", "+1 202 555 0142")),
    "phone-extension": (("ph", "+1 202 555 0142 ext. 12"), ("ph", "+1 (202) 555-0142")),
    "phone-letters": (("ph", "Tel. +1 202 555 0142"), ("ph", "+1 202 555 0142")),
    "phone-length": (("ph", "+1 202"), ("ph", "+290 22222")),
    "phone-country-code": (("ph", "0151 23456789"), ("ph", "+49 151 23456789")),
    "phone-trunk-prefix": (("ph", "+49 (0) 151 23456789"), ("ph", "0049 151 23456789")),
    "phone-impossible": (("ph", "+999 123 456 789"), ("ph", "+44 20 7946 0958")),
    "gender-unknown": (("ge", "o"), ("ge", "Non-binary")),
    "birth-date-order": (("db", "31/01/1990"), ("db", "1990/01/31")),
    "birth-date-short-year": (("db", "31.01.90"), ("db", "1990.01.31")),
    "birth-date-with-time": (("db", "1990-01-31T00:00:00Z"), ("db", "1990-01-31")),
    "birth-date-impossible": (("db", "1990-02-30"), ("db", "1992-02-29")),
    "birth-date-year": (("db", "1899-12-31"), ("db", "1901-01-01")),
    "birth-date-format": (("db", "January 1990"), ("db", "19900101")),
    "birth-date-default": (("db", "1900-01-01"), ("db", "1900-01-02")),
    "city-empty": (("ct", "- -"), ("ct", "Y")),
    "city-with-digits": (("ct", "Berlin 10115"), ("ct", "Berlin")),
    "city-with-more": (("ct", "Austin, TX"), ("ct", "Austin")),
    "region-unknown": (("st", "Bavaria"), ("st", "California")),
    "region-foreign-code": (("st", "by"), ("st", "ca")),
    "country-unknown": (("country", "Atlantis"), ("country", "Germany")),
    "country-ambiguous": (("country", "Korea"), ("country", "South Korea")),
    "country-reserved": (("country", "uk"), ("country", "gb")),
    "country-part": (("country", "Scotland"), ("country", "United Kingdom")),
    "postal-code-without-digits": (("zp", "n. n."), ("zp", "0")),
    "postal-code-letters": (("zp", "SW1A 1AA"), ("zp", "94107")),
    "postal-code-extended": (("zp", "94107-1234"), ("zp", "123456")),
    "spreadsheet-number": (("zp", "94107.0"), ("zp", "94107")),
    "maid-not-uuid": (("hashed_maids", "customer-7"), ("hashed_maids", "7C3F1A52-9D4E-4B6A-8F20-1E5D3B9A6C47")),
    "maid-zero": (
        ("hashed_maids", "00000000-0000-0000-0000-000000000000"),
        ("hashed_maids", "00000000-0000-0000-0000-000000000001"),
    ),
}
WIRE: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "not-hashed": (("em", "jane.doe@example.com"), ("em", DIGEST)),
    "digest-with-space": (("em", f"{DIGEST} "), ("em", DIGEST)),
    "digest-not-lower-case": (("em", DIGEST.upper()), ("em", DIGEST)),
}
CASES = {**TYPED, **WIRE}


@pytest.fixture(name="codes_of")
def _codes_of(hash_as: Hash, hash_on_wire: Hash) -> Callable[[str, int], list[str]]:
    def codes_of(code: str, which: int) -> list[str]:
        field, text = CASES[code][which]
        hashed = (hash_on_wire if code in WIRE else hash_as)(field, text)
        return [problem.code for problem in hashed.problems]

    return codes_of


@pytest.mark.parametrize("code", CASES)
def test_hash_rule_speaks_alone(code: str, codes_of: Callable[[str, int], list[str]]) -> None:
    assert codes_of(code, 0) == [code]


@pytest.mark.parametrize("code", CASES)
def test_hash_rule_is_silent_otherwise(code: str, codes_of: Callable[[str, int], list[str]]) -> None:
    assert code not in codes_of(code, 1)
