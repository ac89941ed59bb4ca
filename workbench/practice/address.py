"""Which ad account a request target names, and whether the request is a test."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_EVENTS_PATH = re.compile(r"/v5/ad_accounts/([^/]+)/events")
_AD_ACCOUNT_ID = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Address:
    """The events path of one ad account. ``test_text`` is the value of ``test`` as it came, None without one."""

    ad_account_id: str
    test_text: str | None

    @property
    def test(self) -> bool:
        """Whether the request is a test."""
        return self.test_text is not None and self.test_text.lower() == "true"

    def fault(self, *, longest_id: int) -> str | None:
        """Why the address is refused, in the wording of a schema validator; None when it is good.

        Only ``true`` and ``false`` are taken for ``test``: a sender that writes ``test=1`` and is not told would count
        its tests as live.
        """
        if not _AD_ACCOUNT_ID.fullmatch(self.ad_account_id):
            return f"{self.ad_account_id[:80]!r} does not match '^\\\\d+$'"
        if len(self.ad_account_id) > longest_id:
            return f"{self.ad_account_id[:80]!r} is too long"
        if self.test_text is not None and self.test_text.lower() not in {"true", "false"}:
            return f"{self.test_text[:80]!r} is not of type 'boolean'"
        return None


def address_of(target: str) -> Address | None:
    """The address in a request target (``/v5/ad_accounts/1/events?test=true``); None for every other path."""
    try:
        parts = urlsplit(target)
        query = parse_qs(parts.query, keep_blank_values=True)
    except ValueError:
        return None
    found = _EVENTS_PATH.fullmatch(parts.path)
    if found is None:
        return None
    return Address(ad_account_id=unquote(found[1]), test_text=query["test"][-1] if "test" in query else None)
