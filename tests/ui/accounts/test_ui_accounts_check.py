"""Check token: one test event, and what its answer says."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.accounts.keyrings import MemoryKeyring
from tests.ui.accounts.conftest import EU, TOKEN, OpenPage
from tests.ui.accounts.person import Person, Probe
from workbench.accounts.book import AccountBook
from workbench.accounts.vault import KeyringLocked, NoToken, Vault
from workbench.contract.loading import Contract
from workbench.sending.answer import explain_answer
from workbench.sending.probe import ProbeResult, explain_probe
from workbench.ui.look.icons import icon
from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import IconLabel

GOOD = (
    b'{"num_events_received": 1, "num_events_processed": 1,'
    b' "events": [{"status": "processed", "error_message": "", "warning_message": ""}]}'
)


@pytest.fixture
def holder(open_page: OpenPage, memory_keyring: MemoryKeyring, book: AccountBook, vault: Vault) -> Person:
    """At the page of someone whose token is in the keyring."""
    del memory_keyring
    book.add(EU)
    vault.store(EU.ad_account_id, TOKEN)
    person = open_page()
    person.settle()
    return person


def test_check_sends_nothing_without_a_click(holder: Person, probe: Probe) -> None:
    holder.choose(0)
    holder.choose(1)
    holder.settle()
    assert probe.checked == []


def test_check_is_explained_beforehand(holder: Person) -> None:
    said = [label.text() for label in holder.page.findChildren(QLabel) if label.isVisibleTo(holder.page)]
    assert "Check token sends one test event with test=true, which Pinterest does not record." in said


def test_check_asks_for_the_account_in_sight(holder: Person, probe: Probe) -> None:
    holder.press("accounts.token.check")
    assert probe.checked == [EU]


def test_check_that_is_under_way_says_so(holder: Person) -> None:
    holder.click("accounts.token.check")
    assert holder.reads("accounts.token.status").startswith("Sending one test event")
    holder.settle()


@pytest.mark.parametrize(("status", "body"), [(200, GOOD), (401, b"{}"), (403, b"{}"), (404, b"{}")])
def test_check_shows_what_the_answer_says(
    holder: Person, probe: Probe, contract: Contract, status: int, body: bytes
) -> None:
    result = explain_probe(explain_answer(status, body, event_count=1, contract=contract))
    probe.answer = result
    holder.press("accounts.token.check")
    assert result.message
    assert holder.reads("accounts.token.status") == f"{result.message} {result.fix}".strip()


@pytest.mark.parametrize(("ok", "name", "tone"), [(True, "check", Tone.GOOD), (False, "error", Tone.ERROR)])
def test_check_shows_by_an_icon_whether_the_token_works(
    holder: Person, probe: Probe, ok: bool, name: str, tone: Tone
) -> None:
    probe.answer = ProbeResult(ok=ok, message="So it is.", fix="")
    holder.press("accounts.token.check")
    shown = holder.find(IconLabel, "accounts.token.icon").pixmap().toImage()
    assert shown == icon(name, holder.page.palette(), tone).pixmap(16, 16).toImage()


def test_check_cannot_be_pressed_without_a_token(owner: Person) -> None:
    assert not owner.can_press("accounts.token.check")


def test_check_cannot_be_pressed_while_another_token_is_entered(holder: Person) -> None:
    holder.paste("accounts.token", "pina_other")
    assert not holder.can_press("accounts.token.check")


def test_check_that_found_no_token_says_so(holder: Person, probe: Probe) -> None:
    probe.answer = NoToken("There is no token.", fix="Enter one.")
    holder.press("accounts.token.check")
    assert holder.reads("accounts.token.status") == "There is no token. Enter one."


def test_check_that_met_a_locked_keyring_can_be_retried(holder: Person, probe: Probe) -> None:
    probe.answer = KeyringLocked("The keyring is locked.", fix="Unlock it.")
    holder.press("accounts.token.check")
    probe.answer = Probe().answer
    holder.press("accounts.token.retry")
    assert holder.reads("accounts.token.status") == "It works."


def test_check_that_nobody_waits_for_is_not_told(holder: Person) -> None:
    holder.click("accounts.token.check")
    holder.click("accounts.token.stop")
    holder.settle()
    assert holder.reads("accounts.token.status").startswith("Stopped waiting. The test event may still be sent")


def test_check_that_broke_is_called_our_fault(holder: Person, probe: Probe) -> None:
    probe.answer = RuntimeError("with a secret")
    holder.press("accounts.token.check")
    assert "inside the workbench (RuntimeError)" in holder.reads("accounts.token.status")
