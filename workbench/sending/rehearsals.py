"""What passed a test send since the program was started, so that a live send can be held against it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.contract.loading import Contract
from workbench.events.comparing import EventComparison, compare_requests
from workbench.events.encoding import encode_json
from workbench.ground.json_types import JsonObject
from workbench.sending.sender import Sent


@dataclass(frozen=True, slots=True)
class Standing:
    """How the events of a live send stand to what was tested.

    ``passed`` says that each of them, byte for byte, passed a test for this ad account in this run. Otherwise
    ``tested`` says whether anything passed one at all, and ``changes`` compares the events with the request that
    passed last; those without a difference are left out.
    """

    passed: bool
    tested: bool = False
    changes: tuple[EventComparison, ...] = ()


class Rehearsals:
    """Remembers in memory only, until the program ends. For the thread of the window."""

    def __init__(self, *, contract: Contract) -> None:
        self._contract = contract
        self._passed: dict[str, set[bytes]] = {}
        self._last: dict[str, tuple[JsonObject, ...]] = {}

    def remember(self, ad_account_id: str, payloads: Sequence[JsonObject], sent: Sequence[Sent]) -> None:
        """Takes in a test send: which of the events, in the order they were sent, the answer calls processed.

        Only a request whose answer is good as a whole counts, because an answer that contradicts itself proves nothing.
        """
        passed: list[JsonObject] = []
        start = 0
        for each in sent:
            if each.outcome.state.good:
                passed += payloads[start : start + each.request.event_count]
            start += each.request.event_count
        if passed:
            self._passed.setdefault(ad_account_id, set()).update(map(_digest, passed))
            self._last[ad_account_id] = tuple(passed)

    def standing(self, ad_account_id: str, payloads: Sequence[JsonObject]) -> Standing:
        """How these events stand to what was tested for the ad account."""
        passed = self._passed.get(ad_account_id, set())
        if payloads and all(_digest(each) in passed for each in payloads):
            return Standing(passed=True, tested=True)
        last = self._last.get(ad_account_id)
        if last is None:
            return Standing(passed=False)
        compared = compare_requests(last, payloads, contract=self._contract)
        return Standing(passed=False, tested=True, changes=tuple(each for each in compared if not each.same))


def _digest(payload: JsonObject) -> bytes:
    return hashlib.sha256(encode_json(payload)).digest()
