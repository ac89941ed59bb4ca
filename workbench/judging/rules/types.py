"""Texts that cannot become the JSON type Pinterest takes."""

from datetime import UTC, timedelta, timezone, tzinfo

from workbench.contract.field import Field
from workbench.events.time_text import epoch_of
from workbench.events.wire import TypeFault
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write, use

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

_ELSEWHERE = timezone(timedelta(hours=1))
_BY_CODE = {rule.code: rule for rule in RULES}


def type_problem(field: Field, path: str, text: str, fault: TypeFault) -> Problem:
    """What a type fault means to the person who typed it."""
    rule = _BY_CODE.get(fault.code, NOT_AN_INTEGER)
    if fault.suggestion:
        return rule.at(path, label=field.label, wanted=fault.suggestion, repair=use(fault.suggestion))
    if field.format == "unix-time" and (seconds := _seconds(text)) is not None:
        wanted = f"the time in Unix seconds: {seconds}, if {text.strip()} is UTC"
        # A zone of its own makes it certain; without one it is only what the sentence says.
        certain = _seconds(text, zone=_ELSEWHERE) == seconds
        repair = Repair("Convert to seconds", Write(str(seconds)), sweeping=certain)
        return rule.at(path, label=field.label, wanted=wanted, repair=repair)
    return rule.at(path, label=field.label, wanted=_wanted(field, fault))


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


def _seconds(text: str, zone: tzinfo = UTC) -> int | None:
    return epoch_of(text, zone=zone, now=0) if "-" in text[1:] else None


def _wanted(field: Field, fault: TypeFault) -> str:
    if field.format == "unix-time":
        return f"the time in Unix seconds, such as {field.example}"
    if fault.code == NOT_A_BOOLEAN.code:
        return "true or false"
    return f"a plain number such as {field.example}"
