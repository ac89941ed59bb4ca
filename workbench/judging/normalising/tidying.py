"""The changes that every hashed text goes through, and the ways of reading text that several fields share."""

import re
import unicodedata

# Zero-width and direction marks, soft hyphen, byte order mark: carried along by copy and paste, seen by nobody.
INVISIBLE = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_WHITE_SPACE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_EDGES = _WHITE_SPACE + INVISIBLE
# Persian, Kurdish and several Indian scripts need the two joiners inside words.
_WANTED = "\u200c\u200d"
_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))

SHORTEST_DIGEST = 32
"""No digest of any kind has fewer characters, so that a shorter text need not be looked at."""

TRIMMED = "trimmed"
INVISIBLE_REMOVED = "invisible characters removed"
COMPOSED = "accents joined to their letters (Unicode NFC)"
LOWER_CASED = "lower-cased"
PUNCTUATION_REMOVED = "spaces and punctuation removed"
DIGITS_REWRITTEN = "digits written as 0 to 9"

_TRIMMED_ONLY = (TRIMMED,)


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` in Unicode NFC without surrounding white space or invisible characters, and the steps in words.

    NFC is this workbench's addition: no source of Pinterest's asks for it, and it leaves ASCII as it is.
    """
    if text.isascii():
        clean = text.strip()
        return clean, () if len(clean) == len(text) else _TRIMMED_ONLY
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    clean = composed.strip(_EDGES)
    steps: list[str] = []
    if composed != text:
        steps.append(COMPOSED)
    if len(clean) != len(composed):
        start = composed.find(clean) if clean else len(composed)
        edges = composed[:start] + composed[start + len(clean) :]
        if any(character in _WHITE_SPACE for character in edges):
            steps.append(TRIMMED)
        if any(character in INVISIBLE for character in edges):
            steps.append(INVISIBLE_REMOVED)
    return clean, tuple(steps)


def lower(text: str) -> str:
    """``text`` in lower case, in NFC: lower-casing alone can leave marks in another order (İ with a dot below)."""
    lowered = text.lower()
    return lowered if lowered.isascii() else unicodedata.normalize("NFC", lowered)


def ascii_digits(text: str) -> str:
    """``text`` with the decimal digits of any script written as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text)


def hidden_characters(text: str) -> str:
    """What in ``text`` cannot be seen or passes for a plain space, by name: ``ZERO WIDTH SPACE (U+200B)``, or ""."""
    found = {
        each: f"{unicodedata.name(each, 'a control character')} (U+{ord(each):04X})"
        for each in text
        if _is_hidden(each)
    }
    return ", ".join(found.values())


def without_hidden(text: str) -> str:
    """``text`` without what ``hidden_characters`` finds; white space becomes a plain space."""
    return "".join((" " if each in _WHITE_SPACE else "") if _is_hidden(each) else each for each in text)


def _is_hidden(character: str) -> bool:
    if character == " " or character in _WANTED:
        return False
    return unicodedata.category(character) in _HIDDEN_CATEGORIES


_NOT_A_DIGIT = bytes(set(range(256)) - set(b"0123456789"))


def digits_only(text: str) -> str:
    """The characters 0 to 9 of ``text``."""
    return text.encode("ascii", "ignore").translate(None, _NOT_A_DIGIT).decode()


_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def name_key(text: str) -> str:
    """The letters and digits of a place's name, without case, accents, spaces or punctuation: for look-ups only."""
    lowered = text.casefold()
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(each for each in decomposed if not unicodedata.combining(each))
    return _NOT_ALPHANUMERIC.sub("", lowered)
