"""The strip at the foot: the last few sends, newest first, in words."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.look.tones import STATE_TONES, Tone
from workbench.ui.look.widgets import ElidedLabel, IconButton, IconLabel, ToneLabel, small_font
from workbench.ui.look.words import STATE_ICONS, STATE_WORDS

if TYPE_CHECKING:
    from workbench.history.rows import Row


def row_words(row: "Row") -> str:
    """``14:05 TEST checkout o-1042 processed``."""
    moment = datetime.fromtimestamp(row.sent_at, tz=UTC).astimezone().strftime("%H:%M")
    more = f" +{row.event_count - 1}" if row.event_count > 1 else ""
    return f"{moment} {row.mode.word} {row.event_name} {row.event_id}{more} {STATE_WORDS[row.state]}"


class LastSends(QWidget):
    """One line; the button beside it opens the history."""

    history_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("last_sends")
        caption = ToneLabel("Last sends", tone=Tone.MUTED, parent=self)
        caption.setFont(small_font(self.font()))
        self._icon = IconLabel(size=14, parent=self)
        self._text = ElidedLabel("Nothing sent yet.", tone=Tone.MUTED, parent=self)
        self._text.setFont(small_font(self.font()))
        self._open = IconButton("open", "Open the history (Ctrl+Shift+H)", parent=self)
        self._open.clicked.connect(self.history_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(8)
        layout.addWidget(caption)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._open)

    @property
    def text(self) -> str:
        """What the line says."""
        return self._text.text()

    def show_rows(self, rows: "tuple[Row, ...]") -> None:
        """Shows rows, which come newest first."""
        if rows:
            self._icon.show_icon(STATE_ICONS[rows[0].state], STATE_TONES[rows[0].state])
            self._text.say("   ·   ".join(row_words(row) for row in rows), Tone.PLAIN)
        else:
            self._icon.show_icon("", Tone.MUTED)
            self._text.say("Nothing sent yet.", Tone.MUTED)

    def say(self, text: str, tone: Tone) -> None:
        """Shows a sentence instead, such as why nothing was sent."""
        self._icon.show_icon(tone.value if tone in (Tone.ERROR, Tone.WARNING, Tone.ADVICE) else "", tone)
        self._text.say(text, tone)
