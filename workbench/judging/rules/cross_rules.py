"""All rules about several fields of one event, in the order they are asked."""

from workbench.contract.loading import Contract
from workbench.judging.rules.amounts import AmountRule
from workbench.judging.rules.app_event import ACTION_SOURCE, AppEventRule
from workbench.judging.rules.click_id import URL, url_click_id_problems
from workbench.judging.rules.cross_rule import CrossRule
from workbench.judging.rules.device_twins import TwinRule
from workbench.judging.rules.event_time import EVENT_TIME, LatenessRule
from workbench.judging.rules.list_length import ListLengthRule
from workbench.judging.rules.misplaced import MisplacedRule
from workbench.judging.rules.order import (
    CONTENT_IDS,
    MONEY,
    NUM_ITEMS,
    VALUE,
    content_id_problems,
    currency_problems,
    item_count_problems,
)
from workbench.judging.rules.personal_data import PersonalDataRule
from workbench.judging.rules.whole_event_guards import (
    amount_guard,
    app_event_guard,
    content_id_guard,
    filled_guard,
    item_count_guard,
    lateness_guard,
    list_length_guard,
    no_guard,
    personal_data_guard,
    twin_guard,
    url_click_id_guard,
)


def cross_rules(contract: Contract) -> tuple[CrossRule, ...]:
    """The rules, made for a contract."""
    lengths, twins = ListLengthRule(contract=contract), TwinRule(contract=contract)
    personal, misplaced = PersonalDataRule(contract=contract), MisplacedRule(contract=contract)
    lateness, amount, app = (
        LatenessRule(contract=contract),
        AmountRule(contract=contract),
        AppEventRule(contract=contract),
    )
    return (
        CrossRule(frozenset({EVENT_TIME}), lateness, lateness_guard(lateness)),
        CrossRule(MONEY, currency_problems, filled_guard(currency_problems)),
        CrossRule(frozenset({NUM_ITEMS}), item_count_problems, item_count_guard),
        CrossRule(frozenset({CONTENT_IDS}), content_id_problems, content_id_guard),
        CrossRule(frozenset({VALUE}), amount, amount_guard(amount)),
        CrossRule(frozenset({URL}), url_click_id_problems, url_click_id_guard),
        CrossRule(lengths.paths, lengths, list_length_guard(lengths)),
        CrossRule(frozenset({ACTION_SOURCE}), app, app_event_guard(app, contract.platform_of)),
        CrossRule(personal.paths, personal, personal_data_guard(personal)),
        CrossRule(misplaced.paths, misplaced, no_guard),
        CrossRule(twins.paths, twins, twin_guard(twins)),
    )
