"""One typed value of a hashed field, normalised and hashed as Pinterest asks (contract, section 5)."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from workbench.contract.field import Field
from workbench.judging.digests import Digest, digest_alone, recognise_digest
from workbench.judging.judgement import Hashed
from workbench.judging.normalising.birth_date import normalise_birth_date
from workbench.judging.normalising.city import normalise_city
from workbench.judging.normalising.country import normalise_country
from workbench.judging.normalising.e_mail import normalise_email
from workbench.judging.normalising.gender import normalise_gender
from workbench.judging.normalising.ids import normalise_external_id, normalise_maid
from workbench.judging.normalising.names import normalise_name
from workbench.judging.normalising.normalised import Normalise, Normalised, refused
from workbench.judging.normalising.phone import normalise_phone
from workbench.judging.normalising.placeholders import find_placeholder
from workbench.judging.normalising.postal_code import normalise_postal_code
from workbench.judging.normalising.region import normalise_region
from workbench.judging.normalising.tidying import SHORTEST_DIGEST, hidden_characters, tidy, without_hidden
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.repair import Repair, Write

NOTHING_TO_HASH = Rule(
    "nothing-to-hash",
    Severity.ERROR,
    "There is nothing here to hash.",
    "Type a value, or leave the field out.",
    "workbench",
)
UNREADABLE_TEXT = Rule(
    "unreadable-text",
    Severity.ERROR,
    "The text holds half a character (a lone surrogate), which UTF-8 cannot express, so it cannot be hashed.",
    "Type the value again; if it came from a file, save that file as UTF-8.",
    "spec",
)
HIDDEN_CHARACTER = Rule(
    "hidden-character",
    Severity.WARNING,
    "Inside the value stands {characters}. It cannot be seen, or passes for a plain space, but changes the digest.",
    "Type the value again instead of pasting it.",
    "workbench",
)
NOT_HASHED = Rule(
    "not-hashed",
    Severity.ERROR,
    "{name} holds plain text where Pinterest takes only SHA-256 digests{consequence}.",
    "Send the digest of the normalised value. The workbench can hash it: workbench build.",
    "spec, guide, observed",
)
DIGEST_WITH_SPACE = Rule(
    "digest-with-space",
    Severity.ERROR,
    "White space or an invisible character stands before or after the digest; Pinterest would see no digest.",
    "Send {digest}",
    "spec",
)
DIGEST_NOT_LOWER_CASE = Rule(
    "digest-not-lower-case",
    Severity.WARNING,
    "The digest is not lower-case. Pinterest's are, and digests are compared as text.",
    "Send {digest}",
    "spec, implementers",
)
RULES = (
    NOTHING_TO_HASH,
    UNREADABLE_TEXT,
    HIDDEN_CHARACTER,
    NOT_HASHED,
    DIGEST_WITH_SPACE,
    DIGEST_NOT_LOWER_CASE,
)

_NORMALISE: Mapping[str, Normalise] = MappingProxyType(
    {
        "em": normalise_email,
        "ph": normalise_phone,
        "ge": normalise_gender,
        "db": normalise_birth_date,
        "fn": normalise_name,
        "ln": normalise_name,
        "ct": normalise_city,
        "st": normalise_region,
        "zp": normalise_postal_code,
        "country": normalise_country,
        "external_id": normalise_external_id,
        "hashed_maids": normalise_maid,
    }
)
# Unhashed addresses made the real endpoint refuse both events of a request with 422 (contract, section 1.1).
_CONSEQUENCES = {"em": ", and it may refuse the whole request for it (HTTP 422)"}


def hash_text(field: Field, text: str, *, wire: bool = False) -> Hashed:
    """``text`` as ``field``'s hash rule has it, and its SHA-256 digest; never raises, for any text.

    A SHA-256 digest passes through in lower case. With ``wire`` the text is what travels: anything but a clean digest
    is an error. Problems carry the field's path without an index. ``field`` must be a hashed one.
    """
    clean, steps = tidy(text)
    if not clean:
        return _refusal(text, steps, NOTHING_TO_HASH.at(field.path))
    if len(clean) >= SHORTEST_DIGEST and (digest := recognise_digest(field.path, field.hash_rule, clean)):
        return _digest_found(field, text, steps, digest, wire=wire)
    placeholder = find_placeholder(field.path, field.hash_rule, clean)
    if placeholder and placeholder.severity is Severity.ERROR:
        return _refusal(text, steps, placeholder)
    if wire:
        return _refusal(text, steps, _not_hashed(field, text))
    normalised = _normalised(field, clean)
    if normalised.text is None:
        return _refusal(text, steps + normalised.steps, *_tried(field, normalised.problems))
    return Hashed(
        text,
        normalised.text,
        hashlib.sha256(normalised.text.encode()).hexdigest(),
        False,
        steps + normalised.steps,
        normalised.problems if placeholder is None else (placeholder, *normalised.problems),
    )


def _not_hashed(field: Field, text: str) -> Problem:
    digest = hash_text(field, text).digest
    repair = Repair("Hash it", Write(digest)) if digest else None
    consequence = _CONSEQUENCES.get(field.hash_rule, "")
    return NOT_HASHED.at(field.path, name=field.name, consequence=consequence, repair=repair)


def _normalised(field: Field, clean: str) -> Normalised:
    if not clean.isascii() and not _encodable(clean):
        return refused(UNREADABLE_TEXT.at(field.path))
    normalised = _NORMALISE[field.hash_rule](field.path, clean)
    text = normalised.text
    if text is None:
        return normalised
    if len(text) >= SHORTEST_DIGEST and len(text) != len(clean) and (problem := _hidden_digest(field, text)):
        return Normalised(None, normalised.steps, (problem,))
    if not text.isprintable() and (characters := hidden_characters(text)):
        repair = Repair("Remove what is hidden", Write(without_hidden(clean)))
        found = HIDDEN_CHARACTER.at(field.path, characters=characters, repair=repair)
        return normalised._replace(problems=(*normalised.problems, found))
    return normalised


def _hidden_digest(field: Field, text: str) -> Problem | None:
    """What is wrong if spaces or punctuation had hidden a digest, which only the normalised text shows."""
    digest = recognise_digest(field.path, field.hash_rule, text)
    if digest is None:
        return None
    return digest.problems[0] if digest.problems else digest_alone(field.path, digest.text or "")


def _tried(field: Field, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, without a repair that would only lead to the next refusal."""
    for problem in problems:
        action = problem.repair.action if problem.repair else None
        vain = isinstance(action, Write) and hash_text(field, action.text).digest is None
        yield replace(problem, repair=None) if vain else problem


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _digest_found(field: Field, typed: str, steps: tuple[str, ...], digest: Digest, *, wire: bool) -> Hashed:
    problems = digest.problems
    if digest.text is None:
        return Hashed(typed, None, None, bool(digest.steps), steps + digest.steps, tuple(_tried(field, problems)))
    if wire and steps:
        repair = Repair("Trim it", Write(digest.text))
        refusal = DIGEST_WITH_SPACE.at(field.path, digest=digest.text, repair=repair)
        return Hashed(typed, None, None, True, steps + digest.steps, (refusal,))
    if wire and digest.text != typed:
        repair = Repair("Write it in lower case", Write(digest.text))
        problems += (DIGEST_NOT_LOWER_CASE.at(field.path, digest=digest.text, repair=repair),)
    return Hashed(typed, None, digest.text, True, steps + digest.steps, problems)


def _refusal(typed: str, steps: tuple[str, ...], *problems: Problem) -> Hashed:
    return Hashed(typed, None, None, False, steps, problems)
