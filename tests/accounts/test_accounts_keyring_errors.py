"""The words for each operating system: what happened, and both ways on."""

from collections.abc import Callable

import pytest

from workbench.accounts import keyring_errors
from workbench.ground.errors import InputError, MachineError


@pytest.mark.parametrize(
    ("platform", "named"),
    [("linux", "GNOME Keyring"), ("freebsd14", "GNOME Keyring"), ("darwin", "Keychain Access"), ("win32", "Windows")],
)
def test_keyring_locked_says_what_to_open_on_each_system(platform: str, named: str) -> None:
    error = keyring_errors.keyring_locked("the keyring", "read", platform=platform)
    assert error.message == "The keyring is locked, so the token could not be read."
    assert named in error.fix


@pytest.mark.parametrize(
    ("platform", "named"), [("linux", "gnome-keyring"), ("darwin", "login keychain"), ("win32", "VaultSvc")]
)
def test_keyring_missing_says_what_to_start_on_each_system(platform: str, named: str) -> None:
    assert named in keyring_errors.keyring_missing("None answers.", platform=platform).fix


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(
    "error_on",
    [
        lambda platform: keyring_errors.keyring_locked("x", "read", platform=platform),
        lambda platform: keyring_errors.keyring_missing("x", platform=platform),
        lambda platform: keyring_errors.keyring_failed("x", "read", "y", platform=platform),
        lambda platform: keyring_errors.keyring_not_created("x", "read", "y", platform=platform),
    ],
    ids=["locked", "missing", "failed", "not created"],
)
def test_every_keyring_error_offers_both_ways_on(error_on: Callable[[str], MachineError], platform: str) -> None:
    fix = error_on(platform).fix
    assert "try again" in fix
    assert "for this session only" in fix
    assert "WORKBENCH_TOKEN" in fix


def test_no_token_is_for_the_user_to_mend() -> None:
    assert isinstance(keyring_errors.no_token("12", "KWallet"), InputError)


def test_unusable_entry_says_what_is_wrong_with_it() -> None:
    error = keyring_errors.unusable_entry("KWallet", InputError("It has white space inside."))
    assert error.message.endswith("It has white space inside.")
    assert isinstance(error, MachineError)
