"""Other things than JSON, named."""

import pytest

from workbench.events.encoding import parse_json
from workbench.events.foreign_text import Foreign, foreign_format
from workbench.ground.errors import InputError


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("<!DOCTYPE html><html>", "a web page"),
        ("\n<html lang='en'>", "a web page"),
        ("<?xml version='1.0'?><a/>", "XML"),
        ("curl -X POST 'https://api.example.com' -d '{}'", "a cURL command"),
        ("$ curl https://example.com", "a cURL command"),
        ("curl.exe --data @x.json", "a cURL command"),
        ("fetch('https://example.com', {})", "a command"),
        ("Invoke-RestMethod -Uri x", "a command"),
        ("POST /v5/ad_accounts HTTP/1.1\nHost: x\n\n{}", "an HTTP message"),
        ("HTTP/2 200\ncontent-type: application/json\n\n{}", "an HTTP message"),
        ("pina_ABCDEFGHIJKLMNOP", "an access token"),
        ("Bearer pina_ABCDEFGHIJKLMNOP", "an access token"),
        ("event_name,event_id,value\ncheckout,1,2\n", "a table"),
        ("event_name;event_id;value\n", "a table"),
        ("event_name\tevent_id\ncheckout\t1\n", "a table"),
        ("a=1&b=2", "a web form"),
        ("event_name: checkout\nuser_data:\n", "YAML"),
        ("---\na: 1", "YAML"),
        ("const event = {a: 1}", "program code"),
        ("payload = {'a': 1}", "program code"),
        ("pintrk('track', 'checkout')", "program code"),
    ],
)
def test_text_is_named(text: str, name: str) -> None:
    foreign = foreign_format(text)
    assert foreign is not None
    assert foreign.name.startswith(name)
    assert foreign.fix


@pytest.mark.parametrize(
    "text", ["{'a': 1}", "[1, 2", "hello there", "yes, and no", "yes, and\nno", '{"a,b,c": x}', "Infinity,"]
)
def test_text_that_may_be_anything_is_not_named(text: str) -> None:
    assert foreign_format(text) is None


def test_nothing_at_all_is_told_what_to_bring() -> None:
    assert foreign_format(" ") == Foreign("empty", "Paste or choose an event as JSON.")


def test_message_repeats_nothing_of_a_foreign_text() -> None:
    with pytest.raises(InputError) as caught:
        parse_json("curl -H 'Authorization: Bearer pina_SECRET' -d '{}'")
    assert "SECRET" not in str(caught.value)
    assert "Bearer" not in str(caught.value)


def test_bare_token_is_not_repeated() -> None:
    with pytest.raises(InputError) as caught:
        parse_json("pina_SECRETSECRETSECRET")
    assert "SECRET" not in str(caught.value)
