"""From a text to digests: encodings, hashes, and hashes of hashes."""

import base64
import hashlib
from collections.abc import Callable
from typing import NamedTuple

from workbench.judging.detective.digest_forms import Given
from workbench.judging.detective.recipe import Mistake


class Encoding(NamedTuple):
    """A way from text to bytes; ``encode`` gives None where the text cannot be written so, or comes out as in UTF-8."""

    encode: Callable[[str], bytes | None]
    steps: tuple[str, ...] = ()
    mistake: Mistake | None = None


class Hashing(NamedTuple):
    """A way from bytes to a digest."""

    make: Callable[[bytes], bytes]
    steps: tuple[str, ...]
    mistake: Mistake | None = None

    @property
    def cost(self) -> int:
        """Whether it counts as a step of its own."""
        return int(self.mistake is not None and not self.mistake.free)


_UTF8 = "Encode the text as UTF-8 before hashing."


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _utf16(byte_order: str, mark: bytes = b"") -> Callable[[str], bytes]:
    return lambda text: mark + text.encode(f"utf-16-{byte_order}", "surrogatepass")


def _one_byte(codec: str, errors: str) -> Callable[[str], bytes | None]:
    def encode(text: str) -> bytes | None:
        if text.isascii():
            return None
        try:
            return text.encode(codec, errors)
        except UnicodeEncodeError:
            return None

    return encode


def _twice_utf8(text: str) -> bytes | None:
    return None if text.isascii() else _utf8(_utf8(text).decode("latin-1"))


ENCODINGS = (
    Encoding(_utf8),
    Encoding(_utf16("le"), ("utf-16-le",), Mistake("encoded as UTF-16", _UTF8)),
    Encoding(_utf16("be"), ("utf-16-be",), Mistake("encoded as UTF-16, big end first", _UTF8)),
    Encoding(_utf16("le", b"\xff\xfe"), ("utf-16",), Mistake("encoded as UTF-16 with a byte order mark", _UTF8)),
    Encoding(
        _utf16("be", b"\xfe\xff"), ("utf-16-be-bom",), Mistake("encoded as UTF-16, big end first, with a mark", _UTF8)
    ),
    Encoding(_one_byte("cp1252", "strict"), ("cp1252",), Mistake("encoded as Windows-1252 (Latin-1)", _UTF8)),
    Encoding(_one_byte("ascii", "replace"), ("ascii",), Mistake("with question marks for accented letters", _UTF8)),
    Encoding(_one_byte("ascii", "ignore"), ("ascii",), Mistake("without its accented letters", _UTF8)),
    Encoding(_twice_utf8, ("utf-8-twice",), Mistake("encoded as UTF-8 twice", _UTF8)),
)


def digest_of(text: str) -> bytes:
    """What a sender makes that does not go wrong here: SHA-256 of the text in UTF-8."""
    return _sha256(_utf8(text))


_ONCE = "Hash the value once; a digest must not be hashed again."
_SHA256 = "Use SHA-256."


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _of_text(first: str, spell: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    digest = _other(first)
    return lambda data: _sha256(spell(digest(data)))


def _hex(raw: bytes) -> bytes:
    return raw.hex().encode()


def _upper_hex(raw: bytes) -> bytes:
    return raw.hex().upper().encode()


def _raw(raw: bytes) -> bytes:
    return raw


def _thrice(data: bytes) -> bytes:
    return _sha256(_hex(_sha256(_hex(_sha256(data)))))


def _other(name: str) -> Callable[[bytes], bytes]:
    make = getattr(hashlib, name)

    def digest(data: bytes) -> bytes:
        made: bytes = make(data, usedforsecurity=False).digest()
        return made

    return digest


_FOR_SHA256 = (
    Hashing(_sha256, ("sha256",)),
    Hashing(_of_text("sha256", _hex), ("sha256", "sha256"), Mistake("hashed twice", _ONCE)),
    Hashing(
        _of_text("sha256", _upper_hex),
        ("sha256", "upper-hex", "sha256"),
        Mistake("hashed twice, the second time from the digest in upper case", _ONCE),
    ),
    Hashing(
        _of_text("sha256", _raw),
        ("sha256", "raw-bytes", "sha256"),
        Mistake("hashed twice, the second time from the digest's raw bytes", _ONCE),
    ),
    Hashing(
        _of_text("sha256", base64.b64encode),
        ("sha256", "base64", "sha256"),
        Mistake("hashed twice, the second time from the digest in base64", _ONCE),
    ),
    Hashing(_of_text("md5", _hex), ("md5", "sha256"), Mistake("hashed twice: SHA-256 of an MD5 digest", _ONCE)),
    Hashing(_of_text("sha1", _hex), ("sha1", "sha256"), Mistake("hashed twice: SHA-256 of a SHA-1 digest", _ONCE)),
    Hashing(_thrice, ("sha256", "sha256", "sha256"), Mistake("hashed three times", _ONCE)),
    Hashing(_other("sha3_256"), ("sha3-256",), Mistake("hashed with SHA3-256, not SHA-256", _SHA256)),
    Hashing(_other("blake2s"), ("blake2s",), Mistake("hashed with BLAKE2s, not SHA-256", _SHA256)),
)
_OTHER_HASHES = {
    16: (("md5", "MD5"),),
    20: (("sha1", "SHA-1"),),
    28: (("sha224", "SHA-224"),),
    48: (("sha384", "SHA-384"),),
    64: (("sha512", "SHA-512"), ("sha3_512", "SHA3-512"), ("blake2b", "BLAKE2b")),
}


def hashings_for(given: Given) -> tuple[Hashing, ...]:
    """The hashes that make digests such as ``given``. What its length says already is free."""
    size = len(given.raw)
    if size == 32 and not given.cut:
        return _FOR_SHA256
    hashings = [
        Hashing(_other(name), (name,), Mistake(f"hashed with {title}, not SHA-256", _SHA256, free=True))
        for name, title in _OTHER_HASHES.get(size, ())
        if not given.cut
    ]
    if size < 32:
        cut = Mistake("the digest was cut short", "Keep all 64 digits of the digest.", free=True)
        hashings.append(Hashing(lambda data: _sha256(data)[:size], ("sha256", "cut"), cut))
    return tuple(hashings)
