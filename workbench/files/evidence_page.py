"""The evidence as one HTML page: no script, no picture, nothing from outside; for the screen, and for paper."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from workbench.judging.rules.presence import LINES_MISSING, RECOMMENDED_MISSING

_STATES = {
    "pending": "pending", "processed": "processed", "processed-with-warnings": "processed with warnings",
    "partly-failed": "partly failed", "failed": "failed", "refused": "refused", "unclear": "unclear answer",
    "unknown": "outcome unknown", "not-sent": "not sent",
}  # fmt: skip
_ADVICE = frozenset({RECOMMENDED_MISSING.code, LINES_MISSING.code})
_STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; border-top: 1px solid; padding-top: .8rem; }
h3 { font-size: 1rem; margin-bottom: .2rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #8886; }
th { font-weight: 600; white-space: nowrap; }
code, pre { font: .85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
pre { border: 1px solid #8886; padding: .6rem; margin: .4rem 0; }
.mode { border: 2px solid; padding: 0 .4rem; font-weight: 700; }
@media print { body { margin: 0; max-width: none; } h2 { break-before: page; } h2:first-of-type { break-before: auto; }
  :root { font-size: 11px; } h3 { break-after: avoid; } tr, pre { break-inside: avoid; } }
"""


def evidence_page(report: Mapping[str, Any]) -> str:
    """The page for a report that ``evidence`` made. Every text of it is escaped."""
    requests = report["requests"]
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Evidence of {_count(len(requests), 'request')}</title><style>{_STYLE}</style></head><body>",
        "<h1>Evidence of events sent to the Pinterest Conversions API</h1>",
        _facts(
            {
                "Made": report["made_at"],
                "With": report["tool"],
                "Rules": f"API description {report['rules']['api_description']}, "
                f"rulebook {report['rules']['rulebook_sha256'][:16]}",
                "Masking": report["masking"],
            }
        ),
        *(part for request in requests for part in _request(request)),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _request(request: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f'<h2>Request {request["history_id"]}: <span class="mode">{escape(request["mode"].upper())}</span> '
        f"{escape(_STATES.get(request['state'], request['state']))}</h2>"
    )
    taken = request["milliseconds"]
    yield _facts(
        {
            "Sent": request["sent_at"],
            "Account": f"{request['account']} ({request['ad_account_id']})",
            "Address": request["url"],
            "Body": f"{request['body_bytes']:,} bytes, SHA-256 {request['body_sha256']}",
            "Answer": _answer(request) + ("" if taken is None else f", after {taken:,} ms"),
            "Meaning": f"{request['cause']} {request['fix']}".strip(),
            "Headers": "; ".join(f"{name}: {text}" for name, text in request["headers"].items()),
        }
    )
    for event in request["events"]:
        yield from _event(event)
    if request["answer"]:
        yield f"<h3>The answer as it came</h3><pre>{escape(_pretty(request['answer']))}</pre>"


def _answer(request: Mapping[str, Any]) -> str:
    if request["http_status"] is None:
        return "none"
    counts = (
        "" if request["received"] is None else f", received {request['received']}, processed {request['processed']}"
    )
    return f"HTTP {request['http_status']}{counts}"


def _event(event: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h3>Event {event['index'] + 1}: {escape(event['status'])}</h3><p>{escape(event['summary'])}</p>"
    remarks = [text for text in (event["error"], *event["warnings"]) if text]
    coverage = event["coverage"]
    whole = len(coverage["present"]) + len(coverage["missing"])
    yield _facts(
        {
            "Remarks": "; ".join(remarks),
            "Recommended": _missing(event["problems"]),
            "Coverage": f"{len(coverage['present'])} of {whole}: {', '.join(coverage['present']) or 'nothing'}"
            + (f". Missing: {', '.join(coverage['missing'])}" if coverage["missing"] else ""),
        }
    )
    grave = [each for each in event["problems"] if each["code"] not in _ADVICE]
    if grave:
        yield _problems(grave)
    yield f"<pre>{escape(json.dumps(event['event'], indent=2, ensure_ascii=False))}</pre>"


def _missing(problems: Sequence[Mapping[str, Any]]) -> str:
    """What is recommended and missing, which is a list of names and no fault of the event."""
    names = [each["path"] for each in problems if each["code"] in _ADVICE]
    return f"Missing: {', '.join(names)}" if names else ""


def _problems(problems: Sequence[Mapping[str, Any]]) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(each[key])}</td>" for key in ("severity", "path", "message", "source")) + "</tr>"
        for each in problems
    )
    return f"<table><tr><th>Judged</th><th>Field</th><th>What</th><th>According to</th></tr>{rows}</table>"


def _facts(facts: Mapping[str, str]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(str(text))}</td></tr>'
        for name, text in facts.items()
        if text
    )
    return f"<table>{rows}</table>"


def _pretty(answer: str) -> str:
    try:
        return json.dumps(json.loads(answer), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return answer


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
