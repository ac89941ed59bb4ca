"""A pasted token, cleaned of what copying adds, or refused with the reason. No message ever repeats the token."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

from workbench.ground.errors import InputError

MAX_TOKEN_LENGTH: Final = 1280
"""UTF-16 code units: Windows keeps 2,560 bytes. The limit holds everywhere, so that an account can move."""

_WHERE_TOKENS_ARE_MADE: Final = (
    "In Pinterest Ads Manager open Conversions, Conversions API, Set up API, and generate a new conversion token."
)
_COPY_AGAIN: Final = "Copy the token again, all of it and nothing else. " + _WHERE_TOKENS_ARE_MADE
_QUOTES: Final = "\"'`´“”„‟‘’‚‛«»‹›"
_MARKS: Final = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"
_AUTHORIZATION: Final = re.compile(r"^authorization\s*:\s*", re.IGNORECASE)
_BEARER: Final = re.compile(r"^bearer(?:\s+|$)", re.IGNORECASE)
_UNUSUAL_BEGINNING: Final = (
    "It does not begin with pina_ or pinc_, as tokens of Pinterest usually do. A test event will show if it works."
)


@dataclass(frozen=True, slots=True)
class CleanToken:
    """A token fit for a header and for every keyring, and in words what was removed or looks odd."""

    token: str = field(repr=False)
    notes: tuple[str, ...] = ()


class _Wrapping(NamedTuple):
    """Something that copying puts around a token: how to take it off, and the note that says so."""

    off: Callable[[str], str]
    note: str


_WRAPPINGS: Final = (
    _Wrapping(str.strip, "Spaces or line breaks around it were removed."),
    _Wrapping(lambda text: text.strip(_MARKS), "Invisible marks around it were removed."),
    _Wrapping(lambda text: text.strip(_QUOTES), "Quotation marks around it were removed."),
    _Wrapping(partial(_AUTHORIZATION.sub, ""), "The header name Authorization in front of it was removed."),
    _Wrapping(partial(_BEARER.sub, ""), "The word Bearer in front of it was removed."),
)


def clean_token(text: str) -> CleanToken:
    """The token in ``text``, without quotation marks, ``Bearer`` and white space around it; each removal is a note.

    Raises InputError for an empty text, a refresh token, white space or control characters inside, characters beyond
    ASCII, and more than 1,280 characters. A beginning other than ``pina_`` or ``pinc_`` is only noted: Pinterest
    promises no format. Cleaning a clean token changes nothing.
    """
    token, notes = _unwrapped(text)
    _check(token)
    return CleanToken(token, notes if token.startswith(("pina_", "pinc_")) else (*notes, _UNUSUAL_BEGINNING))


def _unwrapped(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with every wrapping off, however they are nested, and a note for each kind, outermost first."""
    notes: dict[str, None] = {}
    before = None
    while text != before:
        before = text
        for off, note in _WRAPPINGS:
            inner = off(text)
            if inner != text:
                text = inner
                notes[note] = None
    return text, tuple(notes)


def _check(token: str) -> None:
    if not token:
        raise InputError("The token is empty.", fix=_COPY_AGAIN)
    if token.startswith("pinr"):
        raise InputError(
            "That is a refresh token: it begins with pinr. Pinterest takes no events with it.",
            fix=_WHERE_TOKENS_ARE_MADE,
        )
    for position, sign in enumerate(token, start=1):
        if sign.isspace():
            raise InputError(f"The token has white space inside, at character {position}.", fix=_COPY_AGAIN)
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs"}:
            raise InputError(f"The token has an invisible character inside, at character {position}.", fix=_COPY_AGAIN)
        if not sign.isascii():
            raise InputError(
                f"Character {position} of the token is outside ASCII. Tokens have plain letters, digits, signs.",
                fix=_COPY_AGAIN,
            )
    # Only ASCII by now, so one character is one UTF-16 code unit.
    if len(token) > MAX_TOKEN_LENGTH:
        raise InputError(
            f"The token has {len(token)} characters. Keyrings hold at most {MAX_TOKEN_LENGTH} (the limit of Windows).",
            fix=_COPY_AGAIN,
        )
