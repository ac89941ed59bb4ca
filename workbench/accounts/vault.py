"""Tokens: in the keyring of the operating system or in memory, nowhere else. The only place that imports keyring."""

import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING, Final

from workbench.accounts.account import PRACTICE, check_ad_account_id
from workbench.accounts.keyring_errors import (
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    NoToken,
    keyring_missing,
    no_token,
    not_kept,
    still_readable,
    unusable_entry,
)
from workbench.accounts.keyring_translation import keyring_in_words
from workbench.accounts.keyring_trust import display_name, distrust, members, trusted_part
from workbench.accounts.token import CleanToken, clean_token
from workbench.ground.errors import InputError, MachineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from keyring.backend import KeyringBackend

__all__ = ["BackendState", "KeyringFailed", "KeyringLocked", "KeyringMissing", "NoToken", "TokenPlace", "Vault"]

PRACTICE_TOKEN: Final = "practice"  # noqa: S105 - a word that opens nothing
_USER: Final = "conversion-token"


class TokenPlace(StrEnum):
    """Where the token of an account is."""

    KEYRING = "keyring"
    SESSION = "session"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BackendState:
    """Whether tokens can be stored, the keyring's name for people, and why not (sentences, "" when usable)."""

    usable: bool
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Choice:
    """The backend that keyring offers, and the one that gets tokens: a trusted one or none."""

    offered: "KeyringBackend | None"
    trusted: "KeyringBackend | None"
    state: BackendState


class Vault:
    """The tokens of the ad accounts, by ad account id.

    A token kept for the session comes before one in the keyring. A call that needs the keyring may wait without limit
    in the operating system's prompt, and the first costs 100 ms: call from a worker thread. Only such calls wait for
    each other; tokens kept for the session are always at hand. Methods may be called from any thread. They raise
    KeyringLocked, KeyringMissing or KeyringFailed when the keyring is needed and does not serve, and InputError for an
    id or a token that cannot be used.
    """

    def __init__(self, *, service_prefix: str = "Conversion Workbench") -> None:
        self._service_prefix = service_prefix
        self._session: dict[str, CleanToken] = {}
        self._session_lock = Lock()
        self._choice: _Choice | None = None
        self._choice_lock = Lock()
        self._keyring_lock = Lock()

    def __repr__(self) -> str:
        return f"Vault(service_prefix={self._service_prefix!r}, kept for this session: {len(self._session)})"

    def token(self, ad_account_id: str) -> str:
        """The token to send with; for the practice account a constant word. Raises NoToken when there is none."""
        if ad_account_id == PRACTICE.ad_account_id:
            return PRACTICE_TOKEN
        kept = self._kept(ad_account_id)
        if kept is not None:
            return kept.token
        service = self._service(ad_account_id)
        with self._keyring("read") as (backend, name):
            stored = backend.get_password(service, _USER)
        if not stored:
            raise no_token(ad_account_id, name)
        try:
            return clean_token(stored).token
        except InputError as error:
            raise unusable_entry(name, error) from error

    def store(self, ad_account_id: str, token: str) -> None:
        """Put the token into the keyring and read it back; the copy kept for the session so far is then dropped.

        A token that was kept for the session while the keyring waited is newer than this one, and stays. When anything
        is raised, the token counts as not stored, and a copy kept for the session stays.
        """
        _refuse_practice(ad_account_id)
        service, clean = self._service(ad_account_id), clean_token(token).token
        kept_before = self._kept(ad_account_id)
        with self._keyring("stored", secret=clean) as (backend, name):
            backend.set_password(service, _USER, clean)
            stored = backend.get_password(service, _USER)
        if stored != clean:
            raise not_kept(name)
        with self._session_lock:
            if self._session.get(ad_account_id) is kept_before:
                self._session.pop(ad_account_id, None)

    def keep_for_session(self, ad_account_id: str, token: str) -> None:
        """Keep the token in memory until the program ends. Never waits for the keyring."""
        _refuse_practice(ad_account_id)
        account, clean = check_ad_account_id(ad_account_id), clean_token(token)
        with self._session_lock:
            self._session[account] = clean

    def forget(self, ad_account_id: str) -> None:
        """Drop the token from memory, delete it from the keyring, and look whether it is gone. It need not exist.

        When the keyring cannot be used this raises, because it may hold one; what was in memory is gone all the same.
        """
        if ad_account_id == PRACTICE.ad_account_id:
            return
        service = self._service(ad_account_id)
        with self._session_lock:
            self._session.pop(ad_account_id, None)
        with self._keyring("deleted") as (backend, name):
            from keyring.errors import PasswordDeleteError

            # Also raised when there is no entry, which is what was asked for. Reading again tells the two apart.
            with suppress(PasswordDeleteError):
                backend.delete_password(service, _USER)
            left = backend.get_password(service, _USER)
        if left:
            raise still_readable(name, service)

    def where(self, ad_account_id: str) -> TokenPlace:
        """Where ``token`` would take it from. For a token that is not in memory the keyring is read, and may prompt."""
        if ad_account_id == PRACTICE.ad_account_id or self._kept(ad_account_id) is not None:
            return TokenPlace.SESSION
        service = self._service(ad_account_id)
        with self._keyring("read") as (backend, _):
            stored = backend.get_password(service, _USER)
        return TokenPlace.KEYRING if stored else TokenPlace.NONE

    def backend(self) -> BackendState:
        """Which keyring would be used. Never raises and never prompts; slow when first asked, so ask in a worker."""
        return self._chosen().state

    def retry(self) -> BackendState:
        """Look again for a keyring, one that appeared since included, and use it from now on. Never raises."""
        with self._choice_lock, suppress(MachineError), keyring_in_words("The keyring", "read"):
            _offer_newly_found()
        return self._chosen().state

    def _kept(self, ad_account_id: str) -> CleanToken | None:
        with self._session_lock:
            return self._session.get(ad_account_id)

    def _service(self, ad_account_id: str) -> str:
        # One service a token: on Windows a second user name under one service would rename the first one's entry.
        return f"{self._service_prefix}/{check_ad_account_id(ad_account_id)}"

    def _chosen(self) -> _Choice:
        with self._choice_lock:
            try:
                with keyring_in_words("The keyring", "read"):
                    import keyring

                    offered = keyring.get_keyring()
                    # Judging a backend may cost a D-Bus round trip, so each is judged once.
                    if self._choice is None or self._choice.offered is not offered:
                        self._choice = _choose(offered)
                    return self._choice
            except MachineError as error:
                return _Choice(None, None, BackendState(usable=False, name="no keyring", reason=error.message))

    @contextmanager
    def _keyring(self, done: str, *, secret: str = "") -> "Iterator[tuple[KeyringBackend, str]]":
        """The trusted backend and its name, for one caller at a time; what it raises is put in words."""
        choice = self._chosen()
        if choice.trusted is None:
            raise keyring_missing(choice.state.reason, platform=sys.platform)
        with self._keyring_lock, keyring_in_words(choice.state.name, done, secret=secret):
            yield choice.trusted, choice.state.name


def _refuse_practice(ad_account_id: str) -> None:
    if ad_account_id == PRACTICE.ad_account_id:
        raise InputError("The practice account needs no token.", fix="Send to it as it is.")


def _choose(offered: "KeyringBackend") -> _Choice:
    trusted = trusted_part(offered)
    if trusted is None:
        state = BackendState(usable=False, name=display_name(offered), reason=distrust(offered))
    else:
        state = BackendState(usable=True, name=display_name(trusted))
    return _Choice(offered, trusted, state)


def _offer_newly_found() -> None:
    """Make keyring offer the best backend there is now.

    keyring lists its backends once in the life of a process, so a service started later is never seen; each class is
    therefore asked again. A backend that the user has configured stays the one offered, whatever else is found.
    """
    import keyring
    from keyring.backend import KeyringBackend, get_all_keyring
    from keyring.core import load_config, load_env

    found = load_env() or load_config()
    if found is None:
        get_all_keyring()  # loads the plugins that define backends
        fit = [backend for backend in _constructible(KeyringBackend.get_viable_backends()) if not distrust(backend)]
        # A chain lists its members from the same old list.
        found = max((b for b in fit if not members(b)), key=lambda b: float(b.priority), default=None)
    if found is not None:
        keyring.set_keyring(found)


def _constructible(kinds: "Iterable[type[KeyringBackend]]") -> "Iterator[KeyringBackend]":
    for kind in kinds:
        # Classes of other packages may need arguments.
        with suppress(TypeError):
            yield kind()
