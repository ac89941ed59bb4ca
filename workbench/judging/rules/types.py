"""Texts that cannot become the JSON type Pinterest takes."""

from datetime import UTC

from workbench.contract.field import Field
from workbench.events.time_text import epoch_of
from workbench.events.wire import TypeFault
from workbench.judging.problem import Problem, Rule, Severity

NOT_AN_INTEGER = Rule(
    "not-an-integer",
    Severity.ERROR,
    "{label} takes a whole number; with anything else Pinterest refuses the whole request.",
    "Type {wanted}.",
    "spec",
)
INTEGER_TOO_BIG = Rule(
    "integer-too-big",
    Severity.ERROR,
    "{label} does not fit into 64 bits, so Pinterest cannot read it.",
    "Type {wanted}.",
    "spec",
)
NOT_A_DECIMAL = Rule(
    "not-a-decimal",
    Severity.ERROR,
    "{label} is not a plain decimal, and Pinterest would not read the amount you mean.",
    "Type {wanted}: digits and at most one point, with no currency sign, thousands separator or exponent.",
    "spec, guide",
)
NOT_A_BOOLEAN = Rule(
    "not-a-boolean",
    Severity.ERROR,
    "{label} is either true or false; with anything else Pinterest refuses the whole request.",
    "Type {wanted}.",
    "spec",
)
BROKEN_TEXT = Rule(
    "broken-text",
    Severity.ERROR,
    "{label} holds half a character (a lone surrogate), which cannot travel as UTF-8.",
    "Type the text again; it was damaged where it came from.",
    "workbench",
)
RULES = (NOT_AN_INTEGER, INTEGER_TOO_BIG, NOT_A_DECIMAL, NOT_A_BOOLEAN, BROKEN_TEXT)

_BY_CODE = {rule.code: rule for rule in RULES}


def type_problem(field: Field, path: str, text: str, fault: TypeFault) -> Problem:
    """What a type fault means to the person who typed it."""
    rule = _BY_CODE.get(fault.code, NOT_AN_INTEGER)
    return rule.at(path, label=field.label, wanted=_wanted(field, text, fault))


def is_broken(text: str) -> bool:
    """Whether the text cannot be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def broken_problem(field: Field, path: str) -> Problem:
    """The finding for a text that cannot be written as UTF-8."""
    return BROKEN_TEXT.at(path, label=field.label)


def _wanted(field: Field, text: str, fault: TypeFault) -> str:
    if fault.suggestion:
        return fault.suggestion
    if field.format == "unix-time":
        seconds = epoch_of(text, zone=UTC, now=0) if "-" in text[1:] else None
        if seconds is not None:
            return f"the time in Unix seconds: {seconds}, if {text.strip()} is UTC"
        return f"the time in Unix seconds, such as {field.example}"
    if fault.code == NOT_A_BOOLEAN.code:
        return "true or false"
    return f"a plain number such as {field.example}"
