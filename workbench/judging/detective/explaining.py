"""The sentences of a detection. None of them holds the plain value."""

from dataclasses import replace

from workbench.judging.detective.detection import Detection
from workbench.judging.detective.digest_forms import Given
from workbench.judging.detective.known import Known
from workbench.judging.detective.search import Found
from workbench.judging.digests import SAMPLES
from workbench.judging.judgement import Hashed

RIGHT = "the digest is the right one"
_LIKE_THE_SAMPLE = "Pinterest's own sample digest is made in this way, against its own rule: do not copy it."
_TRIED = (
    "letter case, white space, punctuation, accents and Unicode forms, attached characters, encodings, other hashes, "
    "hashing twice, the forms usual for this field"
)
NO_DIGEST = Detection(
    match=False,
    correct=False,
    recipe=(),
    explanation="this is no digest: neither hexadecimal nor base64 of a length that a hash makes",
    fix="Give the digest as it was sent: 64 hexadecimal digits for SHA-256.",
)


def of_found(found: Found, given: Given, right: str | None, *, senders: tuple[str, ...], tried: int) -> Detection:
    """A recipe was found: right, or with its mistakes."""
    fixes = [*dict.fromkeys(each.fix for each in found.mistakes)]
    if found.mistakes:
        fixes += [_LIKE_THE_SAMPLE] if given.raw.hex() in SAMPLES else []
        fixes += [_send(right)]
    return Detection(
        match=True,
        correct=not found.mistakes,
        recipe=found.steps,
        explanation="; ".join(each.what for each in found.mistakes) or ", ".join(filter(None, (RIGHT, found.reading))),
        fix=" ".join(filter(None, fixes)),
        senders=senders,
        hashed_text=found.text,
        right_digest=right if found.mistakes else given.raw.hex(),
        tried=tried,
    )


def with_doubts(found: Detection, hashed: Hashed) -> Detection:
    """A right digest, with what the rule doubts about the value; a doubt that repeats the value is left out."""
    told = [
        f"{each.message} {each.fix}" for each in hashed.problems if not _repeats(f"{each.message} {each.fix}", hashed)
    ]
    return replace(found, fix=" ".join(filter(None, (found.fix, *told))))


def of_known(known: Known, given: Given, right: str | None, *, tried: int = 0, alone: bool = False) -> Detection:
    """The digest is one that is known without a value; ``alone``: there is none."""
    mistakes = given.mistakes
    what = "; ".join((known.what, *(each.what for each in mistakes)))
    fix = " ".join((known.fix, *(each.fix for each in mistakes), _send(right))).strip()
    return Detection(
        match=True,
        correct=known.good and alone and not mistakes and given.name == "SHA-256",
        recipe=(*known.steps, *given.steps),
        explanation=what,
        fix=fix,
        right_digest=right,
        tried=tried,
    )


def of_other_code(known: Known, right: str | None, *, tried: int) -> Detection:
    """The digest of a code that the value does not mean."""
    return Detection(
        match=False,
        correct=False,
        recipe=(),
        explanation=f"no recipe leads from the value here; it is {known.what}, so another value was hashed",
        fix=f"Look for the place where the value is exchanged. {_send(right)}".strip(),
        right_digest=right,
        tried=tried,
    )


def unexplained(given: Given, right: str | None, *, tried: int, deepest: int) -> Detection:
    """Nothing fits, and what was tried."""
    return Detection(
        match=False,
        correct=False,
        recipe=(),
        explanation=(
            f"no recipe tried leads from this value to this {given.name} digest: {tried:,} candidates with up to "
            f"{deepest} mistakes each ({_TRIED}). Most likely another value was hashed, or a secret was mixed in"
        ),
        fix=f"Make sure that value and digest belong to the same person. {_send(right)}".strip(),
        right_digest=right,
        tried=tried,
    )


def unknown(given: Given) -> Detection:
    """Without a value, and none of the well-known digests."""
    return Detection(
        match=False,
        correct=False,
        recipe=(),
        explanation=(
            f"this {given.name} digest is none of the well-known ones (missing values, Pinterest's samples, codes of "
            "countries and states)"
        ),
        fix="Give the field and the plain value too, to see whether it is the right digest."
        if given.name == "SHA-256" and not given.cut
        else "Pinterest takes only SHA-256 digests: 64 hexadecimal digits.",
    )


def _send(right: str | None) -> str:
    return f"The right digest is {right}" if right else ""


def _repeats(text: str, hashed: Hashed) -> bool:
    return any(value and value.lower() in text.lower() for value in (hashed.typed.strip(), hashed.normalised))
