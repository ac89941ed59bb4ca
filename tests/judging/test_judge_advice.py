"""What is recommended and missing: by event name and platform, once for each field."""

from collections.abc import Callable

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement

NOW = 1_800_000_000
Judged = Callable[..., Judgement]


def advised(judgement: Judgement) -> set[str]:
    """Where advice on missing fields stands."""
    codes = {"recommended-missing", "product-lines-missing"}
    return {problem.path for problem in judgement.problems if problem.code in codes}


def test_advice_follows_the_platform(judged: Judged) -> None:
    assert "user_data.hashed_maids" not in advised(judged())
    assert "user_data.hashed_maids" in advised(judged({"action_source": "app_ios"}))


def test_advice_follows_the_event_name(judged: Judged) -> None:
    assert "custom_data.search_string" not in advised(judged())
    assert "custom_data.search_string" in advised(judged({"event_name": "search"}))


def test_advice_takes_the_event_name_in_any_case(judged: Judged) -> None:
    assert advised(judged({"event_name": "Checkout"})) == advised(judged())


def test_advice_for_a_name_of_ones_own_is_what_holds_for_all(judge: Judge, contract: Contract) -> None:
    draft = Draft({"event_name": "zq7", "action_source": "web"})
    general = {each.path for each in contract.fields if each.recommended_for("", "web")}
    assert advised(judge.event(draft, now=NOW)) <= general


def test_advice_never_speaks_of_required_fields(judge: Judge, contract: Contract) -> None:
    required = {each.path for each in contract.fields if each.required}
    assert not advised(judge.event(Draft(), now=NOW)) & required


def test_advice_is_silent_for_a_field_that_was_refused(judged: Judged) -> None:
    assert "user_data.external_id" not in advised(judged({"user_data.external_id": ("null",)}))


def test_advice_is_silent_for_a_field_that_another_finding_speaks_of(judged: Judged) -> None:
    assert "custom_data.currency" not in advised(judged({"custom_data.currency": None}))


def test_advice_on_product_lines_is_one_message_when_there_are_none(judged: Judged) -> None:
    assert {path for path in advised(judged(lines=[])) if "contents" in path} == {"custom_data.contents"}


def test_advice_on_product_lines_stands_at_the_first_line_with_something_in_it(judged: Judged) -> None:
    lines = [{}, {"id": "sku-1"}, {"id": "sku-2"}]
    assert "custom_data.contents[1].item_name" in advised(judged(lines=lines))


def test_advice_counts_a_line_field_as_there_when_any_line_has_it(judged: Judged) -> None:
    lines = [{"id": "sku-1"}, {"item_name": "Shirt"}]
    assert "custom_data.contents[0].item_name" not in advised(judged(lines=lines))


def test_advice_on_hashed_fields_says_that_they_are_hashed(judged: Judged) -> None:
    advice = next(each for each in judged().problems if each.path == "user_data.external_id")
    assert "hashed before it leaves" in advice.fix


def test_advice_in_the_order_of_the_catalogue(judged: Judged, contract: Contract) -> None:
    order = list(contract.by_path)
    places = [order.index(each.path) for each in judged().problems if each.path in order]
    assert places == sorted(places)


def test_advice_on_the_page_gives_an_example(judged: Judged, contract: Contract) -> None:
    (problem,) = [each for each in judged().problems if each.code == "web-url-missing"]
    example = contract.by_path["event_source_url"].example
    assert problem.fix == f"Fill in event_source_url, for example {example}."


def test_advice_on_the_page_claims_no_source_that_nobody_gave(judged: Judged) -> None:
    (problem,) = [each for each in judged({"action_source": ""}).problems if each.code == "web-url-missing"]
    assert problem.message.startswith("Nothing says on which page it happened.")
