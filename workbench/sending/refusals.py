"""Every answer that is neither a 2xx nor a 422: refused as a whole, or nobody knows."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from workbench.contract.loading import Contract
from workbench.events.outcome import EventVerdict, Outcome, State
from workbench.ground.json_types import JsonObject
from workbench.sending.decoding import message
from workbench.sending.failures import RESEND
from workbench.sending.field_names import FieldNames
from workbench.sending.headers import seconds_to_wait
from workbench.sending.messages import Messages, unexpected_keys

_MOST_PLACES = 5
_PASSING = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def refuses(status: int) -> bool:
    """Whether the status alone says that nothing was processed: a redirect, a client's error but 422, or 503.

    Other server errors and gateways' pages can come after the work was done.
    """
    return (300 <= status < 500 and status != HTTPStatus.UNPROCESSABLE_ENTITY) or (
        status == HTTPStatus.SERVICE_UNAVAILABLE
    )


def explain_refusal(
    status: int,
    answer: Mapping[str, Any],
    *,
    fault: str,
    headers: Mapping[str, str],
    sent: Sequence[JsonObject] | None,
    names: FieldNames,
    messages: Messages,
    contract: Contract,
) -> Outcome:
    """Why nothing was taken, or why nobody knows. ``fault`` says what the body is when it is no JSON object."""
    said = message(answer.get("message")) or ""
    keys = unexpected_keys(said) if status == HTTPStatus.BAD_REQUEST else ()
    verdicts: tuple[EventVerdict, ...] = ()
    if keys:
        cause, fix, verdicts = _unexpected(keys, said, sent or (), names)
    else:
        cause, fix = _by_status(status, answer, headers, contract)
        meaning = messages.meaning(said)
        if status == HTTPStatus.BAD_REQUEST and said and sent is not None and len(sent) == 1:
            verdicts = (EventVerdict(0, "failed", said, (), meaning.path),)
        if status == HTTPStatus.BAD_REQUEST and meaning.fix:
            cause, fix = f"{cause} {meaning.cause}", meaning.fix
    return Outcome(
        State.REFUSED if refuses(status) else State.UNKNOWN,
        f"{cause}{_quotation(answer)}{_doubt(fault)}",
        fix,
        status=status,
        verdicts=verdicts,
        retryable=status in _PASSING and not _is_spam_block(answer),
    )


def _unexpected(
    keys: tuple[str, ...], said: str, sent: Sequence[JsonObject], names: FieldNames
) -> tuple[str, str, tuple[EventVerdict, ...]]:
    places = [place for key in keys for place in names.places_of(key, sent)]
    listed = ", ".join(keys)
    cause = f"Pinterest does not know {listed}, and one such key refuses the whole request. No event was processed."
    if places:
        where = ", ".join(f"{path} of event {index + 1}" for index, path in places[:_MOST_PLACES])
        more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
        cause += f" It stands at {where}{more}."
    fix = f"Remove {listed}, or put the value where the catalogue has a field for it, then send all events again."
    first_path = dict(reversed(places))
    verdicts = (EventVerdict(index, "failed", said, (), first_path[index]) for index in sorted(first_path))
    return cause, fix, tuple(verdicts)


def _by_status(
    status: int, answer: Mapping[str, Any], headers: Mapping[str, str], contract: Contract
) -> tuple[str, str]:
    listed = contract.responses.get(status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _too_many(answer, headers, contract)
    if listed is not None and status != 0:
        return listed.cause, listed.fix
    named = f"HTTP {status}{_phrase(status)}"
    if 300 <= status < 400:
        return (
            f"The server points elsewhere ({named}), which is never followed. No event was processed.",
            "Check the endpoint's address. A proxy or a sign-in page of the network may have answered instead.",
        )
    if refuses(status):
        return f"The request was refused ({named}). No event was processed.", "Read the answer; it usually says why."
    return f"{named}. {contract.responses[0].cause}", RESEND


def _too_many(answer: Mapping[str, Any], headers: Mapping[str, str], contract: Contract) -> tuple[str, str]:
    listed = contract.responses[HTTPStatus.TOO_MANY_REQUESTS]
    if _is_spam_block(answer):
        return (
            "Pinterest blocks these requests as spam; this is no rate limit. No event was processed.",
            "Do not repeat them. Write to Pinterest's support, with the request id.",
        )
    wait = seconds_to_wait(headers)
    if wait is None:
        return listed.cause, listed.fix
    return listed.cause, f"Wait {wait} second{'' if wait == 1 else 's'}, then send again."


def _is_spam_block(answer: Mapping[str, Any]) -> bool:
    """Pinterest's own sample client tells a spam block from a rate limit by this word."""
    return "spam" in (message(answer.get("message_detail")) or "").lower()


def _quotation(answer: Mapping[str, Any]) -> str:
    texts = [text for text in (message(answer.get("message")), message(answer.get("message_detail"))) if text]
    code = answer.get("code")
    numbered = f" (code {code})" if type(code) is int else ""
    return f" The answer says: “{' — '.join(texts)}”{numbered}." if texts else ""


def _doubt(fault: str) -> str:
    return f" {fault[0].upper()}{fault[1:]}, so it may not be Pinterest that answered." if fault else ""


def _phrase(status: int) -> str:
    try:
        return f", {HTTPStatus(status).phrase}"
    except ValueError:
        return ""
