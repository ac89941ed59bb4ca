"""Personal data in the wrong hashed field: its digest there is of no use, or should not exist."""

from collections.abc import Iterator

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.card_number import has_card_in_a_row, has_card_in_groups
from workbench.judging.rules.identifiers import EM, MAIDS, PHONE
from workbench.judging.rules.personal_data import CARD_NUMBER
from workbench.judging.rules.personal_patterns import has_email, has_phone, has_written_phone, is_suspicious
from workbench.judging.rules.places import catalogue_path
from workbench.judging.rules.sheet import Sheet

EMAIL_IN_OTHER_FIELD = Rule(
    "email-in-other-field",
    Severity.ERROR,
    "An e-mail address stands in {label}, and its digest matches nobody there.",
    "Move the address to user_data.em.",
    "spec, workbench",
)
PHONE_IN_OTHER_FIELD = Rule(
    "phone-in-other-field",
    Severity.WARNING,
    "What looks like a phone number stands in {label}, and its digest matches nobody there.",
    "Move the number to user_data.ph.",
    "spec, workbench",
)
PERSONAL_CUSTOMER_ID = Rule(
    "external-id-personal",
    Severity.WARNING,
    "{what} stands in {label}. It is hashed, but people change theirs, and an ID has to stay the same.",
    "Put it into {field}, and send here the number or name that your shop has for the customer.",
    "spec, workbench",
)
RULES = (EMAIL_IN_OTHER_FIELD, PHONE_IN_OTHER_FIELD, PERSONAL_CUSTOMER_ID)

_EXTERNAL_ID = "user_data.external_id"
_EM, _MAIDS = f"{EM}[", f"{MAIDS}["


class MisplacedRule:
    """Looks at what was typed into hashed fields; on the wire, plain text in them is refused as such.

    No value that took the short way can be another field's: those hold letters alone, or are ids without @ and +.
    """

    def __init__(self, *, contract: Contract) -> None:
        self._labels = {each.path: each.label for each in contract.fields if each.hashed}
        self.paths = frozenset(self._labels)

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        if sheet.wire:
            return
        for path, hashed in sheet.hashed.looked_at.items():
            text = hashed.typed
            if text.isalpha() or hashed.already_hashed or path.startswith(_EM) or not is_suspicious(text):
                continue
            # Numbers by nature: a phone number in its own field, and an id whose groups of digits are like a card's.
            if path.startswith(_MAIDS) or (text[0] == "+" and path.startswith(PHONE)):
                continue
            field = catalogue_path(path)
            problem = _problem(text, field, path, self._labels[field])
            if problem is not None:
                # What the field's own rule made of it is the same fault.
                sheet.problems = [each for each in sheet.problems if each.path != path]
                yield problem


def _problem(text: str, field: str, path: str, label: str) -> Problem | None:
    if has_email(text):
        if field == _EXTERNAL_ID:
            return PERSONAL_CUSTOMER_ID.at(path, what="An e-mail address", label=label, field="user_data.em")
        return EMAIL_IN_OTHER_FIELD.at(path, label=label)
    if has_card_in_groups(text) or has_card_in_a_row(text):
        return CARD_NUMBER.at(path, label=label, out="Take it out")
    if field == PHONE:
        return None
    if field == _EXTERNAL_ID:
        if has_phone(text):
            return PERSONAL_CUSTOMER_ID.at(path, what="A phone number", label=label, field="user_data.ph")
        return None
    return PHONE_IN_OTHER_FIELD.at(path, label=label) if has_written_phone(text) else None
