"""What the detective found out about one digest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detection:
    """``match``: the digest is explained. ``correct``: it is the one Pinterest wants for the value.

    ``recipe`` lists what changed the value on its way to the digest, in order. ``explanation`` and ``fix`` never hold
    the plain value, so that they may be written down; ``hashed_text``, which does, is for the eyes of who typed it.
    ``senders`` are known programs with the same recipe. ``right_digest`` is None where the value has none, or is not
    given. ``tried`` counts the candidates that were hashed.
    """

    match: bool
    correct: bool
    recipe: tuple[str, ...]
    explanation: str
    fix: str
    senders: tuple[str, ...] = ()
    hashed_text: str | None = None
    right_digest: str | None = None
    tried: int = 0
