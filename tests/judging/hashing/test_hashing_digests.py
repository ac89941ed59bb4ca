"""Digests typed instead of plain text: passed through, refused by name, or known to be of nothing."""

import base64
import hashlib
from collections.abc import Callable

import pytest

from workbench.judging.judgement import Hashed
from workbench.judging.problem import Severity

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
MD5 = "9e107d9d372bb6826bd81d3542a419d6"
SHA1 = "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12"
ORDINARY_FIELDS = ["em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country"]


@pytest.mark.parametrize("name", [*ORDINARY_FIELDS, "external_id", "hashed_maids"])
@pytest.mark.parametrize("text", [DIGEST, DIGEST.upper(), f" {DIGEST}\n"])
def test_hash_text_never_hashes_a_digest_again(hash_as: Callable[[str, str], Hashed], name: str, text: str) -> None:
    result = hash_as(name, text)
    assert (result.normalised, result.digest, result.already_hashed) == (None, DIGEST, True)


def test_hash_text_says_that_a_digest_passed_through(hash_as: Callable[[str, str], Hashed]) -> None:
    assert hash_as("em", f" {DIGEST.upper()}").steps == (
        "trimmed",
        "already a SHA-256 digest, not hashed again",
        "lower-cased",
    )


@pytest.mark.parametrize("name", ORDINARY_FIELDS)
@pytest.mark.parametrize(("text", "kind"), [(MD5, "MD5"), (SHA1.upper(), "SHA-1")])
def test_hash_text_refuses_shorter_digests_by_name(
    hash_as: Callable[[str, str], Hashed], name: str, text: str, kind: str
) -> None:
    (problem,) = hash_as(name, text).problems
    assert problem.code == "not-sha256"
    assert kind in problem.message


@pytest.mark.parametrize("name", ["external_id", "hashed_maids"])
@pytest.mark.parametrize("text", [MD5, SHA1])
def test_hash_text_lets_ids_look_like_shorter_digests(
    normalised: Callable[[str, str], str | None], name: str, text: str
) -> None:
    assert normalised(name, text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (hashlib.sha512(b"x").hexdigest(), "SHA-512"),
        (hashlib.sha384(b"x").hexdigest(), "SHA-384"),
        (DIGEST[:-1], "63 hexadecimal digits"),
        (DIGEST + "0", "65 hexadecimal digits"),
    ],
)
def test_hash_text_refuses_other_digests_by_name(hash_as: Callable[[str, str], Hashed], text: str, kind: str) -> None:
    (problem,) = hash_as("hashed_maids", text).problems
    assert problem.code == "not-sha256"
    assert kind in problem.message


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_hash_text_gives_the_hexadecimal_form_of_base64(
    fix: Callable[[str, str], str], encode: Callable[[bytes], bytes]
) -> None:
    assert fix("em", encode(bytes.fromhex(DIGEST)).decode()) == f"Type the digest in hexadecimal: {DIGEST}"


@pytest.mark.parametrize(
    "text", [f"sha256:{DIGEST}", f"0x{DIGEST}", f'"{DIGEST}"', " ".join([DIGEST[:32], DIGEST[32:]])]
)
def test_hash_text_gives_the_digest_without_what_surrounds_it(fix: Callable[[str, str], str], text: str) -> None:
    assert fix("ct", text) == f"Type {DIGEST}"


def test_hash_text_refuses_several_digests_in_one_value(hash_as: Callable[[str, str], Hashed]) -> None:
    (problem,) = hash_as("em", f"{DIGEST},{DIGEST}").problems
    assert problem.code == "digest-with-more"
    assert "an entry of its own" in problem.fix


def test_hash_text_refuses_a_digest_hidden_by_punctuation(codes: Callable[[str, str], list[str]]) -> None:
    assert codes("ct", "'".join(DIGEST)) == ["digest-with-more"]


def test_hash_text_takes_an_address_that_is_named_like_a_digest(normalised: Callable[[str, str], str | None]) -> None:
    assert normalised("em", f"{DIGEST}@example.com") == f"{DIGEST}@example.com"


def test_hash_text_keeps_an_external_id_that_holds_a_digest(normalised: Callable[[str, str], str | None]) -> None:
    assert normalised("external_id", f"user-{DIGEST}") == f"user-{DIGEST}"


@pytest.mark.parametrize(
    ("nothing", "named"),
    [
        ("", "the empty text"),
        ("null", "“null”"),
        ("undefined", "“undefined”"),
        ("None", "“None”"),
        ("N/A", "“N/A”"),
        ("nan", "“nan”"),
        (" ", "a single space"),
    ],
)
@pytest.mark.parametrize("name", ["em", "external_id", "country"])
def test_hash_text_refuses_digests_of_nothing(
    hash_as: Callable[[str, str], Hashed], sha256: Callable[[str], str], name: str, nothing: str, named: str
) -> None:
    result = hash_as(name, sha256(nothing).upper())
    assert [problem.code for problem in result.problems] == ["digest-of-nothing"]
    assert named in result.problems[0].message
    assert result.digest is None


def test_hash_text_only_warns_of_the_digest_of_a_name_that_means_nothing(
    hash_as: Callable[[str, str], Hashed], sha256: Callable[[str], str]
) -> None:
    result = hash_as("ln", sha256("null"))
    assert result.digest == sha256("null")
    assert [problem.severity for problem in result.problems] == [Severity.WARNING]


def test_hash_text_refuses_the_digest_of_the_zero_advertising_id(
    codes: Callable[[str, str], list[str]], sha256: Callable[[str], str]
) -> None:
    assert codes("hashed_maids", sha256("00000000-0000-0000-0000-000000000000")) == ["maid-zero"]


@pytest.mark.parametrize(
    ("name", "digest", "text"),
    [
        ("country", "9b202ecbc6d45c6d8901d989a918878397a3eb9d00e8f48022fc051b19d21a1d", "US"),
        ("ge", "0d248e82c62c9386878327d491c762a002152d42ab2c391a31c44d9f62675ddf", "male"),
        ("db", "d4426a0086d10f12ad265539ae8d54221dc67786053d511407204b76e99d7739", "01/01/1900"),
    ],
)
def test_hash_text_warns_of_pinterests_own_sample_digests(
    hash_as: Callable[[str, str], Hashed], name: str, digest: str, text: str
) -> None:
    result = hash_as(name, digest)
    assert [problem.code for problem in result.problems] == ["digest-of-sample"]
    assert f"“{text}”" in result.problems[0].message
    assert result.digest == digest


def test_hash_text_says_nothing_of_a_sample_digest_in_another_field(
    codes: Callable[[str, str], list[str]], sha256: Callable[[str], str]
) -> None:
    assert codes("ln", sha256("male")) == []
