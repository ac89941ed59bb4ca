"""The tripwire: personal data that would travel in plain text. No message repeats what was found.

IP address and user agent, which Pinterest wants in plain text, are not looked at.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.contract.field import CONTENTS, Field, FieldType
from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonValue
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write
from workbench.judging.rules.card_number import has_card_in_a_row, has_card_in_groups
from workbench.judging.rules.personal_patterns import has_email, has_phone, has_written_phone, is_suspicious
from workbench.judging.rules.personal_url import behind_host, key_of, personal_key, without_parameter
from workbench.judging.rules.sheet import Sheet

EMAIL_IN_PLAIN_TEXT = Rule(
    "email-in-plain-text",
    Severity.ERROR,
    "An e-mail address stands in {label}, which is not hashed: it would travel and be stored in plain text.",
    "{out}. A customer's address belongs in user_data.em, where it is hashed.",
    "workbench",
)
CARD_NUMBER = Rule(
    "card-number",
    Severity.ERROR,
    "The number of a payment card stands in {label}. No event may carry one, not even hashed.",
    "{out}, and find out how the number came there.",
    "workbench",
)
CARD_NUMBER_LIKELY = Rule(
    "card-number-likely",
    Severity.WARNING,
    "The digits in {label} could be the number of a payment card: beginning, length and check digit fit.",
    "Make sure that this is an ID of your shop. If it is a card's number, take it out.",
    "workbench",
)
PHONE_IN_PLAIN_TEXT = Rule(
    "phone-in-plain-text",
    Severity.WARNING,
    "What looks like a phone number stands in {label}, which is not hashed: it would travel in plain text.",
    "{out}. A customer's number belongs in user_data.ph, where it is hashed.",
    "workbench",
)
PERSONAL_PARAMETER = Rule(
    "personal-url-parameter",
    Severity.WARNING,
    "The page address has a parameter “{key}”. By its name it holds personal data, which would travel in plain text.",
    "Remove the parameter “{key}” with its value.",
    "workbench",
)
RULES = (EMAIL_IN_PLAIN_TEXT, CARD_NUMBER, CARD_NUMBER_LIKELY, PHONE_IN_PLAIN_TEXT, PERSONAL_PARAMETER)

URL = "event_source_url"
_OUT = "Take it out"
# Codes and closed lists, each with a rule of its own, and what a program says of itself.
_PASSED_OVER = frozenset(
    {"action-source", "click-id", "currency", "decimal", "ip", "language", "locale", "timezone", "user-agent"}
)
_IDS = frozenset({"event_id", "custom_data.order_id", "custom_data.content_ids", "custom_data.contents[].id"})


class _Place(NamedTuple):
    path: str
    label: str
    is_id: bool


class PersonalDataRule:
    """Looks through the texts of an event that travel as they are; texts with nothing suspicious cost little."""

    def __init__(self, *, contract: Contract) -> None:
        clear = [each for each in contract.fields if _travels_as_text(each)]
        self._places = tuple(_place(each) for each in clear if not each.in_line and each.path != URL)
        self._single = frozenset(each.path for each in clear if not each.is_list) - {URL}
        self._several = frozenset(each.path for each in clear if each.is_list)
        self._line_places = {each.name: _place(each) for each in clear if each.in_line}
        self.paths = frozenset(each.path for each in clear) | {URL}
        self._url_label = contract.by_path[URL].label

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        url = sheet.text(URL)
        if url and (problem := self._of_url(url)):
            yield problem
        if is_suspicious("\n".join(self._texts(sheet))):
            yield from self._found(sheet.values, sheet.lines)

    def _texts(self, sheet: Sheet) -> list[str]:
        single, several, texts = self._single, self._several, []
        for path, value in sheet.values.items():
            if path in single and isinstance(value, str):
                texts.append(value)
            elif path in several and isinstance(value, list):
                texts += [each for each in value if isinstance(each, str)]
        for line in sheet.lines:
            texts += [value for value in line.values() if isinstance(value, str)]
        return texts

    def _found(self, values: Mapping[str, JsonValue], lines: list[dict[str, JsonValue]]) -> Iterator[Problem]:
        for place in self._places:
            value = values.get(place.path)
            if isinstance(value, str):
                yield from _problems(value, place, place.path)
            elif isinstance(value, list):
                for index, text in enumerate(value):
                    yield from _problems(text, place, f"{place.path}[{index}]")
        for index, line in enumerate(lines):
            for name, place in self._line_places.items():
                yield from _problems(line.get(name), place, f"{CONTENTS}[{index}].{name}")

    def _of_url(self, url: str) -> Problem | None:
        if is_suspicious(url):
            read = behind_host(url)
            for rule, holds in (
                (EMAIL_IN_PLAIN_TEXT, has_email),
                (CARD_NUMBER, _has_card),
                (PHONE_IN_PLAIN_TEXT, has_phone),
            ):
                if holds(read):
                    key = key_of(url, holds)
                    out = f"Remove the parameter “{key}” with its value" if key else _OUT
                    return rule.at(URL, label=self._url_label, out=out, repair=_removing(url, key))
        key = personal_key(url)
        return PERSONAL_PARAMETER.at(URL, key=key, repair=_removing(url, key)) if key else None


def _removing(url: str, key: str) -> Repair | None:
    return Repair(f"Remove “{key}”", Write(without_parameter(url, key)), sweeping=False) if key else None


def _problems(text: JsonValue, place: _Place, path: str) -> Iterator[Problem]:
    if not isinstance(text, str) or not is_suspicious(text):
        return
    if has_email(text):
        yield EMAIL_IN_PLAIN_TEXT.at(path, label=place.label, out=_OUT)
    elif has_card_in_groups(text) or (not place.is_id and has_card_in_a_row(text)):
        yield CARD_NUMBER.at(path, label=place.label, out=_OUT)
    elif has_card_in_a_row(text):
        yield CARD_NUMBER_LIKELY.at(path, label=place.label)
    elif has_phone(text) or (not place.is_id and has_written_phone(text)):
        yield PHONE_IN_PLAIN_TEXT.at(path, label=place.label, out=_OUT)


def _has_card(text: str) -> bool:
    return has_card_in_groups(text) or has_card_in_a_row(text)


def _travels_as_text(field: Field) -> bool:
    text = field.type in {FieldType.STRING, FieldType.STRINGS}
    return text and not field.hashed and not field.values and field.format not in _PASSED_OVER


def _place(field: Field) -> _Place:
    return _Place(field.path, field.label, field.path in _IDS)
