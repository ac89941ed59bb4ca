"""What an event of an app should say of the app."""

from collections.abc import Iterator

from workbench.contract.loading import Contract
from workbench.judging.problem import Problem, Rule, Severity
from workbench.judging.rules.sheet import Sheet

APP_FIELDS_MISSING = Rule(
    "app-fields-missing",
    Severity.ADVICE,
    "The event comes from an app, but nothing says which app or device it was.",
    "Fill in app_id and os_version, or app_info and device_info.",
    "guide, spec",
)
RULES = (APP_FIELDS_MISSING,)

_APP_ID, ACTION_SOURCE = "app_id", "action_source"


class AppEventRule:
    """Speaks once when an app's event has none of the fields about the app and the device."""

    def __init__(self, *, contract: Contract) -> None:
        self._platform_of = contract.platform_of
        self.fields = frozenset(each.path for each in contract.fields if each.group == "app")

    def __call__(self, sheet: Sheet) -> Iterator[Problem]:
        platform = self._platform_of.get(sheet.text(ACTION_SOURCE))
        if platform == "app" and self.fields.isdisjoint(sheet.typed):
            yield APP_FIELDS_MISSING.at(_APP_ID)
