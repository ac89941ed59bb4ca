"""Small widgets that keep their tone when the palette changes."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from workbench.ui.look.icons import icon
from workbench.ui.look.tones import Tone, tones_of

GRID = 8


def small_font(base: QFont) -> QFont:
    """The smallest of the three text sizes."""
    font = QFont(base)
    font.setPointSizeF(max(7.0, base.pointSizeF() * 0.9))
    return font


def heading_font(base: QFont) -> QFont:
    """The largest of the three text sizes."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 1.15)
    font.setBold(True)
    return font


def code_font(base: QFont) -> QFont:
    """For digests and bodies."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(max(7.0, base.pointSizeF() * 0.92))
    return font


class ToneLabel(QLabel):
    """A label in a tone."""

    def __init__(self, text: str = "", *, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._colour()

    def set_tone(self, tone: Tone) -> None:
        """Changes what the colour says."""
        if tone is not self._tone:
            self._tone = tone
            self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        wanted = tones_of(self.palette()).colour(self._tone)
        if self.palette().color(QPalette.ColorRole.WindowText) != wanted:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


class ElidedLabel(ToneLabel):
    """One line that never asks for more width than it gets; the whole text is in the tool tip."""

    def __init__(self, text: str = "", *, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Shows another text."""
        if tone is not None:
            self.set_tone(tone)
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


class IconButton(QToolButton):
    """A flat button with an icon and a name for those who do not see it."""

    def __init__(
        self, name: str, label: str, *, tone: Tone = Tone.PLAIN, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setAutoRaise(True)
        self.setAccessibleName(label)
        self.setToolTip(label)
        self.setIconSize(QSize(16, 16))
        if text:
            self.setText(text)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._draw()

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        """Shows another icon."""
        if (name, tone or self._tone) != (self._name, self._tone):
            self._name, self._tone = name, tone or self._tone
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._name, self.palette(), self._tone))


class IconLabel(QLabel):
    """An icon that stands still."""

    def __init__(
        self, name: str = "", *, tone: Tone = Tone.PLAIN, size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, tone: Tone) -> None:
        """Shows another icon; "" shows none."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        if self._name:
            self.setPixmap(icon(self._name, self.palette(), self._tone).pixmap(self._size, self._size))
        else:
            self.clear()


class Tick(QCheckBox):
    """A check box whose box can be seen in dark windows too: there the style draws no rim around it."""

    def __init__(self, text: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        dark = tones_of(self.palette()).dark
        wanted = self.palette().color(QPalette.ColorRole.Mid) if dark else QColor(Qt.GlobalColor.white)
        if self.palette().color(QPalette.ColorRole.Base) != wanted:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Base, wanted)
            self.setPalette(palette)


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between parts."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
