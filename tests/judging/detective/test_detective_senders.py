"""The recipes of known senders, where they part from the rule, and how they are named."""

import re

import pytest

from workbench.judging.detective.senders import SENDERS, STEPS, Sender, sent_by

FIELDS = ["em", "ph", "ge", "db", "fn", "ln", "ct", "st", "zp", "country", "external_id", "hashed_maids"]
BY_NAME = {sender.name: sender for sender in SENDERS}
DIGEST = "8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d"

RECIPES = [
    ("Segment", "ge", " Non-Binary ", "n"),
    ("Segment", "db", "1990-01-31 ", "1990-01-31"),
    ("RudderStack", "ge", "Female", "f"),
    ("RudderStack", "db", " 1990-01-31", " 1990-01-31"),
    ("Adobe tags extension", "fn", " Jane ", " jane "),
    ("Adobe tags extension", "ph", "0044 20", "4420"),
    ("PostHog", "ph", "+1 (206) 555.0142", "12065550142"),
    ("PostHog", "zp", "SW1A 1AA", "sw1a1aa"),
    ("Activepieces", "ct", "Zürich", "zrich"),
    ("Activepieces", "db", "1990-01-31", "19900131"),
    ("Pinterest for Magento 2", "em", " ÉA@b.com", " Éa@b.com"),
    ("Pinterest for Magento 2", "ge", "2", "f"),
    ("walkerOS", "country", "US", "US"),
    ("Cloudflare managed component", "zp", "98101-1234", "98101-1234"),
]


def text_of(sender: Sender, field: str, value: str) -> str | None:
    sent = sent_by(sender, field, value)
    return None if sent is None else sent[0]


@pytest.mark.parametrize(("name", "field", "value", "hashed"), RECIPES)
def test_sent_by_follows_the_sender(name: str, field: str, value: str, hashed: str) -> None:
    assert text_of(BY_NAME[name], field, value) == hashed


@pytest.mark.parametrize(
    ("name", "field"), [("Pinterest for WooCommerce plugin", "ph"), ("Adobe tags extension", "hashed_maids")]
)
def test_sent_by_knows_which_fields_a_sender_does_not_hash(name: str, field: str) -> None:
    assert sent_by(BY_NAME[name], field, "x") is None


def test_sent_by_lets_a_digest_pass_where_the_sender_does() -> None:
    hashing_again = {sender.name for sender in SENDERS if sent_by(sender, "em", DIGEST) is not None}
    assert {"Segment", "PostHog"}.isdisjoint(hashing_again)
    assert "Pinterest for WooCommerce plugin" in hashing_again


def test_sent_by_names_only_the_steps_that_changed_something() -> None:
    assert sent_by(BY_NAME["RudderStack"], "ct", "St. Louis") == ("st. louis", ("lower",))


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.name)
def test_sender_is_never_named_without_the_version_that_was_read(sender: Sender) -> None:
    assert re.fullmatch(r".+ \(as of (?:20\d\d(?:-\d\d)?|commit [0-9a-f]{8,9})\)", sender.title)


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.name)
def test_sender_has_rules_for_hashed_fields_in_known_steps(sender: Sender) -> None:
    assert set(sender.rules) <= set(FIELDS)
    assert {step for steps in sender.rules.values() for step in steps.split()} <= set(STEPS)
