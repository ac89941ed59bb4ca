"""The judgement of one event and of one request: every rule applied once, and the payload that comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from workbench.contract.field import CONTENTS
from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.draft import Draft
from workbench.events.reading import EventReading, Finding
from workbench.judging.hashed_values import HashedValues
from workbench.judging.judgement import Judgement, RequestJudgement
from workbench.judging.normalising.birth_date import CERTAIN_FROM
from workbench.judging.problem import Problem, Severity
from workbench.judging.rules.batch import BatchRules
from workbench.judging.rules.clean_values import clean_value, no_short_way
from workbench.judging.rules.cross_rules import cross_rules
from workbench.judging.rules.envelope import envelope_problems
from workbench.judging.rules.event_reader import EventReader
from workbench.judging.rules.identifiers import IDENTIFYING, identifier_problem
from workbench.judging.rules.ordering import CatalogueOrder
from workbench.judging.rules.plan import FieldPlan, field_plans
from workbench.judging.rules.presence import Advice, advice_for, required_problems
from workbench.judging.rules.sheet import Sheet
from workbench.judging.rules.unknown_keys import AlienRule
from workbench.judging.rules.whole_events import OFTEN, WholeEvents
from workbench.judging.rules.wire_shapes import WireShapeRule


class Judge:
    """Judges events against a contract. Holds compiled rules only, never a value; one judge serves any thread.

    Times (``now``) are Unix seconds. ``wire=True`` judges JSON as it would travel: digests are expected in hashed
    fields, and a JSON type that Pinterest's schema does not have is an error. With ``wire=False`` texts are what
    somebody typed: they are hashed and typed on the way, and only what cannot be is told.
    """

    batch_paths = ("event_id", "event_name", "action_source", "custom_data.order_id")
    """What ``batch`` looks at in each event: as long as these texts stay, so do its findings."""

    def __init__(self, *, contract: Contract, closely: bool = False, often: int = OFTEN) -> None:
        """``closely`` takes no short way with any value: slow, and for those who check that it makes no difference.

        So is ``often``, how many events that fill the same fields are met before the rest of them are judged whole.
        """
        self._contract = contract
        plans = field_plans(contract)
        self._closely = EventReader(plans=plans, clean=no_short_way)
        self._typed = self._wired = self._closely
        if not closely:
            self._typed = EventReader(plans=plans, clean=partial(clean_value, contract=contract, wire=False))
            self._wired = EventReader(plans=plans, clean=partial(clean_value, contract=contract, wire=True))
        self._hashed = {each.path: each for each in contract.fields if each.hashed}
        self._places = (*(each.path for each in contract.fields if not each.in_line), CONTENTS)
        self._required = required_problems(contract)
        self._required_paths = frozenset(path for path, _ in self._required)
        self._aliens = AlienRule(contract=contract)
        self._wire_shapes = WireShapeRule(contract=contract)
        self._cross_rules = cross_rules(contract)
        self._batch = BatchRules(contract=contract)
        self._order = CatalogueOrder(contract=contract)
        self._advice: dict[tuple[str, str, bool], Advice] = {}
        self._whole: dict[bool, WholeEvents] = (
            {} if closely else {wire: self._whole_events(plans, often, wire=wire) for wire in (False, True)}
        )

    def event(self, draft: Draft, *, now: int, wire: bool = False, findings: Sequence[Finding] = ()) -> Judgement:
        """One event judged. ``findings`` are those of its reading, when it was read from JSON.

        Never raises, whatever the draft holds; the paths of its extras are such as reading makes. Problems come worst
        first, then in the order of the catalogue, and what is recommended and missing comes last.
        """
        hashed = HashedValues(draft.values, fields=self._hashed, wire=wire)
        if not draft.extras and not findings and now >= CERTAIN_FROM and self._whole:
            judged = self._whole[wire].judged(draft, now)
            if judged is not None:
                return Judgement(payload=judged[0], problems=judged[1], hashed=hashed)
        sheet = Sheet(now=now, wire=wire, hashed=hashed)
        reader = self._wired if wire else self._typed
        payload = (reader if now >= CERTAIN_FROM else self._closely).read(draft, sheet)
        if draft.extras or findings:
            self._judge_aliens(draft, findings, sheet)
        self._judge_whole(findings, sheet)
        problems = self._order.sorted(sheet.problems)
        return Judgement(
            payload=payload,
            problems=(*problems, *self._missing(sheet)),
            hashed=sheet.hashed,
        )

    def batch(
        self, drafts: Sequence[Draft], *, mode: Mode
    ) -> tuple[tuple[Problem, ...], Mapping[int, tuple[Problem, ...]]]:
        """What only shows when events travel together: problems of the request (path ``data``), and by event index."""
        return tuple(self._batch.request(drafts, mode)), self._batch.events(drafts)

    def request(
        self,
        readings: Sequence[EventReading],
        *,
        mode: Mode,
        now: int,
        wire: bool = False,
        findings: Sequence[Finding] = (),
    ) -> RequestJudgement:
        """A whole request judged; ``findings`` are those of the body's root. Problems of the batch are merged in."""
        problems, by_event = self.batch([each.draft for each in readings], mode=mode)
        judged = [self.event(each.draft, now=now, wire=wire, findings=each.findings) for each in readings]
        return RequestJudgement(
            problems=(
                *envelope_problems(findings, wire=wire),
                *problems,
                *self._batch.size(each.payload for each in judged),
            ),
            events=tuple(self._with(each, by_event.get(index, ())) for index, each in enumerate(judged)),
        )

    def _whole_events(self, plans: Sequence[FieldPlan], often: int, *, wire: bool) -> WholeEvents:
        return WholeEvents(
            contract=self._contract,
            plans=plans,
            wire=wire,
            often=often,
            required=self._required_paths,
            rules=self._cross_rules,
            advise=self._missing,
        )

    def _judge_aliens(self, draft: Draft, findings: Sequence[Finding], sheet: Sheet) -> None:
        # A column of a file and a key of its JSON may have the same path.
        said = {(each.path, each.code) for each in sheet.problems}
        for problem, meant in self._aliens(draft, findings):
            if (problem.path, problem.code) not in said:
                sheet.problems.append(problem)
            # Said once: neither the field that was meant nor the fields of an object of alien shape are missing, too.
            sheet.typed.add(meant)
            sheet.typed.update(place for place in self._places if not meant or place.startswith(f"{meant}."))

    def _judge_whole(self, findings: Sequence[Finding], sheet: Sheet) -> None:
        if not self._required_paths <= sheet.typed:
            sheet.tell([problem for path, problem in self._required if path not in sheet.typed])
        nobody = identifier_problem(sheet)
        if nobody is not None:
            sheet.tell((nobody,))
        if sheet.wire and findings:
            sheet.tell(self._wire_shapes(findings, sheet))
        for rule in self._cross_rules:
            if not rule.looks_at.isdisjoint(sheet.typed):
                for problem in rule.check(sheet):
                    sheet.tell((problem,))
        if nobody is not None:
            sheet.told |= IDENTIFYING

    def _missing(self, sheet: Sheet) -> list[Problem]:
        """What is recommended for such an event, and missing."""
        name = sheet.text("event_name").lower()
        key = (
            name if name in self._contract.event_name_set else "",
            self._contract.platform_of.get(sheet.text("action_source"), ""),
            sheet.wire,
        )
        advice = self._advice.get(key)
        if advice is None:
            advice = advice_for(self._contract, event_name=key[0], platform=key[1], wire=key[2])
            self._advice[key] = advice
        return advice.missing(sheet)

    def _with(self, judged: Judgement, problems: tuple[Problem, ...]) -> Judgement:
        """The judgement with problems of the batch put in where they belong; advice stays last."""
        if not problems:
            return judged
        grave = [each for each in judged.problems if each.severity is not Severity.ADVICE]
        advice = [each for each in judged.problems if each.severity is Severity.ADVICE]
        return replace(judged, problems=(*self._order.sorted([*grave, *problems]), *advice))
