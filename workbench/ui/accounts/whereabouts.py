"""Where each token is: asked in a worker, once for each account, without asking a locked keyring over and over."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from workbench.accounts.vault import BackendState, KeyringMissing, Vault
from workbench.ui.accounts.keyring_calls import Places, read_places
from workbench.ui.accounts.lane import Lane, Turn, nothing
from workbench.ui.accounts.token_state import TokenStates, in_words, left_open, trouble

_IN_VAIN: Final = "Stopped waiting. It is not known where the token of this account is."


class Whereabouts(QObject):
    """Keeps the places in ``states`` true. ``keyring`` is the keyring in use, None before the first answer."""

    keyring_changed = Signal()

    def __init__(self, *, vault: Vault, lane: Lane, states: TokenStates, parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._lane = lane
        self._states = states
        self._asked: dict[str, None] = {}
        self._turns: dict[str, Turn] = {}
        self._looked = False
        self.keyring: BackendState | None = None

    def read(self, ad_account_ids: Iterable[str]) -> None:
        """Asks for the accounts not asked for before; which keyring there is, the first time."""
        new = [each for each in ad_account_ids if each not in self._asked]
        self._asked.update(dict.fromkeys(new))
        if not self._looked:
            self._looked = True
            # By itself, as the name of the keyring is known long before its prompt is answered.
            self.read_keyring()
        if new:
            self._read(new)

    def read_unknown(self, *, again: bool = False) -> None:
        """Asks for the places that are not known; ``again`` looks for a keyring that appeared since."""
        unknown = [each for each in self._asked if self._states.of(each).place is None and each not in self._turns]
        if unknown or again:
            self._read(unknown, again=again)

    def read_keyring(self) -> None:
        """Asks which keyring there is, and nothing of it."""
        self._read(())

    def read_quietly(self, ad_account_id: str) -> None:
        """Asks for one place without a word about it."""
        turn = Turn(
            work=partial(read_places, self._vault, (ad_account_id,), again=False),
            done=self._correct,
            failed=nothing,
        )
        self._lane.run(turn)

    def show_keyring(self, keyring: BackendState) -> None:
        """Takes note of the keyring in use."""
        if keyring != self.keyring:
            self.keyring = keyring
            self.keyring_changed.emit()

    def disregard(self, ad_account_id: str) -> None:
        """What is being read of this account is out of date already."""
        self._turns.pop(ad_account_id, None)

    def stop(self, ad_account_id: str) -> None:
        """Waits no longer for the answer about this account, and those asked for with it."""
        turn = self._turns.get(ad_account_id)
        if turn is None:
            return
        self._lane.give_up(turn)
        for each in [each for each, reading in self._turns.items() if reading is turn]:
            del self._turns[each]
            self._states.put(each, replace(self._states.of(each), reading=False, notice=left_open(_IN_VAIN)))

    def _read(self, ad_account_ids: Sequence[str], *, again: bool = False) -> None:
        ids = tuple(ad_account_ids)
        turn = Turn(
            work=partial(read_places, self._vault, ids, again=again),
            done=partial(self._arrived, ids),
            failed=partial(self._failed, ids),
        )
        for each in ids:
            self._turns[each] = turn
            self._states.put(each, replace(self._states.of(each), reading=True, notice=None))
        self._lane.run(turn)

    def _arrived(self, ad_account_ids: Sequence[str], places: Places) -> None:
        self.show_keyring(places.keyring)
        # That there is no keyring is told once, in the line about the keyring.
        told = None if isinstance(places.trouble, KeyringMissing) else places.trouble
        notice = trouble(in_words(told), retry=True) if told else None
        for each in ad_account_ids:
            if self._turns.pop(each, None) is None:
                continue
            state = replace(self._states.of(each), reading=False)
            if each in places.found:
                self._states.put(each, replace(state, place=places.found[each]))
            else:
                self._states.put(each, replace(state, notice=state.notice or notice))

    def _failed(self, ad_account_ids: Sequence[str], error: BaseException) -> None:
        notice = trouble(in_words(error), retry=True)
        for each in ad_account_ids:
            if self._turns.pop(each, None) is not None:
                self._states.put(each, replace(self._states.of(each), reading=False, notice=notice))

    def _correct(self, places: Places) -> None:
        for each, place in places.found.items():
            self._states.put(each, replace(self._states.of(each), place=place))
