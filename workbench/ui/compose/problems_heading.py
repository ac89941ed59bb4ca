"""Above the problems: how many there are, the buttons that fix many at once, and what was fixed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.look.tones import Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, ToneLabel, small_font


class ProblemsHeading(QWidget):
    """Its height changes only when something was fixed, and when the next edit takes that line away."""

    fix_selected_asked = Signal()
    fix_every_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("Problems", tone=Tone.MUTED, parent=self)
        self._title.setFont(small_font(self.font()))
        self._selected = self._button("fix.selected")
        self._every = self._button("fix.every")
        self._told = ToneLabel(tone=Tone.GOOD, parent=self)
        self._told.setObjectName("fix.told")
        self._told.setFont(small_font(self.font()))
        self._told.setWordWrap(True)
        self._told.hide()
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self._title, 1)
        across.addWidget(self._selected)
        across.addWidget(self._every)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(across)
        layout.addWidget(self._told)
        # The buttons come and go while somebody types.
        self._title.setFixedHeight(self._selected.sizeHint().height())
        self._selected.clicked.connect(self.fix_selected_asked)
        self._every.clicked.connect(self.fix_every_asked)

    def show_count(self, words: str) -> None:
        """Says how many problems there are; what was told of a fix is past then."""
        self._title.say(f"Problems: {words}")
        self._told.hide()

    def show_fixes(self, here: int, everywhere: int, events: int) -> None:
        """Offers to fix ``here`` problems of the selected event, and ``everywhere`` those of ``events`` events."""
        _show(self._selected, here, f"Fix all certain ({here})", f"{_fixes(here)} in this event (Alt+Shift+Return)")
        others = everywhere - here
        name = f"{_fixes(everywhere)} in {events:,} event{'' if events == 1 else 's'} (Ctrl+Alt+Return)"
        _show(
            self._every, others, f"Fix {everywhere:,} in {events:,} events" if events > 1 else "Fix other event", name
        )

    def tell(self, text: str) -> None:
        """Says what was fixed, until the next change."""
        self._told.setText(text)
        self._told.setAccessibleName(text)
        self._told.show()

    def _button(self, name: str) -> IconButton:
        button = IconButton("fix", "Fix", tone=Tone.ACCENT, text=" ", parent=self)
        button.setObjectName(name)
        button.setFont(small_font(self.font()))
        button.hide()
        return button


def _fixes(count: int) -> str:
    return f"Make the {count:,} certain fix{'' if count == 1 else 'es'}"


def _show(button: IconButton, count: int, text: str, name: str) -> None:
    if count and button.text() != text:
        button.setText(text)
    if count and button.accessibleName() != name:
        button.setAccessibleName(name)
        button.setToolTip(name)
    if button.isHidden() == bool(count):
        button.setVisible(bool(count))
