"""Nothing that looks like a token leaves this room: every text that came back goes through here first."""

import html
import json
import re
from collections.abc import Iterable
from urllib.parse import quote

HIDDEN = "‹token hidden›"

_CHARACTER = r"[A-Za-z0-9._~+/=%-]"
_KEYS = r"(?:proxy-)?authorization|(?:access|refresh|conversion)_token"
# Each pattern with the lower-case words without which it cannot match: looking for those first is thirty times faster.
_PATTERNS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    # Pinterest's own: pina_ conversion or OAuth access, pinc_ client credentials, pinr refresh.
    (
        ("pina_", "pinc_", "pinr"),
        re.compile(rf"(?<![A-Za-z0-9])pin(?:[ac]_|r){_CHARACTER}{{4,}}"),
        HIDDEN,
    ),
    # What is ruled out keeps prose such as “Bearer token is missing” readable.
    (
        ("bearer",),
        re.compile(rf"(?i)\b(Bearer)\s+(?!(?:tokens?|auth\w*|scheme|header|realm)\b){_CHARACTER}{{4,}}"),
        rf"\1 {HIDDEN}",
    ),
    (
        ("basic",),
        re.compile(r"\b([Bb]asic)\s+(?=[A-Za-z0-9+/]*[0-9=]|[A-Za-z][a-z]*[A-Z])[A-Za-z0-9+/]{8,}=*"),
        rf"\1 {HIDDEN}",
    ),
    (
        ("authorization", "_token"),
        re.compile(rf"(?i)\b({_KEYS})([\"']?\s*[:=]\s*[\"']?)[^\"'\r\n<>{{}},&\\]+"),
        rf"\1\2{HIDDEN}",
    ),
    # User name and password in front of a host.
    (("://",), re.compile(r"(?<=://)[^/?#\s\"'@<>\\]+@"), f"{HIDDEN}@"),
)
_SECRET_KEY = re.compile(rf"(?i){_KEYS}")
_SHORTEST = 6
_SHORTEST_TAIL = 8


def redact(data: str, *, secrets: Iterable[str] = ()) -> str:
    """The text without tokens, passwords in URLs, and the given ``secrets`` in any usual escaping.

    Text that is JSON stays JSON, also where the token stood escaped in it. Redacting twice changes nothing more.
    A secret that is a short plain word (the practice account's token) is left alone: it would eat the text.
    """
    known = tuple(secret for secret in secrets if worth_hiding(secret))
    hide = _Hiding(known)
    hidden = hide.text(data)
    if hidden != data or "\\" in data:
        hidden = hide.json(data, hidden)
    return hidden


def redact_bytes(data: bytes, *, secrets: Iterable[str] = ()) -> bytes:
    """The same for bytes. Whatever is not UTF-8 in them is kept, unless a token was hidden between NUL bytes."""
    known = tuple(secrets)
    if b"\0" in data:  # UTF-16 and UTF-32 put NUL bytes between ASCII letters
        narrow = data.replace(b"\0", b"")
        redacted = redact_bytes(narrow, secrets=known)
        return data if redacted == narrow else redacted
    text = data.decode("utf-8", "surrogateescape")
    redacted_text = redact(text, secrets=known)
    return data if redacted_text == text else redacted_text.encode("utf-8", "surrogateescape")


def worth_hiding(secret: str) -> bool:
    """Whether a secret is long and strange enough to be searched for in any text."""
    return len(secret) >= _SHORTEST and not (secret.isalpha() and len(secret) < 2 * _SHORTEST_TAIL)


class _Hiding:
    """Hides what the patterns find and a set of known secrets."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        self._secrets = secrets
        forms = sorted({form for secret in secrets for form in _forms(secret)}, key=len, reverse=True)
        self._forms = tuple(form.lower() for form in forms)
        self._known = re.compile("|".join(map(re.escape, forms)), re.IGNORECASE)

    def text(self, text: str) -> str:
        if self._secrets:
            if any(form in text.lower() for form in self._forms):
                text = self._known.sub(HIDDEN, text)
            text = self._without_cut_secret(text)
        lower = text.lower()
        for words, pattern, instead in _PATTERNS:
            if any(word in lower for word in words):
                text = pattern.sub(instead, text)
        return text

    def _without_cut_secret(self, text: str) -> str:
        """An answer that was cut at its bound may end in the middle of the token."""
        for secret in self._secrets:
            for length in range(len(secret) - 1, _SHORTEST_TAIL - 1, -1):
                if text.endswith(secret[:length]):
                    return text[:-length] + HIDDEN
        return text

    def json(self, original: str, hidden: str) -> str:
        """``hidden`` where it is the JSON it should be; else the whole JSON written anew. Other text is left alone."""
        try:
            wanted = self._value(json.loads(original))
        except (ValueError, RecursionError):
            return hidden
        try:
            if json.loads(hidden) == wanted:
                return hidden
        except (ValueError, RecursionError):
            pass
        return json.dumps(wanted)

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(str(key)): self._member(str(key), each) for key, each in value.items()}
        if isinstance(value, list):
            return [self._value(each) for each in value]
        if isinstance(value, int) and not isinstance(value, bool) and self.text(str(value)) != str(value):
            return HIDDEN
        return value

    def _member(self, key: str, value: object) -> object:
        if isinstance(value, str) and value and _SECRET_KEY.fullmatch(key):
            return HIDDEN
        return self._value(value)


def _forms(secret: str) -> set[str]:
    escaped = json.dumps(secret)[1:-1]
    return {secret, escaped, escaped.replace("/", "\\/"), quote(secret, safe=""), html.escape(secret)}
