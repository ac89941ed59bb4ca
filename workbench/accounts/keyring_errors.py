"""What can go wrong between an account and its token, in words for each operating system."""

from typing import Final

from workbench.ground.errors import InputError, MachineError

_OR_KEEP: Final = (
    "Then try again, or keep the token for this session only (on the command line: the variable WORKBENCH_TOKEN)."
)
_TO_UNLOCK: Final = {
    "darwin": "Open Keychain Access, unlock the login keychain, and allow this program to use the item.",
    "win32": "Sign in to Windows as the user who stored the token, with the service Credential Manager running.",
}
_TO_UNLOCK_ELSEWHERE: Final = (
    "Unlock GNOME Keyring or KWallet: sign in to the desktop with your password, or answer the prompt."
)
_TO_START: Final = {
    "darwin": "Open Keychain Access and make sure that there is a login keychain.",
    "win32": "Start the service Credential Manager (VaultSvc).",
}
_TO_START_ELSEWHERE: Final = (
    "Start GNOME Keyring, KWallet or KeePassXC in this session (on Debian: the packages gnome-keyring and dbus)."
)
_TO_CREATE: Final = {
    "darwin": "Open Keychain Access and create a login keychain.",
    "win32": "Sign in to Windows with a user profile of your own.",
}
_TO_CREATE_ELSEWHERE: Final = "Sign in to the desktop once, so that it can ask for the password of a new keyring."


class NoToken(InputError):  # noqa: N818 - read aloud as what is the case; the window and the command line name it so
    """No token is known for the account, or the keyring hides it: some answer the same to both."""


class KeyringLocked(MachineError):  # noqa: N818 - see NoToken
    """The keyring is there, and its owner has to unlock it."""


class KeyringMissing(MachineError):  # noqa: N818 - see NoToken
    """There is no keyring, or only one that would keep a token in a plain file or nowhere."""


class KeyringFailed(MachineError):  # noqa: N818 - see NoToken
    """The keyring did not do what it was asked to."""


def no_token(ad_account_id: str, keyring_name: str) -> NoToken:
    """For a keyring that answers with nothing."""
    return NoToken(
        f"There is no token for ad account {ad_account_id}: {keyring_name} has none, or hides it from this program.",
        fix="Enter the token of this account, or unlock the keyring and try again.",
    )


def keyring_locked(keyring_name: str, done: str, *, platform: str) -> KeyringLocked:
    """For a keyring that stays locked. ``done`` is what could not be: ``read``, ``stored``, ``deleted``."""
    return KeyringLocked(
        _sentence(f"{keyring_name} is locked, so the token could not be {done}."),
        fix=f"{_TO_UNLOCK.get(platform, _TO_UNLOCK_ELSEWHERE)} {_OR_KEEP}",
    )


def keyring_missing(reason: str, *, platform: str) -> KeyringMissing:
    """For a computer without a keyring that can be trusted. ``reason`` is a sentence."""
    return KeyringMissing(
        f"{reason} A token is never written to a plain file.",
        fix=f"{_TO_START.get(platform, _TO_START_ELSEWHERE)} {_OR_KEEP}",
    )


def keyring_failed(keyring_name: str, done: str, said: str, *, platform: str) -> KeyringFailed:
    """For any other failure. ``said`` is what the keyring itself answered, without the token."""
    return KeyringFailed(
        _sentence(f"{keyring_name} failed, so the token could not be {done}. It said: {said}"),
        fix=f"{_TO_UNLOCK.get(platform, _TO_UNLOCK_ELSEWHERE)} {_OR_KEEP}",
    )


def keyring_not_created(keyring_name: str, done: str, said: str, *, platform: str) -> KeyringFailed:
    """For a keyring that could be neither opened nor made, as on a fresh account where no window can ask."""
    return KeyringFailed(
        _sentence(f"{keyring_name} could be neither opened nor created, so the token could not be {done}. {said}"),
        fix=f"{_TO_CREATE.get(platform, _TO_CREATE_ELSEWHERE)} {_OR_KEEP}",
    )


def not_kept(keyring_name: str) -> KeyringFailed:
    """For a keyring that took the token and gives back another, or none."""
    return KeyringFailed(
        _sentence(f"{keyring_name} took the token but does not give the same one back: it counts as not stored."),
        fix="Choose another keyring, or keep the token for this session only.",
    )


def still_readable(keyring_name: str, service: str) -> KeyringFailed:
    """For an entry that outlives its deletion, as when a second keyring behind the first holds it too."""
    return KeyringFailed(
        f"The token was deleted, but {keyring_name} still gives one. A second copy is kept somewhere.",
        fix=f"Delete the entry “{service}” with the keyring's own program, in each keyring you have.",
    )


def unusable_entry(keyring_name: str, why: InputError) -> KeyringFailed:
    """For an entry that somebody else wrote or changed."""
    return KeyringFailed(
        f"What {keyring_name} holds for this account is not a token that can be sent. {why.message}",
        fix="Enter the token of this account again.",
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
