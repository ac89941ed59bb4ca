"""The pages of the window, each imported and built when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from workbench.ui.background import Background
from workbench.ui.preferences import Preferences
from workbench.ui.shell.window import Page

if TYPE_CHECKING:
    from workbench.history.rows import Entry
    from workbench.history.store import History
    from workbench.history.unusable import UnusableHistory
    from workbench.ui.compose.page import ComposePage
    from workbench.ui.history.several_actions import Composed
    from workbench.ui.parts import Parts


class WindowPages:
    """Makes the pages, and connects what they ask for."""

    def __init__(
        self,
        *,
        parts: "Parts",
        background: Background,
        fresh_id: Callable[[], str],
        compose: "ComposePage",
        composed: "Composed",
        preferences: Callable[[], Preferences],
        reopen: Callable[[object], None],
        first_send: Callable[[], None],
        show_accounts: Callable[[str], None],
        use_account: Callable[[str], None],
        prefer: Callable[[object], None],
    ) -> None:
        self._parts = parts
        self._background = background
        self._fresh_id = fresh_id
        self._compose = compose
        self._composed = composed
        self._preferences = preferences
        self._reopen = reopen
        self._first_send = first_send
        self._show_accounts = show_accounts
        self._use_account = use_account
        self._prefer = prefer

    def listed(self) -> tuple[Page, ...]:
        """In the order of their tabs."""
        return (
            Page("compose", "Compose", self._make_compose),
            Page("history", "History", self._make_history),
            Page("practice", "Practice", self._make_practice),
            Page("detective", "Detective", self._make_detective),
            Page("accounts", "Accounts", self._make_accounts),
            Page("settings", "Settings", self._make_settings),
            Page("help", "Help", self._make_help),
        )

    def _make_compose(self) -> QWidget:
        return self._compose

    def _make_history(self) -> QWidget:
        from workbench.ui.history.page import HistoryPage
        from workbench.ui.history.requests import Deferred

        parts = self._parts
        page = HistoryPage(
            history=Deferred(find=self._find_history),
            contract=parts.contract,
            background=self._background,
            clock=parts.clock,
            fresh_id=self._fresh_id,
            judge=parts.judge,
            composed=self._composed,
        )
        page.restore_layout(self._preferences().layout)
        page.reopen_asked.connect(self._reopen)
        page.resend_asked.connect(self._resend)
        page.field_asked.connect(self._reopen_at)
        page.first_send_asked.connect(self._first_send)
        return page

    def _resend(self, entry: "Entry", drafts: object) -> None:
        """Gets a request ready as it was sent, for its account; sending it stays with the user."""
        self._use_account(entry.row.account_name)
        self._reopen(drafts)

    def _reopen_at(self, drafts: object, position: int, path: str) -> None:
        self._reopen(drafts)
        self._compose.go_to_event(position, path)

    def _find_history(self) -> "History | UnusableHistory":
        return self._parts.history

    def _make_practice(self) -> QWidget:
        from workbench.ui.practice.page import PracticePage

        parts = self._parts
        page = PracticePage(
            practice=parts.practice,
            captures=parts.captures,
            judge=parts.judge,
            contract=parts.contract,
            background=self._background,
        )
        page.open_asked.connect(self._reopen)
        return page

    def _make_detective(self) -> QWidget:
        from workbench.ui.detective.page import DetectivePage

        return DetectivePage(contract=self._parts.contract, background=self._background)

    def _make_accounts(self) -> QWidget:
        from workbench.ui.accounts.page import AccountsPage

        parts = self._parts
        page = AccountsPage(book=parts.book, vault=parts.vault, background=self._background, probe=parts.probe)
        page.accounts_changed.connect(self._show_accounts)
        page.use_asked.connect(self._use_account)
        return page

    def _make_settings(self) -> QWidget:
        from workbench.ui.shell.settings_page import SettingsPage

        page = SettingsPage(preferences=self._preferences(), paths=self._parts.paths)
        page.changed.connect(self._prefer)
        return page

    def _make_help(self) -> QWidget:
        from workbench.ui.help.page import HelpPage

        return HelpPage(contract=self._parts.contract, background=self._background)
