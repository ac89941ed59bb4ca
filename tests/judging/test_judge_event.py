"""One event judged as a whole: what is said, in which order, and what comes of it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from workbench.events.draft import Draft
from workbench.events.finding import Finding, FindingKind
from workbench.ground.json_types import JsonValue
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement
from workbench.judging.problem import Severity

NOW = 1_800_000_000
DIGEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"
Judged = Callable[..., Judgement]


def sent(judgement: Judgement, holder: str, name: str) -> JsonValue:
    """One value of the payload, None when it is not there."""
    container = judgement.payload.get(holder)
    return container.get(name) if isinstance(container, dict) else None


def said(judgement: Judgement, path: str) -> list[str]:
    """The codes of what is said of one place."""
    return [problem.code for problem in judgement.problems if problem.path == path]


def test_event_good_checkout_has_only_advice(judged: Judged) -> None:
    assert {problem.severity for problem in judged().problems} == {Severity.ADVICE}


def test_event_payload_is_typed_and_hashed(judged: Judged) -> None:
    assert judged({"opt_out": "TRUE"}).payload == {
        "event_name": "checkout",
        "action_source": "web",
        "event_time": NOW - 180,
        "event_id": "o-1042",
        "opt_out": True,
        "user_data": {
            "em": [DIGEST],
            "client_ip_address": "84.12.9.1",
            "client_user_agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
        },
        "custom_data": {
            "value": "66.95",
            "currency": "USD",
            "num_items": 2,
            "content_ids": ["sku-1", "sku-2"],
            "contents": [{"id": "sku-1", "quantity": 1}, {"id": "sku-2", "quantity": 1}],
        },
    }


def test_event_payload_is_in_catalogue_order_however_it_was_typed(judge: Judge) -> None:
    draft = Draft({"event_id": "1", "user_data.em": (DIGEST,), "action_source": "web", "event_name": "lead"})
    assert list(judge.event(draft, now=NOW).payload) == ["event_name", "action_source", "event_id", "user_data"]


def test_event_refused_amount_is_left_out_of_the_payload(judged: Judged) -> None:
    assert sent(judged({"custom_data.value": "1,234"}), "custom_data", "value") is None


def test_event_refused_match_key_is_left_out_of_the_payload(judged: Judged) -> None:
    assert sent(judged({"user_data.em": ("jane", "test@example.com")}), "user_data", "em") == [DIGEST]


def test_event_hashed_is_keyed_by_indexed_path(judged: Judged) -> None:
    assert judged({"user_data.em": ("", "test@example.com")}).hashed["user_data.em[1]"].digest == DIGEST


def test_event_hash_problem_carries_its_index(judged: Judged) -> None:
    assert said(judged({"user_data.em": ("test@example.com", "jane")}), "user_data.em[1]")


def test_event_equal_digests_travel_once_in_the_order_typed(judged: Judged) -> None:
    judgement = judged({"user_data.em": ("b@example.com", "a@example.com", "B@example.com")})
    hashed = [judgement.hashed[f"user_data.em[{index}]"].digest for index in (0, 1)]
    assert sent(judgement, "user_data", "em") == hashed


def test_event_birth_date_in_the_future_is_not_sent(judged: Judged) -> None:
    assert sent(judged({"user_data.db": ("2027-02-01",)}), "user_data", "db") is None


def test_event_birth_date_is_judged_by_the_given_clock(judge: Judge) -> None:
    draft = Draft({"user_data.db": ("1990-01-31",)})
    assert "birth-date-in-future" in said(judge.event(draft, now=0), "user_data.db[0]")


def test_event_birth_date_has_a_day_of_grace(judge: Judge) -> None:
    for day, ahead in (("1970-01-02", False), ("1970-01-03", True)):
        found = said(judge.event(Draft({"user_data.db": (day,)}), now=86_399), "user_data.db[0]")
        assert ("birth-date-in-future" in found) is ahead


def test_event_birth_date_is_never_ahead_of_a_clock_beyond_all_calendars(judge: Judge) -> None:
    found = said(judge.event(Draft({"user_data.db": ("1990-01-31",)}), now=10**15), "user_data.db[0]")
    assert "birth-date-in-future" not in found


@pytest.mark.parametrize(
    ("value", "shown"), [("1000000000000000", "1e+15"), ("999999999999999", "999,999,999,999,999")]
)
def test_event_amount_without_end_is_shown_short(judged: Judged, value: str, shown: str) -> None:
    messages = [each.message for each in judged({"custom_data.value": value}).problems if each.code == "amount-unusual"]
    assert [message.startswith(f"The order value is {shown} USD.") for message in messages] == [True]


def test_event_amount_is_shown_with_two_decimals_at_most(judged: Judged) -> None:
    lines = [{"id": "sku-1", "item_price": "9.99", "quantity": "1"}]
    problems = judged({"custom_data.value": "71.907"}, lines=lines).problems
    (message,) = [each.message for each in problems if each.code == "value-above-lines"]
    assert message.startswith("The order value is 71.91, but the product lines add up to only 9.99.")


@pytest.mark.parametrize("click_id", ["epik=", "https://example.com/?epik="])
def test_event_click_id_that_holds_none_is_not_repaired(judged: Judged, click_id: str) -> None:
    problems = judged({"user_data.click_id": click_id}).problems
    assert [each.repair for each in problems if each.code == "click-id-not-bare"] == [None]


def test_event_digest_of_a_birth_date_tells_no_date(judge: Judge) -> None:
    assert judge.event(Draft({"user_data.db": (DIGEST,)}), now=0).payload["user_data"] == {"db": [DIGEST]}


def test_event_problems_come_worst_first(judged: Judged) -> None:
    ranks = [each.severity.rank for each in judged({"custom_data.currency": None, "event_name": ""}).problems]
    assert ranks == sorted(ranks)


def test_event_problems_of_one_severity_follow_the_catalogue(judged: Judged) -> None:
    judgement = judged({"custom_data.value": "x", "event_time": "x", "user_data.em": ("x",), "event_name": ""})
    errors = [each.path for each in judgement.problems if each.severity is Severity.ERROR]
    assert errors == ["event_name", "event_time", "user_data.em[0]", "custom_data.value"]


def test_event_problems_of_product_lines_come_line_by_line(judged: Judged) -> None:
    lines = [{"quantity": "x", "item_price": "x"}, {"quantity": "x", "item_price": "x"}]
    errors = [each.path for each in judged(lines=lines).problems if each.severity is Severity.ERROR]
    assert errors == [
        "custom_data.contents[0].quantity",
        "custom_data.contents[0].item_price",
        "custom_data.contents[1].quantity",
        "custom_data.contents[1].item_price",
    ]


def test_event_what_is_recommended_comes_last(judged: Judged) -> None:
    codes = [problem.code for problem in judged({"event_name": "Checkout"}).problems]
    assert codes[0] == "event-name-case"
    assert set(codes[1:]) == {"recommended-missing", "web-url-missing"}


def test_event_empty_draft_misses_five_things_and_sends_nothing(judge: Judge) -> None:
    judgement = judge.event(Draft(), now=NOW)
    assert [each.path for each in judgement.problems if each.severity is Severity.ERROR] == [
        "event_name",
        "action_source",
        "event_time",
        "event_id",
        "user_data",
    ]
    assert judgement.payload == {}


def test_event_refused_email_counts_for_the_rule_of_identification(judged: Judged) -> None:
    judgement = judged({"user_data.em": ("jane",), "user_data.client_ip_address": None})
    assert said(judgement, "user_data") == []


def test_event_without_identification_is_not_told_of_em_again(judged: Judged) -> None:
    judgement = judged({"user_data.em": None, "user_data.client_ip_address": None})
    assert said(judgement, "user_data.em") == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"user_data": []}, "user_data"),
        ({"custom_data": 5}, "custom_data"),
        ({"custom_data.contents": "x"}, "custom_data.contents"),
        ({"device_info": "x"}, "device_info"),
    ],
)
def test_event_object_of_alien_shape_is_told_once(changes: Mapping[str, Any], path: str, judge: Judge) -> None:
    values = {"event_name": "checkout", "action_source": "web", "event_time": str(NOW), "event_id": "1"}
    judgement = judge.event(Draft(values, extras=changes), now=NOW)
    assert [each.code for each in judgement.problems if each.path.startswith(path)] == ["wrong-shape"]


def test_event_unknown_key_speaks_for_the_field_it_means(judge: Judge) -> None:
    judgement = judge.event(Draft(extras={"user_data.email": "x"}), now=NOW)
    assert said(judgement, "user_data") == []


def test_event_alien_finding_is_told_though_the_draft_forgot_it(judge: Judge) -> None:
    findings = [Finding("custom_data.price", FindingKind.UNKNOWN_KEY, "a number")]
    assert said(judge.event(Draft(), now=NOW, findings=findings), "custom_data.price") == ["unknown-key"]


def test_event_alien_finding_and_extra_are_told_once(judge: Judge) -> None:
    findings = [Finding("custom_data.price", FindingKind.UNKNOWN_KEY, "a number")]
    draft = Draft(extras={"custom_data.price": 1})
    assert said(judge.event(draft, now=NOW, findings=findings), "custom_data.price") == ["unknown-key"]


def test_event_value_under_a_path_of_no_field_is_told_and_left_out(judge: Judge) -> None:
    judgement = judge.event(Draft({"user_data.email": "jane@example.com"}), now=NOW)
    assert said(judgement, "user_data.email") == ["unknown-key"]
    assert judgement.payload == {}


def test_event_extras_travel(judged: Judged) -> None:
    assert judged(extras={"foo": {"bar": 1}}).payload["foo"] == {"bar": 1}


def test_event_several_texts_for_a_single_value_take_the_first(judged: Judged) -> None:
    assert judged({"event_id": ("a", "b")}).payload["event_id"] == "a"


def test_event_offline_may_be_late(judged: Judged) -> None:
    late = {"event_time": str(NOW - 86_400), "action_source": "offline"}
    assert said(judged(late), "event_time") == []


def test_event_time_written_as_a_date_is_given_back_in_seconds(judged: Judged) -> None:
    problem = judged({"event_time": "2027-01-15T08:00:00Z"}).problems[0]
    assert str(NOW) in problem.fix


def test_event_field_too_new_is_told_once_for_all_lines(judged: Judged) -> None:
    lines = [{"item_name": "x"}, {"item_brand_id": "1"}, {"item_brand_id": "2"}]
    paths = [each.path for each in judged(lines=lines).problems if each.code == "field-unpublished"]
    assert paths == ["custom_data.contents[1].item_brand_id"]
