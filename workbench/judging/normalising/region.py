"""The state: the two-letter code of a state, territory or province of the United States or Canada."""

import re

from workbench.judging.normalising.normalised import Normalised, refused
from workbench.judging.normalising.region_names import REGION_CODES, REGION_NAMES
from workbench.judging.normalising.tidying import LOWER_CASED, name_key
from workbench.judging.problem import Rule, Severity
from workbench.judging.repair import Repair, use

REGION_UNKNOWN = Rule(
    "region-unknown",
    Severity.ERROR,
    "This is not a state, territory or province of the United States or Canada. The rule asks for a two-letter code, "
    "and there is none for regions elsewhere.",
    "{fix}",
    "spec, guide",
)
REGION_FOREIGN_CODE = Rule(
    "region-foreign-code",
    Severity.WARNING,
    "“{code}” is not a code of the United States or Canada; for regions elsewhere there is no rule.",
    "Check the code, or leave the field out.",
    "spec, guide",
)
RULES = (REGION_UNKNOWN, REGION_FOREIGN_CODE)

_CODE = re.compile(r"[a-z]{2}")
_ISO_3166_2 = re.compile(r"(?:us|ca)[-_]([a-z]{2})")


def normalise_region(path: str, text: str) -> Normalised:
    """A two-letter code in lower case, from the code, the name in English or French, or ISO 3166-2 (``US-CA``).

    Two letters that are no code of these two countries are hashed with a warning; everything else is refused.
    """
    if text in REGION_CODES:
        return Normalised(text)
    lowered = text.lower()
    if lowered in REGION_CODES:
        return Normalised(lowered, (LOWER_CASED,))
    if _CODE.fullmatch(lowered):
        steps = () if lowered == text else (LOWER_CASED,)
        return Normalised(lowered, steps, (REGION_FOREIGN_CODE.at(path, code=lowered),))
    code = _code_of(lowered)
    if code:
        return Normalised(code, (f"{text} → {code}",))
    fix, repair = _suggestion(lowered)
    return refused(REGION_UNKNOWN.at(path, fix=fix, repair=repair))


def clean_region(text: str) -> str | None:
    """The code in lower case, if a code was typed."""
    lowered = text.lower()
    return lowered if lowered in REGION_CODES else None


def _code_of(lowered: str) -> str:
    if (found := _ISO_3166_2.fullmatch(lowered)) and found[1] in REGION_CODES:
        return found[1]
    key = name_key(lowered)
    return key if key in REGION_CODES else REGION_NAMES.get(key, "")


def _suggestion(lowered: str) -> tuple[str, Repair | None]:
    from difflib import get_close_matches  # only for a value that is refused anyway

    close = get_close_matches(name_key(lowered[:40]), REGION_NAMES, n=1, cutoff=0.85)
    if close:
        code = REGION_NAMES[close[0]]
        return f"If this is a spelling mistake, type {code}", use(code, sweeping=False)
    return "Type the two letters, such as ca; leave the field out for other countries.", None
