"""What senders do to parts of an e-mail address, and how an address is taken out of what surrounds it."""

import re

from workbench.judging.detective.recipe import Aspect, Choice, Way, same, wrong
from workbench.judging.detective.texts import url_decoded, without_spaces
from workbench.judging.normalising.tidying import hidden_characters

_WHOLE = "Hash the whole address."
_ANGLED = re.compile(r"<([^<>@\s]+@[^<>@\s]+)>\s*$")
_QUOTES = "\"'`“”„‘’‚«»‹›"
_ESCAPED = re.compile(r"%[0-9a-fA-F]{2}")


def _without_dots(text: str) -> str:
    name, at, domain = text.partition("@")
    return name.replace(".", "") + at + domain


def _without_tag(text: str) -> str:
    name, at, domain = text.partition("@")
    return (name.partition("+")[0] or name) + at + domain


def _gmail(text: str) -> str:
    return _without_dots(_without_tag(text))


def _other_gmail(text: str) -> str:
    name, at, domain = text.rpartition("@")
    return name + at + {"gmail.com": "googlemail.com", "googlemail.com": "gmail.com"}.get(domain.lower(), domain)


PARTS: Aspect = (
    Choice(same),
    wrong(_without_dots, "remove-dots", "the dots before the @ were removed", "Keep the dots."),
    wrong(_without_tag, "remove-tag", "the part from + to @ was removed", "Keep the +tag."),
    wrong(_gmail, "remove-dots-and-tag", "the dots and the +tag before the @ were removed", "Keep dots and +tag."),
    wrong(_other_gmail, "swap-gmail", "gmail.com and googlemail.com were exchanged", "Keep the domain."),
    wrong(lambda text: text.partition("@")[0], "local-part", "only the part before the @", _WHOLE),
    wrong(lambda text: text.rpartition("@")[2], "domain", "only the part behind the @", _WHOLE),
    wrong(
        lambda text: text.replace("+", " "), "plus-to-space", "a space stood for the +", "Decode the value once only."
    ),
    wrong(lambda text: text.replace("@", " at "), "spell-at", "“at” was written for the @", _WHOLE),
)
INNER_SPACES: Aspect = (
    Choice(same),
    wrong(without_spaces, "remove-spaces", "the spaces inside were removed", "Check the address; none has spaces."),
)


def unwrapped(text: str) -> tuple[Way, ...]:
    """The address inside what surrounds it, where only one can be meant."""
    found: list[Way] = []
    if angled := _ANGLED.search(text):
        found.append(Way(angled[1], ("unwrap",), reading="once the address is taken out of its brackets"))
    stripped = text.strip()
    if stripped.lower().startswith("mailto:"):
        address = url_decoded(stripped[7:].partition("?")[0])
        found.append(Way(address, ("unwrap",), reading="once “mailto:” is taken off"))
    if (inner := stripped.strip(_QUOTES)) != stripped:
        found.append(Way(inner, ("unquote",), reading="once the quotation marks are taken off"))
    if _ESCAPED.search(text):
        found.append(Way(url_decoded(text), ("url-decode",), reading="once the URL encoding is undone"))
    visible = "".join(each for each in without_spaces(text) if not hidden_characters(each))
    if visible != stripped:
        found.append(Way(visible, ("remove-spaces",), reading="once spaces and invisible characters are out"))
    return tuple(each for each in found if each.text.count("@") == 1)
