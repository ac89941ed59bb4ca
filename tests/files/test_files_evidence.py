"""Evidence: whole, masked, and without a token, as JSON and as a page."""

import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.encoding import encode_json
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.files.evidence import evidence
from workbench.files.evidence_page import evidence_page
from workbench.files.masking import masked_event
from workbench.history.rows import Entry
from workbench.history.store import History
from workbench.judging.judge import Judge

NOW = 1_795_000_000
DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
TOKEN = "pina_AEA5KXYZ0123456789"
EVENT: dict[str, Any] = {
    "event_name": "checkout",
    "action_source": "web",
    "event_time": NOW - 60,
    "event_id": "o-1",
    "event_source_url": "https://shop.example.com/thanks?session=4711#x",
    "user_data": {
        "em": [DIGEST],
        "client_ip_address": "84.12.9.1",
        "client_user_agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36",
        "click_id": "dj0yJnU9c2VjcmV0",
        "alien": "jane",
    },
    "custom_data": {"value": "66.95", "currency": "USD"},
}


@pytest.fixture
def entry(tmp_path: Path) -> Entry:
    """A send that was processed with a warning, as the history gives it back."""
    body = encode_json({"data": [EVENT]})
    answer = b'{"num_events_received":1,"num_events_processed":1,"events":[{"status":"processed"}]}'
    with History(path=tmp_path / "history.sqlite") as history:
        row = history.begin(
            account_name="Shop <EU>", ad_account_id="5497", mode=Mode.TEST, url="https://x/y", body=body, at=float(NOW)
        )
        outcome = Outcome(
            State.WARNINGS,
            f"Taken. {TOKEN}",
            "",
            status=200,
            received=1,
            processed=1,
            verdicts=(EventVerdict(0, "processed", None, ("click_id is missing",)),),
            answer=answer,
            headers={"x-pinterest-rid": "77"},
            elapsed=0.12,
        )
        history.finish(row, outcome, at=NOW + 1)
        return history.entry(row)


@pytest.fixture
def report(entry: Entry, contract: Contract) -> dict[str, Any]:
    return evidence([entry], contract=contract, judge=Judge(contract=contract), at=float(NOW + 60))


def test_evidence_names_tool_rules_and_time(report: dict[str, Any]) -> None:
    assert report["tool"].startswith("Conversion Workbench ")
    assert report["made_at"] == "2026-11-18T11:07:40.000+00:00"
    assert len(report["rules"]["rulebook_sha256"]) == 64


def test_evidence_has_the_digest_of_the_exact_bytes(report: dict[str, Any], entry: Entry) -> None:
    assert report["requests"][0]["body_sha256"] == hashlib.sha256(entry.body).hexdigest()


def test_evidence_tells_verdict_coverage_and_sentence_of_each_event(report: dict[str, Any]) -> None:
    (event,) = report["requests"][0]["events"]
    assert (event["status"], event["warnings"]) == ("processed", ["click_id is missing"])
    assert "hashed_email" in event["coverage"]["present"]
    assert event["summary"].startswith("Checkout, USD 66.95, 1 minute ago, on the web")


def test_evidence_judges_at_the_time_of_the_send(report: dict[str, Any]) -> None:
    (event,) = report["requests"][0]["events"]
    assert not [each for each in event["problems"] if each["code"].startswith("time-")]


def test_evidence_holds_no_whole_digest(report: dict[str, Any]) -> None:
    assert DIGEST not in json.dumps(report)


def test_evidence_holds_no_token(report: dict[str, Any]) -> None:
    assert "pina_" not in json.dumps(report)


def test_evidence_of_a_body_that_is_no_request_has_no_events(entry: Entry, contract: Contract) -> None:
    from dataclasses import replace

    broken = replace(entry, body=b"<html>")
    whole = evidence([broken], contract=contract, judge=Judge(contract=contract), at=1.0)
    assert whole["requests"][0]["events"] == []  # type: ignore[index, call-overload]


@pytest.mark.parametrize(
    ("path", "masked"),
    [
        ("em", ["973dfe46…"]),
        ("client_ip_address", "84.12.x.x"),
        ("click_id", "dj0yJnU9…"),
        ("alien", "…"),
        ("client_user_agent", EVENT["user_data"]["client_user_agent"]),
    ],
)
def test_masking_shortens_what_identifies_a_person(contract: Contract, path: str, masked: object) -> None:
    user_data = masked_event(EVENT, contract=contract)["user_data"]
    assert isinstance(user_data, dict)
    assert user_data[path] == masked


def test_masking_hides_the_query_of_an_address(contract: Contract) -> None:
    assert masked_event(EVENT, contract=contract)["event_source_url"] == "https://shop.example.com/thanks?…#…"


@pytest.mark.parametrize(("address", "masked"), [("2001:db8:7:1::1", "2001:db8:7:…"), ("no address", "…")])
def test_masking_shortens_addresses_of_every_kind(contract: Contract, address: str, masked: str) -> None:
    event: dict[str, Any] = {"user_data": {"client_ip_address": address}}
    assert masked_event(event, contract=contract) == {"user_data": {"client_ip_address": masked}}


def test_masking_leaves_the_order_as_it_is(contract: Contract) -> None:
    assert masked_event(EVENT, contract=contract)["custom_data"] == EVENT["custom_data"]


class _Page(HTMLParser):
    """What stands on a page, and which elements it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def page(report: dict[str, Any]) -> _Page:
    page = _Page()
    page.feed(evidence_page(report))
    return page


def test_evidence_page_says_mode_state_and_digest(page: _Page, report: dict[str, Any]) -> None:
    assert "TEST processed with warnings" in page.text
    assert report["requests"][0]["body_sha256"] in page.text


def test_evidence_page_escapes_what_it_shows(page: _Page) -> None:
    assert "Shop <EU>" in page.text
    assert "eu" not in page.elements


def test_evidence_page_names_what_is_recommended_and_missing_in_one_line(page: _Page) -> None:
    assert "Missing: opt_out, partner_name, user_data.ph" in page.text


def test_evidence_page_loads_nothing(page: _Page) -> None:
    assert page.addresses == []
    assert not page.elements & {"script", "img", "link", "iframe"}
