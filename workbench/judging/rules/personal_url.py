"""A page's address taken apart, to tell which of its parameters hold personal data."""

import re
from collections.abc import Callable, Iterator

_AUTHORITY = re.compile(r"[a-z]+://[^/?#]*", re.IGNORECASE)
_PERSONAL_KEY = re.compile(
    r"[?&;#](?P<key>(?:[a-z]+[_.-])?(?:e[_-]?mail|mail|email_?address|phone|phone_?number|telephone|mobile|first_?name"
    r"|last_?name|surname|birth_?date|date_?of_?birth|dob))=(?P<value>[^&#;\s]+)",
    re.IGNORECASE,
)
_DIGEST = re.compile(r"[0-9a-f]{32,128}", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"[^a-z0-9]*|[01]|true|false|yes|no|on|off|null|none|undefined|\{.*\}|\[.*\]", re.IGNORECASE)
_SHOWN_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.\[\]-]{0,39}")


def behind_host(url: str) -> str:
    """Path, query and fragment as people would read them: escapes decoded, also where they were escaped twice."""
    rest = _AUTHORITY.sub("", url, count=1)
    return _decoded(_decoded(rest)) if "%" in rest else rest


def personal_key(url: str) -> str:
    """The first parameter that is named like personal data and holds something that is no digest; "" for none."""
    if "=" not in url:
        return ""
    for found in _PERSONAL_KEY.finditer(url):
        value = _decoded(found["value"])
        if not _DIGEST.fullmatch(value) and not _SAYS_NOTHING.fullmatch(value):
            return found["key"]
    return ""


def key_of(url: str, holds: Callable[[str], bool]) -> str:
    """The parameter whose value ``holds`` it; "" if it stands elsewhere, or if the key should not be shown."""
    for key, value in _parameters(url):
        if holds(_decoded(_decoded(value))):
            return key if _SHOWN_KEY.fullmatch(key) else ""
    return ""


def without_parameter(url: str, key: str) -> str:
    """The address without each parameter of this name; the rest stays as it was typed."""
    bare = re.sub(rf"(?<=[?&;#]){re.escape(key)}=[^&;#]*[&;]?", "", url)
    return re.sub(r"[?&;]+(?=#|$)|#$", "", bare)


def _parameters(url: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"[?&;#]", url)[1:]:
        key, mark, value = part.partition("=")
        if mark:
            yield key, value


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    from urllib.parse import unquote  # costs 5 ms, and few addresses need it

    return unquote(text)
