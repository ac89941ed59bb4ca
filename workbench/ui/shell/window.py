"""The main window: top bar, pages, the strip of last sends. Knows where things stand, not what they do."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from workbench.contract.mode import Mode
from workbench.ui.look.tones import MODE_TONES, Tone, tones_of
from workbench.ui.look.widgets import ElidedLabel, IconButton, IconLabel, ToneLabel, rule
from workbench.ui.look.words import MODE_ICONS, MODE_MEANING
from workbench.ui.shell.last_sends import LastSends
from workbench.ui.shell.top_bar import TopBar

_BAND = 4
_SMALLEST = (800, 560)


@runtime_checkable
class KeepsLayout(Protocol):
    """A page with more to remember than the sizes of its panes; it puts it back itself when it is made."""

    def layout_state(self) -> dict[str, str]: ...


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the window; ``make`` builds its widget when it is first shown."""

    name: str
    title: str
    make: Callable[[], QWidget]


class _ModeBand(QWidget):
    """A band in the colour of the mode, across the window; the word stands in the strip beside the pages."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode = Mode.TEST
        self.setFixedHeight(_BAND)

    def show_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tones_of(self.palette()).colour(MODE_TONES[self._mode]))
        painter.end()


class WorkbenchWindow(QMainWindow):
    """``first_painted`` is emitted once, when the window can be seen; ``closing`` before it goes.

    ``may_close`` is asked each time the window is told to close; it says no where something has to be asked first.
    """

    closing = Signal()
    first_painted = Signal()
    palette_asked = Signal()
    help_asked = Signal()

    def __init__(
        self, *, top_bar: TopBar, last_sends: LastSends, pages: Sequence[Page], may_close: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._may_close = may_close
        self.setObjectName("window")
        # Panes side by side need more than this; they become tabs as the window shrinks, so they must not hinder it.
        self.setMinimumSize(*_SMALLEST)
        self._pages = tuple(pages)
        self._made: dict[str, QWidget] = {}
        self._painted = False
        self._band = _ModeBand(parent=self)
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("pages")
        self._tabs.setAccessibleName("Pages")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for page in self._pages:
            self._tabs.addTab(page.title)
        self._mode_icon = IconLabel(size=16, parent=self)
        self._mode_text = ToneLabel(parent=self)
        self._mode_text.setObjectName("mode.word")
        self._notice = ElidedLabel(tone=Tone.WARNING, parent=self)
        self._notice.setObjectName("notice")
        self._stack = QStackedWidget(self)
        self._lay_out(top_bar, last_sends)
        self._tabs.currentChanged.connect(self._switch)
        self.show_page(self._pages[0].name)
        self.show_mode(Mode.TEST, account="")

    def _lay_out(self, top_bar: TopBar, last_sends: LastSends) -> None:
        commands = IconButton("search", "Commands (Ctrl+K)", text=" Ctrl+K", parent=self)
        commands.clicked.connect(self.palette_asked)
        help_button = IconButton("help", "Help (F1)", parent=self)
        help_button.clicked.connect(self.help_asked)
        switch = QHBoxLayout()
        switch.setContentsMargins(8, 0, 12, 0)
        for widget in (self._tabs, self._mode_icon, self._mode_text):
            switch.addWidget(widget)
        switch.setSpacing(6)
        switch.insertSpacing(1, 16)
        switch.addWidget(self._notice, 1)
        switch.addWidget(commands)
        switch.addWidget(help_button)
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._band, top_bar):
            layout.addWidget(part)
        layout.addLayout(switch)
        layout.addWidget(rule(self))
        layout.addWidget(self._stack, 1)
        layout.addWidget(rule(self))
        layout.addWidget(last_sends)
        self.setCentralWidget(central)

    def show_page(self, name: str) -> QWidget:
        """Shows a page, building it if this is the first time, and returns its widget."""
        index = next(at for at, page in enumerate(self._pages) if page.name == name)
        if name not in self._made:
            self._made[name] = self._pages[index].make()
            self._stack.addWidget(self._made[name])
        if self._tabs.currentIndex() != index:
            self._tabs.setCurrentIndex(index)
        self._stack.setCurrentWidget(self._made[name])
        return self._made[name]

    @property
    def page(self) -> str:
        """The name of the page in sight."""
        return self._pages[self._tabs.currentIndex()].name

    @property
    def page_names(self) -> tuple[str, ...]:
        """The names of all pages, in the order of their tabs."""
        return tuple(page.name for page in self._pages)

    def show_mode(self, mode: Mode, *, account: str) -> None:
        """Says the mode in word, icon and colour, and in the window's title."""
        self._band.show_mode(mode)
        self._mode_icon.show_icon(MODE_ICONS[mode], MODE_TONES[mode])
        self._mode_text.setText(mode.word)
        self._mode_text.set_tone(MODE_TONES[mode])
        self._mode_text.setToolTip(MODE_MEANING[mode])
        title = f"{mode.word} · {account}" if account else mode.word
        self.setWindowTitle(f"{title} - Conversion Workbench")

    def show_notice(self, text: str) -> None:
        """A line about the program itself: a set-aside file, a keyring that is missing."""
        self._notice.say(text, Tone.WARNING)

    # -- what is remembered of the layout

    def layout_state(self) -> dict[str, str]:
        """Sizes of the window and its panes, as text."""
        state = {"window": _text(self.saveGeometry())}
        for splitter in self.findChildren(QSplitter):
            if splitter.objectName():
                state[splitter.objectName()] = _text(splitter.saveState())
        for page in self._made.values():
            if isinstance(page, KeepsLayout):
                state.update(page.layout_state())
        return state

    def restore_layout(self, state: Mapping[str, str]) -> None:
        """Puts remembered sizes back; what does not fit any more is ignored."""
        if "window" in state:
            self.restoreGeometry(_bytes(state["window"]))
        self.restore_panes(state)

    def restore_panes(self, state: Mapping[str, str]) -> None:
        """Puts remembered sizes of panes back, of those that exist by now."""
        for splitter in self.findChildren(QSplitter):
            if splitter.objectName() in state:
                splitter.restoreState(_bytes(state[splitter.objectName()]))

    def close_quietly(self) -> None:
        """Closes the window."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # Behind this paint, which has its children still to do.
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._band.update()

    def _switch(self, index: int) -> None:
        self.show_page(self._pages[index].name)


def _text(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
