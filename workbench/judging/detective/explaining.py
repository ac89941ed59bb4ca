"""The sentences of a detection. None of them holds the plain value."""

from workbench.judging.detective.detection import Detection
from workbench.judging.detective.digest_forms import Given
from workbench.judging.detective.known import Known
from workbench.judging.detective.search import DEEPEST, Found
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


def of_found(found: Found, given: Given, hashed: Hashed, *, senders: tuple[str, ...], tried: int) -> Detection:
    """A recipe was found: right, or with its mistakes."""
    fixes = [*dict.fromkeys(each.fix for each in found.mistakes)]
    if found.mistakes:
        fixes += [_LIKE_THE_SAMPLE] if given.raw.hex() in SAMPLES else []
        fixes += [_send(hashed)]
    return Detection(
        match=True,
        correct=not found.mistakes,
        recipe=found.steps,
        explanation="; ".join(each.what for each in found.mistakes) or ", ".join(filter(None, (RIGHT, found.reading))),
        fix=" ".join(filter(None, fixes)),
        senders=senders,
        hashed_text=found.text,
        right_digest=hashed.digest if found.mistakes else given.raw.hex(),
        tried=tried,
    )


def of_known(known: Known, given: Given, hashed: Hashed | None, *, match: bool, tried: int = 0) -> Detection:
    """The digest is one that is known without a value."""
    mistakes = given.mistakes
    what = "; ".join((known.what, *(each.what for each in mistakes)))
    fix = " ".join((known.fix, *(each.fix for each in mistakes), _send(hashed))).strip()
    return Detection(
        match=match,
        correct=match and known.good and hashed is None and not mistakes and given.name == "SHA-256",
        recipe=(*known.steps, *given.steps) if match else (),
        explanation=what,
        fix=fix,
        right_digest=hashed.digest if hashed else None,
        tried=tried,
    )


def of_other_code(known: Known, hashed: Hashed, *, tried: int) -> Detection:
    """The digest of a code that the value does not mean."""
    return Detection(
        match=False,
        correct=False,
        recipe=(),
        explanation=f"no recipe leads from the value here; it is {known.what}, so another value was hashed",
        fix=f"Look for the place where the value is exchanged. {_send(hashed)}".strip(),
        right_digest=hashed.digest,
        tried=tried,
    )


def unexplained(given: Given, hashed: Hashed, *, tried: int) -> Detection:
    """Nothing fits, and what was tried."""
    return Detection(
        match=False,
        correct=False,
        recipe=(),
        explanation=(
            f"no recipe tried leads from this value to this {given.name} digest: {tried:,} candidates with up to "
            f"{DEEPEST} mistakes each ({_TRIED}). Most likely another value was hashed, or a secret was mixed in"
        ),
        fix=f"Make sure that value and digest belong to the same person. {_send(hashed)}".strip(),
        right_digest=hashed.digest,
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


def _send(hashed: Hashed | None) -> str:
    return f"The right digest is {hashed.digest}" if hashed and hashed.digest else ""
