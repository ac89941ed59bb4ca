"""The e-mail address: lower case, and nothing taken out of it."""

import re

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.tidying import LOWER_CASED, lower
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Part, Repair, Write

EMAIL_NOT_PLAUSIBLE = Rule(
    "email-not-plausible",
    Severity.ERROR,
    "This is not an e-mail address: {why}.",
    "{fix}",
    "guide, workbench",
)
EMAIL_WRAPPED = Rule(
    "email-wrapped",
    Severity.ERROR,
    "The address stands {wrapping}, which would be hashed with it.",
    "Type {address}",
    "workbench",
)
EMAIL_SEVERAL = Rule(
    "email-several",
    Severity.ERROR,
    "There is more than one address in this value; they would be hashed as one.",
    "Give each address an entry of its own.",
    "spec",
)
EMAIL_DOUBTFUL = Rule(
    "email-doubtful",
    Severity.WARNING,
    "The address has {why}; real addresses hardly ever do.",
    "Check the address: every character counts in the digest.",
    "workbench",
)
RULES = (EMAIL_NOT_PLAUSIBLE, EMAIL_WRAPPED, EMAIL_SEVERAL, EMAIL_DOUBTFUL)

LONGEST = 320
"""Characters of an address: 64 before the @ and 255 after it (RFC 5321)."""

# Most addresses; what does not match is looked at closely.
_ORDINARY = re.compile(r"[a-z0-9_%+-][a-z0-9_%+'-]*(?:\.[a-z0-9_%+'-]+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,24}")
_PLAUSIBLE = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ANGLED = re.compile(r"<([^<>]*)>\s*$")
_ESCAPED = re.compile(r"%[0-9a-f]{2}")
_QUOTES = "\"'`“”„‘’‚«»‹›"
_OUT_OF_PLACE = re.compile(r"[,;:()\[\]<>\\\"]")
_BETWEEN = re.compile(r"[\s,;|]+")
_HOW = "Type one address such as jane.doe@example.com."
_LAST_LABEL = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+")


def normalise_email(path: str, text: str) -> Normalised:
    """``text`` in lower case; dots and ``+tags`` stay. What is not plausibly one address is refused."""
    lowered = lower(text)
    if len(lowered) > LONGEST:
        return refused(EMAIL_NOT_PLAUSIBLE.at(path, why=f"none has {len(lowered)} characters", fix=_HOW))
    if _ORDINARY.fullmatch(lowered):
        return Normalised(lowered) if lowered == text else Normalised(lowered, (LOWER_CASED,))
    problem = _fault(path, lowered)
    if problem is not None:
        return refused(problem)
    doubt = _doubt(lowered)
    steps = () if lowered == text else (LOWER_CASED,)
    return Normalised(lowered, steps, (EMAIL_DOUBTFUL.at(path, why=doubt),) if doubt else ())


def clean_email(text: str) -> str | None:
    """The address in lower case if it is an ordinary one: no @ stands in a digest or in a placeholder."""
    lowered = text.strip().lower()
    return lowered if text.isascii() and _ORDINARY.fullmatch(lowered) and len(lowered) <= LONGEST else None


def _fault(path: str, lowered: str) -> Problem | None:
    wrapping, address = _unwrapped(lowered)
    if wrapping and _PLAUSIBLE.fullmatch(address):
        repair = Repair("Keep the address alone", Write(address))
        return EMAIL_WRAPPED.at(path, wrapping=wrapping, address=address, repair=repair)
    if lowered.count("@") > 1:
        return EMAIL_SEVERAL.at(path, repair=_parting(lowered))
    bare = "".join(each for each in lowered if each.isprintable() and not each.isspace())
    if bare == lowered and _PLAUSIBLE.fullmatch(lowered):
        return None
    if bare != lowered and _PLAUSIBLE.fullmatch(bare):
        why = "a space or an invisible character stands inside it"
        repair = Repair("Remove the space", Write(bare))
        return EMAIL_NOT_PLAUSIBLE.at(path, why=why, fix=f"Type {bare}", repair=repair)
    if _ESCAPED.search(lowered) and _PLAUSIBLE.fullmatch(decoded := _decoded(lowered)):
        why, repair = "it is written as in a web address", Repair("Decode it", Write(decoded))
        return EMAIL_NOT_PLAUSIBLE.at(path, why=why, fix=f"Type {decoded}", repair=repair)
    why = "it has no @" if "@" not in lowered else "name, @ and a domain with a dot are needed"
    return EMAIL_NOT_PLAUSIBLE.at(path, why=why, fix=_HOW)


def _parting(lowered: str) -> Repair | None:
    """Each address in an entry of its own, if every one between commas, semicolons or spaces is an address."""
    addresses = [each for each in _BETWEEN.split(lowered) if each]
    if len(addresses) > 1 and all(_ORDINARY.fullmatch(each) for each in addresses):
        return Repair("Give each its own entry", Part(tuple(addresses)))
    return None


def _unwrapped(lowered: str) -> tuple[str, str]:
    if found := _ANGLED.search(lowered):
        return "inside angle brackets", found[1].strip().removeprefix("mailto:")
    if lowered.startswith("mailto:"):
        return "after “mailto:”", _decoded(lowered.removeprefix("mailto:").partition("?")[0]).strip()
    bare = lowered.strip(_QUOTES)
    return ("inside quotation marks", bare.strip()) if bare != lowered else ("", lowered)


def _decoded(text: str) -> str:
    from urllib.parse import unquote  # costs 5 ms, and few values need it

    return unquote(text)


def _doubt(lowered: str) -> str:
    name, _, domain = lowered.partition("@")
    if ".." in lowered:
        return "two dots in a row"
    if any(part.startswith(".") or part.endswith(".") for part in (name, domain)):
        return "a dot at the beginning or the end of a part"
    if found := _OUT_OF_PLACE.search(lowered):
        return f"a “{found[0]}” in it"
    last = domain.rpartition(".")[2]
    return "" if _LAST_LABEL.fullmatch(last) else f"“.{last}” for an ending"
