"""No token gets through, in any escaping, and JSON stays JSON."""

import base64
import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.sending.redaction import HIDDEN, redact, redact_bytes, worth_hiding

ODD = 's3cr3t/+"=&<é>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("token pina_AEA5KXYZ-01_x.y~z is bad", f"token {HIDDEN} is bad"),
        ("pinc_ABCD1234", HIDDEN),
        ("pinr.eyJhbGciOi.x-y_z", HIDDEN),
        ("pinrABCDEF", HIDDEN),
        ("(pina_AEA5)", f"({HIDDEN})"),
        ("bearer abcdef123", f"bearer {HIDDEN}"),
        ("Bearer  x/y+z==", f"Bearer {HIDDEN}"),
        ("Basic dXNlcjpwYXNzd29yZA==", f"Basic {HIDDEN}"),
        ("Authorization: Token abc def", f"Authorization: {HIDDEN}"),
        ("proxy-authorization=abc", f"proxy-authorization={HIDDEN}"),
        ("https://x/?access_token=abc&a=b", f"https://x/?access_token={HIDDEN}&a=b"),
        ("https://user:hunter2@host/path", f"https://{HIDDEN}@host/path"),
        ('{"authorization": "abc"}', f'{{"authorization": "{HIDDEN}"}}'),
    ],
)
def test_redact_hides(text: str, expected: str) -> None:
    assert redact(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Authentication failed.",
        "Bearer token is missing",
        "Bearer authentication required",
        "The basic information is missing",
        "start with pina_",
        "opinary pinrich",
        "https://host/a@b?c=d@e",
        "jane@example.com",
        '{"code": 2, "message": "You are not permitted to access that resource."}',
        "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b",
    ],
)
def test_redact_leaves_alone(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(
    "form",
    [ODD, json.dumps(ODD)[1:-1], quote(ODD, safe=""), quote(ODD, safe="").lower(), html.escape(ODD), ODD.upper()],
)
def test_redact_hides_a_known_secret_in_any_escaping(form: str) -> None:
    assert redact(f"echo: {form}!", secrets=[ODD]) == f"echo: {HIDDEN}!"


def test_redact_hides_a_secret_that_was_cut() -> None:
    assert redact("… x-echo: s3cr3t-01", secrets=["s3cr3t-0123456789"]) == f"… x-echo: {HIDDEN}"


@pytest.mark.parametrize("secret", ["", "abc", "a1b2", "practice"])
def test_redact_leaves_short_plain_words_alone(secret: str) -> None:
    assert redact("a practice answer: abc a1b2", secrets=[secret]) == "a practice answer: abc a1b2"
    assert not worth_hiding(secret)


def test_redact_hides_a_token_in_json_escapes() -> None:
    escaped = '{"m": "x \\u0070ina_AEA5KXYZ\\u0030123 y", "n": 1.50}'
    assert json.loads(redact(escaped)) == {"m": f"x {HIDDEN} y", "n": 1.5}


def test_redact_hides_a_known_secret_in_json_escapes() -> None:
    escaped = "".join(f"\\u{ord(character):04x}" for character in ODD)
    assert json.loads(redact(f'["{escaped}"]', secrets=[ODD])) == [HIDDEN]


def test_redact_keeps_json_where_a_secret_is_a_number() -> None:
    assert json.loads(redact('{"a": 12345678, "b": true}', secrets=["12345678"])) == {"a": HIDDEN, "b": True}


def test_redact_keeps_json_where_a_secret_key_holds_no_text() -> None:
    assert json.loads(redact('{"access_token": null, "x": [1]}')) == {"access_token": None, "x": [1]}


def test_redact_keeps_json_where_a_secret_begins_inside_an_escape() -> None:
    assert json.loads(redact('["a\\nabc1234"]', secrets=["nabc1234"])) == ["a\nabc1234"]


def test_redact_hides_keys() -> None:
    assert redact('{"pina_AEA5KXYZ": 1}') == f'{{"{HIDDEN}": 1}}'


def test_redact_leaves_other_json_text_as_it_was() -> None:
    text = '{ "a" : 1.500, "a":"\\u00e9", "t":"pina_AEA5KXYZ" }'
    assert redact('{ "a" : 1.500, "t":"pina_AEA5KXYZ" }') == f'{{ "a" : 1.500, "t":"{HIDDEN}" }}'
    assert "pina_" not in redact(text)


def test_redact_survives_deep_json() -> None:
    deep = "[" * 100_000 + '"\\u0070ina_AEA5KXYZ"'
    assert redact(deep) == deep


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(value=json_values, secret=st.text(min_size=6, max_size=20), ascii_only=st.booleans())
def test_redact_keeps_any_json_valid_and_clean(value: object, secret: str, *, ascii_only: bool) -> None:
    text = json.dumps({"a": value, "b": [secret, f"x{secret}y"]}, ensure_ascii=ascii_only)
    redacted = json.loads(redact(text, secrets=[secret]))
    if worth_hiding(secret):
        assert redacted["b"][0] == HIDDEN
        assert secret not in redacted["b"][1]


@given(st.text(), st.text(min_size=6))
def test_redact_twice_is_redact_once(text: str, secret: str) -> None:
    once = redact(f"{text}Bearer {text}", secrets=[secret])
    assert redact(once, secrets=[secret]) == once


def test_redact_bytes_keeps_what_is_not_utf_8() -> None:
    assert redact_bytes(b"\xff\xfe\x80 nothing \xe9") == b"\xff\xfe\x80 nothing \xe9"


def test_redact_bytes_hides_between_bytes_that_are_not_utf_8() -> None:
    assert redact_bytes(b"\x80pina_AEA5KXYZ\xe9") == b"\x80" + HIDDEN.encode() + b"\xe9"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_redact_bytes_hides_in_wide_encodings(encoding: str) -> None:
    assert b"AEA5" not in redact_bytes("x pina_AEA5KXYZ".encode(encoding)).replace(b"\0", b"")


def test_redact_bytes_leaves_wide_text_without_a_token_as_it_was() -> None:
    data = "nothing here".encode("utf-16")
    assert redact_bytes(data) == data


def test_redact_bytes_hides_basic_credentials() -> None:
    pair = base64.b64encode(b"user:s3cr3tpassword")
    assert pair not in redact_bytes(b"Basic " + pair)
