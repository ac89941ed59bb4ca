"""Unknown keys: the legal key they most probably mean."""

import pytest

from workbench.contract.loading import Contract
from workbench.events.draft import Draft, Typed
from workbench.judging.judge import Judge
from workbench.judging.problem import Problem, Severity
from workbench.judging.repair import REMOVE
from workbench.judging.rules.nearest_key import _MEANT, KeyFinder
from workbench.judging.rules.unknown_keys import unknown_column

CONTENTS = "custom_data.contents"


@pytest.fixture(name="keys", scope="module")
def _keys(contract: Contract) -> KeyFinder:
    return KeyFinder(contract=contract)


@pytest.mark.parametrize(
    ("place", "key", "meant"),
    [
        (CONTENTS, "price", "item_price"),
        (CONTENTS, "itemPrice", "item_price"),
        (CONTENTS, "item-price", "item_price"),
        (CONTENTS, "item_prize", "item_price"),
        (CONTENTS, "product_id", "id"),
        (CONTENTS, "brand", "item_brand"),
        (CONTENTS, "currency", "custom_data.currency"),
        ("custom_data", "category_name", "content_category"),
        ("custom_data", "transaction_id", "order_id"),
        ("custom_data", "items", "contents"),
        ("custom_data", "curency", "currency"),
        ("custom_data", "event_id", "event_id"),
        ("user_data", "email", "em"),
        ("user_data", "ip", "client_ip_address"),
        ("user_data", "user_agent", "client_user_agent"),
        ("user_data", "phone", "ph"),
        ("user_data", "opt_out_type", "custom_data.opt_out_type"),
        ("", "em", "user_data.em"),
        ("", "email", "user_data.em"),
        ("", "eventTime", "event_time"),
        ("", "timestamp", "event_time"),
        ("", "customdata", "custom_data"),
        ("device_info", "screenwidth", "screen_width"),
        ("app_info", "zzz", ""),
        ("no.such.place", "zzz", ""),
    ],
)
def test_nearest_key_is_the_one_most_probably_meant(keys: KeyFinder, place: str, key: str, meant: str) -> None:
    assert keys.nearest(place, key) == meant


def test_nearest_key_table_leads_to_legal_places_only(keys: KeyFinder) -> None:
    for place, table in _MEANT.items():
        for key, meant in table.items():
            whole = f"{CONTENTS}[].{meant}" if place == CONTENTS else meant
            assert keys.is_known(whole), f"{place}: {key}"


def test_nearest_key_table_holds_no_legal_key(keys: KeyFinder) -> None:
    for place, table in _MEANT.items():
        prefix = {"": "", CONTENTS: f"{CONTENTS}[]."}.get(place, f"{place}.")
        assert [key for key in table if keys.is_known(prefix + key)] == []


def test_unknown_key_names_its_object(judge: Judge) -> None:
    problem = judge.event(Draft(extras={f"{CONTENTS}[3].price": 1}), now=0).problems
    assert any("a product line" in each.message and "item_price" in each.fix for each in problem)


def test_unknown_column_is_told_as_an_unknown_key_of_an_event() -> None:
    assert unknown_column("Colour") == Problem(
        path="Colour",
        severity=Severity.ERROR,
        code="unknown-key",
        message=(
            "“Colour” is not a key of an event, and Pinterest refuses the whole request because of one unknown key."
        ),
        fix="Remove it.",
        source="spec, observed",
        repair=REMOVE,
    )


@pytest.mark.parametrize(("typed", "codes"), [("x", ["unknown-key"]), (" ", []), (("", "x"), ["unknown-key"])])
def test_unknown_column_is_told_of_where_something_stands_in_it(judge: Judge, typed: Typed, codes: list[str]) -> None:
    problems = judge.event(Draft({"foo": typed}), now=0).problems
    assert [each.code for each in problems if each.path == "foo"] == codes


def test_unknown_key_with_a_point_in_it_is_no_field(judge: Judge) -> None:
    problems = judge.event(Draft(extras={'["user_data.em"]': ["x"]}), now=0).problems
    assert [each.code for each in problems if each.path == '["user_data.em"]'] == ["unknown-key"]


def test_unknown_key_in_values_and_extras_is_told_once(judge: Judge) -> None:
    problems = judge.event(Draft({"foo": "0"}, extras={"foo": None}), now=0).problems
    assert [each.code for each in problems if each.path == "foo"] == ["unknown-key"]
