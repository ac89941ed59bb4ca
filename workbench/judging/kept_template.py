"""An own template on its way to the disk: digests in place of plain match keys, unless plain ones were asked for."""

from dataclasses import replace

from workbench.contract.loading import Contract
from workbench.events.draft import Draft
from workbench.events.own_templates import OwnTemplate, own_template
from workbench.judging.digested import digested
from workbench.judging.judge import Judge


def template_to_keep(
    name: str, draft: Draft, *, keep_plain: bool, judge: Judge, contract: Contract, now: int
) -> OwnTemplate:
    """A template of the event, with digests only unless ``keep_plain``. Raises InputError for an unusable name."""
    kept = draft if keep_plain else digested(draft, judge.event(draft, now=now), contract=contract)
    return own_template(name, kept, plain=keep_plain, contract=contract)


def with_digests_only(template: OwnTemplate, *, judge: Judge, contract: Contract, now: int) -> OwnTemplate:
    """The same template without plain match keys, and without what the catalogue has no place for."""
    draft = template.draft(contract=contract)
    made = template_to_keep(template.name, draft, keep_plain=False, judge=judge, contract=contract, now=now)
    return replace(made, other=template.other)
