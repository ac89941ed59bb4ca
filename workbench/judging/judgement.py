"""The result of judging: problems, the payload, and what each hashed value became."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.ground.json_types import JsonObject
from workbench.judging.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Hashed:
    """One value of a hashed field on its way to a digest.

    ``normalised`` and ``digest`` are None for a refused value, whose reason is an error in ``problems`` (their path is
    the field's own: the caller puts the index in). ``steps`` say in words what was changed: ``"California → ca"``.
    For a value that was a digest already, ``normalised`` is None and ``digest`` its lower-case form.
    """

    typed: str
    normalised: str | None
    digest: str | None
    already_hashed: bool = False
    steps: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """One event judged. ``payload`` is the event as it travels; what cannot be typed correctly is left out of it, and
    an error says so. ``hashed`` is keyed by indexed path, ``user_data.em[0]``."""

    payload: JsonObject
    problems: tuple[Problem, ...]
    hashed: Mapping[str, Hashed]

    @property
    def ok(self) -> bool:
        """Whether nothing is at error level."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class RequestJudgement:
    """All events of one request; ``problems`` are those of the request itself, with paths from the body's root."""

    problems: tuple[Problem, ...]
    events: tuple[Judgement, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is at error level, in the request or any event."""
        return all(event.ok for event in self.events) and not any(
            problem.severity is Severity.ERROR for problem in self.problems
        )
