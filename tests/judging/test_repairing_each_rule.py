"""The repair of each rule that has one: what its button says, and that it puts the fault right and makes no other."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Typed
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement
from workbench.judging.problem import Problem, Severity
from workbench.judging.repair import REMOVE
from workbench.judging.repairing import repaired

NOW = 1_800_000_000
LINE = "custom_data.contents[0]"
DIGEST = "ab" * 32
DIGEST_OF_TEST = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b"  # of test@example.com
BASE64 = "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s="

# code: (what is wrong, where, the button, what stands there afterwards; "" for nothing)
Case = tuple[Mapping[str, Any], str, str, str]
CASES: Mapping[str, Case] = {
    "time-not-in-seconds": ({"event_time": f"{NOW}123"}, "event_time", "Convert to seconds", str(NOW)),
    "time-in-future": ({"event_time": str(NOW + 99)}, "event_time", "Set the time to now", str(NOW)),
    "time-counted-offline": ({"event_time": str(NOW - 9999)}, "event_time", "Set the time to now", str(NOW)),
    "time-very-old": ({"event_time": "1500000000"}, "event_time", "Set the time to now", str(NOW)),
    "required-missing": ({"event_id": None}, "event_id", "Generate an ID", "fresh"),
    "not-an-integer": ({"event_time": "2027-01-15T09:00:00+01:00"}, "event_time", "Convert to seconds", str(NOW)),
    "not-a-decimal": ({"custom_data.value": "USD 1,234.50"}, "custom_data.value", "Use 1234.50", "1234.50"),
    "not-a-boolean": ({"opt_out": "yes"}, "opt_out", "Use true", "true"),
    "value-not-listed": ({"action_source": "App-Android"}, "action_source", "Use app_android", "app_android"),
    "currency-case": ({"custom_data.currency": "usd"}, "custom_data.currency", "Use USD", "USD"),
    "currency-unknown": ({"custom_data.currency": "$"}, "custom_data.currency", "Use USD", "USD"),
    "language-case": ({"language": "EN"}, "language", "Use en", "en"),
    "language-unknown": ({"language": "en-US"}, "language", "Use en", "en"),
    "event-name-case": ({"event_name": "CheckOut"}, "event_name", "Use checkout", "checkout"),
    "event-name-unlisted": ({"event_name": "subscription"}, "event_name", "Use subscribe", "subscribe"),
    "event-name-refused": ({"event_name": "add to cart"}, "event_name", "Use add_to_cart", "add_to_cart"),
    "negative-amount": ({"lines": [{"item_price": "-4.5"}]}, f"{LINE}.item_price", "Remove the minus sign", "4.5"),
    "num-items-differ": ({"custom_data.num_items": "3"}, "custom_data.num_items", "Use 2", "2"),
    "not-a-url": (
        {"event_source_url": "example.com/a"},
        "event_source_url",
        "Put https:// before it",
        "https://example.com/a",
    ),
    "locale-shape": ({"device_info.locale": "de_DE.UTF-8"}, "device_info.locale", "Use de-DE", "de-DE"),
    "partner-name-shape": ({"partner_name": "Shop"}, "partner_name", "Use ss-shop", "ss-shop"),
    "opt-out-type-unknown": (
        {"custom_data.opt_out_type": "GDPR"},
        "custom_data.opt_out_type",
        "Use LDP",
        "LDP",
    ),
    "not-an-ip": (
        {"user_data.client_ip_address": "84.12.9.1:443, 10.0.0.1"},
        "user_data.client_ip_address",
        "Keep the address alone",
        "84.12.9.1",
    ),
    "click-id-not-bare": (
        {"user_data.click_id": "_epik=dj0yJnU9abc"},
        "user_data.click_id",
        "Keep the click ID alone",
        "dj0yJnU9abc",
    ),
    "click-id-only-in-url": (
        {"event_source_url": "https://example.com/?epik=dj0yJnU9abc%3D&a=1"},
        "user_data.click_id",
        "Copy it from the address",
        "dj0yJnU9abc=",
    ),
    "time-before-pinterest": ({"event_time": "20270115"}, "event_time", "Set the time to now", str(NOW)),
    "amount-many-decimals": (
        {"custom_data.value": "66.950000001"},
        "custom_data.value",
        "Round to 66.95",
        "66.95",
    ),
    "value-in-cents": (
        {"custom_data.value": "800", "lines": [{"item_price": "4.00", "quantity": "2"}]},
        "custom_data.value",
        "Use 8.00",
        "8.00",
    ),
    "content-ids-joined": (
        {"custom_data.content_ids": ("sku-1, sku-2",)},
        "custom_data.content_ids[0]",
        "Give each its own entry",
        "sku-1",
    ),
    "email-in-plain-text": (
        {"event_source_url": "https://example.com/a?id=7&mail=jane%40example.com#top"},
        "event_source_url",
        "Remove “mail”",
        "https://example.com/a?id=7#top",
    ),
    "personal-url-parameter": (
        {"event_source_url": "https://example.com/?first_name=Jane&id=7"},
        "event_source_url",
        "Remove “first_name”",
        "https://example.com/?id=7",
    ),
    "unknown-key": ({"extras": {f"{LINE}.price": "5"}}, f"{LINE}.price", "Move to item_price", ""),
    "unknown-match-key": ({"extras": {"user_data.phone": "+12025550142"}}, "user_data.phone", "Move to ph", ""),
    "wrong-shape": ({"extras": {"custom_data.order_id": {"a": 1}}}, "custom_data.order_id", "Remove it", ""),
    "equal-digests-merged": (
        {"user_data.em": ("test@example.com", "TEST@example.com")},
        "user_data.em[1]",
        "Remove it",
        "",
    ),
    "email-wrapped": (
        {"user_data.em": ("Test <test@example.com>",)},
        "user_data.em[0]",
        "Keep the address alone",
        "test@example.com",
    ),
    "email-not-plausible": (
        {"user_data.em": ("test @example.com",)},
        "user_data.em[0]",
        "Remove the space",
        "test@example.com",
    ),
    "email-several": (
        {"user_data.em": ("a@example.com; b@example.com",)},
        "user_data.em[0]",
        "Give each its own entry",
        "a@example.com",
    ),
    "phone-extension": ({"user_data.ph": ("+1 202 555 0142 ext. 7",)}, "user_data.ph[0]", "Remove the extension",
        "+1 202 555 0142"),
    "phone-trunk-prefix": ({"user_data.ph": ("+49 (0) 30 901820",)}, "user_data.ph[0]", "Remove the 0", "+4930901820"),
    "birth-date-order": ({"user_data.db": ("31.01.1990",)}, "user_data.db[0]", "Put the year first", "19900131"),
    "birth-date-with-time": ({"user_data.db": ("1990-01-31T00:00",)}, "user_data.db[0]", "Remove the time", "19900131"),
    "birth-date-format": ({"user_data.db": ("1990-1-31",)}, "user_data.db[0]", "Write it as YYYYMMDD", "19900131"),
    "postal-code-extended": ({"user_data.zp": ("94107-1234",)}, "user_data.zp[0]", "Keep the first five digits",
        "94107"),
    "spreadsheet-number": ({"user_data.zp": ("94107.0",)}, "user_data.zp[0]", "Remove the “.0”", "94107"),
    "country-part": ({"user_data.country": ("Scotland",)}, "user_data.country[0]", "Use gb", "gb"),
    "country-reserved": ({"user_data.country": ("UK",)}, "user_data.country[0]", "Use gb", "gb"),
    "country-unknown": ({"user_data.country": ("en-US",)}, "user_data.country[0]", "Use us", "us"),
    "region-unknown": ({"user_data.st": ("Californa",)}, "user_data.st[0]", "Use ca", "ca"),
    "maid-not-uuid": (
        {"user_data.hashed_maids": ("cdda802efb9c47ad98660794d394c912",)},
        "user_data.hashed_maids[0]",
        "Put the hyphens in",
        "cdda802e-fb9c-47ad-9866-0794d394c912",
    ),
    "maid-zero": ({"user_data.hashed_maids": ("0" * 32,)}, "user_data.hashed_maids[0]", "Leave it out", ""),
    "placeholder-value": ({"user_data.ct": ("null",)}, "user_data.ct[0]", "Leave it out", ""),
    "placeholder-name": ({"user_data.ln": ("Null",)}, "user_data.ln[0]", "Leave it out", ""),
    "hidden-character": ({"user_data.fn": ("Ann\u00a0Lee",)}, "user_data.fn[0]", "Remove what is hidden", "Ann Lee"),
    "not-sha256": ({"user_data.fn": (BASE64,)}, "user_data.fn[0]", "Convert to hexadecimal", DIGEST),
    "digest-with-more": ({"user_data.fn": (f"sha256:{DIGEST}",)}, "user_data.fn[0]", "Keep the digest alone", DIGEST),
    "digest-of-nothing": (
        {"user_data.fn": ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",)},
        "user_data.fn[0]",
        "Leave it out",
        "",
    ),
    "digest-of-sample": (
        {"user_data.ge": ("0d248e82c62c9386878327d491c762a002152d42ab2c391a31c44d9f62675ddf",)},
        "user_data.ge[0]",
        "Use the right digest",
        "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a",
    ),
}  # fmt: skip


@pytest.fixture
def repair(contract: Contract) -> Callable[[Draft, Problem], Draft]:
    """Carries out the repair that a problem offers."""

    def repair_draft(draft: Draft, problem: Problem) -> Draft:
        return repaired(draft, problem, contract=contract, now=NOW, fresh_id=lambda: "fresh")

    return repair_draft


def _spoilt(draft: Callable[..., Draft], changes: Mapping[str, Any]) -> Draft:
    parts = {name: changes[name] for name in ("lines", "extras") if name in changes}
    return draft({path: typed for path, typed in changes.items() if path not in parts}, **parts)


def _found(judgement: Judgement, path: str, code: str) -> Problem:
    return next(each for each in judgement.problems if (each.path, each.code) == (path, code))


def _at(draft: Draft, path: str) -> str:
    if path.startswith(f"{LINE}."):
        return draft.lines[0].get(path.removeprefix(f"{LINE}."), "")
    place, _, index = path.removesuffix("]").partition("[")
    texts = draft.texts(place)
    return texts[int(index or 0)] if len(texts) > int(index or 0) else ""


@pytest.mark.parametrize("code", CASES)
def test_repair_puts_the_fault_right(
    code: str, judge: Judge, draft: Callable[..., Draft], repair: Callable[[Draft, Problem], Draft]
) -> None:
    changes, path, label, text = CASES[code]
    before = _spoilt(draft, changes)
    problem = _found(judge.event(before, now=NOW), path, code)
    assert problem.repair is not None
    assert problem.repair.label == label
    after = repair(before, problem)
    assert _at(after, path) == text
    assert path not in after.extras
    assert (path, code) not in [(each.path, each.code) for each in judge.event(after, now=NOW).problems]


@pytest.mark.parametrize("code", CASES)
def test_repair_makes_no_other_error(
    code: str, judge: Judge, draft: Callable[..., Draft], repair: Callable[[Draft, Problem], Draft]
) -> None:
    changes, path, _, _ = CASES[code]
    before = _spoilt(draft, changes)
    judged = judge.event(before, now=NOW)
    after = judge.event(repair(before, _found(judged, path, code)), now=NOW)
    assert not any(each.severity is Severity.ERROR for each in after.problems)


WIRE_CASES: Mapping[str, tuple[str, Typed, str, Typed]] = {
    "not-hashed": ("user_data.em", ("Test@Example.com",), "Hash it", (DIGEST_OF_TEST,)),
    "digest-not-lower-case": ("user_data.em", (DIGEST_OF_TEST.upper(),), "Write it in lower case", (DIGEST_OF_TEST,)),
    "digest-with-space": ("user_data.em", (f" {DIGEST_OF_TEST}",), "Trim it", (DIGEST_OF_TEST,)),
    "white-space-in-code": ("custom_data.currency", " USD", "Trim it", "USD"),
    "white-space-around": ("event_id", "o-1042 ", "Trim it", "o-1042"),
}


@pytest.mark.parametrize("code", WIRE_CASES)
def test_repair_puts_the_fault_on_the_wire_right(
    code: str, judge: Judge, draft: Callable[..., Draft], repair: Callable[[Draft, Problem], Draft]
) -> None:
    path, typed, label, right = WIRE_CASES[code]
    before = draft({path: typed})
    problem = next(each for each in judge.event(before, now=NOW, wire=True).problems if each.code == code)
    assert problem.repair is not None
    assert problem.repair.label == label
    assert repair(before, problem).values[path] == right


@pytest.mark.parametrize(
    "changes",
    [
        {"user_data.em": ("nobody",)},
        {"custom_data.value": "1,234"},
        {"user_data.db": ("01/02/1990",)},
        {"event_source_url": "nowhere"},
        {"user_data.client_ip_address": "84.12.9.1000"},
    ],
    ids=repr,
)
def test_no_repair_is_offered_where_the_user_must_decide(
    changes: Mapping[str, Any], judge: Judge, draft: Callable[..., Draft]
) -> None:
    found = [each for each in judge.event(draft(changes), now=NOW).problems if each.severity is Severity.ERROR]
    assert [each.repair for each in found] == [None]


@pytest.mark.parametrize(
    ("changes", "sweeping"),
    [
        ({"custom_data.currency": "eur"}, True),
        ({"custom_data.currency": "€"}, True),
        ({"custom_data.currency": "$"}, False),
        ({"event_name": "AddToCart"}, True),
        ({"event_name": "purchase"}, False),
        ({"extras": {"foo": 1}}, False),
        ({"extras": {"user_data.phone": "1"}}, True),
        ({"event_time": "2027-01-15 07:58:00"}, False),
    ],
    ids=repr,
)
def test_repair_is_sweeping_where_nothing_is_guessed_or_lost(
    changes: Mapping[str, Any], sweeping: bool, judge: Judge, draft: Callable[..., Draft]
) -> None:
    repairs = [each.repair for each in judge.event(_spoilt(draft, changes), now=NOW).problems if each.repair]
    assert [each.sweeping for each in repairs] == [sweeping]


def test_repair_of_a_key_whose_field_is_filled_is_to_remove_it(judge: Judge, draft: Callable[..., Draft]) -> None:
    spoilt = draft(extras={"user_data.email": "other@example.com"})
    problem = _found(judge.event(spoilt, now=NOW), "user_data.email", "unknown-match-key")
    assert problem.repair == REMOVE


def test_repair_shows_no_personal_data(judge: Judge, draft: Callable[..., Draft]) -> None:
    problem = _found(
        judge.event(draft({"user_data.em": ("<jane@example.com>",)}), now=NOW), "user_data.em[0]", "email-wrapped"
    )
    assert "jane" not in repr(problem.repair)
