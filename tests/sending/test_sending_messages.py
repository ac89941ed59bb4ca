"""Pinterest's texts in plain words."""

import pytest

from workbench.contract.loading import Contract
from workbench.sending.field_names import FieldNames
from workbench.sending.messages import Messages, unexpected_keys


@pytest.fixture(scope="module")
def messages(contract: Contract) -> Messages:
    return Messages(names=FieldNames(contract=contract))


@pytest.mark.parametrize(
    ("text", "path", "fix"),
    [
        ("'em' is not in sha256 hashed format", "user_data.em", "Hash the normalised value of user_data.em"),
        ("Invalid event_timestamp parameter. Given timestamp is in the past.", "event_time", "Unix seconds"),
        ("event_time is in the future", "event_time", "Unix seconds"),
        ("This event has a non-standard name and is currently being labeled as 'Unknown'", "event_name", "Ads Manager"),
        ("Invalid event_name: subscription.", "event_name", "standard event name"),
        ("'event_id' is a required property", "event_id", "Fill in event_id."),
        ("click_id is missing", "user_data.click_id", "Fill in user_data.click_id"),
        ("5 is not of type 'string'", None, "wrongly typed"),
    ],
)
def test_meaning_of_a_known_text(messages: Messages, text: str, path: str | None, fix: str) -> None:
    meaning = messages.meaning(text)
    assert meaning.path == path
    assert fix in meaning.fix
    assert meaning.cause.endswith(".")


def test_meaning_of_another_text_is_only_its_field(messages: Messages) -> None:
    meaning = messages.meaning("order_id looks funny")
    assert (meaning.path, meaning.cause, meaning.fix) == ("custom_data.order_id", "", "")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "Invalid request: Additional properties are not allowed ('category_name' was unexpected)",
            ("category_name",),
        ),
        ("Additional properties are not allowed ('a', 'b' were unexpected)", ("a", "b")),
        ("Additional properties are not allowed (\"it's\", 'x' were unexpected)", ("it's", "x")),
        ("The request was invalid.", ()),
        ("", ()),
    ],
)
def test_unexpected_keys_are_read_from_the_text(text: str, keys: tuple[str, ...]) -> None:
    assert unexpected_keys(text) == keys
