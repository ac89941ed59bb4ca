"""Every rule there is, for those who list them."""

from workbench.judging import duplicates
from workbench.judging.hash_rules import HASH_RULES
from workbench.judging.problem import Rule
from workbench.judging.rules import (
    addresses,
    amounts,
    app_event,
    batch,
    click_id,
    codes,
    device_twins,
    event_name,
    event_time,
    identifiers,
    list_length,
    misplaced,
    numbers,
    order,
    personal_data,
    presence,
    text_shapes,
    types,
    unknown_keys,
    user_agent,
    wire_shapes,
)

_SUBJECTS = (
    presence,
    identifiers,
    event_name,
    event_time,
    types,
    text_shapes,
    list_length,
    codes,
    addresses,
    user_agent,
    click_id,
    numbers,
    order,
    amounts,
    app_event,
    device_twins,
    personal_data,
    misplaced,
    unknown_keys,
    wire_shapes,
    batch,
    duplicates,
)


def all_rules() -> tuple[Rule, ...]:
    """The rules by subject, those of hashing last. Codes are unique."""
    return (*(rule for subject in _SUBJECTS for rule in subject.RULES), *HASH_RULES)
