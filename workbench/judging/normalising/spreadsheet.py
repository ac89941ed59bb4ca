"""Digits that a spreadsheet or a data frame turned into a number: ``94107.0``, ``1.55512E+10``."""

import re

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write

SPREADSHEET_NUMBER = Rule(
    "spreadsheet-number",
    Severity.ERROR,
    "A spreadsheet or a program has made a number of this: it has {what}, whose digits would be hashed too.",
    "{fix}",
    "workbench",
)
RULES = (SPREADSHEET_NUMBER,)

_EXPONENT = re.compile(r"\d(?:[.,]\d+[eE]\+?|[eE]\+)\d{1,2}", re.ASCII)
_FRACTION = re.compile(r"(\d{3,})\.0", re.ASCII)


def spreadsheet_number(path: str, text: str) -> Problem | None:
    """What is wrong when ``text``, a value made of digits, has a number's fraction or exponent; else None."""
    if "." not in text and "+" not in text and "," not in text:
        return None
    if _EXPONENT.fullmatch(text):
        fix = "Take the value from its source, kept as text: the exponent may have swallowed digits."
        return SPREADSHEET_NUMBER.at(path, what="an exponent", fix=fix)
    if found := _FRACTION.fullmatch(text):
        repair = Repair("Remove the “.0”", Write(found[1]))
        return SPREADSHEET_NUMBER.at(path, what="a fraction, “.0”", fix=f"Type {found[1]}", repair=repair)
    return None
