"""How a row of the problems is painted: its sentence, and under it the button that fixes it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem

from workbench.ui.look.widgets import small_font

FIX = Qt.ItemDataRole.UserRole + 1
"""The role of the button's text; "" for a row without one."""

_INDENT = 24
_PADDING = 10
_GAP = 3


class ProblemDelegate(QStyledItemDelegate):
    """Paints buttons only; the list that owns them takes the presses."""

    pressed_row = -1
    """The row whose button is held down."""

    def button_rect(self, row: QRect, label: str) -> QRect:
        """Where the button of a row stands that takes up ``row``."""
        metrics = QFontMetrics(small_font(QApplication.font()))
        width = min(metrics.horizontalAdvance(label) + 2 * _PADDING, row.width() - _INDENT - _GAP)
        height = _height(metrics)
        return QRect(row.left() + _INDENT, row.bottom() - _GAP - height + 1, width, height)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        if index.data(FIX):
            size.setHeight(size.height() + _height(QFontMetrics(small_font(QApplication.font()))) + _GAP)
        return size

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        option.decorationAlignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        label = index.data(FIX)
        if not label:
            return
        button = QStyleOptionButton()
        button.initFrom(option.widget)
        button.rect = self.button_rect(option.rect, label)
        down = index.row() == self.pressed_row
        button.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_Sunken if down else QStyle.StateFlag.State_Raised
        )
        font = small_font(option.font)
        button.fontMetrics = QFontMetrics(font)
        button.text = button.fontMetrics.elidedText(
            label, Qt.TextElideMode.ElideRight, button.rect.width() - _PADDING
        ).replace("&", "&&")
        painter.save()
        painter.setFont(font)
        option.widget.style().drawControl(QStyle.ControlElement.CE_PushButton, button, painter, option.widget)
        painter.restore()


def _height(metrics: QFontMetrics) -> int:
    return metrics.height() + 6
