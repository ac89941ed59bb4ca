"""Made-up data is recognised, plain or hashed, and real data is not taken for it."""

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Typed
from workbench.events.people import PEOPLE, person, with_person
from workbench.events.templates import from_template, templates
from workbench.judging.digested import digested
from workbench.judging.digests import sha256
from workbench.judging.hashing import hash_text
from workbench.judging.judge import Judge
from workbench.judging.synthetic import live_refusal, next_seed, synthetic_traces

NOW = 1_795_000_000
REAL: dict[str, Typed] = {
    "event_name": "checkout",
    "event_id": "o-1042",
    "action_source": "web",
    "event_source_url": "https://shop.example-home.de/thanks",
    "user_data.em": ("jane@example-home.de", "a" * 64),
    "user_data.ph": ("+49 30 1234567", "0212 555 0112", "b" * 64),
    "user_data.external_id": ("customer-7A31",),
    "user_data.hashed_maids": ("7c3f1a52-9d4e-4b6a-8f20-1e5d3b9a6c47",),
    "user_data.client_ip_address": "84.12.9.1",
    "user_data.click_id": "dj0yJnU9cmVhbCZuPXJlYWw",
}


def test_real_data_is_not_taken_for_made_up() -> None:
    assert synthetic_traces(Draft(REAL)) == ()
    assert live_refusal([Draft(REAL)]) == ""


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("user_data.em", (" Jane@Example.COM ",), "user_data.em[0]"),
        ("user_data.em", ("jane@shop.de", "jane@mail.example.org"), "user_data.em[1]"),
        ("user_data.em", ("jane@shop.test",), "user_data.em[0]"),
        ("user_data.em", ("jane@shop.example",), "user_data.em[0]"),
        ("user_data.em", ("jane@shop.invalid",), "user_data.em[0]"),
        ("user_data.em", (sha256("test@example.com"),), "user_data.em[0]"),
        ("user_data.em", ("411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8",), "user_data.em[0]"),
        ("user_data.ph", ("+1 202-555-0143",), "user_data.ph[0]"),
        ("user_data.ph", ("001 (202) 555 0143",), "user_data.ph[0]"),
        ("user_data.ph", ("+44 20 7946 0018",), "user_data.ph[0]"),
        ("user_data.ph", ("+44 (0)7700 900123",), "user_data.ph[0]"),
        ("user_data.ph", ("+44 1632 960555",), "user_data.ph[0]"),
        ("user_data.external_id", ("test-person-0007",), "user_data.external_id[0]"),
        ("user_data.hashed_maids", ("00000000-0000-4000-8000-00000000A042",), "user_data.hashed_maids[0]"),
        ("user_data.client_ip_address", "203.0.113.42", "user_data.client_ip_address"),
        ("user_data.client_ip_address", "2001:db8:0:1::1", "user_data.client_ip_address"),
        ("user_data.click_id", person(12).click_id, "user_data.click_id"),
        ("event_source_url", "https://shop.example.com/thanks?order=1", "event_source_url"),
        ("event_source_url", "http://user@localhost:8080/thanks", "event_source_url"),
    ],
)
def test_mark_of_made_up_data_is_recognised_where_it_stands(path: str, value: Typed, where: str) -> None:
    assert [trace.path for trace in synthetic_traces(Draft({**REAL, path: value}))] == [where]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("user_data.em", ("jane@myexample.com",)),
        ("user_data.em", ("example.com@shop.de",)),
        ("user_data.em", ("jane@test.de",)),
        ("user_data.ph", ("+1 202-555-0243",)),
        ("user_data.ph", ("+90 212 555 01 12",)),
        ("user_data.ph", ("+44 20 7946 1018",)),
        ("event_source_url", "https://shop.de/?next=https://example.com/"),
        ("event_source_url", "https://[broken"),
        ("user_data.client_ip_address", "no address"),
    ],
)
def test_what_only_looks_like_a_mark_is_let_by(path: str, value: Typed) -> None:
    assert synthetic_traces(Draft({**REAL, path: value})) == ()


@pytest.mark.parametrize("name", [each.name for each in templates()])
def test_template_is_recognised_when_only_digests_are_left(name: str, judge: Judge, contract: Contract) -> None:
    draft = from_template(name, now=NOW, event_id="id-1", contract=contract)
    kept = digested(draft, judge.event(draft, now=NOW), contract=contract)
    found = {trace.path for trace in synthetic_traces(kept)}
    assert {"user_data.em[0]", "user_data.ph[0]", "user_data.external_id[0]", "user_data.hashed_maids[0]"} <= found


@pytest.mark.parametrize("seed", [0, 1, PEOPLE - 1])
@pytest.mark.parametrize("key", ["em", "ph", "external_id", "hashed_maids"])
def test_digest_of_a_person_is_that_of_the_hash_rules(seed: int, key: str, contract: Contract) -> None:
    hashed = hash_text(contract.by_path[f"user_data.{key}"], str(getattr(person(seed), key)))
    assert synthetic_traces(Draft({**REAL, f"user_data.{key}": (str(hashed.digest).upper(),)}))


def test_refusal_names_the_event_the_field_and_what_to_do() -> None:
    bad = Draft({**REAL, "event_id": "o-7", "user_data.em": ("jane@example.com",)})
    refusal = live_refusal([Draft(REAL), bad])
    assert "Event 2 (checkout o-7)" in refusal
    assert "user_data.em[0] is an address at example.com" in refusal
    assert "test mode" in refusal


def test_refusal_does_not_repeat_what_was_typed() -> None:
    assert "jane" not in live_refusal([Draft({**REAL, "user_data.em": ("jane@example.com",)})])


def test_next_person_follows_the_one_who_is_there() -> None:
    assert next_seed(with_person(Draft(), person(41))) == 42


def test_next_person_follows_one_who_is_there_as_a_digest(contract: Contract) -> None:
    hashed = hash_text(contract.by_path["user_data.external_id"], person(41).external_id)
    assert next_seed(Draft({"user_data.external_id": (str(hashed.digest),)})) == 42


def test_next_person_after_the_last_is_the_first() -> None:
    assert next_seed(with_person(Draft(), person(PEOPLE - 1))) == 0


def test_next_person_after_a_stranger_is_the_first_seed_with_a_person_of_its_own() -> None:
    assert next_seed(Draft(REAL)) == 1
