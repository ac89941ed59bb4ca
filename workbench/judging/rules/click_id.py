"""The click ID: its shape, and the same ID in the page's address."""

import re
from collections.abc import Iterator

from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write
from workbench.judging.rules.sheet import Sheet

WHITE_SPACE = Rule(
    "click-id-white-space",
    Severity.WARNING,
    "The click ID has white space inside. It was probably damaged when it was copied, and matches no click.",
    "Copy the value of the _epik cookie again, in one piece.",
    "guide",
)
NOT_BARE = Rule(
    "click-id-not-bare",
    Severity.ERROR,
    "More than the click ID stands here: {more} was copied with it, so it matches no click.",
    "Keep only what follows epik=, up to the next & or the end.",
    "spec, workbench",
)
UNUSUAL = Rule(
    "click-id-unusual",
    Severity.WARNING,
    "This does not look like a click ID: those of Pinterest begin with dj0yJ and have only letters, digits, - and _.",
    "Take the value of the _epik cookie as it is, or leave the field out.",
    "observed, workbench",
)
ONLY_IN_URL = Rule(
    "click-id-only-in-url",
    Severity.WARNING,
    "The page address carries a click ID (epik), but click_id is empty, and Pinterest looks for it there.",
    "Copy what follows epik= in event_source_url into user_data.click_id.",
    "spec, guide",
)
OTHER_IN_URL = Rule(
    "click-id-other-in-url",
    Severity.WARNING,
    "The page address carries another click ID (epik) than click_id has. The one in the address belongs to the click "
    "that led to this page.",
    "Check which is right. The _epik cookie usually holds the latest click.",
    "spec, guide, workbench",
)
RULES = (WHITE_SPACE, NOT_BARE, UNUSUAL, ONLY_IN_URL, OTHER_IN_URL)

CLICK_ID, URL = "user_data.click_id", "event_source_url"
_USUAL = re.compile(r"dj0yJ[A-Za-z0-9_-]+={0,2}", re.ASCII)
_IN_URL = re.compile(r"[?&#;]epik=([^&#;\s]+)")


def click_id_check(path: str, text: str) -> Problem | None:
    """A click id is one word, in the shape of those that were seen."""
    if _USUAL.fullmatch(text):
        return None
    if len(text.split()) > 1:
        return WHITE_SPACE.at(path)
    if "epik=" in text:
        more = "“epik=”" if text.startswith(("epik=", "_epik=")) else "a whole address"
        found = _click_id_of(f"?{text.removeprefix('_')}")
        return NOT_BARE.at(path, more=more, repair=_writing(found, "Keep the click ID alone"))
    return UNUSUAL.at(path)


def url_click_id_problems(sheet: Sheet) -> Iterator[Problem]:
    """A click id in ``event_source_url`` belongs into ``click_id`` as well."""
    found = _click_id_of(sheet.text(URL))
    if not found:
        return
    if CLICK_ID not in sheet.typed:
        yield ONLY_IN_URL.at(CLICK_ID, repair=_writing(found, "Copy it from the address"))
    elif _USUAL.fullmatch(given := sheet.text(CLICK_ID)) and given != found:
        yield OTHER_IN_URL.at(CLICK_ID)


def _writing(found: str, label: str) -> Repair | None:
    return Repair(label, Write(found)) if found else None


def _click_id_of(url: str) -> str:
    match = _IN_URL.search(url) if "epik=" in url else None
    if match is None:
        return ""
    # The padding is the only sign of a click id that is ever escaped.
    found = match[1].replace("%3D", "=").replace("%3d", "=")
    return found if _USUAL.fullmatch(found) else ""
