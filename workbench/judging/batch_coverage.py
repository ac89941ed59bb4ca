"""Coverage of many events at once, a request or what a program sent, with what each missing component would do."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonObject
from workbench.judging.components import COMPONENTS, Component
from workbench.judging.coverage import coverage
from workbench.judging.rules.wording import counted


@dataclass(frozen=True, slots=True)
class Hint:
    """What adding ``component`` would do for the ``events`` that lack it, as a sentence."""

    component: str
    events: int
    sentence: str


@dataclass(frozen=True, slots=True)
class BatchCoverage:
    """``carried`` says how many of the ``events`` carry each component; ``score`` is the mean share, 0 to 1.

    ``hints`` stand in the order of the components, the resilient ones first, and only where a component makes sense
    for the event: nobody has a mobile advertising id on the web.
    """

    events: int
    carried: Mapping[str, int]
    score: float
    hints: tuple[Hint, ...]

    def share(self, component: str) -> float:
        """The share of the events that carry a component, 0 to 1."""
        return self.carried[component] / self.events if self.events else 0.0

    def words(self, component: str) -> str:
        """The share in words: ``18 of 20 events``; of one event ``carried``, ``missing`` or ``not expected``."""
        count = self.carried[component]
        unexpected = not count and all(hint.component != component for hint in self.hints)
        if self.events == 1:
            return "carried" if count else "not expected" if unexpected else "missing"
        return f"{count:,} of {counted(self.events, 'event')}{', not expected' if unexpected else ''}"


def coverage_of(payloads: Iterable[JsonObject], *, contract: Contract) -> BatchCoverage:
    """The coverage of all the events; any JSON objects will do, and none at all covers nothing."""
    carried: Counter[str] = Counter()
    lacking: Counter[str] = Counter()
    sensible: dict[tuple[str, str], frozenset[str]] = {}
    events = 0
    for payload in payloads:
        events += 1
        covered = coverage(payload)
        carried.update(covered.present)
        kind = _kind(payload, contract)
        if kind not in sensible:
            sensible[kind] = frozenset(each.name for each in COMPONENTS if _makes_sense(each, *kind, contract))
        lacking.update(name for name in covered.missing if name in sensible[kind])
    return BatchCoverage(
        events=events,
        carried=MappingProxyType({each.name: carried[each.name] for each in COMPONENTS}),
        score=round(carried.total() / (events * len(COMPONENTS)), 2) if events else 0.0,
        hints=tuple(_hint(each, lacking[each.name], events) for each in COMPONENTS if lacking[each.name]),
    )


def coverage_lines(batch: BatchCoverage) -> tuple[str, ...]:
    """The coverage as lines of text, one for each component and one for each hint."""
    shares = (f"{each.label}: {batch.words(each.name)}" for each in COMPONENTS)
    return (*shares, *(hint.sentence for hint in batch.hints))


def _hint(component: Component, lacking: int, events: int) -> Hint:
    some = f" to {lacking:,} of {events:,} events" if lacking < events else ""
    return Hint(component.name, lacking, f"Adding {component.key}{some} would {component.would}.")


def _kind(payload: JsonObject, contract: Contract) -> tuple[str, str]:
    """The event name, lower case, and the platform of the guide; "" for what is no text or unknown."""
    name, source = payload.get("event_name"), payload.get("action_source")
    platform = contract.platform_of.get(source, "") if isinstance(source, str) else ""
    return (name.strip().lower() if isinstance(name, str) else ""), platform


def _makes_sense(component: Component, name: str, platform: str, contract: Contract) -> bool:
    field = contract.by_path[component.path]
    if platform in component.pointless_for or (field.platforms and platform not in field.platforms):
        return False
    # A match key helps whatever happened; an order number or a product only where the guide asks for one.
    return not component.path.startswith("custom_data.") or field.recommended_for(_listed(name, contract), platform)


def _listed(name: str, contract: Contract) -> str:
    """An event name of one's own is to Pinterest's guide a custom event."""
    return name if name in contract.event_name_set else "custom"
