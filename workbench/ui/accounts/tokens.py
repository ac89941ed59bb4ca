"""What can be done with the token of an account: store, keep, remove, check; and wait for it no longer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from workbench.accounts.account import Account
from workbench.accounts.token import CleanToken, clean_token
from workbench.accounts.vault import BackendState, KeyringFailed, KeyringMissing, TokenPlace, Vault
from workbench.ground.errors import MachineError
from workbench.sending.probe import ProbeResult
from workbench.ui.accounts.keyring_calls import check_token, forget_token, keep_token, store_token
from workbench.ui.accounts.lane import Lane, Turn, nothing
from workbench.ui.accounts.token_state import Notice, TokenState, TokenStates, good, in_words, left_open, trouble
from workbench.ui.accounts.whereabouts import Whereabouts
from workbench.ui.background import Background

WAITING: Final = "Waiting for the keyring … it may be asking for its password in another window."
_NO_KEYRING_TO_CLEAR: Final = (
    "The token is no longer in memory. There is no keyring to look in: one stored earlier may still be there."
)
CHECKING: Final = "Sending one test event and waiting for Pinterest's answer …"


@dataclass(frozen=True, slots=True)
class _Step:
    """Something done with one token. ``stopped`` says what is left open when nobody waits for it any more."""

    lane: Lane
    doing: str
    stopped: str
    work: Callable[..., Any]
    done: Callable[[Any], None]
    changes_keyring: bool = True
    removes: bool = False


class Tokens(QObject):
    """Everything by ad account id; what came of it is in ``states``. ``altered`` brings the id that has a new token.

    Calls to the keyring run in workers, one at a time. A token that was entered is held here, in memory, until it is
    stored, kept or removed.
    """

    altered = Signal(str)

    def __init__(
        self, *, vault: Vault, probe: Callable[[Account], ProbeResult], background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._vault = vault
        self._probe = probe
        self._keyring_lane = Lane(background=background, parent=self)
        self._free_lane = Lane(background=background, parent=self)
        self._held: dict[str, CleanToken] = {}
        self._steps: dict[str, _Step] = {}
        self._turns: dict[str, Turn] = {}
        self.states = TokenStates(parent=self)
        self.places = Whereabouts(vault=vault, lane=self._keyring_lane, states=self.states, parent=self)

    def store(self, ad_account_id: str, text: str) -> None:
        """Puts a token that was entered into the keyring. Raises InputError at once for a text that is no token."""
        self._held[ad_account_id] = clean = clean_token(text)
        step = _Step(
            lane=self._keyring_lane,
            doing=WAITING,
            stopped="Stopped waiting. The keyring may still store the token if it is answered later.",
            work=partial(store_token, self._vault, ad_account_id, clean),
            done=partial(self._stored, ad_account_id),
        )
        self._begin(ad_account_id, step)

    def keep(self, ad_account_id: str, text: str) -> None:
        """Keeps a token that was entered for this session. Raises InputError for a text that is no token."""
        self._keep(ad_account_id, clean_token(text))

    def keep_held(self, ad_account_id: str) -> None:
        """Keeps the token that the keyring did not take for this session."""
        held = self._held.get(ad_account_id)
        if held is not None:
            self._keep(ad_account_id, held)

    def forget(self, ad_account_id: str) -> None:
        """Removes a token from memory and from the keyring."""
        self._held.pop(ad_account_id, None)
        step = _Step(
            lane=self._keyring_lane,
            doing=WAITING,
            stopped="Stopped waiting. The keyring may still hold the token.",
            work=partial(forget_token, self._vault, ad_account_id),
            done=partial(self._forgotten, ad_account_id),
            removes=True,
        )
        self._begin(ad_account_id, step)

    def check(self, account: Account) -> None:
        """Sends one test event to see whether the token works."""
        in_memory = self.states.of(account.ad_account_id).place is TokenPlace.SESSION
        step = _Step(
            # What needs the keyring waits for it with the others, so that it never holds a second thread.
            lane=self._free_lane if in_memory else self._keyring_lane,
            doing=CHECKING if in_memory else f"{CHECKING} The keyring may ask for its password first.",
            stopped="Stopped waiting. The test event may still be sent; its answer is ignored.",
            work=partial(check_token, self._vault, self._probe, account),
            done=partial(self._checked, account.ad_account_id),
            changes_keyring=False,
        )
        self._begin(account.ad_account_id, step)

    def retry(self, ad_account_id: str) -> None:
        """Does what did not work once more, with a keyring that may have appeared since."""
        step = self._steps.get(ad_account_id)
        if step is not None:
            self._begin(ad_account_id, step, again=True)
        else:
            self.places.read_unknown(again=True)

    def stop(self, ad_account_id: str) -> None:
        """Waits no longer for what is under way; how it ends will not be told."""
        step = self._abandon(ad_account_id)
        if step is None:
            self.places.stop(ad_account_id)
            return
        self._steps[ad_account_id] = step
        # A store that ends late changes the keyring; a token in memory goes on being used until then.
        in_memory = self.states.of(ad_account_id).place is TokenPlace.SESSION
        doubt = step.removes or (step.changes_keyring and not in_memory)
        self._put_end(ad_account_id, left_open(step.stopped, keep=ad_account_id in self._held), doubt=doubt)

    def _begin(self, ad_account_id: str, step: _Step, *, again: bool = False) -> None:
        turn = Turn(
            work=partial(step.work, again=again),
            done=partial(self._done, ad_account_id),
            failed=partial(self._failed, ad_account_id),
            late=partial(self.places.read_quietly, ad_account_id) if step.changes_keyring else nothing,
        )
        self._abandon(ad_account_id)
        self._steps[ad_account_id], self._turns[ad_account_id] = step, turn
        self.states.put(ad_account_id, replace(self.states.of(ad_account_id), doing=step.doing, notice=None))
        step.lane.run(turn)

    def _abandon(self, ad_account_id: str) -> _Step | None:
        """Waits no longer for what is under way, and says what that was."""
        turn = self._turns.pop(ad_account_id, None)
        if turn is None:
            return None
        step = self._steps.pop(ad_account_id)
        step.lane.give_up(turn)
        return step

    def _done(self, ad_account_id: str, result: object) -> None:
        del self._turns[ad_account_id]
        self._steps.pop(ad_account_id).done(result)

    def _failed(self, ad_account_id: str, error: BaseException) -> None:
        del self._turns[ad_account_id]
        machine = isinstance(error, MachineError)
        notice = trouble(in_words(error), retry=machine, keep=machine and ad_account_id in self._held)
        removes = self._steps[ad_account_id].removes
        if removes and isinstance(error, KeyringMissing):
            notice = left_open(_NO_KEYRING_TO_CLEAR)
        if not machine:
            del self._steps[ad_account_id]
        self._put_end(ad_account_id, notice, doubt=removes or isinstance(error, KeyringFailed))
        if isinstance(error, KeyringMissing):
            self.places.read_keyring()

    def _put_end(self, ad_account_id: str, notice: Notice, *, doubt: bool = False) -> None:
        """``doubt`` when it is no longer certain where the token is."""
        state = self.states.of(ad_account_id)
        place = None if doubt else state.place
        self.states.put(ad_account_id, replace(state, place=place, doing="", notice=notice))

    def _stored(self, ad_account_id: str, keyring: BackendState) -> None:
        notes = self._held.pop(ad_account_id).notes
        text = " ".join((f"The token is stored in {keyring.name}.", *notes))
        self._settle(ad_account_id, TokenState(TokenPlace.KEYRING, notice=good(text)), keyring)

    def _forgotten(self, ad_account_id: str, keyring: BackendState) -> None:
        self._settle(ad_account_id, TokenState(TokenPlace.NONE, notice=good("The token was removed.")), keyring)

    def _settle(self, ad_account_id: str, state: TokenState, keyring: BackendState) -> None:
        self.places.show_keyring(keyring)
        self.states.put(ad_account_id, state)
        self.altered.emit(ad_account_id)
        # It has just served, so it will not ask for its password because of the others.
        self.places.read_unknown()

    def _checked(self, ad_account_id: str, result: ProbeResult) -> None:
        text = f"{result.message} {result.fix}".strip()
        self._put_end(ad_account_id, good(text) if result.ok else trouble(text))

    def _keep(self, ad_account_id: str, clean: CleanToken) -> None:
        self._abandon(ad_account_id)
        keep = partial(keep_token, self._vault, ad_account_id, clean)
        keep()
        if self._keyring_lane.busy:
            # A call that was given up may still store an older token, and would then drop the one kept now.
            self._keyring_lane.run(Turn(keep, done=nothing, failed=nothing))
        self._held.pop(ad_account_id, None)
        self._steps.pop(ad_account_id, None)
        self.places.disregard(ad_account_id)
        text = " ".join(("The token is kept in memory until the window closes.", *clean.notes))
        self.states.put(ad_account_id, TokenState(TokenPlace.SESSION, notice=good(text)))
        self.altered.emit(ad_account_id)
