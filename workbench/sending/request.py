"""One request as it will be sent, checked so that neither the events nor the token can go to a wrong place."""

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from workbench.contract.mode import Mode
from workbench.ground.errors import InputError

DEFAULT_ENDPOINT = "https://api.pinterest.com/v5"
_HOME = "api.pinterest.com"

# A narrow grammar on purpose: what two URL parsers could read differently (backslashes, user-info, escapes, blanks)
# has no place in it, so the host that is checked here is the host that is connected to.
_ENDPOINT = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?")
_AD_ACCOUNT_ID = re.compile(r"[0-9]{1,18}")  # OpenAPI: maxLength 18, digits. Never an int: leading zeros would go.

_LIVE_LIMIT = 1000  # OpenAPI and guide: events in one request
_TEST_LIMIT = 20  # guide: only the first 20 events of a test request are processed


@dataclass(frozen=True, slots=True)
class SendRequest:
    """What goes out, where to, and how it is meant.

    ``body`` is the exact JSON text that travels, with ``event_count`` events in it. Raises InputError for an endpoint
    that is neither https nor a loopback address, or that carries a user name; for an account id that is not 1 to 18
    digits; for an empty body; for more events than one request may hold; and for PRACTICE to anywhere but this
    computer.
    """

    account_name: str
    ad_account_id: str
    mode: Mode
    body: bytes = field(repr=False)
    event_count: int
    endpoint: str = DEFAULT_ENDPOINT

    def __post_init__(self) -> None:
        _check_endpoint(self.endpoint)
        if self.mode is Mode.PRACTICE and not self.loopback:
            raise InputError(
                f"PRACTICE never leaves this computer, but the endpoint is {self.endpoint}.",
                fix="Use the address of the practice endpoint, or choose TEST.",
            )
        if not _AD_ACCOUNT_ID.fullmatch(self.ad_account_id):
            raise InputError(
                f"“{self.ad_account_id[:40]}” is not an ad account id.",
                fix="It is 1 to 18 digits; it stands in the address bar of Ads Manager.",
            )
        if not self.body:
            raise InputError("There is nothing to send: the body is empty.", fix="Add an event.")
        _check_count(self.event_count, self.mode)

    @property
    def url(self) -> str:
        """The full address. ``test=true`` is on it unless the request is LIVE; a LIVE one has no query at all."""
        query = "" if self.mode is Mode.LIVE else "?test=true"
        return f"{self.endpoint.rstrip('/')}/ad_accounts/{self.ad_account_id}/events{query}"

    @property
    def host(self) -> str:
        """The host, with its port when one is named, for messages."""
        return urlsplit(self.endpoint).netloc

    @property
    def at_home(self) -> bool:
        """Whether the request goes where stored tokens may go: to Pinterest's own host, or to this computer."""
        return self.loopback or urlsplit(self.endpoint).netloc.lower() == _HOME

    @property
    def loopback(self) -> bool:
        """Whether the request stays on this computer."""
        return is_loopback(urlsplit(self.endpoint).hostname or "")


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this computer: an address of the loopback network, or ``localhost`` (RFC 6761)."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_endpoint(endpoint: str) -> None:
    if "@" in endpoint:
        # The text is not repeated: what stands before the @ may be a password.
        raise InputError("The endpoint carries a user name.", fix="Leave out everything up to and including the @.")
    if not _ENDPOINT.fullmatch(endpoint):
        raise InputError(
            f"“{endpoint[:80]}” is not an endpoint.",
            fix=f"Write it like {DEFAULT_ENDPOINT} or http://127.0.0.1:8080/v5, without a query.",
        )
    parts = urlsplit(endpoint)
    try:
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise InputError(f"“{endpoint[:80]}” has an impossible host or port.", fix="A port is 1 to 65535.")
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise InputError(
            f"{endpoint[:80]} would send the token over the network in plain text.",
            fix="Use https; plain http is only for this computer, as in http://127.0.0.1:8080/v5.",
        )


def _check_count(count: int, mode: Mode) -> None:
    limit = _LIVE_LIMIT if mode is Mode.LIVE else _TEST_LIMIT
    if count < 1:
        raise InputError("There is nothing to send: the request holds no event.", fix="Add an event.")
    if count > limit:
        raise InputError(
            f"{count} events are too many for one {mode.word} request.",
            fix=f"Send at most {limit} at a time."
            + ("" if mode is Mode.LIVE else " Pinterest processes only the first 20 of a test request."),
        )
