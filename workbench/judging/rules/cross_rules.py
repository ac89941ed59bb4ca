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


def cross_rules(contract: Contract) -> tuple[CrossRule, ...]:
    """The rules, made for a contract."""
    lengths, twins = ListLengthRule(contract=contract), TwinRule(contract=contract)
    personal, misplaced = PersonalDataRule(contract=contract), MisplacedRule(contract=contract)
    return (
        CrossRule(frozenset({EVENT_TIME}), LatenessRule(contract=contract)),
        CrossRule(MONEY, currency_problems),
        CrossRule(frozenset({NUM_ITEMS}), item_count_problems),
        CrossRule(frozenset({CONTENT_IDS}), content_id_problems),
        CrossRule(frozenset({VALUE}), AmountRule(contract=contract)),
        CrossRule(frozenset({URL}), url_click_id_problems),
        CrossRule(lengths.paths, lengths),
        CrossRule(frozenset({ACTION_SOURCE}), AppEventRule(contract=contract)),
        CrossRule(personal.paths, personal),
        CrossRule(misplaced.paths, misplaced),
        CrossRule(twins.paths, twins),
    )
