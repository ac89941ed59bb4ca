"""What the window is given."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from workbench.contract.loading import Contract
from workbench.ground.json_types import JsonObject
from workbench.ground.paths import AppPaths

if TYPE_CHECKING:
    from workbench.accounts.account import Account
    from workbench.accounts.book import AccountBook
    from workbench.accounts.vault import Vault
    from workbench.history.store import History
    from workbench.history.unusable import UnusableHistory
    from workbench.judging.judge import Judge
    from workbench.practice.captures import Captures
    from workbench.practice.server import PracticeServer
    from workbench.sending.delivery import Sends
    from workbench.sending.probe import ProbeResult
    from workbench.sending.rehearsals import Rehearsals


class Parts(Protocol):
    """What the window is given; ``workbench.app`` makes it. All but the first three may take a while to be made."""

    paths: AppPaths
    contract: Contract
    clock: Callable[[], float]

    @property
    def judge(self) -> "Judge": ...
    @property
    def book(self) -> "AccountBook": ...
    @property
    def vault(self) -> "Vault": ...
    @property
    def history(self) -> "History | UnusableHistory": ...
    @property
    def captures(self) -> "Captures": ...
    @property
    def practice(self) -> "PracticeServer": ...
    def sender(self) -> "Sends": ...
    def endpoint(self, account: "Account") -> str: ...
    def rehearsals(self) -> "Rehearsals": ...
    def went_live(self, account: "Account", payloads: Sequence[JsonObject]) -> Sequence[str]: ...
    def probe(self, account: "Account") -> "ProbeResult": ...
    def warm_up(self) -> None: ...
    def close(self) -> None: ...
