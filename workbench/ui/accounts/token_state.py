"""What the page knows of the accounts' tokens, as values. Never a token itself."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from workbench.accounts.vault import TokenPlace
from workbench.ground.errors import explain_error
from workbench.ui.look.tones import Tone


@dataclass(frozen=True, slots=True)
class Notice:
    """How something ended, in words. ``retry`` and ``keep`` say which ways out are of use."""

    icon: str
    tone: Tone
    text: str
    retry: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class TokenState:
    """``place`` is None as long as it is not known. ``doing`` says what is under way, "" when nothing is.

    ``reading`` is the question where the token is; it keeps nobody from entering another.
    """

    place: TokenPlace | None = None
    reading: bool = False
    doing: str = ""
    notice: Notice | None = None


class TokenStates(QObject):
    """The states by ad account id; ``changed`` brings the id of one that is another."""

    changed = Signal(str)

    def __init__(self, *, parent: QObject) -> None:
        super().__init__(parent)
        self._states: dict[str, TokenState] = {}

    def of(self, ad_account_id: str) -> TokenState:
        """The state of an account; nothing is known of one never heard of."""
        return self._states.get(ad_account_id, TokenState())

    def put(self, ad_account_id: str, state: TokenState) -> None:
        """Replaces a state."""
        if state != self.of(ad_account_id):
            self._states[ad_account_id] = state
            self.changed.emit(ad_account_id)


def good(text: str) -> Notice:
    """For what went well."""
    return Notice("check", Tone.GOOD, text)


def trouble(text: str, *, retry: bool = False, keep: bool = False) -> Notice:
    """For what did not."""
    return Notice("error", Tone.ERROR, text, retry=retry, keep=keep)


def left_open(text: str, *, keep: bool = False) -> Notice:
    """For what nobody waited for: it may still go either way."""
    return Notice("warning", Tone.WARNING, text, retry=True, keep=keep)


def in_words(error: BaseException) -> str:
    """An error and what to do about it, in one text."""
    explained = explain_error(error)
    return f"{explained.message} {explained.fix}".strip()
