"""A file that is no OpenAPI description is refused in words."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from workbench.contract.openapi import parse_description, target
from workbench.ground.errors import InputError


def test_parse_description_reads_yaml(published_bytes: bytes) -> None:
    assert parse_description(published_bytes)["info"]["version"] == "5.23.0"


def test_parse_description_reads_the_same_from_json(published: Mapping[str, Any]) -> None:
    assert parse_description(json.dumps(published).encode()) == published


def test_parse_description_accepts_a_byte_order_mark(published: Mapping[str, Any]) -> None:
    assert parse_description(b"\xef\xbb\xbf" + json.dumps(published).encode()) == published


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not an OpenAPI 3 description"),
        (b"just a sentence", "not an OpenAPI 3 description"),
        (b"[1, 2]", "not an OpenAPI 3 description"),
        (b'{"swagger": "2.0"}', "not an OpenAPI 3 description"),
        (b'{"openapi": \n', "not readable JSON: .* .line 2, column 1"),
        (b"openapi: 3.0.3\npaths: a: b", "not readable YAML: .* .line 2, column 9"),
        (b"openapi: 3.0.3\ninfo: {when: 2024-13-45}", "a character or value that YAML does not allow"),
        (b"openapi: \x01", "a character or value that YAML does not allow"),
        (b"openapi: !!python/object/apply:os.getcwd []", "not readable YAML"),
        (b'{"openapi": ' + b"9" * 5000 + b"}", "a number that is too long"),
        ("openapi: 3".encode("utf-16"), "not text in UTF-8 .byte 1."),
    ],
    ids=[
        "empty", "sentence", "list", "swagger", "json", "yaml", "date", "control", "python", "number", "utf-16",
    ],
)  # fmt: skip
def test_parse_description_refuses_in_words(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        parse_description(data)


def test_parse_description_refuses_more_than_64_mib() -> None:
    with pytest.raises(InputError, match="larger than 64 MiB"):
        parse_description(bytes(64 * 1024 * 1024 + 1))


@pytest.mark.parametrize("data", [b"[" * 100_000, b"- " * 100_000, b'{"a":' * 100_000], ids=["flow", "block", "json"])
def test_parse_description_survives_deep_nesting(data: bytes) -> None:
    with pytest.raises(InputError, match="nested too deep"):
        parse_description(data)


def test_parse_description_says_what_to_do() -> None:
    with pytest.raises(InputError) as refused:
        parse_description(b"no")
    assert "openapi.yaml" in refused.value.fix


def test_target_unescapes_the_steps_of_a_pointer() -> None:
    document = {"paths": {"/a/{b}~c": {"post": 7}}}
    assert target(document, "#/paths/~1a~1%7Bb%7D~0c/post") == 7


@pytest.mark.parametrize("reference", ["#/paths/none", "#/paths/list/0", "", "#", None, "https://example.com/a.yaml"])
def test_target_refuses_what_is_not_there(reference: str | None) -> None:
    with pytest.raises(InputError, match="The description refers to something"):
        target({"paths": {"list": [1]}}, reference)
