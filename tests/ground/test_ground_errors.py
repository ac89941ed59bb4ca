"""Errors by who can act, in words."""

import errno

import pytest

from workbench.ground.errors import Blame, InputError, MachineError, RemoteError, explain_error


@pytest.mark.parametrize(
    ("error", "blame"),
    [
        (InputError("Wrong."), Blame.USER),
        (MachineError("Full."), Blame.MACHINE),
        (RemoteError("No."), Blame.PINTEREST),
        (OSError(errno.ENOSPC, "x"), Blame.MACHINE),
        (MemoryError(), Blame.MACHINE),
        (KeyError("secret"), Blame.US),
    ],
)
def test_error_is_blamed_on_who_can_act(error: BaseException, blame: Blame) -> None:
    assert explain_error(error).blame is blame


def test_full_disk_is_said_in_words_with_the_file() -> None:
    told = explain_error(OSError(errno.ENOSPC, "No space left on device", "history.sqlite3"))
    assert "disk is full" in told.message
    assert "history.sqlite3" in told.message
    assert told.fix


def test_own_fault_does_not_repeat_what_it_held() -> None:
    told = explain_error(ValueError("jane@example.com"))
    assert "jane" not in told.message + told.fix


def test_error_reads_as_message_and_fix() -> None:
    assert str(InputError("It is wrong.", fix="Do it right.")) == "It is wrong. Do it right."
