"""Every shipped template before the judge: nothing wrong, nothing missing, everything that counts for match quality."""

import pytest

from workbench.contract.loading import Contract
from workbench.events.templates import from_template, templates
from workbench.judging.coverage import coverage
from workbench.judging.judge import Judge
from workbench.judging.judgement import Judgement

NOW = 1_795_000_000
NOT_OFFLINE = ("click_id_epik", "ip_address", "user_agent", "source_url")
"""What needs a browser or an app: nobody clicks an ad at a till, and a till has no page."""


@pytest.fixture(params=[each.name for each in templates()])
def judgement(request: pytest.FixtureRequest, judge: Judge, contract: Contract) -> Judgement:
    """Each template in turn, judged as somebody typed it."""
    return judge.event(from_template(str(request.param), now=NOW, event_id="id-1", contract=contract), now=NOW)


def test_template_is_judged_without_error_warning_or_advice(judgement: Judgement) -> None:
    """But for one warning that made-up people deserve: their address is kept for documentation."""
    assert {each.code for each in judgement.problems} <= {"ip-documentation"}


def test_template_has_every_component_of_match_quality_that_its_source_can_have(judgement: Judgement) -> None:
    expected = NOT_OFFLINE if judgement.payload["action_source"] == "offline" else ()
    assert coverage(judgement.payload).missing == expected
