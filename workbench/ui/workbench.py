"""The window at work: pages, commands and the traffic between them."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from workbench.accounts.account import PRACTICE, Account
from workbench.contract.loading import Contract
from workbench.contract.mode import Mode
from workbench.events.composition import Composition
from workbench.events.draft import Draft
from workbench.events.templates import from_template
from workbench.ground.errors import WorkbenchError, explain_error
from workbench.ui.background import Background, nothing
from workbench.ui.compose.composer import Composer
from workbench.ui.compose.dispatch import Dispatch
from workbench.ui.compose.page import ComposePage
from workbench.ui.garbage import GarbageCollection
from workbench.ui.look.palettes import Scheme, dress
from workbench.ui.look.tones import Tone
from workbench.ui.preferences import Preferences, read_preferences, write_preferences
from workbench.ui.shell.actions import Commands
from workbench.ui.shell.command_list import listed_commands
from workbench.ui.shell.kept_draft import keep_request, kept_drafts
from workbench.ui.shell.last_sends import LastSends
from workbench.ui.shell.newest_sends import newest_sends
from workbench.ui.shell.pages import WindowPages
from workbench.ui.shell.top_bar import TopBar, allowed_modes, why_not_live
from workbench.ui.shell.turns import Turns
from workbench.ui.shell.window import Page, WorkbenchWindow
from workbench.ui.templates.making import make_templates_tab

if TYPE_CHECKING:
    from workbench.history.rows import Row
    from workbench.judging.judge import Judge
    from workbench.ui.compose.live_order import LiveOrder
    from workbench.ui.compose.response_rows import Response
    from workbench.ui.help.page import HelpPage
    from workbench.ui.history.page import HistoryPage
    from workbench.ui.parts import Parts

FIRST_TEMPLATE = "checkout"
_LAST_WORDS = 3.0


class Workbench(QObject):
    """Owns the window and what lives as long as it."""

    def __init__(self, *, app: QApplication, parts: "Parts", fresh_id: Callable[[], str]) -> None:
        super().__init__(app)
        self._app = app
        self._parts = parts
        self._fresh_id = fresh_id
        self._preferences = read_preferences(parts.paths.settings)
        self._base_font = app.font()
        self._dress()
        self._enlarge()
        self._garbage = GarbageCollection(parent=self)
        self._turns = Turns(parent=self)
        self.background = Background(parent=self)
        self.composer = Composer(judge=self._judge, clock=parts.clock, parent=self)
        self._untouched = self._first_composition()
        self.composer.load(self._untouched)
        self.top_bar = TopBar()
        self.last_sends = LastSends()
        self.compose = ComposePage(
            composer=self.composer,
            judge=self._judge,
            contract=parts.contract,
            clock=parts.clock,
            fresh_id=fresh_id,
            from_template=self._template,
            make_templates=partial(make_templates_tab, parts=parts, current=self.composer.current),
        )
        self.window = WorkbenchWindow(
            top_bar=self.top_bar, last_sends=self.last_sends, pages=self._pages(), may_close=self._may_close
        )
        self._leaving = False
        self.dispatch = Dispatch(
            composer=self.composer,
            contract=parts.contract,
            background=self.background,
            sender=parts.sender,
            endpoint=parts.endpoint,
            at_once=self._requests_at_once,
            rehearsals=parts.rehearsals,
            went_live=parts.went_live,
            confirm=self._confirm_live,
            parent=self,
        )
        self.commands = Commands(commands=listed_commands(self), window=self.window)
        self._connect()
        self._show_accounts(self._preferences.account)
        self._closed = False

    def _judge(self) -> "Judge":
        return self._parts.judge

    @property
    def contract(self) -> Contract:
        """The catalogue."""
        return self._parts.contract

    # -- life

    def open(self) -> None:
        """Shows the window; what is not needed for the first sight follows once it has been painted."""
        self.window.resize(1400, 900)
        self.window.restore_layout(self._preferences.layout)
        self.window.show()

    def close(self) -> None:
        """Ends everything that belongs to the window. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._remember()
        self._turns.stop()
        self._garbage.stop()
        self.dispatch.cancel()
        self.background.close()
        # A cancelled send gets its outcome written down before the history closes.
        self.background.ended(within=_LAST_WORDS)
        self._parts.close()

    def _may_close(self) -> bool:
        """During a send it is asked first; once the send has ended, the window closes by itself."""
        if self._leaving or not self.dispatch.sending:
            return True
        from workbench.ui.shell.quit_question import quit_question

        question = quit_question(self.window)
        question.accepted.connect(self._leave)
        self.dispatch.finished.connect(question.accept)
        self.dispatch.refused.connect(question.accept)
        question.open()
        return False

    def _leave(self) -> None:
        self._leaving = True
        self.window.close()

    def _after_first_paint(self) -> None:
        """Judges, builds the other tabs and the rest of the form, opens the history in a worker."""
        self._turns.take(self._rest())

    def _rest(self) -> Iterator[QWidget | None]:
        self._garbage.start()
        self.composer.refresh()
        yield None
        self.window.restore_panes(self._preferences.layout)
        yield from self.compose.build_tabs()
        self._show_last_sends()
        self.compose.form.build_rest()

    def _get_ready(self) -> None:
        """Somebody composes and will send: now the program may grow by what that needs, but not while it lies idle."""
        self.composer.edited.disconnect(self._get_ready)
        self.background.run(self._parts.warm_up, receiver=self, done=nothing, failed=nothing)

    def _show_opened(self, opened: "tuple[tuple[Row, ...], str]") -> None:
        rows, notice = opened
        self.last_sends.show_rows(rows)
        if notice or self._parts.book.complaint:
            self.window.show_notice(f"{notice} {self._parts.book.complaint}".strip())

    def _fail(self, error: BaseException) -> None:
        self.window.show_notice(str(explain_error(error).message))

    def _remember(self) -> None:
        """Choices and the request being composed; that they cannot be written is no reason not to close."""
        parts = self._parts
        chosen = self.top_bar.chosen
        preferences = replace(
            self._preferences,
            layout={**self._preferences.layout, **self.window.layout_state()},
            account=chosen.name if chosen else "",
        )
        try:
            write_preferences(parts.paths.settings, preferences)
            if self.composer.composition != self._untouched:
                drafts, judgements = self.composer.composition.drafts, self.composer.judgements
                keep_request(parts.paths.draft, drafts, judgements, contract=parts.contract)
        except OSError as error:
            logging.getLogger(__name__).info("Not remembered: %s", explain_error(error).message)

    def _first_composition(self) -> Composition:
        kept = kept_drafts(self._parts.paths.draft, contract=self._parts.contract)
        return Composition(kept or (self._template(FIRST_TEMPLATE),))

    def _template(self, name: str) -> Draft:
        now = int(self._parts.clock())
        return from_template(name, now=now, event_id=self._fresh_id(), contract=self._parts.contract)

    def _dress(self) -> None:
        dress(self._app, Scheme(self._preferences.scheme))

    def _enlarge(self) -> None:
        """Before any widget is made: each derives its small and large text from the application's font."""
        font = QFont(self._base_font)
        font.setPointSizeF(self._base_font.pointSizeF() * self._preferences.text_size / 100)
        self._app.setFont(font)

    def _connect(self) -> None:
        self.top_bar.account_chosen.connect(self._account_chosen)
        self.top_bar.mode_chosen.connect(self._mode_chosen)
        self.top_bar.send_asked.connect(self.send)
        self.top_bar.cancel_asked.connect(self.dispatch.cancel)
        self.top_bar.accounts_asked.connect(partial(self.show_page, "accounts"))
        self.composer.judged.connect(self._show_readiness)
        self.composer.obstacle_changed.connect(self._show_readiness)
        self.composer.edited.connect(self._get_ready)
        self.dispatch.started.connect(self._sending)
        self.dispatch.waits.connect(self._waiting)
        self.dispatch.finished.connect(self._sent)
        self.dispatch.refused.connect(self._not_sent)
        self.dispatch.fall_back.connect(self._fall_back)
        self.last_sends.history_asked.connect(partial(self.show_page, "history"))
        self.window.palette_asked.connect(self.open_palette)
        self.window.help_asked.connect(partial(self.show_page, "help"))
        self.window.closing.connect(self.close)
        self.window.first_painted.connect(self._after_first_paint)

    def show_page(self, name: str) -> None:
        """Shows a page of the window."""
        page = self.window.show_page(name)
        if name == "history":
            cast("HistoryPage", page).refresh()

    def send(self) -> None:
        """Sends as the mode says."""
        account = self.top_bar.chosen
        if account is not None:
            self.dispatch.send(account=account, mode=self.composer.mode)

    def send_live(self) -> None:
        """Asks, then sends live; says why when the account may not."""
        account = self.top_bar.chosen
        if account is None:
            return
        if Mode.LIVE not in allowed_modes(account):
            self.last_sends.say(why_not_live(account), Tone.WARNING)
            return
        self.top_bar.show_mode(Mode.LIVE)
        self._mode_chosen(Mode.LIVE)
        self.dispatch.send(account=account, mode=Mode.LIVE)
        if not self.dispatch.sending:
            self._fall_back()

    def focus_account(self) -> None:
        """Puts the keys into the choice of account."""
        self.top_bar.account.setFocus()
        self.top_bar.account.showPopup()

    def focus_mode(self) -> None:
        """Puts the keys into the choice of mode."""
        self.top_bar.mode.setFocus()
        self.top_bar.mode.showPopup()

    def paste(self) -> None:
        """Reads what is on the clipboard as events."""
        self.show_page("compose")
        self.compose.paste(QGuiApplication.clipboard().text())

    def open_palette(self) -> None:
        """Offers every command by name, and runs the chosen one."""
        from workbench.ui.shell.palette import CommandPalette

        dialog = CommandPalette(commands=self.commands.listed, parent=self.window)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen is not None:
            chosen.run()

    def open_shortcuts(self) -> None:
        """Lists every shortcut."""
        from workbench.ui.shell.shortcuts import ShortcutsOverlay

        dialog = ShortcutsOverlay(commands=self.commands.listed, parent=self.window)
        dialog.exec()
        dialog.deleteLater()

    def compare_specification(self) -> None:
        """Opens the comparison of the catalogue with a specification."""
        self.show_page("help")
        cast("HelpPage", self.window.show_page("help")).show_comparison()

    def _confirm_live(self, order: "LiveOrder") -> bool:
        from workbench.ui.compose.live_question import ask_live

        return ask_live(order, self.window)

    def _account_chosen(self, account: object) -> None:
        if isinstance(account, Account):
            self.window.show_mode(self.composer.mode, account=account.name)

    def _mode_chosen(self, mode: object) -> None:
        if isinstance(mode, Mode):
            account = self.top_bar.chosen
            self.composer.set_mode(mode)
            self.window.show_mode(mode, account=account.name if account else "")
            self._show_readiness()

    def _show_accounts(self, chosen: str) -> None:
        try:
            accounts = self._parts.book.accounts()
        except WorkbenchError as error:
            accounts = (PRACTICE,)
            self.window.show_notice(str(error))
        self.top_bar.show_accounts(accounts, chosen)

    def _use_account(self, name: str) -> None:
        self._show_accounts(name)
        self.show_page("compose")

    def _show_readiness(self) -> None:
        reason = self.dispatch.readiness(mode=self.composer.mode)
        self.top_bar.show_readiness(ready=not reason, reason=reason)

    def _sending(self, what: str) -> None:
        self.top_bar.show_sending(sending=True)
        self._show_readiness()
        self.compose.response.show_waiting(what)
        self.last_sends.say(f"Sending {what}", Tone.MUTED)

    def _waiting(self, why: str) -> None:
        self.compose.response.show_waiting(why)
        self.last_sends.say(why, Tone.WARNING)

    def _sent(self, response: "Response") -> None:
        self.top_bar.show_sending(sending=False)
        self._show_readiness()
        self.show_page("compose")
        self.compose.show_response(response)
        self._show_last_sends()

    def _not_sent(self, reason: str) -> None:
        self.top_bar.show_sending(sending=False)
        self._show_readiness()
        self.compose.response.show_failure(reason)
        self.compose.reveal_response()
        self.last_sends.say(f"Not sent: {reason}", Tone.ERROR)

    def _fall_back(self) -> None:
        """After a live send the mode is TEST again."""
        account = self.top_bar.chosen
        if account is not None:
            mode = allowed_modes(account)[0]
            self.top_bar.show_mode(mode)
            self._mode_chosen(mode)

    def _show_last_sends(self) -> None:
        work = partial(newest_sends, self._parts)
        self.background.run(work, receiver=self, done=self._show_opened, failed=self._fail)

    def _reopen(self, drafts: object) -> None:
        if isinstance(drafts, tuple) and drafts:
            self.composer.load(Composition(drafts))
            self.show_page("compose")

    def _first_send(self) -> None:
        """The empty history's offer: the example, to the practice endpoint."""
        self._use_account(PRACTICE.name)
        self.composer.load(Composition((self._template(FIRST_TEMPLATE),)))
        self.send()

    def _prefer(self, preferences: object) -> None:
        if isinstance(preferences, Preferences):
            self._preferences = replace(preferences, layout=self._preferences.layout)
            self._dress()

    def _pages(self) -> tuple[Page, ...]:
        return WindowPages(
            parts=self._parts,
            background=self.background,
            fresh_id=self._fresh_id,
            compose=self.compose,
            composed=self.composer.payloads,
            preferences=self._present_preferences,
            reopen=self._reopen,
            first_send=self._first_send,
            show_accounts=self._show_accounts,
            use_account=self._use_account,
            prefer=self._prefer,
        ).listed()

    def _requests_at_once(self) -> int:
        return self._preferences.at_once

    def _present_preferences(self) -> Preferences:
        return self._preferences
