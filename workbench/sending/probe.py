"""Whether a token works, found out without a real event: one minimal test event, as the API offers nothing lighter.

A conversion token may call no other endpoint, and an empty or invalid body could be refused before the token is looked
at, so the probe is a valid event in TEST.
"""

from dataclasses import dataclass

from workbench.events.outcome import Outcome, State
from workbench.ground.json_types import JsonObject

# The digest in Pinterest's own samples; nobody's address is known to belong to it.
_SAMPLE_EM = "411e44ce1261728ffd2c0686e44e3fffe413c0e2c5adc498bc7da883d476b9c8"


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """``ok`` only when the answer proves that token and ad account were accepted."""

    ok: bool
    message: str
    fix: str


def token_probe(*, now: int, event_id: str) -> JsonObject:
    """The event to send in TEST; ``now`` in Unix seconds."""
    return {
        "event_name": "checkout",
        "action_source": "app_ios",
        "event_time": now,
        "event_id": event_id,
        "user_data": {"em": [_SAMPLE_EM]},
    }


def explain_probe(outcome: Outcome) -> ProbeResult:
    """What the outcome of the probe says of the token."""
    if outcome.state.good:
        return ProbeResult(ok=True, message="The token works for this ad account.", fix="")
    if outcome.status == 200 and outcome.state in {State.FAILED, State.PARTLY_FAILED}:
        message = f"The token was accepted for this ad account, though the sample event was not. {outcome.cause}"
        return ProbeResult(ok=True, message=message, fix=outcome.fix)
    if outcome.status in {401, 403, 404}:
        return ProbeResult(ok=False, message=outcome.cause, fix=outcome.fix)
    if outcome.state is State.NOT_SENT:
        return ProbeResult(ok=False, message=f"The token was not tried. {outcome.cause}", fix=outcome.fix)
    message = f"This answer does not tell whether the token works. {outcome.cause}"
    return ProbeResult(ok=False, message=message, fix="It was only a test event: try again in a minute.")
