"""The workbench, from nothing to its first painted window, then idle."""

import sys
import tempfile
from typing import TYPE_CHECKING

from measuring import milliseconds_since_start, resident_megabytes, tell

import workbench.__main__
import workbench.app

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workbench.ui.workbench import Workbench

IDLE_MS = 4_000


class Watch:
    """Notes when the window has been painted for the first time, and tells once it has been idle for a while."""

    start = 0.0

    def painted(self) -> None:
        from PySide6.QtCore import QTimer

        self.start = milliseconds_since_start()
        QTimer.singleShot(IDLE_MS, self.idle)

    def idle(self) -> None:
        tell(start=self.start, memory=resident_megabytes())


def main() -> None:
    """Starts as the program does; only the first paint is listened to, and nothing is imported for that beforehand."""
    original = workbench.app.make_workbench
    watch = Watch()

    def watched(app: "QApplication", parts: workbench.app.Parts) -> "Workbench":
        made = original(app, parts)
        made.window.first_painted.connect(watch.painted)
        return made

    workbench.app.make_workbench = watched
    with tempfile.TemporaryDirectory() as data:
        sys.exit(workbench.__main__.main(["--data-dir", data]))


main()
