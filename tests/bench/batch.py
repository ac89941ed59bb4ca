"""1,000 different events: everything, against nothing but the same hashes and the same encoding."""

import hashlib
import time

from measuring import tell

from workbench.contract.loading import load_contract
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.encoding import encode_json
from workbench.events.payload import request_body
from workbench.events.templates import from_template
from workbench.judging.judge import Judge

EVENTS = 1000
ROUNDS = 7
NOW = 1_795_000_000


def people(number: int, draft: Draft) -> Draft:
    """The same event for another person, so that no value repeats."""
    return (
        draft.with_value("user_data.em", (f"Person.{number}@Example.com ",))
        .with_value("user_data.ph", (f"+1 202-555-{number:04}",))
        .with_value("user_data.external_id", (f"customer-{number}",))
        .with_value("user_data.fn", (f"Person{number}",))
        .with_value("event_id", f"event-{number}")
    )


def main() -> None:
    """Measures both in turns and tells the best of each."""
    contract = load_contract()
    judge = Judge(contract=contract)
    example = from_template("checkout", now=NOW, event_id="x", contract=contract)
    drafts = [people(number, example) for number in range(EVENTS)]
    judged = [judge.event(draft, now=NOW) for draft in drafts]
    texts = [
        [hashed.normalised or "" for hashed in judgement.hashed.values() if hashed.normalised] for judgement in judged
    ]
    payloads = [judgement.payload for judgement in judged]
    ours, floor = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for event in texts:
            for text in event:
                hashlib.sha256(text.encode()).hexdigest()
        encode_json(request_body(payloads))
        floor.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        results = [judge.event(draft, now=NOW) for draft in drafts]
        judge.batch(drafts, mode=Mode.LIVE)
        encode_json(request_body([each.payload for each in results]))
        ours.append((time.perf_counter() - began) * 1000)
    tell(ours=min(ours), floor=min(floor))


main()
