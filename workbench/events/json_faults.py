"""Why a text is not JSON, where, and what to do, in words for whoever pasted it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from workbench.events.decoding import place
from workbench.events.foreign_text import foreign_format
from workbench.events.json_positions import still_open
from workbench.ground.errors import InputError

_EXCERPT = 20
_CUT_NUMBER_OR_WORD = re.compile(r"[-+.\deE]*|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?")
_PYTHON_WORD = re.compile(r"(?:True|False|None)\b")
_SCRIPT_WORD = re.compile(r"(?:undefined|new|function)\b")
_BARE_NAME = re.compile(r"[A-Za-z_$][\w$]*\s*:")
_ODD_NUMBER = re.compile(r"[+.]\d|-\D")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the parser stopped: its message, the text from there on, and the last character before, blanks aside."""

    message: str
    text: str
    at: int

    @property
    def rest(self) -> str:
        return self.text[self.at : self.at + 100]

    @property
    def here(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        return self.text[: self.at].rstrip()[-1:]


@dataclass(frozen=True, slots=True)
class _Rule:
    holds: Callable[[_Spot], object]
    reason: str
    fix: str


_RULES = (
    _Rule(
        lambda spot: spot.rest.startswith(("//", "/*", "#", "--")),
        "a comment stands at {place}",
        "JSON has no comments: take it out.",
    ),
    _Rule(
        lambda spot: spot.here in set("“”„‟«»‘’‚‹›＂"),
        "typographic quotation marks stand at {place}",
        'Write straight ones: ". Word processors and chats replace them; copy from a text editor.',
    ),
    _Rule(
        lambda spot: spot.here == "'",
        "single quotation marks, as Python prints them, stand at {place}",
        'JSON wants ". In Python, write the value with json.dumps().',
    ),
    _Rule(
        lambda spot: _PYTHON_WORD.match(spot.rest),
        "a word of Python stands at {place}",
        "Write true, false or null. In Python, write the value with json.dumps().",
    ),
    _Rule(
        lambda spot: _SCRIPT_WORD.match(spot.rest),
        "a word of JavaScript stands at {place}",
        "Leave the field out. In JavaScript, write the value with JSON.stringify().",
    ),
    _Rule(
        lambda spot: (spot.here in "}]" and spot.before == ",") or "trailing comma" in spot.message,
        "a comma too many stands before {place}",
        "Take out the comma before the closing bracket.",
    ),
    _Rule(
        lambda spot: "property name" in spot.message and _BARE_NAME.match(spot.rest),
        "a name without quotation marks stands at {place}",
        'Put names into straight quotation marks: "event_name".',
    ),
    _Rule(
        lambda spot: spot.message.startswith("Invalid control"),
        "a line break or tab stands inside a text at {place}",
        r"Write \n or \t there, or close the quotation mark.",
    ),
    _Rule(
        lambda spot: spot.message.startswith("Invalid \\"),
        "a backslash inside a text, at {place}, has nothing behind it that JSON knows",
        r"Write \\ for a backslash.",
    ),
    _Rule(
        lambda spot: _ODD_NUMBER.match(spot.rest) or (spot.before == "0" and spot.here.isalnum()),
        "a number is not written as JSON wants it, at {place}",
        "Write it without a leading zero or plus sign, and with a digit before the point: 0.5.",
    ),
    _Rule(
        lambda spot: spot.message == "Extra data" and spot.here in "}]",
        "a closing bracket too many stands at {place}",
        "Take it out, or add the opening one.",
    ),
    _Rule(
        lambda spot: spot.message == "Extra data",
        "something follows behind its end, at {place}",
        "Several events go into one list [ … ], or one on each line.",
    ),
    _Rule(
        lambda spot: spot.message.startswith("Expecting ',' delimiter") and spot.here in "}]",
        "the bracket at {place} does not fit the open one",
        "Check that each { has its } and each [ its ].",
    ),
    _Rule(
        lambda spot: spot.message.startswith("Expecting ',' delimiter") and spot.here in '"{[',
        "a comma is missing before {place}",
        "Put a comma between two values.",
    ),
    _Rule(
        lambda spot: spot.message.startswith("Expecting ',' delimiter"),
        "a comma or closing bracket was expected at {place}",
        r"A quotation mark inside a text is written \".",
    ),
    _Rule(
        lambda spot: spot.message.startswith("Expecting ':'"),
        "a colon is missing at {place}",
        'Write "name": value.',
    ),
)
_OTHERWISE = _Rule(lambda _: True, "no value can begin as it does at {place}", "Texts need straight quotation marks.")


def explain_fault(text: str, message: str, at: int, *, what: str, first_line: int) -> InputError:
    """The error for a text that the parser refused with ``message`` at index ``at``.

    Holds at most 20 characters of the text, and none when the text is no attempt at JSON.
    """
    foreign = foreign_format(text)
    if foreign is not None:
        return InputError(f"{what} is {foreign.name}{', not JSON' if text.strip() else ''}.", fix=foreign.fix)
    spot = _Spot(message, text, at)
    if _is_cut_short(spot):
        return _cut_short(spot, what, first_line)
    rule = next((each for each in _RULES if each.holds(spot)), _OTHERWISE)
    reason = rule.reason.format(place=place(text, at, first_line=first_line))
    return InputError(f"{what} is not JSON: {reason}{_near(spot)}.", fix=rule.fix)


def _is_cut_short(spot: _Spot) -> bool:
    if spot.message.startswith("Unterminated string"):
        return True
    if spot.message == "Extra data":
        return False
    rest = spot.text[spot.at :].strip()
    if spot.message.startswith("Invalid \\"):
        return '"' not in rest
    return len(rest) <= 100 and _CUT_NUMBER_OR_WORD.fullmatch(rest) is not None


def _cut_short(spot: _Spot, what: str, first_line: int) -> InputError:
    open_brackets = still_open(spot.text[: spot.at])
    if spot.message.startswith(("Unterminated", "Invalid \\")):
        middle = f"a text that begins at {place(spot.text, spot.at, first_line=first_line)}"
    elif open_brackets:
        kind = "an object" if open_brackets[-1].bracket == "{" else "a list"
        middle = f"{kind} that begins at {place(spot.text, open_brackets[-1].at, first_line=first_line)}"
    else:
        middle = "a value"
    return InputError(f"{what} ends in the middle of {middle}.", fix="Copy all of it, up to the last closing bracket.")


def _near(spot: _Spot) -> str:
    found = " ".join(spot.text[spot.at : spot.at + 3 * _EXCERPT].split())
    if not found:
        return ""
    return f", near “{found if len(found) <= _EXCERPT else found[: _EXCERPT - 1] + '…'}”"
