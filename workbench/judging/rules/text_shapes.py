"""Texts of a fixed shape that Pinterest's schema does not check: addresses, locales, partner names."""

import re
from collections.abc import Callable
from typing import TypeAlias

from workbench.contract.field import Field
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write, use
from workbench.judging.rules.wording import quoted

TextCheck: TypeAlias = Callable[[str, str], Problem | None]
"""Path and text in, at most one finding out."""

TOO_LONG = Rule(
    "too-long",
    Severity.ERROR,
    "{label} has {found:,} characters and Pinterest takes at most {limit:,}: the whole request would be refused.",
    "Shorten it to {limit:,} characters.",
    "spec",
)
EVENT_ID_LONG = Rule(
    "event-id-long",
    Severity.WARNING,
    "The event ID has {found:,} characters. No limit is documented here, but a sister endpoint stops at {limit:,}.",
    "Use a shorter ID, for example a UUID or the order number.",
    "implementers",
)
NOT_A_URL = Rule(
    "not-a-url",
    Severity.ERROR,
    "{label} is not an absolute http or https address, so Pinterest cannot tell the page.",
    "Type the whole address, such as {wanted}.",
    "spec, guide",
)
LOCALE_SHAPE = Rule(
    "locale-shape",
    Severity.WARNING,
    "{found} does not look like a BCP 47 locale.",
    "Type language and region joined by a hyphen, such as {wanted}.",
    "spec",
)
PARTNER_NAME_SHAPE = Rule(
    "partner-name-shape",
    Severity.WARNING,
    "{found} is not a partner name as Pinterest describes it: direct, or ss- and the company's name in lower case.",
    "Type {wanted}, or leave it out.",
    "spec, guide",
)
OPT_OUT_TYPE = Rule(
    "opt-out-type-unknown",
    Severity.WARNING,
    "LDP is the only opt-out type Pinterest describes; {found} may not protect the customer.",
    "Type LDP, or leave it out. To opt out of tracking altogether, set opt_out to true.",
    "spec, guide",
)
RULES = (TOO_LONG, EVENT_ID_LONG, NOT_A_URL, LOCALE_SHAPE, PARTNER_NAME_SHAPE, OPT_OUT_TYPE)

_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_PARTNER = re.compile(r"direct|ss-[a-z0-9-]+")
# Most addresses; the other expression takes all of these and twice the time.
_ORDINARY_URL = re.compile(r"https?://[a-z0-9.-]+(?:/[!-~]*)?")
_URL = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(?:\[[0-9a-f:.]+\]|[^\s/?#@:\[\]]+)(?::\d{0,5})?(?:[/?#]\S*)?", re.IGNORECASE
)
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?")


def length_check(field: Field, limit: int, rule: Rule = TOO_LONG) -> TextCheck:
    """A check that the text has at most ``limit`` characters (code points, as JSON Schema counts them)."""

    def check(path: str, text: str) -> Problem | None:
        return rule.at(path, label=field.label, found=len(text), limit=limit) if len(text) > limit else None

    return check


def url_check(field: Field) -> TextCheck:
    """A check for an absolute http or https address. The address itself is not repeated: it may hold personal data."""

    def check(path: str, text: str) -> Problem | None:
        if _ORDINARY_URL.fullmatch(text) or _URL.fullmatch(text):
            return None
        bare = _HOST.fullmatch(text) is not None
        wanted = "https:// and the rest as you typed it" if bare else field.example
        whole = f"https://{text}"
        repair = Repair("Put https:// before it", Write(whole)) if bare and _URL.fullmatch(whole) else None
        return NOT_A_URL.at(path, label=field.label, wanted=wanted, repair=repair)

    return check


def locale_check(path: str, text: str) -> Problem | None:
    """A locale has the shape of BCP 47."""
    if _LOCALE.fullmatch(text):
        return None
    hyphened = text.partition(".")[0].replace("_", "-")
    meant = hyphened if _LOCALE.fullmatch(hyphened) else ""
    return LOCALE_SHAPE.at(path, found=quoted(text), wanted=meant or "en-US", repair=use(meant) if meant else None)


def partner_name_check(path: str, text: str) -> Problem | None:
    """A partner is ``direct`` or ``ss-`` and a company in lower case."""
    if _PARTNER.fullmatch(text):
        return None
    lower = re.sub(r"[^a-z0-9-]+", "-", text.lower()).strip("-")
    wanted = next((each for each in (lower, f"ss-{lower}") if lower and _PARTNER.fullmatch(each)), "direct")
    repair = use(wanted, sweeping=wanted == text.lower())
    return PARTNER_NAME_SHAPE.at(path, found=quoted(text), wanted=wanted, repair=repair)


def opt_out_type_check(path: str, text: str) -> Problem | None:
    """The flags, separated by commas, are all ``LDP``, in any case."""
    alien = [flag for flag in text.split(",") if flag.strip().upper() != "LDP"]
    return OPT_OUT_TYPE.at(path, found=quoted(alien[0]), repair=use("LDP", sweeping=False)) if alien else None
