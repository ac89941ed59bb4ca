"""Words that programs write where a value is missing."""

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import LEAVE_OUT

PLACEHOLDER_VALUE = Rule(
    "placeholder-value",
    Severity.ERROR,
    "“{word}” is what programs write for a missing value. Everybody without one would get the same digest.",
    "Leave the field out when there is no value.",
    "workbench",
)
PLACEHOLDER_NAME = Rule(
    "placeholder-name",
    Severity.WARNING,
    "“{word}” can be somebody's name, but it is also what programs write for a missing one.",
    "Leave the field out if the name is not known.",
    "workbench",
)
RULES = (PLACEHOLDER_VALUE, PLACEHOLDER_NAME)

PLACEHOLDERS = frozenset(("null", "undefined", "none", "n/a", "nan", '""', "''", "[]", "{}", "[object object]"))
LONGEST = max(map(len, PLACEHOLDERS))
NAMES_LIKE_PLACEHOLDERS = frozenset(("null", "none", "nan"))
_NAMES = frozenset(("fn", "ln"))


def find_placeholder(path: str, rule: str, text: str) -> Problem | None:
    """The finding for ``text``, tidied, of a field with this hash rule; None for an ordinary value.

    First and last names are only doubted where the word is one: people are called None, Null and Nan.
    """
    if len(text) > LONGEST:
        return None
    lowered = text.lower()
    if lowered not in PLACEHOLDERS:
        return None
    if rule in _NAMES and lowered in NAMES_LIKE_PLACEHOLDERS:
        return PLACEHOLDER_NAME.at(path, word=text, repair=LEAVE_OUT)
    return PLACEHOLDER_VALUE.at(path, word=text, repair=LEAVE_OUT)
