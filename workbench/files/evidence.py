"""Evidence of chosen sends, for an agency or Pinterest's support: what was sent, what came back, by which rules."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from workbench import __version__
from workbench.contract.loading import Contract
from workbench.events.outcome import EventVerdict
from workbench.events.reading import read_text
from workbench.files.masking import MASKED, masked_event, masked_headers
from workbench.ground.errors import WorkbenchError
from workbench.ground.json_types import JsonObject, JsonValue
from workbench.history.rows import Entry
from workbench.judging.coverage import coverage
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement
from workbench.judging.readback import summary
from workbench.judging.rulebook import all_rules
from workbench.sending.redaction import redact

FORMAT = "conversion-workbench-evidence"
VERSION = 1


def evidence(entries: Sequence[Entry], *, contract: Contract, judge: Judge, at: float) -> JsonObject:
    """The report as one JSON object; ``at`` is the Unix time it is made at.

    Each request has the SHA-256 digest of the exact bytes that were sent, so that whoever has those can prove that the
    report speaks of them. Events are masked, as the report itself says; judged are the bytes, at the time they left.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _time(at),
        "tool": f"Conversion Workbench {__version__}",
        "rules": {"api_description": contract.spec_version, "rulebook_sha256": _rulebook_digest()},
        "masking": MASKED,
        "requests": [_request(entry, contract, judge) for entry in entries],
    }


def _request(entry: Entry, contract: Contract, judge: Judge) -> JsonObject:
    row = entry.row
    return {
        "history_id": row.id,
        "sent_at": _time(row.sent_at),
        "mode": row.mode.value,
        "account": row.account_name,
        "ad_account_id": row.ad_account_id,
        "url": redact(entry.url),
        "body_sha256": hashlib.sha256(entry.body).hexdigest(),
        "body_bytes": len(entry.body),
        "state": row.state.value,
        "http_status": row.status,
        "received": row.received,
        "processed": row.processed,
        "milliseconds": None if row.elapsed is None else round(row.elapsed * 1000),
        "cause": redact(entry.cause),
        "fix": redact(entry.fix),
        "headers": dict(masked_headers(entry.headers)),
        "answer": redact(entry.answer.decode("utf-8", "replace")),
        "events": _events(entry, contract, judge),
    }


def _events(entry: Entry, contract: Contract, judge: Judge) -> list[JsonValue]:
    try:
        reading = read_text(entry.body, contract=contract)
    except WorkbenchError:
        # A body that is no request at all has no events; its digest and its answer stand all the same.
        return []
    now = int(entry.row.sent_at)
    verdicts = {verdict.index: verdict for verdict in entry.verdicts}
    events: list[JsonValue] = []
    for index, each in enumerate(reading.events):
        judged = judge.event(each.draft, now=now, wire=True, findings=each.findings)
        events.append(_event(index, judged, verdicts.get(index), contract, now))
    return events


def _event(
    index: int, judged: Judgement, verdict: EventVerdict | None, contract: Contract, now: int
) -> dict[str, JsonValue]:
    covered = coverage(judged.payload)
    return {
        "index": index,
        "summary": redact(summary(judged.payload, contract=contract, now=now)),
        "status": verdict.status if verdict else "unknown",
        "error": redact(verdict.error) if verdict and verdict.error else None,
        "warnings": [redact(each) for each in verdict.warnings] if verdict else [],
        "coverage": {"score": covered.score, "present": list(covered.present), "missing": list(covered.missing)},
        "problems": [
            {
                "path": each.path,
                "severity": each.severity.value,
                "code": each.code,
                "message": redact(each.message),
                "source": each.source,
            }
            for each in judged.problems
        ],
        "event": masked_event(judged.payload, contract=contract),
    }


def _rulebook_digest() -> str:
    """Which rules judged: differs as soon as one is added, dropped, or says something else."""
    rules = sorted(f"{rule.code}\t{rule.severity.value}\t{rule.says}\t{rule.source}" for rule in all_rules())
    return hashlib.sha256("\n".join(rules).encode()).hexdigest()


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, tz=UTC).isoformat(timespec="milliseconds")
