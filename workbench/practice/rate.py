"""The rate-limit headers, which are counted but never enforced: a practice that refuses is ordered as a fault."""

import threading

LIMIT = 120_000
WINDOW_SECONDS = 60
# Measured on the real endpoint; the published texts say 5,000 a minute or no limit at all.
_LIMIT_TEXT = f'{LIMIT}, {LIMIT};w={WINDOW_SECONDS};name="ads_conversions_ad_account_id"'


class RateWindow:
    """How many requests each ad account has made in the current minute. Safe to use from every thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._window = 0
        self._counts: dict[str, int] = {}

    def count(self, ad_account_id: str, *, now: float) -> tuple[tuple[str, str], ...]:
        """Counts one request and gives its headers."""
        window, passed = divmod(int(now), WINDOW_SECONDS)
        with self._lock:
            if window != self._window:
                self._window = window
                self._counts.clear()
            used = self._counts[ad_account_id] = self._counts.get(ad_account_id, 0) + 1
        return rate_headers(remaining=max(LIMIT - used, 0), reset=WINDOW_SECONDS - passed)


def rate_headers(*, remaining: int, reset: int) -> tuple[tuple[str, str], ...]:
    """The three headers as the real endpoint writes them; ``reset`` is in seconds from now."""
    return (
        ("X-RateLimit-Limit", _LIMIT_TEXT),
        ("X-RateLimit-Remaining", str(remaining)),
        ("X-RateLimit-Reset", str(reset)),
    )
