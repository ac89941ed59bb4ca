"""How a digest is written: hexadecimal in either case, base64, cut short; and so which hash may have made it."""

import base64
import binascii
import re
from typing import NamedTuple

from workbench.judging.detective.recipe import Mistake
from workbench.judging.normalising.tidying import tidy

NAMES = {16: "MD5", 20: "SHA-1", 28: "SHA-224", 32: "SHA-256", 48: "SHA-384", 64: "SHA-512"}
"""The best known hash of each length in bytes."""

_HEX = re.compile(r"[0-9a-fA-F]+")
_HEX_IN_BYTES = re.compile(rb"[0-9a-fA-F]+")
_BASE64 = re.compile(r"[0-9A-Za-z+/]{10,120}")
_PREFIX = re.compile(r"(?:0x|\\x|sha-?256[:=$]\s*)", re.IGNORECASE)
_SHORTEST_CUT = 16
_LOWER_HEX = "Write the digest in lower-case hexadecimal."


class Given(NamedTuple):
    """A digest as it was given: its bytes, whether the rest of them is missing, and what is odd about its form."""

    raw: bytes
    cut: bool = False
    steps: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def name(self) -> str:
        """The hash that makes digests of this length."""
        return "SHA-256" if self.cut else NAMES[len(self.raw)]


def read_digest(text: str) -> Given | None:
    """The digest that ``text`` is; None when it is none. White space around it is nobody's mistake here."""
    clean = tidy(text)[0]
    if found := _PREFIX.match(clean):
        rest = clean[found.end() :]
        given = _plain(rest)
        mistake = Mistake(f"with “{found[0].strip()}” before the digest", "Send the 64 digits alone.")
        return given and given._replace(mistakes=(*given.mistakes, mistake))
    return _plain(clean)


def _plain(text: str) -> Given | None:
    if _HEX.fullmatch(text) and len(text) >= _SHORTEST_CUT:
        return _from_hex(text)
    return _from_base64(text)


def _from_hex(text: str) -> Given | None:
    if len(text) > 64 and (len(text) % 2 or len(text) // 2 not in NAMES):
        return None
    steps: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    if text != text.lower():
        steps = ("upper-hex",) if text == text.upper() else ("mixed-hex",)
        mistakes = (
            Mistake(
                "the digest is in upper case" if text == text.upper() else "the digest is in mixed case", _LOWER_HEX
            ),
        )
    raw = bytes.fromhex(text[: len(text) // 2 * 2])
    cut = len(text) % 2 == 1 or len(raw) not in NAMES
    return Given(raw, cut, steps, mistakes)


def _from_base64(text: str) -> Given | None:
    standard = text.rstrip("=").translate(str.maketrans("-_", "+/"))
    if not _BASE64.fullmatch(standard):
        return None
    try:
        raw = base64.b64decode(standard + "==")  # what is too much is passed over
    except binascii.Error:
        return None
    mistake = Mistake("the digest is in base64", "Write the digest in hexadecimal.")
    if len(raw) in NAMES and _HEX_IN_BYTES.fullmatch(raw):
        inner = bytes.fromhex(raw.decode())
        if len(inner) in NAMES:
            mistake = Mistake("the digest's hexadecimal digits are in base64", "Write the digest in hexadecimal.")
            return Given(inner, steps=("hex", "base64"), mistakes=(mistake,))
    return Given(raw, steps=("base64",), mistakes=(mistake,)) if len(raw) in NAMES else None
