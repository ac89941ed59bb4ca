"""The meaning of an answer of Pinterest, or of whoever answered in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from workbench.contract.loading import Contract
from workbench.events.outcome import Outcome
from workbench.ground.json_types import JsonObject
from workbench.sending.decoding import UnreadableError, decode_object
from workbench.sending.field_names import FieldNames
from workbench.sending.headers import kept_headers
from workbench.sending.messages import Messages
from workbench.sending.redaction import redact_bytes
from workbench.sending.refusals import explain_refusal
from workbench.sending.reply import ANSWER_LIMIT
from workbench.sending.results import explain_results, explain_unreadable

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def explain_answer(
    status: int,
    body: bytes,
    *,
    headers: Mapping[str, str] = _NO_HEADERS,
    event_count: int | None = None,
    sent: Sequence[JsonObject] | None = None,
    contract: Contract,
    truncated: bool = False,
) -> Outcome:
    """What ``status`` and ``body`` say of the request, redacted; never raises, whatever came.

    ``event_count`` is the number of events sent; without it, that of ``sent``, and without that the answer's own.
    ``sent`` are the events as they travelled, to find the place of a key that Pinterest does not know. ``truncated``
    says that the body was cut when it was read. Sources: the OpenAPI description, and answers seen in practice.
    """
    truncated = truncated or len(body) > ANSWER_LIMIT
    clean = redact_bytes(body[:ANSWER_LIMIT])
    answer, fault = _decoded(clean, truncated=truncated)
    names = FieldNames(contract=contract)
    messages = Messages(names=names)
    expected = event_count if event_count is not None else (len(sent) if sent is not None else None)
    if not (200 <= status < 300 or status == HTTPStatus.UNPROCESSABLE_ENTITY):
        outcome = explain_refusal(
            status,
            answer,
            fault=fault,
            headers=headers,
            sent=sent,
            names=names,
            messages=messages,
            contract=contract,
        )
    elif fault:
        outcome = explain_unreadable(status, fault, expected=expected)
    else:
        outcome = explain_results(status, answer, expected=expected, messages=messages, contract=contract)
    return replace(outcome, answer=clean, headers=kept_headers(headers))


def _decoded(body: bytes, *, truncated: bool) -> tuple[dict[str, Any], str]:
    """The JSON object and "", or an empty one and what the body is instead."""
    if truncated:
        return {}, f"the answer is longer than {ANSWER_LIMIT // 2**20} MiB and was cut"
    try:
        return decode_object(body), ""
    except UnreadableError as error:
        return {}, str(error)
