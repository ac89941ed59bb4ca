"""Foreign exceptions become ours, with their cause, and without any token."""

import traceback

import pytest
from keyring import errors  # noqa: TID253 - a start that costs 100 ms more hurts nobody here

from workbench.accounts.keyring_errors import KeyringFailed, KeyringLocked, KeyringMissing
from workbench.accounts.keyring_translation import keyring_in_words
from workbench.ground.errors import InputError, MachineError

TOKEN = "0pa4que.token-without-prefix"


def foreign(name: str, module: str) -> Exception:
    """An exception of a package that may not be installed here."""
    error: Exception = type(name, (Exception,), {"__module__": module, "__qualname__": name})("it said no")
    return error


def translated(error: BaseException, *, secret: str = "") -> MachineError:
    """What ``error`` becomes."""
    with pytest.raises(MachineError) as raised, keyring_in_words("the keyring", "stored", secret=secret):
        raise error
    return raised.value


@pytest.mark.parametrize(
    ("error", "becomes", "said"),
    [
        (errors.KeyringLocked("Failed to unlock"), KeyringLocked, "The keyring is locked, so the token could not be"),
        (foreign("LockedException", "secretstorage.exceptions"), KeyringLocked, "is locked"),
        (foreign("PromptDismissedException", "secretstorage.exceptions"), KeyringLocked, "is locked"),
        (errors.NoKeyringError("none"), KeyringMissing, "No keyring of the operating system answers."),
        (errors.InitError("Prompt dismissed."), KeyringFailed, "could be neither opened nor created"),
        (errors.PasswordSetError("Cancelled by user"), KeyringFailed, "PasswordSetError: Cancelled by user"),
        (OSError(1783, "The stub received bad data"), KeyringFailed, "The stub received bad data"),
        (foreign("DBusErrorResponse", "jeepney.wrappers"), KeyringFailed, "DBusErrorResponse: it said no"),
        (foreign("error", "pywintypes"), KeyringFailed, "error: it said no"),
    ],
)
def test_keyring_in_words_translates_and_chains(error: Exception, becomes: type[MachineError], said: str) -> None:
    result = translated(error)
    assert type(result) is becomes
    assert said in result.message
    assert result.__cause__ is error


def test_keyring_in_words_recognises_a_subclass() -> None:
    class Dismissed(errors.KeyringLocked):
        """As a backend of another package may raise."""

    assert isinstance(translated(Dismissed()), KeyringLocked)


@pytest.mark.parametrize("ours", [InputError("typed wrong"), KeyringFailed("said already")])
def test_keyring_in_words_leaves_our_own_errors_alone(ours: Exception) -> None:
    with pytest.raises(type(ours)) as raised, keyring_in_words("the keyring", "read"):
        raise ours
    assert raised.value is ours


def test_keyring_in_words_lets_an_interruption_through() -> None:
    with pytest.raises(KeyboardInterrupt), keyring_in_words("the keyring", "read"):
        raise KeyboardInterrupt


def test_keyring_in_words_neither_repeats_nor_chains_an_error_that_holds_the_token() -> None:
    result = translated(ValueError(f"cannot encode {TOKEN} here"), secret=TOKEN)
    assert "cannot encode [token] here" in result.message
    assert TOKEN not in "".join(traceback.format_exception(result))


def test_keyring_in_words_does_not_chain_an_error_whose_own_cause_holds_the_token() -> None:
    error = RuntimeError("no room")
    error.__cause__ = ValueError(TOKEN)
    assert TOKEN not in "".join(traceback.format_exception(translated(error, secret=TOKEN)))


def test_keyring_in_words_hides_what_looks_like_a_token_though_none_was_at_hand() -> None:
    result = translated(ValueError("bad entry pina_AMAQ7other0token"))
    assert "bad entry [token]" in result.message
    assert result.__cause__ is None
