"""The floor: a bare PySide6 window, painted."""

import sys

from measuring import milliseconds_since_start, resident_megabytes, tell
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Tells when it was painted first, and what it weighs once idle."""

    start = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.start:
            self.start = milliseconds_since_start()
            QTimer.singleShot(1500, self.tell)

    def tell(self) -> None:
        tell(start=self.start, memory=resident_megabytes())


app = QApplication(sys.argv)
window = Bare()
window.resize(1400, 900)
window.show()
app.exec()
