"""What is missing, and fields that not every account may send."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.contract.field import CONTENTS, Field
from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import GENERATE_ID, SET_TO_NOW, Repair
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.wording import listed

REQUIRED_MISSING = Rule(
    "required-missing",
    Severity.ERROR,
    "Missing: {label} ({key}). Pinterest refuses a request in which any event lacks it.",
    "Fill it in, for example {example}.",
    "spec, guide",
)
RECOMMENDED_MISSING = Rule(
    "recommended-missing",
    Severity.ADVICE,
    "Missing: {label}, which Pinterest recommends for {event} events{place}.",
    "Fill in {name}, for example {example}{hashing}.",
    "guide, spec",
)
URL_MISSING = Rule(
    "web-url-missing",
    Severity.ADVICE,
    "Nothing says on which page it happened. Pinterest recommends the page's address for events on the web.",
    "Fill in event_source_url, for example {example}.",
    "guide, spec",
)
LINES_MISSING = Rule(
    "product-lines-missing",
    Severity.ADVICE,
    "Missing: product lines (contents). Pinterest recommends {names} for {event} events{place}.",
    "Add one line for each product of the event.",
    "guide, spec",
)
FIELD_UNPUBLISHED = Rule(
    "field-unpublished",
    Severity.WARNING,
    "{label} came with release {since} of Pinterest's description and is newer than the published {spec}. A server "
    "that does not know it yet refuses the whole request.",
    "Send it as a test first, and leave it out if that is refused.",
    "spec, observed",
)
FIELD_RESERVED = Rule(
    "field-reserved",
    Severity.WARNING,
    "{label} is meant for those whom Pinterest has told to use it; from others its effect is unknown.",
    "Leave {key} out unless Pinterest told you to fill it in.",
    "spec",
)
RULES = (REQUIRED_MISSING, RECOMMENDED_MISSING, URL_MISSING, LINES_MISSING, FIELD_UNPUBLISHED, FIELD_RESERVED)

RESERVED = frozenset(
    {"custom_data.np", "custom_data.external_measurement_id", "custom_data.external_measurement_vendor_id"}
)
_MADE_UP: Mapping[str, Repair] = {"event_id": GENERATE_ID, "event_time": SET_TO_NOW}
_PLACES = {"web": " on the web", "app": " in apps", "offline": " offline"}


def use_problem(field: Field, contract: Contract) -> Problem | None:
    """What is to be said whenever the field is used, whatever its value."""
    if not field.published:
        return FIELD_UNPUBLISHED.at(field.path, label=field.label, since=field.since, spec=contract.spec_version)
    if field.path in RESERVED:
        return FIELD_RESERVED.at(field.path, label=field.label, key=field.path)
    return None


def required_problems(contract: Contract) -> tuple[tuple[str, Problem], ...]:
    """The required fields with what is said when one is missing."""
    return tuple((each.path, _required(each)) for each in contract.fields if each.required)


def _required(field: Field) -> Problem:
    repair = _MADE_UP.get(field.path)
    return REQUIRED_MISSING.at(field.path, label=field.label, key=field.path, example=field.example, repair=repair)


@dataclass(frozen=True, slots=True)
class Advice:
    """What is recommended for one kind of event, with the finding for each field that is missing.

    Both are by catalogue path; ``no_lines`` stands for all fields of a product line at once, ``wanted`` are the paths
    of both.
    """

    wanted: frozenset[str]
    fields: tuple[tuple[str, Problem], ...]
    line_fields: tuple[tuple[str, Problem], ...]
    no_lines: Problem | None

    def missing(self, sheet: Sheet) -> list[Problem]:
        """What this event lacks, in the order of the catalogue."""
        if self.wanted <= sheet.typed:
            return []
        silent = sheet.typed | sheet.told
        missing = [problem for path, problem in self.fields if path not in silent]
        if self.no_lines is None or CONTENTS in silent:
            return missing
        line = sheet.first_line
        if line is None:
            return [*missing, self.no_lines]
        absent = [problem for path, problem in self.line_fields if path not in silent]
        if line:
            absent = [replace(each, path=each.path.replace("[0]", f"[{line}]", 1)) for each in absent]
        return missing + absent


def advice_for(contract: Contract, *, event_name: str, platform: str, wire: bool) -> Advice:
    """What the guide recommends for an event name on a platform; ``wire`` asks for digests, not for plain text."""
    wanted = [each for each in contract.fields if each.recommended_for(event_name, platform) and not each.required]
    details = {"event": event_name or "all", "place": _PLACES.get(platform, "")}
    line_fields = [each for each in wanted if each.in_line]
    return Advice(
        wanted=frozenset(each.path for each in wanted),
        fields=tuple((each.path, _missing(each, details, wire)) for each in wanted if not each.in_line),
        line_fields=tuple((each.path, _missing(each, details, wire)) for each in line_fields),
        no_lines=LINES_MISSING.at(CONTENTS, names=_names(line_fields), event=details["event"], place=details["place"])
        if line_fields
        else None,
    )


def _missing(field: Field, details: Mapping[str, str], wire: bool) -> Problem:
    hashing = ""
    if field.hashed:
        hashing = ", as a SHA-256 digest" if wire else "; it is hashed before it leaves this computer"
    if field.path == "event_source_url" and field.platforms:
        return URL_MISSING.at(field.path, example=field.example)
    return RECOMMENDED_MISSING.at(
        field.path.replace("[]", "[0]"),
        label=field.label,
        name=field.name,
        example=field.example,
        hashing=hashing,
        event=details["event"],
        place=details["place"],
    )


def _names(fields: Sequence[Field]) -> str:
    return listed([each.name for each in fields])
