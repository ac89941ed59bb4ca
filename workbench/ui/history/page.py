"""The history page: a filter, the table of sends, and the selected one in full."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.contract.loading import Contract
from workbench.ground.errors import explain_error
from workbench.history.query import Order, Query
from workbench.judging.judge import Judge
from workbench.ui.background import Background
from workbench.ui.history.deeds import Deed
from workbench.ui.history.delete_question import DeleteQuestion
from workbench.ui.history.detail import Detail, read_detail
from workbench.ui.history.detail_pane import DetailPane
from workbench.ui.history.filter_bar import FilterBar
from workbench.ui.history.glance_picture import GlancePicture
from workbench.ui.history.latest import Latest
from workbench.ui.history.listing import Listing, Wanted, is_filtered, read_if_changed, read_listing
from workbench.ui.history.notices import EmptyNotice, ToldLine, Trouble, TroubleLine
from workbench.ui.history.page_menu import PageMenu
from workbench.ui.history.requests import Requests
from workbench.ui.history.row_actions import RowActions
from workbench.ui.history.several_actions import MOST_EVIDENCE, Composed, SeveralActions
from workbench.ui.history.table import HistoryTable
from workbench.ui.history.whole_actions import WholeActions

_NOTHING_YET = (
    "Every request you send is written here before it leaves, with what came back: the verdict for each event, the "
    "exact body and the answer. You can find it again by event ID, name, account or message, and reopen it as new."
)
_NOTHING_FOUND = "The history holds sends, but none that passes all of the filters above."


class HistoryPage(QWidget):
    """``reopen_asked`` brings the drafts of a stored request as a tuple; ``first_send_asked`` comes from an empty page.
    ``resend_asked`` brings an Entry and its drafts, to be sent again with the same event_id and event_time;
    ``field_asked`` drafts, a position among them and the path of the field that its verdict speaks of.

    The history is read in workers only: when the page is shown, and when ``refresh`` is called.
    """

    reopen_asked = Signal(object)
    resend_asked = Signal(object, object)
    field_asked = Signal(object, int, str)
    first_send_asked = Signal()

    def __init__(
        self,
        *,
        history: Requests,
        contract: Contract,
        background: Background,
        clock: Callable[[], float],
        fresh_id: Callable[[], str],
        judge: Judge,
        composed: Composed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._contract = contract
        self._background = background
        self._clock = clock
        self._query = Query()
        self._listing: Listing | None = None
        self._sought: int | None = None
        self._again = False
        self._listings = Latest(background=background, parent=self)
        self._details = Latest(background=background, parent=self)
        self._neighbour: int | None = None
        self._actions = RowActions(
            history=history, contract=contract, background=background, clock=clock, fresh_id=fresh_id, parent=self
        )
        self._several = SeveralActions(
            history=history,
            contract=contract,
            judge=judge,
            composed=composed,
            background=background,
            clock=clock,
            parent=self,
        )
        self._whole = WholeActions(history=history, background=background, clock=clock, parent=self)
        self.filter = FilterBar(clock=clock, parent=self)
        self._trouble = TroubleLine(parent=self)
        self.table = HistoryTable(history=history, background=background, parent=self)
        self.detail = DetailPane(parent=self)
        self._glance = GlancePicture(parent=self)
        self._menu = PageMenu(columns=self.table.columns.menu, parent=self)
        self._told = ToldLine(parent=self)
        self._lay_out()
        self._add_actions()
        self._connect()

    # -- what the window asks for

    def refresh(self) -> None:
        """Reads again when the history was written to since; the selected row and what is in sight stay."""
        if self._listings.busy:
            # Asking anew would throw away what is being read: under steady writing nothing would ever be shown.
            self._again = True
            return
        wanted = Wanted(
            self._query,
            row_id=self._sought or self.table.current_id,
            top=self.table.top,
            before=self._listing,
        )
        self._listings.ask(partial(read_if_changed, self._history, wanted))

    def show_row(self, row_id: int) -> None:
        """Shows one send in its place: nothing is filtered, and the newest is on top."""
        self.filter.clear()
        self.table.show_order(Order.SENT_AT, descending=True)
        self._query = Query()
        self._sought = row_id
        self._read(row_id=row_id)
        self._read_detail(row_id)

    def focus_filter(self) -> None:
        """Puts the keys where one can type what to look for; on an empty history, on its button."""
        if self._stack.currentWidget() is self._nothing_yet:
            self._nothing_yet.button.setFocus()
        else:
            self.filter.line.setFocus()
            self.filter.line.selectAll()

    def layout_state(self) -> dict[str, str]:
        """Which columns are shown."""
        return {"history.columns": self.table.columns.state}

    def restore_layout(self, state: Mapping[str, str]) -> None:
        """Shows the columns that were shown last."""
        self.table.columns.restore(state.get("history.columns", ""))

    # -- inside

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        self.filter.heading.insertSpacing(2, 4)
        self.filter.heading.insertWidget(3, self._glance)
        self.filter.heading.addWidget(self._menu)
        QWidget.setTabOrder(self.filter.line, self._glance)
        QWidget.setTabOrder(self._glance, self._menu)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("history.splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.detail)
        self._splitter.setSizes([260, 300])
        self._waiting = QWidget(self)
        self._nothing_yet = EmptyNotice(
            heading="Nothing has been sent yet",
            text=_NOTHING_YET,
            button="Send the example to the practice endpoint",
            name="history.first_send",
            parent=self,
        )
        self._nothing_found = EmptyNotice(
            heading="No send matches",
            text=_NOTHING_FOUND,
            button="Clear the filter",
            name="history.clear_filter",
            parent=self,
        )
        self._stack = QStackedWidget(self)
        for widget in (self._waiting, self._splitter, self._nothing_yet, self._nothing_found):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self._trouble)
        layout.addWidget(self._told)
        layout.addWidget(self._stack, 1)

    def _add_actions(self) -> None:
        for deed in Deed:
            # The table alone has the key for deleting: in a text it means something else.
            if deed is not Deed.DELETE:
                action = self._action(deed.words, deed.keys)
                action.setData(deed.value)
                action.triggered.connect(self._do_action)
        self._action("Search the history", "Ctrl+F").triggered.connect(self.focus_filter)

    def _action(self, title: str, keys: str) -> QAction:
        action = QAction(title, self)
        action.setShortcut(QKeySequence(keys))
        # Wherever in the window the keys are: only the page in sight takes it.
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.filter.changed.connect(self._filter_changed)
        self.filter.left.connect(self.table.setFocus)
        self._listings.arrived.connect(self._show_listing)
        self._listings.failed.connect(self._listing_failed)
        self._details.arrived.connect(self._show_detail)
        self._details.failed.connect(self._detail_failed)
        self._actions.reopen_asked.connect(self.reopen_asked)
        self._actions.resend_asked.connect(self.resend_asked)
        self._actions.field_asked.connect(self.field_asked)
        self._actions.delete_asked.connect(self._ask_delete)
        self._actions.note_asked.connect(self.detail.focus_note)
        self._actions.changed.connect(self._marked)
        self._actions.deleted.connect(self._deleted)
        self._actions.copied.connect(self._told.say)
        self._actions.failed.connect(self._send_failed)
        self._several.told.connect(self._told.say)
        self._several.failed.connect(self._send_failed)
        self._glance.chosen.connect(self.show_row)
        self._glance.told.connect(self._told.say)
        self._menu.forget_asked.connect(self._whole.ask_forget)
        self._menu.wipe_asked.connect(self._ask_wipe)
        self._whole.told.connect(self._told.say)
        self._whole.changed.connect(self._forgotten)
        self._whole.failed.connect(self._send_failed)
        self._trouble.retry_asked.connect(self._read_again)
        self._nothing_yet.asked.connect(self.first_send_asked)
        self._nothing_found.asked.connect(self._clear_filter)
        self.table.chosen.connect(self._row_chosen)
        self.table.sort_asked.connect(self._sort)
        self.table.asked.connect(self._do)
        self.table.rows.outdated.connect(self.refresh)
        self.table.rows.failed.connect(self._listing_failed)
        self.detail.asked.connect(self._do)
        self.detail.note_written.connect(self._note_written)
        self.detail.field_asked.connect(self._open_at)

    # -- the listing

    def _read(self, *, row_id: int | None = None) -> None:
        wanted = Wanted(self._query, row_id=row_id, before=self._listing)
        self._listings.ask(partial(read_listing, self._history, wanted))

    def _read_again(self) -> None:
        self._read(row_id=self.table.current_id)

    def _filter_changed(self) -> None:
        self._query = replace(self.filter.query, order=self._query.order, descending=self._query.descending)
        self._read()

    def _sort(self, order: Order, descending: bool) -> None:
        self._query = replace(self._query, order=order, descending=descending)
        self._read()

    def _clear_filter(self) -> None:
        self.filter.clear()
        self._filter_changed()
        self.filter.line.setFocus()

    def _show_listing(self, listing: Listing | None) -> None:
        if listing is not None:
            before, self._listing = self._listing, listing
            sought, self._sought = self._sought, None
            self._trouble.settle(Trouble.LISTING)
            self.filter.show_count(listing.count, listing.total)
            self.filter.show_accounts(listing.accounts)
            self.filter.show_events(listing.events)
            self._glance.show_glance(listing.glance)
            self.filter.setEnabled(bool(listing.total))
            self.table.show_listing(listing)
            self._show_what_fits(listing)
            fresh = before is None or before.query != listing.query or self.detail.detail is None
            if sought is not None and listing.position is not None:
                self.table.reveal_selected()
            elif fresh and sought is None and listing.position is None and listing.count:
                self.table.select_first()
        if self._again:
            self._again = False
            self.refresh()

    def _show_what_fits(self, listing: Listing) -> None:
        if listing.count:
            self._stack.setCurrentWidget(self._splitter)
        else:
            self.detail.clear()
            found_nothing = is_filtered(listing.query) and listing.total
            self._stack.setCurrentWidget(self._nothing_found if found_nothing else self._nothing_yet)

    def _listing_failed(self, error: BaseException) -> None:
        self._again = False
        self._trouble.show_error(explain_error(error), about=Trouble.LISTING)

    # -- the selected send

    def _row_chosen(self, row_id: int) -> None:
        self._trouble.settle(Trouble.SEND)
        self._read_detail(row_id)

    def _read_detail(self, row_id: int) -> None:
        self._details.ask(partial(read_detail, self._history, row_id))

    def _show_detail(self, detail: Detail) -> None:
        self.detail.show_detail(detail, now=self._clock())

    def _detail_failed(self, error: BaseException) -> None:
        self.detail.clear()
        self._send_failed(error)

    def _send_failed(self, error: BaseException) -> None:
        self._trouble.show_error(explain_error(error), about=Trouble.SEND)

    def _do(self, deed: str) -> None:
        detail = self.detail.detail
        if detail is None:
            return
        self._told.say("")
        selected = self.table.selected_ids(most=MOST_EVIDENCE + 1) or (detail.entry.row.id,)
        if deed == Deed.COMPARE:
            self._several.compare(selected)
        elif deed == Deed.EVIDENCE:
            self._several.save_evidence(selected)
        else:
            self._actions.do(Deed(deed), detail.entry)

    def _do_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._do(action.data())

    def _open_at(self, position: int, path: str) -> None:
        if self.detail.detail is not None:
            self._actions.open_at(self.detail.detail.entry, position, path)

    def _note_written(self, row_id: int, note: str) -> None:
        self._actions.annotate(row_id, note)

    def _marked(self) -> None:
        self.refresh()
        if self.detail.detail is not None:
            self._read_detail(self.detail.detail.entry.row.id)

    def _ask_delete(self) -> None:
        if self.detail.detail is not None:
            question = DeleteQuestion(row=self.detail.detail.entry.row, parent=self)
            question.confirmed.connect(self._delete)
            question.open()

    def _delete(self, row_id: int) -> None:
        self._neighbour = self.table.neighbour_id
        self._actions.delete(row_id)

    def _deleted(self) -> None:
        self.detail.clear()
        self._sought = self._neighbour
        self.refresh()
        self.table.setFocus()

    # -- the history as a whole

    def _ask_wipe(self) -> None:
        self._whole.ask_wipe(self._listing.total if self._listing else 0)

    def _forgotten(self) -> None:
        self.detail.clear()
        self._read(row_id=self.table.current_id)
